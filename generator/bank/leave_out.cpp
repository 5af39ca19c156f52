// Takes off the site what must not stand on it: drafts, and with --hold the records in error, then
// whatever cannot stand without them. References to them go; their addresses stay.
#include <algorithm>
#include <set>

#include "bank/builder.h"

namespace praxis::bank {
namespace {

using values::Form;

// Removes references to what is not present; true when a required field lost its last value.
auto strip(const Bank& bank, Value& value) -> bool {
    const auto absent = [&](const Value& item) {
        const Target* to = item.form == Form::reference ? item.target() : nullptr;
        return to != nullptr && !bank[*to].is_present();
    };
    bool lost = false;
    for (Value& item : value.items) {
        if (item.form != Form::list && item.form != Form::object) continue;
        lost = strip(bank, item) || lost;
        const bool emptied = item.form == Form::list && item.items.empty();
        lost = lost || (emptied && item.field != nullptr && item.field->required_from == State::draft);
    }
    for (const Value& item : value.items)
        lost = lost || (absent(item) && item.field->required_from == State::draft && item.field->shape == fields::Shape::one);
    std::erase_if(value.items, absent);
    return lost;
}

}  // namespace

void Builder::leave_out(const Diagnostics& earlier) {
    if (linking.hold) {
        const auto hold = [&](const Diagnostics& diagnostics) {
            for (const Diagnostic& diagnostic : diagnostics) {
                const auto target = diagnostic.severity == Severity::error ? bank.entity_of(diagnostic.span.file) : std::nullopt;
                if (target && target->kind != Kind::vocabulary) table(target->kind)[target->index].held = true;
            }
        };
        hold(earlier);
        hold(found);
        for_each([](Entity& entity) { entity.held = entity.held || (entity.broken && entity.kind != Kind::vocabulary); });
    }
    bool any_absent = false;
    for_each([&](const Entity& entity) { any_absent = any_absent || !entity.is_present(); });
    if (!any_absent) return;  // nobody names who is absent, and the indexes stand
    for (bool again = true; again;) {
        again = false;
        for_each([&](Entity& entity) {
            if (!entity.is_present()) return;
            if (!strip(bank, entity.facts)) return;
            entity.held = true;
            again = true;
        });
    }
    index();
}

}  // namespace praxis::bank
