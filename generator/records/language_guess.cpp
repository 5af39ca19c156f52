#include "records/language_guess.h"

#include <algorithm>
#include <array>

#include "base/probe.h"
#include "base/utf8.h"
#include "language/words.h"

namespace praxis::records {
namespace {

constexpr std::size_t slot_count = 8192;  // a power of two, far above the stop words of thirty languages
constexpr std::size_t most_languages = 16, most_bytes = 8;
constexpr int least_words = 3, least_times = 5;
constexpr int enough_words = 3;  // a text that begins with so many of its own language is not read on

auto is_ascii_letter(unsigned char c) -> bool {
    return static_cast<unsigned char>((c | 0x20U) - 'a') < 26;
}

// Calls `on(word)` for each short word as the number of its bytes, in small letters, until it says no more.
template <class On>
void each_word(std::string_view text, On&& on) {
    for (std::size_t at = 0; at < text.size();) {
        std::uint64_t word = 0;
        std::size_t size = 0;
        while (at < text.size()) {
            const auto c = static_cast<unsigned char>(text[at]);
            if (c < 0x80) {
                if (!is_ascii_letter(c)) break;
                if (size < most_bytes) word |= std::uint64_t{c | 0x20U} << (8 * size);
                ++size;
                ++at;
                continue;
            }
            std::size_t next = at;
            const language::WordLetter letter = language::word_letter(next_code_point(text, next));
            if (!letter.inside) break;
            std::string bytes;
            append_utf8(bytes, letter.lower);
            for (const char byte : bytes) {
                if (size < most_bytes) word |= std::uint64_t{static_cast<unsigned char>(byte)} << (8 * size);
                ++size;
            }
            at = next;
        }
        if (size > 0 && size <= most_bytes && !on(word)) return;
        if (size == 0) next_code_point(text, at);
    }
}

}  // namespace

LanguageGuess::LanguageGuess(const wording::Wording& wording) : slots_(slot_count) {
    for (const auto& [tag, locale] : wording.all()) {
        if (locale.search.stop_words.empty() || tags_.size() == most_languages) continue;
        for (const std::string& word : locale.search.stop_words) add(word, 1U << tags_.size());
        tags_.push_back(tag);
    }
}

auto LanguageGuess::slot_of(std::uint64_t word) const -> std::size_t {
    const std::uint64_t hash = (word * 0x9E3779B97F4A7C15U) >> 51U;  // Fibonacci hashing (Knuth, TAOCP 6.4)
    return probe(slot_count, hash, [&](std::size_t at) { return slots_[at].word == 0 || slots_[at].word == word; });
}

void LanguageGuess::add(std::string_view word, std::uint32_t language) {
    each_word(word, [&](std::uint64_t number) {
        Slot& slot = slots_[slot_of(number)];
        slot.word = number;
        slot.languages |= language;
        return true;
    });
}

auto LanguageGuess::other_than(std::string_view declared, std::string_view text) const -> std::string_view {
    const auto own = static_cast<std::size_t>(std::ranges::find(tags_, declared) - tags_.begin());
    if (own == tags_.size()) return {};
    const std::uint32_t own_bit = 1U << own;
    std::array<int, most_languages> theirs{}, ours{};  // words of one of the two alone
    each_word(text, [&](std::uint64_t word) {
        const std::uint32_t languages = slots_[slot_of(word)].languages;
        if (languages == 0) return true;
        const bool is_ours = (languages & own_bit) != 0;
        bool unsure = false;
        for (std::size_t i = 0; i < tags_.size(); ++i) {
            const bool is_theirs = (languages & 1U << i) != 0;
            if (is_theirs && !is_ours) ++theirs[i];
            if (is_ours && !is_theirs) ++ours[i];
            unsure = unsure || (i != own && (theirs[i] > 0 || ours[i] < enough_words));
        }
        return unsure;
    });
    std::size_t best = own;
    for (std::size_t i = 0; i < tags_.size(); ++i) {
        const bool plain = theirs[i] >= least_words && theirs[i] >= least_times * ours[i];
        if (plain && (best == own || theirs[i] > theirs[best])) best = i;
    }
    return best == own ? std::string_view() : std::string_view(tags_[best]);
}

}  // namespace praxis::records
