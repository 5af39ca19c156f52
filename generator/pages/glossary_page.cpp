// The words that the bank has agreed on: each in every language, with the forms to avoid.
#include <algorithm>

#include "pages/composer.h"

namespace praxis::pages {
namespace {

auto enumerated(std::string text, const std::vector<std::string>& forms) -> std::string {
    for (const std::string& form : forms) text += (text.empty() ? "" : ", ") + form;
    return text;
}

}  // namespace

void Composer::glossary() {
    shell(here(word("glossary_title")), {}, word("intro_glossary"));
    put(root_, "intro", here(word("intro_glossary")));
    const auto& terms = site_.glossary.terms();
    std::vector<std::pair<std::string, std::size_t>> order;
    for (std::size_t i = 0; i < terms.size(); ++i) order.emplace_back(locale().order->key(words_of(terms[i].find("term")).text), i);
    std::ranges::sort(order);
    View shown = block("terms", {});
    for (const auto& [key, number] : order) {
        const Phrase name = words_of(terms[number].find("term"));
        const Phrase definition = words_of(terms[number].find("definition"));
        View group = shown.item("groups");
        group.text("id", terms[number].text_of("id")).text("heading", name.text);
        if (!name.language.empty() && name.language != tag()) group.text("heading_lang", name.language);
        if (definition.language.empty() || definition.language == tag()) group.text("note", definition.text);
        for (const Site::Language& other : site_.languages) {
            const std::string& language = other.locale->tag;
            const auto forms = site_.glossary.forms_in(number, "forms", language);
            const auto avoided = site_.glossary.forms_in(number, "forbidden", language);
            const std::string term = enumerated(std::string(site_.glossary.term_in(number, language)), forms);
            const std::string name_of_language = language_name(language);
            if (!term.empty()) put_link(group.item("links"), {{term, language, true}, {}, name_of_language});
            if (!avoided.empty())
                put_link(group.item("links"),
                         {{enumerated({}, avoided), language, true}, {}, joined({name_of_language, word("glossary_avoided")})});
        }
    }
}

}  // namespace praxis::pages
