// Tables: heads, cells that hold one thing or several, and periods drawn beside their dates.
#include <algorithm>

#include "maps/projection.h"
#include "pages/composer.h"

namespace praxis::pages {
namespace {

constexpr double whole_stretch = 1000, least_width = 6;

auto in_years(const fields::Day& day) -> double {
    return day.year + (day.month > 0 ? (day.month - 1) / 12.0 : 0) + (day.day > 0 ? (day.day - 1) / 365.0 : 0);
}

auto known(const fields::Date* date) -> bool {
    return date != nullptr && date->kind != fields::Date::Kind::unknown;
}

}  // namespace

auto Composer::table(View& block, std::string_view label) const -> View {
    View table = block.object("table");
    table.text("label", label);
    return table;
}

void Composer::table_head(View& table, const Entry& entry) const {
    View cell = table.item("head");
    put(cell, "text", entry.label);
    cell.url("url", entry.url).text("note", entry.note);
}

auto Composer::table_cell(View& row, const Entry& entry) const -> View {
    View cell = row.item("cells");
    put(cell, "text", entry.label);
    cell.url("url", entry.url).text("note", entry.note);
    return cell;
}

auto Composer::table_header(View& row, const Entry& entry) const -> View {
    return table_cell(row, entry).flag("header", true);
}

auto Composer::table_links(View& row, const std::vector<Entry>& links) const -> View {
    if (links.size() == 1) return table_cell(row, links.front());
    View cell = row.item("cells");
    for (const Entry& link : links) put_link(cell.item("links"), link);
    return cell;
}

// A bound that is not known leaves its side open; of nothing known nothing is drawn.
void Composer::table_span(View& row, const fields::Date* from, const fields::Date* until, const Stretch& stretch) const {
    View cell = row.item("cells");
    const auto begin = known(from) ? fields::earliest(*from) : std::nullopt;
    const auto end = known(until) ? fields::latest(*until) : std::nullopt;
    if (!begin && !end) return;
    const auto at = [&](double year) {
        return std::clamp((year - stretch.first) / (stretch.last - stretch.first), 0.0, 1.0) * whole_stretch;
    };
    const double x = begin ? at(in_years(*begin)) : 0, last = end ? at(in_years(*end)) : whole_stretch;
    const double width = std::max(last - x, least_width);
    View span = cell.object("span");
    span.text("x", maps::tenths(std::min(x, whole_stretch - width))).text("width", maps::tenths(width));
    span.flag("open_start", !begin).flag("open_end", !end);
}

// A source of a record or entity, further down on its page.
auto Composer::source_entry(const Value& facts, std::string_view id) const -> Entry {
    for (const Value& source : facts.items_of("sources")) {
        if (!id.empty() && source.text_of("id") == id)
            return {{std::string(source.text_of("title")), std::string(source.text_of("lang")), true}, "#source-" + std::string(id), {}};
    }
    return {};
}

}  // namespace praxis::pages
