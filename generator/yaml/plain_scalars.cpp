#include "yaml/plain_scalars.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.h"

namespace praxis::yaml {
namespace {

constexpr std::size_t most_key_bytes = 64;

auto is_digit(char c) -> bool {
    return c >= '0' && c <= '9';
}

constexpr auto in_keys = [] {
    std::array<bool, 256> table{};
    for (int c = 0; c < 128; ++c)
        table[static_cast<std::size_t>(c)] =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == '/';
    return table;
}();

// Letters beyond ASCII begin with 0xC3 to 0xDF or 0xE4 to 0xED here: no space, mark or order of bytes does (Unicode 15, table 3-7).
auto begins_text(char c) -> bool {
    const auto byte = static_cast<unsigned char>(c);
    return is_letter(c) || is_digit(c) || (byte >= 0xC3 && byte <= 0xDF) || (byte >= 0xE4 && byte <= 0xED);
}

// Letters, digits, and the open beginning of an interval (`../2015`).
auto begins_text(std::string_view text) -> bool {
    return !text.empty() && (begins_text(text.front()) || text.starts_with("../"));
}

auto is_null(std::string_view text) -> bool {
    return text == "null" || text == "Null" || text == "NULL";
}

auto is_inner(char c) -> bool {
    const auto byte = static_cast<unsigned char>(c);
    return c == ' ' || c == '-' || c == '.' || c == '_' || c == '/' || c == '(' || c == ')' || c == '\'' || c == '~' || c == '+' ||
           c == '%' || byte >= 0x80;
}

}  // namespace

auto PlainScalars::key(Node& into) -> bool {
    const std::size_t begin = at_;
    while (!is_end() && in_keys[static_cast<unsigned char>(text_[at_])]) ++at_;
    into = scalar(begin, at_);
    return at_ > begin && at_ - begin <= most_key_bytes && begins_text(text_[begin]) && !is_null(into.text) && take(':');
}

auto PlainScalars::quoted(Node& into) -> bool {
    const std::size_t begin = at_++;
    std::string inside;
    while (!is_end() && text_[at_] != '"') {
        if (static_cast<unsigned char>(text_[at_]) < 0x20) return false;
        if (text_[at_] != '\\')
            inside += text_[at_++];
        else if (!escape(inside))
            return false;
    }
    if (!take('"')) return false;
    into = scalar(begin, at_);
    into.text = std::move(inside);
    into.quoted = true;
    return true;
}

// A quotation mark, a backslash, the end of a line, or a letter beyond ASCII by its number.
auto PlainScalars::escape(std::string& into) -> bool {
    const char c = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
    if (c == '"' || c == '\\' || c == 'n') {
        into += c == 'n' ? '\n' : c;
        at_ += 2;
        return true;
    }
    std::uint32_t number = 0;
    const std::string_view digits = text_.substr(std::min(at_ + 2, text_.size()), 4);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    const bool is_one = c == 'u' && digits.size() == 4 && end == digits.data() + 4 && error == std::errc();
    if (!is_one || number < 0x80 || (number >= 0xD800 && number < 0xE000)) return false;
    append_utf8(into, number);
    at_ += 6;
    return true;
}

auto PlainScalars::plain_line(Node& into) -> bool {
    const std::size_t begin = at_;
    for (at_ = begin; !is_end() && text_[at_] != '\n'; ++at_) {
        const auto c = static_cast<unsigned char>(text_[at_]);
        if (c < 0x20 || c == 0x7F) return false;
        const char after = at_ + 1 < text_.size() ? text_[at_ + 1] : '\n';
        if ((c == ':' && (after == ' ' || after == '\n')) || (c == ' ' && (after == '#' || after == '\n'))) return false;
    }
    into = scalar(begin, at_);
    const bool negative = into.text.size() > 1 && into.text[0] == '-' && is_digit(into.text[1]);
    return at_ > begin && (negative || begins_text(text_.substr(begin))) && !is_null(into.text);
}

auto PlainScalars::plain_word(Node& into) -> bool {
    const std::size_t begin = at_;
    while (!is_end() && (begins_text(text_[at_]) || is_inner(text_[at_]))) ++at_;
    into = scalar(begin, at_);
    return at_ > begin && begins_text(text_.substr(begin)) && text_[at_ - 1] != ' ' && !is_null(into.text);
}

}  // namespace praxis::yaml
