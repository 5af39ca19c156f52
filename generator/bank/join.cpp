// Joins the languages of each record: of its files exactly one is the original and holds the facts.
#include <algorithm>
#include <numeric>

#include "bank/builder.h"
#include "bank/codes.h"

namespace praxis::bank {
namespace {

auto key_of(const records::Record& record) {
    return std::pair(record.kind, std::string_view(record.id));
}

// By their numbers: a record is much to move.
void put_in_order(std::vector<records::Record>& records) {
    std::vector<std::uint32_t> order(records.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return key_of(records[i]); });
    std::vector<records::Record> sorted;
    sorted.reserve(records.size());
    for (const std::uint32_t i : order) sorted.push_back(std::move(records[i]));
    records = std::move(sorted);
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

auto Builder::new_entity(records::Record& original) -> Entity {
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
void Builder::join_one(std::vector<records::Record> group) {
    const auto broken = std::ranges::any_of(group, &records::Record::broken);
    std::vector<records::Record*> originals;
    for (records::Record& record : group) {
        if (!record.translation && !record.broken) originals.push_back(&record);
    }
    if (originals.size() > 1) {
        std::string languages;
        for (const records::Record* one : originals) languages += (languages.empty() ? "" : ", ") + one->language;
        Diagnostic diagnostic = diagnose(codes::several_originals, whole_file(originals[1]->file), {group.front().id, languages});
        for (const records::Record* one : originals) {
            if (one != originals[1]) diagnostic.related.push_back(whole_file(one->file));
        }
        found.push_back(std::move(diagnostic));
    }
    if (originals.empty() && !broken) report(codes::no_original, whole_file(group.front().file), {group.front().id});
    records::Record& original = originals.empty() ? group.front() : *originals.front();
    Entity entity = new_entity(original);
    entity.broken = entity.broken || originals.size() != 1;
    const FileId original_file = original.file;
    if (!entity.original.empty() && !original.broken) entity.texts.push_back(as_text(original));
    for (records::Record& record : group) {
        if (record.file == original_file || record.broken || record.language.empty()) continue;
        if (record.translation) entity.texts.push_back(as_text(record));
    }
    table(entity.kind).push_back(std::move(entity));
}

void Builder::join(std::vector<records::Record> records) {
    put_in_order(records);
    bank.by_file_.resize(linking.inputs.all().size());
    for (std::size_t begin = 0; begin < records.size();) {
        std::size_t end = begin + 1;
        while (end < records.size() && key_of(records[end]) == key_of(records[begin])) ++end;
        const Target target{records[begin].kind, static_cast<std::uint32_t>(table(records[begin].kind).size()), 0};
        for (std::size_t i = begin; i < end; ++i) bank.by_file_[static_cast<std::size_t>(records[i].file)] = target;
        join_one({std::make_move_iterator(records.begin() + static_cast<std::ptrdiff_t>(begin)),
                  std::make_move_iterator(records.begin() + static_cast<std::ptrdiff_t>(end))});
        begin = end;
    }
    for (std::size_t i = 0; i < linking.inputs.all().size(); ++i) {
        const input::InputFile& file = linking.inputs.all()[i];
        if (file.role == input::Role::attachment && !file.id.empty()) bank.by_file_[i] = bank.find(file.kind, file.id);
    }
}

}  // namespace praxis::bank
