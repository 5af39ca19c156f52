#include "language/text.h"

#include <unicode/coll.h>
#include <unicode/curramt.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/sortkey.h>
#include <unicode/uchar.h>
#include <unicode/ucurr.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>
#include <unicode/uregion.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <set>

#include "base/byte_set.h"
#include "base/check.h"
#include "base/utf8.h"
#include "language/icu_text.h"

namespace praxis::language {
namespace {

auto normalizer(const icu::Normalizer2* (*instance)(UErrorCode&)) -> const icu::Normalizer2& {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* found = instance(status);
    CHECK(U_SUCCESS(status));
    return *found;
}

// As anchor_of, for the letters that most headings are made of.
auto ascii_anchor(std::string_view heading) -> std::string {
    std::string anchor;
    for (const char c : lower_ascii(heading)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_')
            anchor += c;
        else if (c == ' ' || (c >= '\t' && c <= '\r'))
            anchor += '-';
    }
    return anchor;
}

// Whether all is below U+0300, where nothing combines or is put together anew, or one of the dashes and quotation marks from
// U+2010 to 203F (UAX #15, NFC_Quick_Check). Most texts of Latin letters are.
auto is_plainly_composed(std::string_view text) -> bool {
    static constexpr ByteSet beyond = [] {
        ByteSet set;
        set.add(0xCC, 0xFF);
        return set;
    }();
    for (std::size_t at = beyond.find(text); at < text.size(); at = beyond.find(text, at + 1)) {
        const bool mark =
            text.substr(at).starts_with("\xE2\x80") && at + 2 < text.size() && static_cast<unsigned char>(text[at + 2]) >= 0x90;
        if (!mark) return false;
    }
    return true;
}

}  // namespace

auto nfc(std::string_view text) -> std::string {
    if (is_plainly_composed(text)) return std::string(text);
    static const icu::Normalizer2& form = normalizer(&icu::Normalizer2::getNFCInstance);
    UErrorCode status = U_ZERO_ERROR;
    if (form.isNormalizedUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())), status)) return std::string(text);
    return to_utf8(form.normalize(from_utf8(text), status));
}

auto nfd(std::string_view text) -> std::string {
    if (is_ascii(text)) return std::string(text);
    static const icu::Normalizer2& form = normalizer(&icu::Normalizer2::getNFDInstance);
    UErrorCode status = U_ZERO_ERROR;
    return to_utf8(form.normalize(from_utf8(text), status));
}

auto fold(std::string_view text) -> std::string {
    if (is_ascii(text)) return lower_ascii(text);
    static const icu::Normalizer2& folding = normalizer(&icu::Normalizer2::getNFKCCasefoldInstance);
    static const icu::Normalizer2& decomposed = normalizer(&icu::Normalizer2::getNFDInstance);
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString all = decomposed.normalize(folding.normalize(from_utf8(text), status), status);
    icu::UnicodeString kept;
    for (int i = 0; i < all.length(); i = all.moveIndex32(i, 1)) {
        const UChar32 c = all.char32At(i);
        if (u_charType(c) != U_NON_SPACING_MARK) kept.append(c);
    }
    return to_utf8(kept);
}

auto anchor_of(std::string_view heading) -> std::string {
    if (is_ascii(heading)) return ascii_anchor(heading);
    const icu::UnicodeString lower = from_utf8(nfc(heading)).toLower(icu::Locale::getRoot());
    std::string anchor;
    for (int i = 0; i < lower.length(); i = lower.moveIndex32(i, 1)) {
        const UChar32 c = lower.char32At(i);
        const bool mark = (U_GET_GC_MASK(c) & U_GC_M_MASK) != 0;
        if (u_isalnum(c) || mark || c == '-' || c == '_')
            append_utf8(anchor, static_cast<char32_t>(c));
        else if (u_isUWhiteSpace(c))
            anchor += '-';
    }
    return anchor;
}

namespace {

auto is_known_to_icu(std::string_view tag) -> bool {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = locale_of(tag);
    if (locale.isBogus() || std::strlen(locale.getLanguage()) < 2) return false;
    return locale.toLanguageTag<std::string>(status) == tag && U_SUCCESS(status) && std::strlen(locale.getISO3Language()) > 0;
}

}  // namespace

auto is_language_tag(std::string_view tag) -> bool {
    if (tag.size() < 2 || tag.size() > 11) return false;
    if (tag.size() > 3) return is_known_to_icu(tag);
    thread_local std::map<std::string, bool, std::less<>> known;  // short ones: few, and asked for with every text
    const auto at = known.find(tag);
    return at != known.end() ? at->second : known.emplace(tag, is_known_to_icu(tag)).first->second;
}

auto is_country(std::string_view code) -> bool {
    static const std::set<std::string, std::less<>> codes = [] {
        std::set<std::string, std::less<>> all;
        for (const char* const* at = icu::Locale::getISOCountries(); *at != nullptr; ++at) all.insert(*at);
        return all;
    }();
    return codes.contains(code);
}

auto is_currency(std::string_view code) -> bool {
    if (code.size() != 3 || !std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; })) return false;
    UErrorCode status = U_ZERO_ERROR;
    return ucurr_isAvailable(from_utf8(code).getTerminatedBuffer(), U_DATE_MIN, U_DATE_MAX, &status) != 0;
}

auto is_right_to_left(std::string_view tag) -> bool {
    return locale_of(tag).isRightToLeft() != 0;
}

