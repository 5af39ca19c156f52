// Frames (SDGs, Charter, topics), their concepts, and years.
#include <algorithm>

#include "pages/composer.h"

namespace praxis::pages {

// The concepts of a frame, by group, each with how many practices work on it.
void Composer::frame() {
    const Target& target = page_.address.target;
    const Entity& entity = site_.bank[target];
    const Value& facts = entity.facts;
    shell(title(target), word("frame"), words_of(facts.find("description")).text);
    description(entity);
    crumb({PageKind::list, {}, static_cast<std::uint32_t>(ListKind::frames)}, word("list_frames"));
    fact(root_, "acronym", {Entry{words_of(facts.find("acronym")), {}, {}}});
    if (!facts.text_of("rights").empty()) fact(root_, "frame_rights", {Entry{{std::string(facts.text_of("rights")), {}, true}, {}, {}}});
    if (!facts.text_of("url").empty())
        fact(root_, "website", {Entry{{std::string(facts.text_of("url")), {}, true}, std::string(facts.text_of("url")), {}}});
    link_block("crosswalks", word("crosswalks"), crosswalks_of(target));
    View concepts = block("concepts", word("concepts"));
    const auto& items = facts.items_of("items");
    const auto add = [&](View& group, std::string_view id) {
        for (std::uint32_t n = 1; n <= items.size(); ++n) {
            if (items[n - 1].text_of("group") != id) continue;
            const Target one{Kind::vocabulary, target.index, n};
            put_link(group.item("links"), entry(one, counted("count_practices", site_.members({PageKind::concept_, one}).size())));
        }
    };
    for (const Value& group : facts.items_of("groups")) {
        View shown = concepts.item("groups");
        shown.text("id", group.text_of("id")).text("heading", words_of(group.find("names")).text);
        add(shown, group.text_of("id"));
    }
    add(concepts, "");
}

void Composer::concept_() {
    const Target& target = page_.address.target;
    const Target whole{Kind::vocabulary, target.index, 0};
    const Value& item = site_.bank.part(target);
    const Phrase frame = title(whole);
    shell(title(target), frame.text, {});
    crumb({PageKind::list, {}, static_cast<std::uint32_t>(ListKind::frames)}, word("list_frames"));
    crumb({PageKind::frame, whole}, frame.text);
    if (!item.text_of("group").empty()) {
        for (const Value& group : site_.bank[whole].facts.items_of("groups")) {
            if (group.text_of("id") == item.text_of("group")) fact(root_, "group", {Entry{words_of(group.find("names")), {}, {}}});
        }
    }
    practices(word("list_practices"));
    if (page_.number > 1) return;
    link_block("themes", word("themes_near"), entries(by_title(listed(site_.bank.sources_of(target, Kind::theme, "frames")))));
    link_block("clusters", word("list_clusters"), entries(by_title(listed(site_.bank.sources_of(target, Kind::cluster, "frames")))));
}

void Composer::year() {
    const std::string shown = language::format_digits(page_.address.number, locale().numbers);
    shell(here(word("year_title", {{"year", shown}})), word("year"), {});
    crumb({PageKind::list, {}, static_cast<std::uint32_t>(ListKind::years)}, word("list_years"));
    practices(word("practices_begun"));
}

}  // namespace praxis::pages
