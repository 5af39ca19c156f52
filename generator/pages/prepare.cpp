#include <algorithm>
#include <map>
#include <numeric>

#include "base/binary.h"
#include "base/parallel.h"
#include "language/text.h"
#include "pages/neighbours.h"
#include "pages/site.h"

namespace praxis::pages {
namespace {

auto chain_of(const settings::Settings& settings, const wording::Locale* locale, const std::string& tag) -> std::vector<std::string> {
    std::vector<std::string> chain{tag};
    const auto add = [&](const std::string& language) {
        if (std::ranges::find(chain, language) == chain.end()) chain.push_back(language);
    };
    if (locale != nullptr) std::ranges::for_each(locale->fallback, add);
    std::ranges::for_each(settings.languages, add);
    return chain;
}

auto title_of(const Entity& entity, const Site::Language& language) -> Phrase {
    if (fields::entry(entity.kind).format == fields::Format::yaml) {
        Phrase phrase = phrase_of(entity.facts.find("names"), language, {});
        if (phrase.text.empty()) phrase.text = entity.id;
        return phrase;
    }
    const auto text_in = [&](std::string_view tag) -> const bank::Text* { return entity.text(tag); };
    const bank::Text* text = text_in(language.chain.front());
    for (std::size_t i = 1; text == nullptr && i < language.chain.size() && i <= language.locale->fallback.size(); ++i)
        text = text_in(language.chain[i]);
    if (text == nullptr && !entity.texts.empty()) text = &entity.texts.front();
    const Value* title = text == nullptr ? nullptr : entity.fields(*text).find("title");
    if (title == nullptr) return {entity.id, {}, true};
    return {title->items.front().text, text->language, true};
}

// Cities whose names fold alike show country, then subdivision, always.
void tell_cities_apart(const Site& site, Site::Language& language) {
    const auto cities = site.bank.entities(Kind::city);
    auto& titles = language.titles[static_cast<std::size_t>(Kind::city)];
    std::map<std::string, std::vector<std::size_t>> alike;
    for (std::size_t i = 0; i < titles.size(); ++i) alike[language::fold(titles[i].text)].push_back(i);
    for (const auto& [name, same] : alike) {
        if (same.size() < 2) continue;
        std::map<std::string_view, int> countries;
        for (const std::size_t i : same) ++countries[cities[i].facts.text_of("country")];
        for (const std::size_t i : same) {
            const std::string_view code = cities[i].facts.text_of("country");
            const auto number = site.routes.country_number(code);
            const std::string country = number ? language.countries[*number] : std::string(code);
            const std::string_view subdivision = cities[i].facts.text_of("subdivision");
            const bool more = countries[code] > 1 && !subdivision.empty();
            titles[i].text = site.wording.word(*language.locale, more ? "city_in_subdivision" : "city_in_country",
                                               {{"city", titles[i].text}, {"country", country}, {"subdivision", subdivision}});
        }
    }
}

auto ranks_of(const std::vector<std::string>& keys) -> std::vector<std::uint32_t> {
    std::vector<std::uint32_t> order(keys.size()), ranks(keys.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) -> const std::string& { return keys[i]; });
    for (std::uint32_t place = 0; place < order.size(); ++place) ranks[order[place]] = place;
    return ranks;
}

void name_countries(const Site& site, Site::Language& language) {
    std::vector<std::string> keys;
    for (const std::string& code : site.routes.countries()) {
        const std::string_view own = site.settings.country_name(code, language.chain);
        language.countries.push_back(own.empty() ? language::country_name(code, language.chain.front()) : std::string(own));
        keys.push_back(language.locale->order->key(language.countries.back()));
    }
    language.country_ranks = ranks_of(keys);
}

auto regions_of(const routes::Routes& routes) -> std::vector<std::string> {
    std::vector<std::string> regions;
    for (const std::string& code : routes.countries()) regions.push_back(language::continent_of(code));
    return regions;
}

void name_regions(const Site& site, Site::Language& language) {
    for (const std::string& code : site.country_regions) {
        if (!code.empty()) language.regions[code].name = language::country_name(code, language.chain.front());
    }
    std::vector<std::string> keys;
    for (const auto& [code, region] : language.regions) keys.push_back(language.locale->order->key(region.name));
    const auto ranks = ranks_of(keys);
    std::size_t at = 0;
    for (auto& [code, region] : language.regions) region.rank = ranks[at++];
}

}  // namespace

