// Joins the languages of each record: of its files exactly one is the original and holds the facts.
#include <algorithm>
#include <array>

#include "base/parallel.h"
#include "bank/builder.h"
#include "bank/codes.h"

namespace praxis::bank {
namespace {

auto key_of(const records::Record& record) {
    return std::pair(record.kind, std::string_view(record.id));
}

// The numbers of the records in order: a record is much to move. Files come by path, so most kinds are in order.
auto in_order(const std::vector<records::Record>& records) -> std::vector<std::uint32_t> {
    std::array<std::vector<std::uint32_t>, fields::kind_count> kinds;
    for (std::uint32_t i = 0; i < records.size(); ++i) kinds[static_cast<std::size_t>(records[i].kind)].push_back(i);
    std::vector<std::uint32_t> order;
    order.reserve(records.size());
    for (std::vector<std::uint32_t>& kind : kinds) {
        const auto id = [&](std::uint32_t i) { return std::string_view(records[i].id); };
        if (!std::ranges::is_sorted(kind, {}, id)) std::ranges::stable_sort(kind, {}, id);
        order.insert(order.end(), kind.begin(), kind.end());
    }
    return order;
}

auto state_of(const Value& facts, Kind kind) -> State {
    const Value* review = facts.find("review");
    const std::string_view name = review == nullptr ? std::string_view() : review->text_of("state");
    for (const State state : {State::draft, State::stub, State::submitted, State::reviewed, State::peer_reviewed, State::archived}) {
        if (fields::state_name(state) == name) return state;
    }
    return kind == Kind::practice ? State::submitted : State::reviewed;
}

auto as_text(records::Record& record) -> Text {
    Text text;
    text.language = record.language;
    text.file = record.file;
    text.fields = std::move(record.fields);  // moved from already in the original
    text.outline = std::move(record.outline);
    text.body = record.body;
    text.fingerprints = std::move(record.fingerprints);
    return text;
}

}  // namespace

auto Builder::new_entity(records::Record& original) const -> Entity {
    Entity entity;
    entity.kind = original.kind;
    entity.id = original.id;
    entity.file = original.file;
    entity.broken = original.broken;
    entity.facts.form = values::Form::object;
    if (fields::entry(original.kind).format == fields::Format::yaml) {
        entity.facts = std::move(original.fields);
        return entity;
    }
    entity.original = original.language;
    entity.state = state_of(original.fields, original.kind);
    entity.draft = entity.state == State::draft && !linking.drafts;
    entity.withdrawn = original.fields.find("withdrawn") != nullptr;
    entity.facts = std::move(original.fields);
    return entity;
}

// One id: its files in the order of their languages.
auto Builder::joined(const std::vector<records::Record*>& group, Diagnostics& own) const -> Entity {
    const auto broken = std::ranges::any_of(group, &records::Record::broken);
    std::vector<records::Record*> originals;
    std::ranges::copy_if(group, std::back_inserter(originals),
                         [](const records::Record* one) { return !one->translation && !one->broken; });
    if (originals.size() > 1) {
        std::string languages;
        for (const records::Record* one : originals) languages += (languages.empty() ? "" : ", ") + one->language;
        Diagnostic diagnostic = diagnose(codes::several_originals, whole_file(originals[1]->file), {group.front()->id, languages});
        for (const records::Record* one : originals) {
            if (one != originals[1]) diagnostic.related.push_back(whole_file(one->file));
        }
        own.push_back(std::move(diagnostic));
    }
    if (originals.empty() && !broken) own.push_back(diagnose(codes::no_original, whole_file(group.front()->file), {group.front()->id}));
    records::Record& original = originals.empty() ? *group.front() : *originals.front();
    Entity entity = new_entity(original);
    entity.broken = entity.broken || originals.size() != 1;
    if (!entity.original.empty() && !original.broken) entity.texts.push_back(as_text(original));
    for (records::Record* record : group) {
        if (record == &original || record->broken || record->language.empty()) continue;
        if (record->translation) entity.texts.push_back(as_text(*record));
    }
    return entity;
}

void Builder::join(std::vector<records::Record> records) {
    bank.by_file_.resize(linking.inputs.all().size());
    bank.destinations_.resize(linking.inputs.all().size());
    std::vector<std::pair<Target, std::vector<records::Record*>>> groups;
    std::array<std::uint32_t, fields::kind_count> counts{};
    for (const std::uint32_t i : in_order(records)) {
        records::Record& record = records[i];
        if (groups.empty() || key_of(*groups.back().second.front()) != key_of(record))
            groups.push_back({{record.kind, counts[static_cast<std::size_t>(record.kind)]++, 0}, {}});
        groups.back().second.push_back(&record);
        bank.by_file_[static_cast<std::size_t>(record.file)] = groups.back().first;
    }
    for (std::size_t kind = 0; kind < counts.size(); ++kind) bank.tables_[kind].resize(counts[kind]);
    for (Diagnostics& own : parallel_map(groups.size(), linking.jobs, [&](std::size_t i, unsigned) {
             Diagnostics of_one;
             const auto& [target, group] = groups[i];
             table(target.kind)[target.index] = joined(group, of_one);
             return of_one;
         }))
        append(found, std::move(own));
    for (std::size_t i = 0; i < linking.inputs.all().size(); ++i) {
        const input::InputFile& file = linking.inputs.all()[i];
        if (file.role == input::Role::attachment && !file.id.empty()) bank.by_file_[i] = bank.find(file.kind, file.id);
    }
}

}  // namespace praxis::bank
