// Help wanted: what each language lacks, from the same data as `praxis status`, with a place to begin.
#include <fmt/format.h>

#include <algorithm>

#include "pages/composer.h"
#include "pages/forge.h"

namespace praxis::pages {
namespace {

auto wanted_in(std::size_t language) -> Address {
    return {PageKind::wanted, {}, static_cast<std::uint32_t>(language + 1)};
}

// What is lacking anywhere was counted beforehand: tallies depend on every thing.
void counts_everything() {
    for (const fields::KindEntry& kind : fields::kinds()) bank::Trace::note(bank::seen_kind(kind.kind));
}

}  // namespace

void Composer::wanted() {
    const bool one = page_.address.number > 0;
    const auto name_of = [&](std::size_t language) { return language_name(site_.settings.languages[language]); };
    if (one) {
        const bank::Coverage& coverage = site_.languages[page_.address.number - 1].coverage;
        shell(here(word("wanted_in", {{"language", name_of(page_.address.number - 1)}})), {}, word("intro_wanted"));
        crumb({PageKind::wanted}, word("wanted_title"));
        if (page_.number == 1) {
            counts_everything();
            View counts = block("counts", word("wanted_by_kind"));
            wanted_tally(counts, coverage);
        }
        return wanted_records(coverage);
    }
    counts_everything();
    shell(here(word("wanted_title")), {}, word("intro_wanted"));
    put(root_, "intro", here(word("intro_wanted")));
    std::vector<Entry> links;
    for (std::size_t i = 0; i < site_.languages.size(); ++i) {
        const bank::Tally& all = site_.languages[i].coverage.all;
        const std::string whole = number(static_cast<double>(all.complete)), total = number(static_cast<double>(all.total()));
        links.push_back({here(word("wanted_in", {{"language", name_of(i)}})), href(wanted_in(i)),
                         word("wanted_complete_of", {{"complete", whole}, {"all", total}})});
    }
    link_block("languages", word("ui_languages"), links);
    std::vector<Entry> ways;
    if (const auto page = site_.bank.find(Kind::page, "contribute"); page && site_.bank[*page].is_present()) ways.push_back(entry(*page));
    if (!site_.glossary.terms().empty()) ways.push_back({here(word("glossary_title")), href(Address{PageKind::glossary}), {}});
    View how = block("how", word("wanted_how_title"));
    put(how, "intro", here(word("wanted_how")));
    for (const Entry& way : ways) put_link(how.item("links"), way);
}

// How many of each kind are complete, or in which way they are not.
void Composer::wanted_tally(View& block, const bank::Coverage& coverage) const {
    View table = block.object("table");
    for (const std::string column : {"kind", "complete", "stale", "partial", "missing", "machine"}) {
        View head = table.item("head");
        put(head, "text", here(word("wanted_" + column)));
        head.flag("number", column != "kind");
    }
    for (const auto& [kind, tally] : coverage.kinds) {
        View row = table.item("rows");
        View name = row.item("cells");
        put(name, "text", here(term("kind", fields::entry(kind).name)));
        for (const std::size_t count : {tally.complete, tally.stale, tally.partial, tally.missing, tally.machine}) {
            View cell = row.item("cells");
            put(cell, "text", here(number(static_cast<double>(count))));
            cell.flag("number", true);
        }
    }
}

// The records that lack something, kind by kind, by title.
void Composer::wanted_records(const bank::Coverage& coverage) {
    View shown = block("records", word("wanted_records"));
    const auto& all = site_.members_in_order(page_.language, page_.address);
    if (all.empty()) return (void)shown.text("empty", word("wanted_nothing"));
    View table = shown.object("table");
    for (const std::string_view column : {"wanted_record", "wanted_what", "wanted_begin"}) {
        View head = table.item("head");
        put(head, "text", here(word(column)));
    }
    const std::size_t size = site_.page_size_of(page_.address), from = (page_.number - 1) * size;
    for (std::size_t i = from; i < std::min(from + size, all.size()); ++i)
        wanted_record(table.item("rows"), coverage.of(all[i]), coverage.language);
    pager(all.size());
}

void Composer::wanted_record(View row, const bank::Standing& standing, const std::string& language) const {
    const Entity& entity = site_.bank[standing.target];
    View name = row.item("cells");
    put(name, "text", title(standing.target));
    name.url("url", href(standing.target)).text("note", term("kind", fields::entry(standing.target.kind).name));
    View what = row.item("cells");
    put(what, "text", here(what_is_wanted(standing)));
    if (const bank::Claim* claim = site_.bank.claim_on(standing.target, language, released())) {
        const std::string until = day(claim->until);
        what.text("note", word("wanted_claimed", {{"who", claim->who}, {"until", until}}));
    }
    const bool record = fields::entry(standing.target.kind).format == fields::Format::markdown;
    const bank::Text* text = record ? entity.text(language) : nullptr;
    const std::string path = !record ? site_.inputs[entity.file].path
                             : text != nullptr
                                 ? site_.inputs[text->file].path
                                 : fmt::format("content/{}/{}/{}.md", fields::entry(standing.target.kind).folder, entity.id, language);
    const bool is_there = !record || text != nullptr;
    const std::string address = forge_address(site_.settings, path, is_there);
    View begin = row.item("cells");
    put(begin, "text", address.empty() ? Phrase{path, {}, true} : here(word(is_there ? "wanted_edit" : "wanted_new")));
    begin.url("url", address);
}

// Sections by their headings, the short texts counted: their keys are no words for a reader.
auto Composer::what_is_wanted(const bank::Standing& standing) const -> std::string {
    const auto told = [&](const std::vector<std::string>& keys) {
        std::vector<std::string> names;
        std::size_t others = 0;
        for (const std::string& key : keys) {
            const std::string_view heading = site_.wording.heading(locale(), key);
            if (heading != key)
                names.emplace_back(heading);
            else
                ++others;
        }
        std::string text;
        if (others > 0) names.push_back(counted("wanted_short_texts", others));
        for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
        return text;
    };
    const std::string state = word("wanted_" + std::string(bank::state_name(standing.state)));
    std::vector<std::string> parts{state};
    if (standing.machine) parts.push_back(word("wanted_machine"));
    if (!standing.stale.empty())
        parts.push_back(standing.confirmed ? word("wanted_stale_parts", {{"parts", told(standing.stale)}}) : word("wanted_unconfirmed"));
    if (standing.state == bank::Standing::State::partial)
        parts.push_back(word("wanted_lacking_parts", {{"parts", told(standing.lacking)}}));
    return joined(parts);
}

}  // namespace praxis::pages
