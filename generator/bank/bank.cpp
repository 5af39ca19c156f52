#include "bank/bank.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>

#include "bank/builder.h"
#include "base/check.h"
#include "base/parallel.h"

namespace praxis::bank {

auto Entity::text(std::string_view language) const -> const Text* {
    const auto at = std::ranges::find(texts, language, &Text::language);
    return at == texts.end() ? nullptr : &*at;
}

auto lists_file(const Entity& entity, std::string_view name) -> bool {
    const auto names = [&](const Value& item) { return item.text_of("file") == name || item.text_of("transcript") == name; };
    return std::ranges::any_of(entity.facts.items_of("images"), names) || std::ranges::any_of(entity.facts.items_of("documents"), names);
}

auto Bank::find(Kind kind, std::string_view id) const -> std::optional<Target> {
    const auto& table = tables_[static_cast<std::size_t>(kind)];
    const auto at = std::ranges::lower_bound(table, id, {}, [](const Entity& e) { return std::string_view(e.id); });
    if (at == table.end() || at->id != id) {
        Trace::note(seen_kind(kind));
        return std::nullopt;
    }
    Trace::note(seen_thing({kind, static_cast<std::uint32_t>(at - table.begin()), 0}));
    return Target{kind, static_cast<std::uint32_t>(at - table.begin()), 0};
}

auto Bank::entity_of(FileId file) const -> std::optional<Target> {
    const auto index = static_cast<std::size_t>(file);
    return index < by_file_.size() ? by_file_[index] : std::nullopt;
}

auto Bank::links_to(const Target& target) const -> std::span<const Link> {
    Trace::note(seen_thing(target));
    const auto range = std::ranges::equal_range(links_, target, {}, &Link::to);
    return {range.begin(), range.end()};
}

auto Bank::name_each_other(const Target& one, const Target& other) const -> bool {
    const auto names = [&](const Target& from, const Target& to) {
        return std::ranges::any_of(links_to(to), [&](const Link& link) { return link.from == from; });
    };
    return names(one, other) || names(other, one);
}

auto Bank::links_to_parts_of(const Target& whole) const -> std::span<const Link> {
    const auto begin = std::ranges::lower_bound(links_, Target{whole.kind, whole.index, 0}, {}, &Link::to);
    const auto end = std::ranges::lower_bound(links_, Target{whole.kind, whole.index + 1, 0}, {}, &Link::to);
    return {begin, end};
}

auto Bank::sources_of(const Target& target, Kind kind, std::string_view key) const -> std::vector<Target> {
    std::vector<Target> found;
    for (const Link& link : links_to(target)) {
        const bool fits = link.from.kind == kind && link.field->key == key;
        if (fits && (found.empty() || found.back() != link.from)) found.push_back(link.from);
    }
    return found;
}

namespace {

// The rows of `table` that the sorted index names for a target, in the table's order.
template <class Row>
auto rows_of(const std::vector<Row>& table, const std::vector<std::pair<Target, std::uint32_t>>& index, const Target& target)
    -> std::vector<Row> {
    std::vector<Row> found;
    for (const auto& [key, row] : std::ranges::equal_range(index, target, {}, &std::pair<Target, std::uint32_t>::first))
        found.push_back(table[row]);
    return found;
}

}  // namespace

auto Bank::memberships_in(const Target& where) const -> std::vector<Membership> {
    Trace::note(seen_thing(where));
    return rows_of(memberships_, membership_index_, where);
}
auto Bank::memberships_of(const Target& who) const -> std::vector<Membership> {
    Trace::note(seen_thing(who));
    return rows_of(memberships_, membership_index_, who);
}
auto Bank::results_of(const Target& target) const -> std::vector<Result> {
    Trace::note(seen_thing(target));
    return rows_of(results_, result_index_, target);
}

auto Bank::part(const Target& target) const -> const Value& {
    const Entity& entity = (*this)[target];
    const std::string_view key = target.kind == Kind::award ? "editions" : "items";
    const auto& items = entity.facts.items_of(key);
    CHECK(target.part >= 1 && target.part <= items.size());
    return items[target.part - 1];
}

auto Bank::destinations(FileId file) const -> std::span<const Destination> {
    return destinations_[static_cast<std::size_t>(file)];
}

auto kind_word(Kind kind) -> std::string {
    return "@kind." + std::string(fields::entry(kind).name);
}

auto is_readable(const Entity& entity, std::string_view key) -> bool {
    return entity.facts.find(key) != nullptr || !entity.facts.was_written(key);
}

auto knows_sources(const Entity& entity) -> bool {
    if (entity.broken || !is_readable(entity, "sources")) return false;
    return std::ranges::none_of(entity.facts.items_of("sources"), [](const Value& source) { return source.text_of("id").empty(); });
}

auto files_below(const input::InputSet& inputs, std::string_view folder) -> std::span<const input::InputFile> {
    const auto prefix = [&](const input::InputFile& file) { return std::string_view(file.path).substr(0, folder.size()); };
    const auto range = std::ranges::equal_range(inputs.all(), folder, {}, prefix);
    return {range.begin(), range.end()};
}

auto whole(double number) -> std::string {
    return fmt::format("{:.0f}", number);
}

auto link(std::vector<records::Record> records, const Linking& linking, const Diagnostics& earlier) -> Outcome<Bank> {
    Outcome<Bank> outcome;
    Builder builder(linking, outcome.diagnostics);
    builder.join(std::move(records));
    builder.resolve();
    builder.take_claims();
    builder.compare_translations();
    builder.recall();
    builder.resolve_texts();
    builder.index();
    const Bank& bank = builder.bank;
    Diagnostics& found = outcome.diagnostics;
    // The longest comes first; what is found keeps this order.
    const std::array<std::function<void(Diagnostics&)>, 11> checks{[&](Diagnostics& own) { check_likeness(bank, linking.jobs, own); },
                                                                   [&](Diagnostics& own) { check_states(bank, linking, own); },
                                                                   [&](Diagnostics& own) { check_records(bank, linking, own); },
                                                                   [&](Diagnostics& own) { check_images(bank, linking, own); },
                                                                   [&](Diagnostics& own) { check_awards(bank, own); },
                                                                   [&](Diagnostics& own) { check_networks(bank, own); },
                                                                   [&](Diagnostics& own) { check_periods(bank, own); },
                                                                   [&](Diagnostics& own) { check_events(bank, own); },
                                                                   [&](Diagnostics& own) { check_places(bank, own); },
                                                                   [&](Diagnostics& own) { check_hierarchies(bank, own); },
                                                                   [&](Diagnostics& own) { check_unused(bank, own); }};
    auto of_each = parallel_map(checks.size(), linking.jobs, [&](std::size_t i, unsigned) {
        Diagnostics of_one;
        checks[i](of_one);
        return of_one;
    });
    // What is in error may name anything: without errors it is known what nothing names.
    Diagnostics unused = std::move(of_each.back());
    of_each.pop_back();
    for (Diagnostics& own : of_each) append(found, std::move(own));
    if (!has_errors(earlier) && !has_errors(found)) append(found, std::move(unused));
    builder.leave_out(earlier);
    outcome.value = std::move(builder.bank);
    return outcome;
}

}  // namespace praxis::bank
