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

auto index_of(std::span<const Value> items, std::string_view id) -> std::optional<std::uint32_t> {
    const auto at = std::ranges::find(items, id, [](const Value& item) { return item.text_of("id"); });
    return at == items.end() ? std::nullopt : std::optional(static_cast<std::uint32_t>(at - items.begin()));
}

class Resolver {
public:
    Resolver(Builder& builder, Entity& entity) : builder_(builder), entity_(entity) { open_sources_.push_back(&entity.facts.items_of("sources")); }

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
        if (value.form == Form::reference && type == Type::reference) reference(value);
        else if (value.form == Form::reference && type == Type::item) item(value);
        else if (type == Type::source && value.form == Form::text) source(value);
        else if (type == Type::frames && value.form == Form::object) frames(value);
        else if (value.form == Form::object && type == Type::object) object(value);
        else if (value.form == Form::list) list(value);
    }

    void list(Value& value) {
        const bool written = !value.items.empty();
        for (Value& item : value.items) visit(item);
        std::erase_if(value.items, [](const Value& item) { return item.form == Form::reference && !resolved(item); });
        if (written && value.items.empty()) value.form = Form::broken;      // reported: not missing too
    }

    void reference(Value& value) {
        for (const Kind kind : value.field->targets) {
            if (const auto target = builder_.bank.find(kind, value.text)) {
                value.data = *target;
                check_theme(value, *target);
                return;
            }
        }
        std::vector<std::string_view> known;
        for (const Kind kind : value.field->targets) {
            for (const Entity& entity : builder_.bank.entities(kind)) known.push_back(entity.id);
        }
        builder_.report(codes::unknown_reference, span(value), {value.text, kind_word(value.field->targets.front()), std::string(value.field->key)}, nearest(value.text, known));
    }

    void check_theme(const Value& value, const Target& target) {
        if (target.kind != Kind::theme || entity_.kind == Kind::theme) return;
        const Value& facts = builder_.bank[target].facts;
        if (facts.text_of("status") == "deprecated") builder_.report(codes::deprecated_theme, span(value), {value.text, std::string(facts.text_of("replaced_by"))});
    }

    // `target_groups` takes items of the vocabulary `target-groups`.
    void item(Value& value) {
        std::string vocabulary(value.field->key);
        std::ranges::replace(vocabulary, '_', '-');
        const auto target = builder_.bank.find(Kind::vocabulary, vocabulary);
        const std::span<const Value> items = target ? std::span<const Value>(builder_.bank[*target].facts.items_of("items")) : std::span<const Value>();
        if (const auto index = index_of(items, value.text)) {
            value.data = Target{Kind::vocabulary, target->index, *index + 1};
            return;
        }
        if (target && builder_.bank[*target].broken) return;
        builder_.report(codes::unknown_item, span(value), {value.text, vocabulary}, nearest(value.text, ids_of(items)));
    }

    void source(Value& value) {
        std::vector<std::string_view> known;
        for (const auto* sources : open_sources_) {
            if (index_of(*sources, value.text)) return;
            const auto ids = ids_of(*sources);
            known.insert(known.end(), ids.begin(), ids.end());
        }
        builder_.report(codes::unknown_source, span(value), {value.text}, nearest(value.text, known));
        value.form = Form::broken;
    }

    void frames(Value& value) {
        for (Value& concepts : value.items) {
            const auto frame = builder_.bank.find(Kind::vocabulary, concepts.text);
            if (!frame || (!builder_.bank[*frame].facts.is_true("frame") && !builder_.bank[*frame].broken)) {
                unknown_frame(concepts);
                concepts.items.clear();
                continue;
            }
            for (Value& one : concepts.items) concept_of(one, *frame);
            std::erase_if(concepts.items, [](const Value& one) { return !resolved(one); });
        }
        std::erase_if(value.items, [](const Value& concepts) { return concepts.items.empty(); });
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
        auto index = index_of(items, value.text);
        const std::size_t dot = value.text.find('.');
        if (!index && facts.is_true("parts") && dot != std::string::npos && dot + 1 < value.text.size()) index = index_of(items, std::string_view(value.text).substr(0, dot));
        if (index) value.data = Target{Kind::vocabulary, frame.index, *index + 1};
        else builder_.report(codes::unknown_concept, span(value), {value.text, builder_.bank[frame].id}, nearest(value.text, ids_of(items)));
    }

    Builder& builder_;
    Entity& entity_;
    std::vector<const std::vector<Value>*> open_sources_;
};

// Ids that point into another entity: a result's distinction, a cluster's survey.
void check_inner_ids(Builder& builder, const Entity& entity) {
    if (entity.kind == Kind::award) {
        const auto& distinctions = entity.facts.items_of("distinctions");
        for (const Value& edition : entity.facts.items_of("editions")) {
            for (const Value& result : edition.items_of("results")) {
                const Value* distinction = result.find("distinction");
                if (distinction == nullptr || index_of(distinctions, distinction->text)) continue;
                builder.report(codes::unknown_distinction, distinction->span(entity.file), {distinction->text, entity.id}, nearest(distinction->text, ids_of(distinctions)));
            }
        }
    }
    const Value* survey = entity.kind == Kind::cluster ? entity.facts.find("survey") : nullptr;
    const Value* network = survey == nullptr ? nullptr : entity.facts.find("network");
    if (network == nullptr || network->target() == nullptr) return;
    const Entity& other = builder.bank[*network->target()];
    const auto& surveys = other.facts.items_of("surveys");
    if (!other.broken && !index_of(surveys, survey->text)) builder.report(codes::unknown_survey, survey->span(entity.file), {survey->text, other.id}, nearest(survey->text, ids_of(surveys)));
}

void check_groups(Builder& builder, const Entity& entity) {
    if (entity.kind != Kind::vocabulary) return;
    const auto& groups = entity.facts.items_of("groups");
    for (const Value& item : entity.facts.items_of("items")) {
        const Value* group = item.find("group");
        if (group != nullptr && !index_of(groups, group->text)) builder.report(codes::vocabulary_group_unknown, group->span(entity.file), {group->text}, nearest(group->text, ids_of(groups)));
    }
}

}  // namespace

void Builder::resolve() {
    for_each([&](Entity& entity) {
        Resolver(*this, entity).object(entity.facts);
        check_inner_ids(*this, entity);
        check_groups(*this, entity);
    });
}

}  // namespace praxis::bank