auto phrase_of(const Value* words, const Site::Language& language, std::string_view original) -> Phrase {
    if (words == nullptr || words->items.empty()) return {};
    const auto in = [&](std::string_view tag) -> const Value* {
        const auto at = std::ranges::find_if(
            words->items, [&](const Value& p) { return values::language_of(p).empty() || values::language_of(p) == tag; });
        return at == words->items.end() ? nullptr : &*at;
    };
    const std::size_t own = 1 + language.locale->fallback.size();
    const Value* found = nullptr;
    for (std::size_t i = 0; found == nullptr && i < std::min(own, language.chain.size()); ++i) found = in(language.chain[i]);
    if (found == nullptr && !original.empty()) found = in(original);
    for (std::size_t i = own; found == nullptr && i < language.chain.size(); ++i) found = in(language.chain[i]);
    if (found == nullptr) found = &words->items.front();
    return {found->text, std::string(values::language_of(*found)), found->official};
}

namespace {

auto prepared(const Site& site, const std::string& tag) -> Site::Language {
    Site::Language language;
    language.locale = site.wording.find(tag);
    language.chain = chain_of(site.settings, language.locale, tag);
    name_countries(site, language);
    name_regions(site, language);
    for (const fields::KindEntry& kind : fields::kinds()) {
        for (const Entity& entity : site.bank.entities(kind.kind))
            language.titles[static_cast<std::size_t>(kind.kind)].push_back(title_of(entity, language));
    }
    tell_cities_apart(site, language);
    return language;
}

// What is complete is in the counts alone.
auto coverage_in(const Bank& bank, const std::string& tag) -> bank::Coverage {
    bank::Coverage coverage = bank::coverage_of(bank, tag);
    std::erase_if(coverage.standings,
                  [](const bank::Standing& standing) { return standing.state == bank::Standing::State::complete && !standing.machine; });
    return coverage;
}

// There are many more titles than languages: both cores take part.
void rank_titles(Site::Language& language, std::size_t kind, unsigned jobs, files::KnownResults& known) {
    const auto& titles = language.titles[kind];
    BinaryWriter of;
    of.put_text("ranks " + language.chain.front());
    of.put_list(titles, [&](const Phrase& title) { of.put_text(title.text); });
    const Digest digest = digest_of(of.bytes);
    auto& ranks = language.ranks[kind];
    if (const std::string* result = known.find(digest)) {
        BinaryReader in(*result);
        in.get_list(ranks, [&] { return in.get_small(); });
        return;
    }
    ranks =
        ranks_of(parallel_map(titles.size(), jobs, [&](std::size_t i, unsigned) { return language.locale->order->key(titles[i].text); }));
    BinaryWriter result;
    result.put_list(ranks, [&](std::uint32_t rank) { result.put_number(rank); });
    known.keep(digest, std::move(result.bytes));
}

}  // namespace

auto prepare(const Sources& s, Assets assets, unsigned jobs) -> Site {
    Site site{s.inputs, s.settings, s.wording, s.bank, s.routes, s.scratch, s.glossary, s.gallery, std::move(assets), {}, {}, {}, {}};
    site.country_regions = regions_of(s.routes);
    const std::vector<std::string>& tags = s.settings.languages;
    std::vector<Site::Language> languages(tags.size());
    std::vector<bank::Coverage> coverages(tags.size());
    Members members;
    parallel_for(1 + 2 * tags.size(), jobs, [&](std::size_t i, unsigned) {
        if (i == 0)
            members = gather_members(site);
        else if (i <= tags.size())
            languages[i - 1] = prepared(site, tags[i - 1]);
        else
            coverages[i - 1 - tags.size()] = coverage_in(s.bank, tags[i - 1 - tags.size()]);
    });
    for (std::size_t i = 0; i < tags.size(); ++i) languages[i].coverage = std::move(coverages[i]);
    site.languages = std::move(languages);
    gather_wanted(site, members);
    for (Site::Language& language : site.languages) {
        for (std::size_t kind = 0; kind < fields::kind_count; ++kind) rank_titles(language, kind, jobs, s.known);
    }
    site.keep_members(std::move(members), jobs);
    site.neighbours = neighbours_of(s.bank, jobs, s.known);
    return site;
}

}  // namespace praxis::pages
