#include "writers/json.h"

#include <fmt/format.h>

namespace praxis::writers {

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
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            (out_ += '\\') += c;
        else if (c == '\n')
            out_ += "\\n";
        else if (code < 0x20 || c == '<' || c == '>' || c == '&' || code == 0x7F)
            out_ += fmt::format("\\u{:04x}", code);
        else
            out_ += c;
    }
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
