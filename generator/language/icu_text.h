// Between UTF-8 and ICU's strings, and languages as ICU knows them. Only for the files of this folder.
#pragma once

#include <unicode/locid.h>
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

// What ICU has no data of it takes from its default locale, which is the language of the machine unless told otherwise: a site
// in a language of few speakers would depend on where it was built.
inline auto locale_of(std::string_view tag) -> icu::Locale {
    [[maybe_unused]] static const bool neutral = [] {
        UErrorCode status = U_ZERO_ERROR;
        icu::Locale::setDefault(icu::Locale::getRoot(), status);
        return U_SUCCESS(status);
    }();
    UErrorCode status = U_ZERO_ERROR;
    return icu::Locale::forLanguageTag(icu::StringPiece(tag.data(), static_cast<int>(tag.size())), status);
}

}  // namespace praxis::language
