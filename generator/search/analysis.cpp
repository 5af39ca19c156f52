#include "search/analysis.h"

#include <algorithm>

#include "base/utf8.h"

namespace praxis::search {

Endings::Endings(const std::vector<wording::EndingRule>& rules) {
    for (const wording::EndingRule& rule : rules) {
        if (!rule.ending.empty()) by_last_[static_cast<unsigned char>(rule.ending.back())].push_back(&rule);
    }
    for (auto& group : by_last_)
        std::ranges::stable_sort(group, std::ranges::greater(), [](const wording::EndingRule* rule) { return rule->ending.size(); });
}

auto Endings::applied(std::string word) const -> std::string {
    if (word.empty()) return word;
    for (const wording::EndingRule* rule : by_last_[static_cast<unsigned char>(word.back())]) {
        const std::size_t kept = word.size() - std::min(rule->ending.size(), word.size());
        if (!word.ends_with(rule->ending) || code_points(std::string_view(word).substr(0, kept)) < rule->least) continue;
        word.replace(kept, std::string::npos, rule->becomes);
        break;
    }
    return word;
}

Analysis::Analysis(const wording::SearchWords& words)
    : words_(words), plurals_(words.plurals), inflections_(words.inflections), stemmer_(words.stemmer), letters_([&words](char32_t c) {
          return language::fold_letter(c, words.apart);
      }) {
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
    for (const Endings* endings : {&plurals_, &inflections_}) {
        form = endings->applied(std::move(form));
        if (const std::string* lemma = final_form(form)) return *lemma;
    }
    std::string stem = stemmer_.stem(form);
    const bool one_less = stem.size() + 1 == form.size() && form.starts_with(stem);
    return one_less && words_.kept.find(form.back()) != std::string::npos ? form : stem;
}

}  // namespace praxis::search
