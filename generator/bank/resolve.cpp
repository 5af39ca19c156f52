// Turns written ids into targets. What does not resolve is reported where it was written, then
// taken out, so that nobody above meets a name without a thing.
#include <algorithm>

#include "bank/builder.h"
#include "bank/codes.h"
#include "report/suggest.h"

namespace praxis::bank {
namespace {

using fields::Type;
using values::Form;

auto ids_of(std::span<const Value> items) -> std::vector<std::string_view> {
    std::vector<std::string_view> ids;
    for (const Value& item : items) ids.push_back(item.text_of("id"));
    return ids;
}

class Resolver {
public:
    Resolver(Builder& builder, Entity& entity) : builder_(builder), entity_(entity), sources_readable_(knows_sources(entity)) {
        open_sources_.push_back(&entity.facts.items_of("sources"));
    }

    void object(Value& object) {
        const auto& own = object.items_of("sources");
        const bool opens = &object != &entity_.facts && !own.empty();
        if (opens) open_sources_.push_back(&own);
        for (Value& item : object.items) visit(item);
        if (opens) open_sources_.pop_back();
        for (Value& item : object.items) {
            if (item.form == Form::reference && !resolved(item)) item.form = Form::broken;
        }
    }

private:
    static auto resolved(const Value& value) -> bool { return value.target() != nullptr; }

    auto span(const Value& value) const -> Span { return value.span(entity_.file); }

    void visit(Value& value) {
        const Type type = value.field == nullptr ? Type::text : value.field->type;
        if (value.form == Form::reference && type == Type::reference)
            reference(value);
        else if (value.form == Form::reference && type == Type::item)
            item(value);
        else if (type == Type::source && value.form == Form::text)
            source(value);
        else if (type == Type::frames && value.form == Form::object)
            frames(value);
        else if (value.form == Form::object && type == Type::object)
            object(value);
        else if (value.form == Form::list)
            list(value);
    }

    void list(Value& value) {
        const bool written = !value.items.empty();
        for (Value& item : value.items) visit(item);
        std::erase_if(value.items, [](const Value& item) { return item.form == Form::reference && !resolved(item); });
        if (written && value.items.empty()) value.form = Form::broken;  // reported: not missing too
    }

    void reference(Value& value) {
        for (const Kind kind : value.field->targets) {
            if (const auto target = builder_.bank.find(kind, value.text)) {
                value.data = *target;
                check_theme(value, *target);
                return;
            }
        }
        const auto known = [&] {
            std::vector<std::string_view> ids;
            for (const Kind kind : value.field->targets) {
                for (const Entity& entity : builder_.bank.entities(kind)) ids.push_back(entity.id);
            }
            return ids;
        };
        builder_.report(codes::unknown_reference, span(value),
                        {value.text, kind_word(value.field->targets.front()), std::string(value.field->key)},
                        builder_.nearest_ids(value.text, known));
    }

    void check_theme(const Value& value, const Target& target) {
        if (target.kind != Kind::theme || entity_.kind == Kind::theme) return;
        const Value& facts = builder_.bank[target].facts;
        if (facts.text_of("status") != "deprecated") return;
        const std::string replacement(facts.text_of("replaced_by"));
        builder_.report(codes::deprecated_theme, span(value), {value.text},
                        replacement.empty() ? std::vector<std::string>() : std::vector{replacement});
    }

    // `target_groups` takes items of the vocabulary `target-groups`.
    void item(Value& value) {
        std::string vocabulary(value.field->key);
        std::ranges::replace(vocabulary, '_', '-');
        const auto target = builder_.bank.find(Kind::vocabulary, vocabulary);
        const std::span<const Value> items =
            target ? std::span<const Value>(builder_.bank[*target].facts.items_of("items")) : std::span<const Value>();
        if (const auto index = builder_.index_of(items, value.text)) {
            value.data = Target{Kind::vocabulary, target->index, *index + 1};
            return;
        }
        if (target && (builder_.bank[*target].broken || !builder_.are_all_named(items))) return;
        builder_.report(codes::unknown_item, span(value), {value.text, vocabulary},
                        builder_.nearest_ids(value.text, [&] { return ids_of(items); }));
    }

    void source(Value& value) {
        for (const auto* sources : open_sources_) {
            if (builder_.index_of(*sources, value.text)) return;
        }
        const auto known = [&] {
            std::vector<std::string_view> ids;
            for (const auto* sources : open_sources_) std::ranges::copy(ids_of(*sources), std::back_inserter(ids));
            return ids;
        };
        const bool all_named =
            sources_readable_ && std::ranges::all_of(open_sources_, [&](const auto* sources) { return builder_.are_all_named(*sources); });
        if (all_named) builder_.report(codes::unknown_source, span(value), {value.text}, builder_.nearest_ids(value.text, known));
        value.form = Form::broken;
    }

    void frames(Value& value) {
        for (Value& concepts : value.items) {
            const auto frame = builder_.bank.find(Kind::vocabulary, concepts.text);
            if (!frame || !may_be_frame(builder_.bank[*frame])) {
                unknown_frame(concepts);
                concepts.items.clear();
                continue;
            }
            for (Value& one : concepts.items) concept_of(one, *frame);
            std::erase_if(concepts.items, [](const Value& one) { return !resolved(one); });
        }
        std::erase_if(value.items, [](const Value& concepts) { return concepts.items.empty(); });
    }

    static auto may_be_frame(const Entity& vocabulary) -> bool {
        return vocabulary.broken || vocabulary.facts.is_true("frame") || !is_readable(vocabulary, "frame");
    }

