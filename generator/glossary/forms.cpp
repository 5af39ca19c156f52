#include "base/utf8.h"
#include "glossary/glossary.h"
#include "language/words.h"

namespace praxis::glossary {
namespace {

struct Word {
    std::string lower;
    std::size_t begin = 0, end = 0;
};

auto words_of(std::string_view text) -> std::vector<Word> {
    std::vector<Word> words;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        while (at < text.size() && language::is_plain_letter(text[at])) ++at;
        if (at > from) {
            if (!inside) words.push_back({{}, from, at});
            language::append_lower(words.back().lower, text.substr(from, at - from));
            words.back().end = at;
            inside = true;
            continue;
        }
        const language::WordLetter letter = language::word_letter(next_code_point(text, at));
        if (letter.inside) {
            if (!inside) words.push_back({{}, from, at});
            append_utf8(words.back().lower, letter.lower);
            words.back().end = at;
        }
        inside = letter.inside;
    }
    return words;
}

// What stands between two words: any white space is one space, any apostrophe the plain one.
auto gap(std::string_view text) -> std::string {
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return " ";
    return text == "\u2019" ? "'" : std::string(text);
}

}  // namespace

void FormFinder::add(std::string_view form, std::size_t term) {
    const auto words = words_of(form);
    if (words.empty()) return;
    Form kept{{}, {}, term};
    for (std::size_t i = 0; i < words.size(); ++i) {
        kept.words.push_back(words[i].lower);
        if (i > 0) kept.gaps.push_back(gap(form.substr(words[i - 1].end, words[i].begin - words[i - 1].end)));
    }
    forms_[kept.words.front()].push_back(std::move(kept));
}

auto FormFinder::find(std::string_view text) const -> std::vector<Hit> {
    std::vector<Hit> hits;
    if (forms_.empty()) return hits;
    const auto words = words_of(text);
    const auto fits = [&](const Form& form, std::size_t first) {
        if (first + form.words.size() > words.size()) return false;
        for (std::size_t i = 1; i < form.words.size(); ++i) {
            const Word &before = words[first + i - 1], &word = words[first + i];
            if (word.lower != form.words[i] || gap(text.substr(before.end, word.begin - before.end)) != form.gaps[i - 1]) return false;
        }
        return true;
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto known = forms_.find(words[i].lower);
        if (known == forms_.end()) continue;
        const Form* longest = nullptr;
        for (const Form& form : known->second) {
            if ((longest == nullptr || form.words.size() > longest->words.size()) && fits(form, i)) longest = &form;
        }
        if (longest == nullptr) continue;
        const std::size_t last = i + longest->words.size() - 1;
        hits.push_back({words[i].begin, words[last].end, longest->term});
        i = last;
    }
    return hits;
}

}  // namespace praxis::glossary
