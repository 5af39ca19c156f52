// A query taken apart: words, phrases in quotes, and what is not wanted.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "language/text.h"
#include "search/query.h"

namespace praxis::search {
namespace {

constexpr std::size_t most_query = 300, most_terms = 24;

auto is_space(char32_t c) -> bool {
    static constexpr std::u32string_view spaces = U" \t\n\r\f\v\u00a0\u202f\u3000";
    return spaces.find(c) != std::u32string_view::npos;
}
auto opens(char32_t c) -> bool {
    static constexpr std::u32string_view marks = U"\"\u201c\u00ab\u201e";
    return marks.find(c) != std::u32string_view::npos;
}
auto closes(char32_t c) -> bool {
    static constexpr std::u32string_view marks = U"\"\u201d\u00bb\u201c";
    return marks.find(c) != std::u32string_view::npos;
}

struct Part {
    std::string text;
    bool quoted = false, excluded = false;
};

auto parts(std::string_view text) -> std::vector<Part> {
    std::u32string from;
    for (std::size_t at = 0; at < text.size();) from += next_code_point(text, at);
    std::vector<Part> found;
    for (std::size_t i = 0; i < from.size();) {
        if (is_space(from[i])) {
            ++i;
            continue;
        }
        Part part;
        part.excluded = from[i] == U'-' && i + 1 < from.size() && !is_space(from[i + 1]);
        if (part.excluded) ++i;
        part.quoted = opens(from[i]);
        for (i += part.quoted ? 1 : 0; i < from.size(); ++i) {
            if (part.quoted ? closes(from[i]) : is_space(from[i]) || opens(from[i])) break;
            append_utf8(part.text, from[i]);
        }
        if (part.quoted) ++i;
        found.push_back(std::move(part));
    }
    return found;
}

void add_term(Plan& plan, const std::string& form, bool quoted) {
    const bool known = std::ranges::find(plan.terms, form, &Term::form) != plan.terms.end();
    if (!known && plan.terms.size() < most_terms) plan.terms.push_back({form, quoted});
}

}  // namespace

auto parse(Index& index, std::string_view query) -> Plan {
    Plan plan;
    for (const Part& part : parts(language::nfc(prefix(query, most_query)))) {
        auto words = split(index.letters(), part.text);
        std::erase_if(words, [&](const Word& word) { return word.apostrophe && index.is_elision(word.text); });
        if (!part.quoted && !part.excluded) {
            for (const Word& word : words) add_term(plan, word.text, false);
            continue;
        }
        std::vector<Step> steps;
        for (std::size_t i = 0; i < words.size() && steps.size() < most_terms; ++i) {
            if (!index.is_stop_word(words[i].text)) steps.push_back({words[i].text, static_cast<std::int64_t>(i)});
        }
        if (steps.empty()) continue;
        if (!part.excluded) {
            for (const Step& step : steps) add_term(plan, step.form, true);
        }
        (part.excluded ? plan.excluded : plan.phrases).push_back(std::move(steps));
    }
    const auto is_stop_word = [&](const Term& term) { return index.is_stop_word(term.form); };
    if (!std::ranges::all_of(plan.terms, is_stop_word)) std::erase_if(plan.terms, is_stop_word);
    return plan;
}

}  // namespace praxis::search