    void unknown_frame(const Value& concepts) {
        std::vector<std::string_view> known;
        for (const Entity& entity : builder_.bank.entities(Kind::vocabulary)) {
            if (entity.facts.is_true("frame")) known.push_back(entity.id);
        }
        builder_.report(codes::unknown_frame, span(concepts), {concepts.text}, nearest(concepts.text, known));
    }

    // `5`, or `5.2` where the frame allows finer references.
    void concept_of(Value& value, const Target& frame) {
        const Value& facts = builder_.bank[frame].facts;
        if (builder_.bank[frame].broken) return;
        const std::span<const Value> items = facts.items_of("items");
        auto index = builder_.index_of(items, value.text);
        const std::size_t dot = value.text.find('.');
        if (!index && facts.is_true("parts") && dot != std::string::npos && dot + 1 < value.text.size())
            index = builder_.index_of(items, std::string_view(value.text).substr(0, dot));
        if (index)
            value.data = Target{Kind::vocabulary, frame.index, *index + 1};
        else if (builder_.are_all_named(items))
            builder_.report(codes::unknown_concept, span(value), {value.text, builder_.bank[frame].id},
                            builder_.nearest_ids(value.text, [&] { return ids_of(items); }));
    }

    Builder& builder_;
    Entity& entity_;
    std::vector<const std::vector<Value>*> open_sources_;
    bool sources_readable_;
};

// Ids that point to an item of a list: a result's distinction, a cluster's survey, an item's group.
class InnerIds {
public:
    InnerIds(Builder& builder, Entity& entity) : builder_(builder), entity_(entity) {}

    void run() {
        if (entity_.kind == Kind::award) award();
        if (entity_.kind == Kind::cluster) cluster();
        if (entity_.kind == Kind::vocabulary) vocabulary();
    }

private:
    static auto find(Value& object, std::string_view key) -> Value* { return const_cast<Value*>(object.find(key)); }

    void check(Value* value, const Code& code, std::span<const Value> items, std::vector<std::string> arguments) {
        if (value == nullptr || builder_.index_of(items, value->text)) return;
        Span span = value->span(entity_.file);
        if (value->form == Form::amount) span.sureness = Span::Sureness::line;  // its key is meant
        if (builder_.are_all_named(items))
            builder_.report(code, span, std::move(arguments), builder_.nearest_ids(value->text, [&] { return ids_of(items); }));
        value->form = Form::broken;
    }

    void award() {
        const std::span<const Value> distinctions = entity_.facts.items_of("distinctions");
        const bool known = entity_.facts.find("distinctions") != nullptr;
        Value* editions = known ? find(entity_.facts, "editions") : nullptr;
        if (editions == nullptr) return;
        for (Value& edition : editions->items) {
            if (Value* expected = find(edition, "expected")) {
                for (Value& entry : expected->items) check(&entry, codes::unknown_distinction, distinctions, {entry.text, entity_.id});
            }
            Value* results = find(edition, "results");
            if (results == nullptr) continue;
            for (Value& result : results->items) {
                if (Value* distinction = find(result, "distinction"))
                    check(distinction, codes::unknown_distinction, distinctions, {distinction->text, entity_.id});
            }
        }
    }

    void cluster() {
        const Value* network = entity_.facts.find("network");
        Value* survey = find(entity_.facts, "survey");
        if (survey == nullptr || network == nullptr || network->target() == nullptr) return;
        const Entity& other = builder_.bank[*network->target()];
        if (!other.broken && is_readable(other, "surveys"))
            check(survey, codes::unknown_survey, other.facts.items_of("surveys"), {survey->text, other.id});
    }

    void vocabulary() {
        const std::span<const Value> groups = entity_.facts.items_of("groups");
        const bool readable = is_readable(entity_, "groups");
        Value* items = find(entity_.facts, "items");
        if (items == nullptr) return;
        for (Value& item : items->items) {
            Value* group = find(item, "group");
            if (group != nullptr && readable) check(group, codes::vocabulary_group_unknown, groups, {group->text});
            if (Value* broader = find(item, "broader")) check(broader, codes::unknown_item, items->items, {broader->text, entity_.id});
        }
    }

    Builder& builder_;
    Entity& entity_;
};

}  // namespace

auto Builder::index_of(std::span<const Value> items, std::string_view id) -> std::optional<std::uint32_t> {
    constexpr std::size_t most_walked = 64;
    if (items.size() <= most_walked) {
        const auto at = std::ranges::find(items, id, [](const Value& item) { return item.text_of("id"); });
        return at == items.end() ? std::nullopt : std::optional(static_cast<std::uint32_t>(at - items.begin()));
    }
    const std::scoped_lock lock(guard_);
    auto& numbers = long_lists_[items.data()];
    for (std::size_t i = numbers.empty() ? 0 : items.size(); i < items.size(); ++i)
        numbers.emplace(items[i].text_of("id"), static_cast<std::uint32_t>(i));
    const auto at = numbers.find(id);
    return at == numbers.end() ? std::nullopt : std::optional(at->second);
}

void Builder::resolve() {
    const auto visit = [&](Entity& entity) {
        Resolver(*this, entity).object(entity.facts);
        InnerIds(*this, entity).run();
    };
    for (const fields::KindEntry& kind : fields::kinds()) {
        std::vector<Entity*> all;
        for (Entity& entity : table(kind.kind)) all.push_back(&entity);
        // What records of prose say of themselves, no other looks at; of items, distinctions and surveys, others do.
        if (kind.format == fields::Format::markdown)
            for_each_beside(std::move(all), visit);
        else
            std::ranges::for_each(all, [&](Entity* entity) { visit(*entity); });
    }
    long_lists_.clear();
}

}  // namespace praxis::bank
