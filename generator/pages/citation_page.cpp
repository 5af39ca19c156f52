// How a record is cited: its authors are bodies, whoever wrote it down.
#include <algorithm>

#include "pages/composer.h"

namespace praxis::pages {

// Who did, published or adopted it; of a practice without an organisation, its cities.
auto Composer::citation_authors(const Target& target) const -> std::vector<std::string> {
    const Value& facts = site_.bank[target].facts;
    std::vector<std::string> authors;
    const auto add = [&](const std::string& name) {
        if (!name.empty() && std::ranges::find(authors, name) == authors.end()) authors.push_back(name);
    };
    if (const Value* organisation = target.kind == Kind::practice ? facts.find("organisation") : nullptr)
        add(party(*organisation).label.text);
    for (const std::string_view key : {"network", "organisation", "adopted_by"}) {
        const bool of_kind = key == "adopted_by" ? target.kind == Kind::declaration : target.kind == Kind::bulletin;
        const auto body = of_kind ? target_in(facts, key) : std::nullopt;
        if (body) add(title(*body).text);
    }
    if (!authors.empty() || target.kind != Kind::practice) return authors;
    for (const Target& city : targets_in(facts, "cities")) add(title(city).text);
    return authors;
}

// What tells it from others of its name: a practice's place; of what was published before, when.
auto Composer::citation_detail(const Target& target) const -> std::string {
    if (target.kind == Kind::practice) return place_of(target);
    const Value& facts = site_.bank[target].facts;
    const fields::Date* when = facts.date_of("date");
    const auto event = when == nullptr ? target_in(facts, "event") : std::nullopt;
    if (event) {
        const Value& event_facts = site_.bank[*event].facts;
        when = event_facts.date_of("end") != nullptr ? event_facts.date_of("end") : event_facts.date_of("start");
    }
    return when == nullptr || when->kind == fields::Date::Kind::unknown ? std::string() : date(*when);
}

auto Composer::citation_of(const Target& target) const -> Citation {
    const auto publisher = site_.settings.fields.find("publisher");
    const Phrase name = title(target);
    return {.id = site_.bank[target].id,
            .authors = citation_authors(target),
            .title = name.text,
            .container = words_of(site_.settings.fields.find("names")).text,
            .publisher = publisher == nullptr ? std::string() : words_of(publisher->find("name")).text,
            .release = site_.settings.release_label,
            .date = released(),
            .language = name.language.empty() ? tag() : name.language,
            .address = site_.settings.base_url + routes::encoded(page_.path)};
}

void Composer::citation(const Target& target) {
    const Citation citation = citation_of(target);
    const auto flag = [](const std::string& text) { return text.empty() ? std::string_view("no") : std::string_view("yes"); };
    const std::string authors = joined(citation.authors), detail = citation_detail(target);
    const std::string released_on = date(site_.settings.release_date);
    View shown = root_.object("citation");
    shown.text("heading", word("citation"))
        .text("text", word("citation_text", {{"has_author", flag(authors)},
                                             {"author", authors},
                                             {"title", citation.title},
                                             {"has_detail", flag(detail)},
                                             {"detail", detail},
                                             {"site", citation.container},
                                             {"has_publisher", flag(citation.publisher)},
                                             {"publisher", citation.publisher},
                                             {"label", citation.release},
                                             {"date", released_on}}));
    shown.text("address", citation.address).url("url", citation.address);
    std::string about = routes::encoded(citation.title);
    for (std::size_t at = about.find('#'); at != std::string::npos; at = about.find('#', at)) about.replace(at, 1, "%23");
    shown.url("mail", "mailto:?subject=" + about + "&body=" + routes::encoded(citation.address));
    const auto format = [&](std::string_view label, std::string_view ending, const std::string& text) {
        shown.item("formats").text("name", label).text("file", citation.id + std::string(ending)).text("text", text);
    };
    format("BibTeX", ".bib", bibtex(citation));
    format("RIS", ".ris", ris(citation));
    format("CSL-JSON", ".json", csl_json(citation));
}

}  // namespace praxis::pages
