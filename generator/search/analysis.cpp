#include "search/analysis.h"

#include "base/utf8.h"

namespace praxis::search {

Analysis::Analysis(const wording::SearchWords& words)
    : words_(words), stemmer_(words.stemmer), letters_([&words](char32_t c) { return language::fold_letter(c, words.apart); }) {
    for (const std::string& word : words.stop_words) stop_words_.insert(fold(word));
    for (const std::string& word : words.elisions) elisions_.insert(fold(word));
    for (const std::string& word : words.unstemmed) lemmas_.emplace(fold(word), fold(word));
    for (const auto& forms : words.irregular) {
        for (const std::string& form : forms) lemmas_.insert_or_assign(fold(form), fold(forms.front()));
    }
}

auto Analysis::fold(std::string_view text) -> std::string {
    std::string folded;
    for (const Word& word : split(letters_, text)) folded += word.text;
    return folded;
}

auto Analysis::final_form(const std::string& form) const -> const std::string* {
    const auto lemma = lemmas_.find(form);
    return lemma == lemmas_.end() ? nullptr : &lemma->second;
}

auto Analysis::stem_of(std::string_view folded) const -> std::string {
    std::string form(folded);
    if (const std::string* lemma = final_form(form)) return *lemma;
    for (const auto* rules : {&words_.plurals, &words_.inflections}) {
        form = with_rule(*rules, form);
        if (const std::string* lemma = final_form(form)) return *lemma;
    }
    std::string stem = stemmer_.stem(form);
    const bool one_less = stem.size() + 1 == form.size() && form.starts_with(stem);
    return one_less && words_.kept.find(form.back()) != std::string::npos ? form : stem;
}

auto with_rule(const std::vector<wording::EndingRule>& rules, std::string_view word) -> std::string {
    const wording::EndingRule* best = nullptr;
    for (const wording::EndingRule& rule : rules) {
        if (!word.ends_with(rule.ending) || (best != nullptr && best->ending.size() >= rule.ending.size())) continue;
        if (code_points(word.substr(0, word.size() - rule.ending.size())) >= rule.least) best = &rule;
    }
    if (best == nullptr) return std::string(word);
    return std::string(word.substr(0, word.size() - best->ending.size())) + best->becomes;
}

}  // namespace praxis::search
