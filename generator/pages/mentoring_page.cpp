// Mentoring: what cities offer to share and what they look for, brought together by theme.
#include <algorithm>
#include <map>

#include "pages/composer.h"

namespace praxis::pages {
namespace {

auto is_over(const Value& item, const fields::Day& day) -> bool {
    const fields::Date* until = item.date_of("until");
    const auto end = until == nullptr ? std::nullopt : fields::latest(*until);
    return end && *end < day;
}

}  // namespace

void Composer::mentoring_link() {
    put_link(root_.object("mentoring"), {here(word("mentoring_see")), href(Address{PageKind::mentoring}), {}});
}

auto Composer::apply(const Value& item) const -> Entry {
    return {here(word("mentoring_apply")), std::string(item.text_of("apply_url")), {}};
}

// On the page of a city: what stands open on the day of the release; all that is dated is in its history.
void Composer::mentoring(const Entity& city) {
    const Value* own = city.facts.find("mentoring");
    for (const std::string key : {"offers", "seeks"}) {
        std::vector<Entry> all;
        for (const Value& item : own == nullptr ? std::vector<Value>() : own->items_of(key)) {
            if (is_over(item, released())) continue;
            auto about = target_in(item, "practice");
            if (!about) about = target_in(item, "theme");
            const Phrase note = words_of(item.find("note"));
            const std::string when = period(item.date_of("since"), item.date_of("until"));
            all.push_back(about ? entry(*about, joined({note.text, when})) : Entry{note, {}, when});
            if (!item.text_of("apply_url").empty()) all.push_back(apply(item));
        }
        if (all.empty()) continue;
        View shown = block(key, word("mentoring_" + key));
        for (const Entry& one : all) put_link(shown.item("links"), one);
        View more = shown.object("more");
        put_link(more, {here(word("mentoring_see")), href(Address{PageKind::mentoring}), {}});
    }
}

// By the name of the theme; what names none comes last. An offer to share a practice stands with all its themes.
auto Composer::exchanges() const -> std::vector<Exchange> {
    std::map<std::tuple<bool, std::uint32_t, Target>, Exchange> themes;
    for (const Target& city : site_.members_in_order(page_.language, {PageKind::mentoring})) {
        const Value& own = *site_.bank[city].facts.find("mentoring");
        for (const std::string_view key : {"offers", "seeks"}) {
            for (const Value& item : own.items_of(key)) {
                if (is_over(item, released())) continue;
                const auto practice = target_in(item, "practice");
                std::vector<Target> about = practice ? targets_in(site_.bank[*practice].facts, "themes") : std::vector<Target>();
                if (const auto theme = target_in(item, "theme")) about = {*theme};
                const Entry who =
                    entry(city, joined({country_of(city), practice ? title(*practice).text : std::string(),
                                        words_of(item.find("note")).text, period(item.date_of("since"), item.date_of("until"))}));
                const auto add = [&](Exchange& exchange) {
                    auto& all = key == "offers" ? exchange.offers : exchange.seeks;
                    all.push_back(who);
                    if (!item.text_of("apply_url").empty()) all.push_back(apply(item));
                };
                for (const Target& theme : about) {
                    Exchange& exchange = themes[{false, site_.rank(page_.language, theme), theme}];
                    exchange.theme = entry(theme);
                    add(exchange);
                }
                if (about.empty()) add(themes[{true, 0, {}}]);
            }
        }
    }
    std::vector<Exchange> all;
    for (auto& [key, exchange] : themes) {
        if (std::get<0>(key)) exchange.theme = {here(word("mentoring_any")), {}, {}};
        all.push_back(std::move(exchange));
    }
    return all;
}

// All of `exchanges` have the same sides.
void Composer::exchange_block(std::string_view id, const std::vector<Exchange>& exchanges) {
    if (exchanges.empty()) return;
    const std::string heading = word("mentoring_of_" + std::string(id));
    View shown = block(id, heading);
    View table = this->table(shown, heading);
    table_head(table, {here(term("kind", "theme")), {}, {}});
    const bool offers = !exchanges.front().offers.empty(), seeks = !exchanges.front().seeks.empty();
    if (offers) table_head(table, {here(word("mentoring_offers")), {}, {}});
    if (seeks) table_head(table, {here(word("mentoring_seeks")), {}, {}});
    for (const Exchange& exchange : exchanges) {
        View row = table.item("rows");
        table_header(row, exchange.theme);
        if (offers) table_links(row, exchange.offers);
        if (seeks) table_links(row, exchange.seeks);
    }
}

void Composer::mentoring_page() {
    shell(here(word("mentoring")), {}, word("intro_mentoring"));
    put(root_, "intro", here(word("intro_mentoring")));
    std::vector<Exchange> both, offered, sought;
    for (Exchange& exchange : exchanges())
        (exchange.seeks.empty() ? offered : exchange.offers.empty() ? sought : both).push_back(std::move(exchange));
    exchange_block("both", both);
    exchange_block("offered", offered);
    exchange_block("sought", sought);
    mentorships(site_.members_in_order(page_.language, {PageKind::list, {}, static_cast<std::uint32_t>(ListKind::networks)}));
    if (root_.has("has_blocks")) return contents();
    View none = block("none", word("mentoring_none_title"));
    none.text("empty", word("mentoring_none"));
    if (!site_.settings.emitter_is_on("forms")) return;
    View more = none.object("more");
    put_link(more, {here(word("contribute_title")), href(Address{PageKind::contribute}), {}});
}

// Who mentors whom within networks, the newest first.
void Composer::mentorships(const std::vector<Target>& networks) {
    struct Pair {
        const Value* value;
        Target network;
    };
    std::vector<Pair> all;
    for (const Target& network : networks) {
        for (const Value& one : site_.bank[network].facts.items_of("mentorships")) {
            if (target_in(one, "mentor") && target_in(one, "mentee")) all.push_back({&one, network});
        }
    }
    if (all.empty()) return;
    const bool of_one = page_.address.kind == PageKind::network;
    std::ranges::stable_sort(all, {}, [](const Pair& pair) {
        const fields::Date* from = pair.value->date_of("from");
        return from == nullptr ? 0 : -fields::sort_number(*from);
    });
    View shown = block("mentorships", word("mentorships"));
    View table = this->table(shown, word("mentorships"));
    for (const std::string column : {"mentor", "mentee", "themes", "period"})
        table_head(table, {here(word("mentorship_" + column)), {}, {}});
    if (!of_one) table_head(table, {here(term("kind", "network")), {}, {}});
    table_head(table, {here(word("source")), {}, {}});
    for (const Pair& pair : all) {
        View row = table.item("rows");
        table_header(row, entry(*target_in(*pair.value, "mentor")));
        table_cell(row, entry(*target_in(*pair.value, "mentee")));
        table_links(row, entries(targets_in(*pair.value, "themes")));
        const std::string when = period(pair.value->date_of("from"), pair.value->date_of("until"));
        table_cell(row, {here(when.empty() ? word("date_unknown") : when), {}, {}});
        if (!of_one) table_cell(row, entry(pair.network));
        Entry source = source_entry(site_.bank[pair.network].facts, pair.value->text_of("source"));
        if (!of_one && !source.url.empty()) source.url = href(pair.network) + source.url;
        table_cell(row, source);
    }
}

}  // namespace praxis::pages
