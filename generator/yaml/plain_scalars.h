// Where the reader of plain YAML stands in a text, and the keys and scalars that it meets there. Each of these is either
// read, and the place moves behind it, or it is in doubt: then nothing is said of the place.
#pragma once

#include <cstddef>
#include <string_view>

#include "yaml/node.h"

namespace praxis::yaml {

constexpr auto is_letter(char c) -> bool {
    return static_cast<unsigned char>((c | 0x20) - 'a') < 26;
}

class PlainScalars {
public:
    PlainScalars(std::string_view text, FileId file, std::uint32_t offset) : text_(text), file_(file), offset_(offset) {}

protected:
    auto is_end() const -> bool { return at_ >= text_.size(); }
    auto peek() const -> char { return is_end() ? '\n' : text_[at_]; }
    auto take(char c) -> bool {
        const bool is = !is_end() && text_[at_] == c;
        at_ += is ? 1 : 0;
        return is;
    }
    auto point() const -> Span {
        const std::uint32_t begin = offset_ + static_cast<std::uint32_t>(at_);
        return {file_, begin, begin};
    }
    auto scalar(std::size_t begin, std::size_t end) const -> Node {
        return {.span = {file_, offset_ + static_cast<std::uint32_t>(begin), offset_ + static_cast<std::uint32_t>(end)},
                .text = std::string(text_.substr(begin, end - begin))};
    }

    auto key(Node& into) -> bool;         // and the colon behind it
    auto quoted(Node& into) -> bool;      // in double quotes, on one line
    auto plain_line(Node& into) -> bool;  // up to the end of the line
    auto plain_word(Node& into) -> bool;  // in brackets: letters, digits, single spaces between them, and what YAML never reads

    std::string_view text_;
    FileId file_;
    std::uint32_t offset_;
    std::size_t at_ = 0;

private:
    auto escape(std::string& into) -> bool;
};

}  // namespace praxis::yaml
