#include "writers/json.h"

#include <fmt/format.h>

#include "base/byte_set.h"

namespace praxis::writers {
namespace {

constexpr ByteSet not_plain = [] {
    ByteSet set("\"\\<>&\x7F");
    set.add(0x00, 0x1F);
    return set;
}();

}  // namespace

void Json::separate() {
    if (!first_ && !after_key_) out_ += ',';
    first_ = after_key_ = false;
}

auto Json::open(char bracket) -> Json& {
    separate();
    out_ += bracket;
    first_ = true;
    return *this;
}

auto Json::close(char bracket) -> Json& {
    out_ += bracket;
    first_ = false;
    return *this;
}

void Json::quoted(std::string_view text) {
    out_ += '"';
    std::size_t from = 0;
    for (std::size_t at = not_plain.find(text); at < text.size(); at = not_plain.find(text, from)) {
        const char c = text[at];
        out_ += text.substr(from, at - from);
        from = at + 1;
        if (c == '"' || c == '\\')
            (out_ += '\\') += c;
        else if (c == '\n')
            out_ += "\\n";
        else
            out_ += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
    }
    out_ += text.substr(from);
    out_ += '"';
}

auto Json::key(std::string_view name) -> Json& {
    separate();
    quoted(name);
    out_ += ':';
    after_key_ = true;
    return *this;
}

auto Json::value(std::string_view text) -> Json& {
    separate();
    quoted(text);
    return *this;
}

auto Json::value(std::int64_t number) -> Json& {
    separate();
    out_ += fmt::format("{}", number);
    return *this;
}

auto Json::value(double number) -> Json& {
    separate();
    out_ += fmt::format("{}", number);
    return *this;
}

auto Json::value(bool truth) -> Json& {
    separate();
    out_ += truth ? "true" : "false";
    return *this;
}

}  // namespace praxis::writers
