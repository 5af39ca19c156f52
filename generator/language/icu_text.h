// Between UTF-8 and ICU's strings. Only for the files of this folder.
#pragma once

#include <unicode/unistr.h>

#include <string>
#include <string_view>

namespace praxis::language {

inline auto from_utf8(std::string_view text) -> icu::UnicodeString {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
}

inline auto to_utf8(const icu::UnicodeString& text) -> std::string {
    std::string out;
    text.toUTF8String(out);
    return out;
}

}  // namespace praxis::language
