#include "language/words.h"

#include <libstemmer.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "language/text.h"

namespace praxis::language {
namespace {

// What decomposition leaves whole, in the letters that readers type (CLDR Latin-ASCII).
auto in_two_letters(char32_t letter) -> std::string_view {
    switch (letter) {
        case U'æ':
        case U'Æ': return "ae";
        case U'œ':
        case U'Œ': return "oe";
        case U'ø':
        case U'Ø': return "o";
        case U'đ':
        case U'Đ': return "d";
        case U'ł':
        case U'Ł': return "l";
        case U'ı': return "i";
        default: return {};
    }
}

}  // namespace

auto fold_letter(char32_t letter, std::string_view apart) -> FoldedLetter {
    const auto c = static_cast<UChar32>(letter);
    const bool mark = (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
    if (!u_isalnum(c) && !mark) return {{}, true};
    if (mark && u_charType(c) == U_NON_SPACING_MARK) return {};
    std::string lower;
    append_utf8(lower, static_cast<char32_t>(u_tolower(c)));
    for (std::size_t at = 0; at < apart.size();) {
        const std::size_t from = at;
        next_code_point(apart, at);
        if (lower == apart.substr(from, at - from)) return {lower, false};
    }
    const std::string_view two = in_two_letters(letter);
    return {two.empty() ? fold(lower) : std::string(two), false};
}

void append_lower(std::string& out, std::string_view plain_letters) {
    const std::size_t size = out.size();
    out += plain_letters;
    for (std::size_t i = size; i < out.size(); ++i) out[i] |= 0x20;  // digits have that bit
}

auto word_letter(char32_t letter) -> WordLetter {
    if (letter < 0x80) {
        const bool inside = is_plain_letter(static_cast<char>(letter));
        return {inside ? letter | 0x20 : letter, inside};
    }
    const auto c = static_cast<UChar32>(letter);
    const bool inside = u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
    return {static_cast<char32_t>(u_tolower(c)), inside};
}

struct Stemmer::Engine {
    sb_stemmer* snowball = nullptr;
    ~Engine() { sb_stemmer_delete(snowball); }
};

Stemmer::Stemmer(const std::string& algorithm) : engine_(std::make_unique<Engine>()) {
    if (!algorithm.empty()) engine_->snowball = sb_stemmer_new(algorithm.c_str(), "UTF_8");
}

Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer::~Stemmer() = default;

auto Stemmer::stem(std::string_view word) const -> std::string {
    if (engine_->snowball == nullptr) return std::string(word);
    const sb_symbol* stem =
        sb_stemmer_stem(engine_->snowball, reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
    if (stem == nullptr) return std::string(word);
    return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(engine_->snowball))};
}

auto Stemmer::knows(const std::string& algorithm) -> bool {
    sb_stemmer* snowball = sb_stemmer_new(algorithm.c_str(), "UTF_8");
    const bool known = snowball != nullptr;
    sb_stemmer_delete(snowball);
    return known;
}

}  // namespace praxis::language
