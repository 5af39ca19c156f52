// What is above, before or part of something is not also below, after or around it.
#include <algorithm>
#include <map>
#include <set>

#include "bank/builder.h"
#include "bank/codes.h"

namespace praxis::bank {
namespace {

struct Hierarchy {
    Kind kind;
    std::string_view key;
    std::string_view inside;  // the object that holds the field, or empty
};

auto parents_of(const Entity& entity, const Hierarchy& hierarchy) -> std::vector<const Value*> {
    const Value* object = hierarchy.inside.empty() ? &entity.facts : entity.facts.find(hierarchy.inside);
    const Value* value = object == nullptr ? nullptr : object->find(hierarchy.key);
    std::vector<const Value*> parents;
    if (value == nullptr) return parents;
    if (value->form != values::Form::list) parents.push_back(value);
    for (const Value& item : value->items) parents.push_back(&item);
    std::erase_if(parents, [](const Value* v) { return v->target() == nullptr; });
    return parents;
}

// Each entity is left once, so this is linear in the number of references.
class CircleSearch {
public:
    CircleSearch(const Bank& bank, const Hierarchy& hierarchy, Diagnostics& found) : bank_(bank), hierarchy_(hierarchy), found_(found) {}

    void run() {
        const auto entities = bank_.entities(hierarchy_.kind);
        state_.assign(entities.size(), 0);
        for (std::uint32_t i = 0; i < entities.size(); ++i) {
            if (state_[i] == 0) walk(i);
        }
    }

private:
    struct Frame {
        std::uint32_t index;
        std::vector<const Value*> parents;
        std::size_t next = 0;
    };

    void walk(std::uint32_t start) {
        std::vector<Frame> path{frame(start)};
        while (!path.empty()) {
            Frame& top = path.back();
            if (top.next == top.parents.size()) {
                state_[top.index] = 2;
                path.pop_back();
                continue;
            }
            const Value* edge = top.parents[top.next++];
            const std::uint32_t parent = edge->target()->index;
            if (state_[parent] == 1)
                report(path, parent, *edge);
            else if (state_[parent] == 0)
                path.push_back(frame(parent));
        }
    }

    auto frame(std::uint32_t index) -> Frame {
        state_[index] = 1;
        return {index, parents_of(bank_.entities(hierarchy_.kind)[index], hierarchy_)};
    }

    void report(const std::vector<Frame>& path, std::uint32_t to, const Value& edge) {
        const auto entities = bank_.entities(hierarchy_.kind);
        std::string shown;
        bool on = false;
        for (const Frame& step : path) {
            on = on || step.index == to;
            if (on) shown += entities[step.index].id + " → ";
        }
        shown += entities[to].id;
        found_.push_back(diagnose(codes::circle, edge.span(entities[path.back().index].file), {std::string(hierarchy_.key), shown}));
    }

    const Bank& bank_;
    const Hierarchy& hierarchy_;
    Diagnostics& found_;
    std::vector<char> state_;  // 0 not seen, 1 on the path, 2 done
};

}  // namespace

void check_hierarchies(const Bank& bank, Diagnostics& found) {
    static constexpr Hierarchy all[] = {
        {Kind::theme, "broader", ""},
        {Kind::theme, "replaced_by", ""},
        {Kind::city, "part_of", ""},
        {Kind::network, "parent", ""},
        {Kind::practice, "adapted_from", "transfer"},
        {Kind::event, "postponed_to", ""},
        {Kind::vocabulary, "supersedes", ""},
    };
    for (const Hierarchy& hierarchy : all) CircleSearch(bank, hierarchy, found).run();
}

}  // namespace praxis::bank
