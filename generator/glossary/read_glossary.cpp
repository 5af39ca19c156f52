#include <algorithm>

#include "glossary/codes.h"
#include "glossary/glossary.h"
#include "markdown/prose.h"
#include "values/read_object.h"
#include "yaml/node.h"

namespace praxis::glossary {
namespace {

using values::Value;

constexpr std::uint64_t most_glossary_bytes = 1024 * 1024;

// The phrase of words in a language, or the one that serves all.
auto phrase_in(const Value* words, std::string_view language) -> const Value* {
    if (words == nullptr) return nullptr;
    const auto at = std::ranges::find_if(words->items, [&](const Value& phrase) {
        const std::string_view tag = values::language_of(phrase);
        return tag.empty() || tag == language;
    });
    return at == words->items.end() ? nullptr : &*at;
}

class Reader {
public:
    Reader(Glossary& glossary, Diagnostics& found) : glossary_(glossary), found_(found) {}

    void run() {
        const auto& terms = glossary_.terms();
        for (std::size_t i = 0; i < terms.size(); ++i) {
            if (const Value* term = terms[i].find("term")) add(*term, i, glossary_.agreed);
            for (const Value& form : terms[i].items_of("forms")) add(form, i, glossary_.agreed);
        }
        for (std::size_t i = 0; i < terms.size(); ++i) {
            for (const Value& form : terms[i].items_of("forbidden")) add(form, i, glossary_.avoided);
        }
    }

private:
    void add(const Value& words, std::size_t term, std::map<std::string, FormFinder, std::less<>>& finders) {
        for (const Value& phrase : words.items) {
            const std::string language(values::language_of(phrase));
            if (&finders == &glossary_.avoided && is_agreed(phrase.text, language))
                found_.push_back(diagnose(codes::form_agreed_and_avoided, phrase.span(glossary_.file), {phrase.text}));
            else
                finders[language].add(phrase.text, term);
        }
    }

    auto is_agreed(const std::string& form, const std::string& language) const -> bool {
        const auto finder = glossary_.agreed.find(language);
        if (finder == glossary_.agreed.end()) return false;
        const auto hits = finder->second.find(form);
        return hits.size() == 1 && hits.front().begin == 0 && hits.front().end == form.size();
    }

    Glossary& glossary_;
    Diagnostics& found_;
};

auto hits_in(const std::map<std::string, FormFinder, std::less<>>& finders, std::string_view body, std::string_view language)
    -> std::vector<Hit> {
    std::vector<Hit> hits;
    std::string prose;
    for (const std::string_view tag : {language, std::string_view()}) {  // forms of one language, and those that serve all
        const auto finder = finders.find(tag);
        if (finder == finders.end()) continue;
        if (prose.empty()) prose = markdown::prose_of(body);
        const auto more = finder->second.find(prose);
        hits.insert(hits.end(), more.begin(), more.end());
    }
    std::ranges::sort(hits, {}, &Hit::begin);
    return hits;
}

}  // namespace

auto Glossary::term_in(std::size_t term, std::string_view language) const -> std::string_view {
    const Value* phrase = phrase_in(terms()[term].find("term"), language);
    return phrase == nullptr ? std::string_view() : std::string_view(phrase->text);
}

auto Glossary::forms_in(std::size_t term, std::string_view key, std::string_view language) const -> std::vector<std::string> {
    std::vector<std::string> forms;
    for (const Value& form : terms()[term].items_of(key)) {
        if (const Value* phrase = phrase_in(&form, language)) forms.push_back(phrase->text);
    }
    return forms;
}

auto Glossary::avoided_in(std::string_view body, std::string_view language) const -> std::vector<Hit> {
    return hits_in(avoided, body, language);
}

auto Glossary::used_in(std::string_view body, std::string_view language) const -> std::vector<std::size_t> {
    std::vector<std::size_t> used;
    for (const Hit& hit : hits_in(agreed, body, language)) used.push_back(hit.term);
    std::ranges::sort(used);
    used.erase(std::unique(used.begin(), used.end()), used.end());
    return used;
}

auto read_glossary(const input::InputSet& inputs) -> Outcome<Glossary> {
    Outcome<Glossary> outcome;
    Glossary& glossary = outcome.value;
    glossary.fields.form = values::Form::object;
    const auto file = inputs.find("content/glossary.yaml");
    if (!file || inputs[*file].broken) return outcome;
    glossary.file = *file;
    auto read = values::read_table(inputs, {*file, most_glossary_bytes, fields::glossary_fields(), "glossary"});
    glossary.fields = std::move(read.value);
    outcome.diagnostics = std::move(read.diagnostics);
    Reader(glossary, outcome.diagnostics).run();
    return outcome;
}

}  // namespace praxis::glossary
