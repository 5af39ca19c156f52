// Grids of a frame's concepts against cities, themes or clusters. A mark leads to the practices; a blank
// says that this bank tells of none.
#include "pages/crosswalk.h"

#include <algorithm>
#include <map>

#include "pages/composer.h"

namespace praxis::pages {
namespace {

using routes::Rows;

// A frame of more concepts shows those that something is known of.
constexpr std::size_t most_columns = 40;

auto grid_of(const Target& frame, std::uint32_t rows) -> Address {
    return {PageKind::crosswalk, {Kind::vocabulary, frame.index, 0}, rows};
}

auto key_of(std::uint32_t rows) -> std::string {
    static constexpr std::string_view names[] = {"", "cities", "themes", "clusters"};
    return std::string(names[rows]);
}

auto kind_of(std::uint32_t rows) -> Kind {
    return static_cast<Rows>(rows) == Rows::cities ? Kind::city : static_cast<Rows>(rows) == Rows::themes ? Kind::theme : Kind::cluster;
}

}  // namespace

void gather_crosswalks(const Site& site, Members& members) {
    const auto& frames = members.at({PageKind::list, {}, static_cast<std::uint32_t>(ListKind::frames)}).targets;
    for (const Target& frame : std::vector<Target>(frames)) {
        std::vector<Target> practices, found[1 + routes::rows_count];
        const std::size_t concepts = site.bank[frame].facts.items_of("items").size();
        for (std::uint32_t part = 1; part <= concepts; ++part) {
            const Target one{Kind::vocabulary, frame.index, part};
            const auto at = members.find({PageKind::concept_, one});
            if (at != members.end()) practices.insert(practices.end(), at->second.targets.begin(), at->second.targets.end());
            for (const bank::Link& link : site.bank.links_to(one)) {
                for (const std::uint32_t rows : {2U, 3U}) {
                    if (link.from.kind == kind_of(rows) && link.field->key == "frames") found[rows].push_back(link.from);
                }
            }
        }
        std::ranges::sort(practices);
        practices.erase(std::unique(practices.begin(), practices.end()), practices.end());
        for (const Target& practice : practices) {
            const Value& facts = site.bank[practice].facts;
            for (const std::uint32_t rows : {1U, 2U}) {
                for (const Value& item : facts.items_of(key_of(rows))) {
                    if (item.target() != nullptr) found[rows].push_back(*item.target());
                }
            }
        }
        for (std::uint32_t rows = 1; rows <= routes::rows_count; ++rows) {
            auto& own = found[rows];
            std::ranges::sort(own);
            own.erase(std::unique(own.begin(), own.end()), own.end());
            std::erase_if(own, [&](const Target& t) { return !site.bank[t].is_present() || site.bank[t].withdrawn; });
            if (!own.empty()) members[grid_of(frame, rows)].targets = std::move(own);
        }
    }
}

auto Composer::crosswalks() const -> std::vector<Entry> {
    for (const Target& frame : site_.members({PageKind::list, {}, static_cast<std::uint32_t>(ListKind::frames)})) {
        if (!crosswalks_of(frame).empty()) return {{here(word("crosswalks")), href(Address{PageKind::crosswalk}), {}}};
    }
    return {};
}

// The grids that a frame stands in.
auto Composer::crosswalks_of(const Target& frame) const -> std::vector<Entry> {
    std::vector<Entry> links;
    for (std::uint32_t rows = 1; rows <= routes::rows_count; ++rows) {
        const Address grid = grid_of(frame, rows);
        const std::size_t count = site_.members(grid).size();
        if (count > 0) links.push_back({here(word("crosswalk_by_" + key_of(rows))), href(grid), {}});
    }
    return links;
}

void Composer::crosswalk_index() {
    shell(here(word("crosswalks")), {}, word("intro_crosswalks"));
    put(root_, "intro", here(word("intro_crosswalks")));
    crumb({PageKind::list, {}, static_cast<std::uint32_t>(ListKind::frames)}, word("list_frames"));
    for (const Target& frame : site_.members_in_order(page_.language, {PageKind::list, {}, static_cast<std::uint32_t>(ListKind::frames)}))
        link_block(site_.bank[frame].id, title(frame).text, crosswalks_of(frame));
    contents();
}

// One pass over the practices of each concept, beside the practices of all rows: nothing is looked up
// that is not there.
void Composer::crosswalk_rows(View& table, const std::vector<Target>& rows, const std::vector<Target>& concepts) const {
    const std::uint32_t kind = page_.address.number;
    std::vector<std::pair<Target, std::uint32_t>> owned;  // a practice and the row it belongs to
    for (std::uint32_t row = 0; row < rows.size() && static_cast<Rows>(kind) != Rows::clusters; ++row) {
        const PageKind page = rows[row].kind == Kind::city ? PageKind::city : PageKind::theme;
        for (const Target& practice : site_.members({page, rows[row]})) owned.emplace_back(practice, row);
    }
    std::ranges::sort(owned);
    std::vector<std::vector<Mark>> marks(rows.size(), std::vector<Mark>(concepts.size()));
    for (std::size_t column = 0; column < concepts.size(); ++column) {
        const auto& naming = site_.members({PageKind::concept_, concepts[column]});
        auto at = naming.begin();
        for (const auto& [practice, row] : owned) {
            while (at != naming.end() && *at < practice) ++at;
            if (at == naming.end() || *at != practice) continue;
            Mark& mark = marks[row][column];
            if (mark.count++ == 0) mark.first = practice;
        }
        // Themes and clusters name concepts themselves.
        for (const bank::Link& link :
             static_cast<Rows>(kind) == Rows::cities ? std::span<const bank::Link>() : site_.bank.links_to(concepts[column])) {
            if (link.from.kind != kind_of(kind) || link.field->key != "frames") continue;
            const auto row = std::ranges::find(rows, link.from);
            if (row != rows.end()) marks[static_cast<std::size_t>(row - rows.begin())][column].named = true;
        }
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        View shown = table.item("rows");
        table_header(shown, entry(rows[row]));
        for (std::size_t column = 0; column < concepts.size(); ++column)
            crosswalk_cell(shown, rows[row], concepts[column], marks[row][column]);
    }
}

// A number leads to that one practice, or to the list of the row's practices, narrowed to the concept.
void Composer::crosswalk_cell(View& row, const Target& owner, const Target& concept_of, const Mark& mark) const {
    if (mark.count == 0) {
        View cell = row.item("cells");
        if (mark.named) cell.text("mark", word("crosswalk_named")).url("url", href(concept_of));
        return;
    }
    const std::string facet = "frames-" + site_.bank[concept_of].id, value(site_.bank.part(concept_of).text_of("id"));
    const std::string url = mark.count == 1 ? href(mark.first) : href(owner) + "?" + facet + "=" + value + "#practices";
    View cell = table_cell(row, {here(number(static_cast<double>(mark.count))), url, {}});
    if (mark.named) cell.text("mark", word("crosswalk_named"));
}

// All concepts of a frame, or, where they are too many, those that something is known of.
auto Composer::crosswalk_columns(const Target& frame) const -> std::vector<Target> {
    const std::size_t items = site_.bank[frame].facts.items_of("items").size();
    std::vector<Target> columns;
    for (std::uint32_t part = 1; part <= items; ++part) {
        const Target one{Kind::vocabulary, frame.index, part};
        if (items <= most_columns || !site_.members({PageKind::concept_, one}).empty()) columns.push_back(one);
    }
    return columns;
}

void Composer::crosswalk() {
    if (page_.address.number == 0) return crosswalk_index();
    const Target frame = page_.address.target;
    const std::string key = key_of(page_.address.number);
    const Phrase name = title(frame);
    const std::string heading = word("crosswalk_title_" + key, {{"frame", name.text}});
    shell(here(heading), word("crosswalk"), word("intro_crosswalk_" + key));
    put(root_, "intro", here(word("intro_crosswalk_" + key)));
    crumb({PageKind::list, {}, static_cast<std::uint32_t>(ListKind::frames)}, word("list_frames"));
    crumb({PageKind::frame, frame}, name.text);
    crumb({PageKind::crosswalk}, word("crosswalks"));
    const auto& all = site_.members_in_order(page_.language, page_.address);
    const std::size_t size = site_.page_size_of(page_.address), from = std::min((page_.number - 1) * size, all.size());
    const std::vector<Target> rows(all.begin() + static_cast<std::ptrdiff_t>(from),
                                   all.begin() + static_cast<std::ptrdiff_t>(std::min(from + size, all.size())));
    const std::vector<Target> concepts = crosswalk_columns(frame);
    const auto list = static_cast<std::uint32_t>(routes::list_of(static_cast<Rows>(page_.address.number)));
    const std::size_t others = site_.members({PageKind::list, {}, list}).size() - all.size();
    View owner = block("grid", {});  // the page is the grid: it needs no second heading
    owner.text("count", counted("count_" + key, all.size()));
    put(owner, "intro",
        here(word(static_cast<Rows>(page_.address.number) == Rows::clusters ? "crosswalk_blank_clusters" : "crosswalk_blank")));
    View table = this->table(owner, heading);
    table.text("kind", "crosswalk");
    table_head(table, {here(term("kind", fields::entry(kind_of(page_.address.number)).name)), {}, {}});
    for (const Target& one : concepts) {
        Entry head = entry(one);
        head.label.official = true;  // whose words they are is said on the page that a head leads to
        table_head(table, head);
    }
    crosswalk_rows(table, rows, concepts);
    std::vector<std::string> rest;
    if (others > 0) rest.push_back(counted("crosswalk_rest_" + key, others));
    if (const std::size_t items = site_.bank[frame].facts.items_of("items").size(); concepts.size() < items)
        rest.push_back(counted("crosswalk_rest_concepts", items - concepts.size()));
    if (!rest.empty()) owner.text("empty", joined(rest));
    pager(all.size());
}

}  // namespace praxis::pages