auto continent_of(std::string_view country) -> std::string {
    UErrorCode status = U_ZERO_ERROR;
    const URegion* region = uregion_getRegionFromCode(std::string(country).c_str(), &status);
    const URegion* continent = U_SUCCESS(status) ? uregion_getContainingRegionOfType(region, URGN_CONTINENT) : nullptr;
    if (continent == nullptr) return {};
    const std::string code = uregion_getRegionCode(continent);
    if (code != "019") return code;
    const URegion* part = uregion_getContainingRegionOfType(region, URGN_SUBCONTINENT);
    return part != nullptr && uregion_getRegionCode(part) == std::string_view("005") ? "005" : "003";
}

auto country_name(std::string_view code, std::string_view in_language) -> std::string {
    icu::UnicodeString name;
    icu::Locale("", std::string(code).c_str()).getDisplayCountry(locale_of(in_language), name);
    return to_utf8(name);
}

auto language_name(std::string_view tag, std::string_view in_language) -> std::string {
    // Every record names a few languages; ICU looks each up in its data.
    thread_local std::map<std::string, std::string> known;
    const auto [at, is_new] = known.try_emplace(std::string(tag) + " " + std::string(in_language));
    if (is_new) {
        icu::UnicodeString name;
        locale_of(tag).getDisplayName(locale_of(in_language), name);
        at->second = to_utf8(name);
    }
    return at->second;
}

struct Collator::Engine {
    std::unique_ptr<icu::Collator> collator;
};

Collator::Collator(std::string_view language) : engine_(std::make_unique<Engine>()) {
    UErrorCode status = U_ZERO_ERROR;
    engine_->collator.reset(icu::Collator::createInstance(locale_of(language), status));
    CHECK(U_SUCCESS(status));
    engine_->collator->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
}

Collator::Collator(Collator&&) noexcept = default;
auto Collator::operator=(Collator&&) noexcept -> Collator& = default;
Collator::~Collator() = default;

auto Collator::key(std::string_view text) const -> std::string {
    const icu::UnicodeString wide = from_utf8(text);
    std::string key(static_cast<std::size_t>(wide.length()) * 3 + 16, '\0');
    auto* into = reinterpret_cast<std::uint8_t*>(key.data());
    const int needed = engine_->collator->getSortKey(wide, into, static_cast<int>(key.size()));
    if (needed > static_cast<int>(key.size())) {
        key.resize(static_cast<std::size_t>(needed));
        engine_->collator->getSortKey(wide, reinterpret_cast<std::uint8_t*>(key.data()), needed);
    }
    key.resize(static_cast<std::size_t>(needed));
    return key;
}

Typography::Typography(Spaces before, Spaces after, std::string apostrophe)
    : before_(std::move(before)), after_(std::move(after)), apostrophe_(std::move(apostrophe)) {
    const auto add = [&](ByteSet& set, char c) {
        set.add(c);
        either_.add(c);
    };
    for (const auto& [mark, space] : before_) add(begins_, mark.front());
    for (const auto& [mark, space] : after_) add(ends_, mark.back());
    if (!apostrophe_.empty()) either_.add('\'');
}

namespace {

auto is_within_word(std::string_view text, std::size_t at) -> bool {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    auto before = static_cast<std::int32_t>(at), after = before + 1;
    const auto end = static_cast<std::int32_t>(text.size());
    UChar32 left = U_SENTINEL, right = U_SENTINEL;
    if (before > 0) U8_PREV(bytes, 0, before, left);
    if (after < end) U8_NEXT(bytes, after, end, right);
    return left >= 0 && right >= 0 && u_isalpha(left) && u_isalnum(right);
}

}  // namespace

// Most letters neither begin nor end a mark: only what is beside one is looked at.
auto typeset(std::string_view text, const Typography& rules) -> std::string {
    std::size_t at = rules.either_.find(text);
    if (at == text.size()) return std::string(text);
    const auto replacement = [](const auto& table, auto matches) -> const std::string* {
        const auto found = std::ranges::find_if(table, [&](const auto& rule) { return matches(rule.first); });
        return found == table.end() ? nullptr : &found->second;
    };
    std::string out;
    out.reserve(text.size() + 8);
    std::size_t from = 0, done = 0;
    const auto spaces = [&](std::size_t begin, std::size_t end) {
        if (begin < done || begin == end) return;
        done = end;
        const std::string_view before = text.substr(0, begin), next = text.substr(end);
        const std::string* space = replacement(rules.before_, [&](const std::string& mark) { return next.starts_with(mark); });
        if (space == nullptr) space = replacement(rules.after_, [&](const std::string& mark) { return before.ends_with(mark); });
        if (space == nullptr) return;
        out.append(text, from, begin - from);
        out += *space;
        from = end;
    };
    for (; at < text.size(); at = rules.either_.find(text, at + 1)) {
        if (rules.begins_.holds(text[at]) && at > 0 && text[at - 1] == ' ') spaces(text.find_last_not_of(' ', at - 1) + 1, at);
        if (text[at] == '\'' && !rules.apostrophe_.empty() && is_within_word(text, at)) {
            out.append(text, from, at - from);
            out += rules.apostrophe_;
            from = at + 1;
        }
        if (rules.ends_.holds(text[at])) spaces(at + 1, std::min(text.find_first_not_of(' ', at + 1), text.size()));
    }
    out.append(text, from);
    return out;
}

}  // namespace praxis::language
