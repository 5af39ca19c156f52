// What a record must hold grows with its review state. Missing now is an error, missing for the next
// state one note a record.
#include <algorithm>

#include "bank/builder.h"
#include "bank/codes.h"

namespace praxis::bank {
namespace {

auto next_state(State state) -> State {
    if (state <= State::stub) return State::submitted;
    return State::reviewed;
}

auto name_of(State state) -> std::string {
    return "@review_state." + std::string(fields::state_name(state));
}

// A stub asks for no more than a draft; an archived record for no more than it had.
auto is_needed(const fields::Field& field, State state) -> bool {
    if (!field.required_from || state == State::archived) return field.required_from == State::draft;
    return *field.required_from <= state;
}

auto is_missing(const Value& facts, std::string_view key) -> bool {
    if (!facts.was_written(key)) return true;
    const Value* value = facts.find(key);
    return value != nullptr && value->form == values::Form::list && value->items.empty();
}

class StateCheck {
public:
    StateCheck(const Entity& entity, const Linking& linking, Diagnostics& found) : entity_(entity), linking_(linking), found_(found) {}

    void run() {
        std::string later;
        const bool record = fields::entry(entity_.kind).format == fields::Format::markdown;
        const State state = record ? entity_.state : State::peer_reviewed;
        for (const fields::Field& field : fields::entry(entity_.kind).fields) {
            if (!is_missing(entity_.facts, field.key)) continue;
            if (is_needed(field, state))
                report_missing(field.key, state);
            else if (is_needed(field, next_state(state)) && state != State::archived)
                later += (later.empty() ? "" : ", ") + std::string(field.key);
        }
        if (entity_.kind == Kind::practice) check_sections(state, later);
        if (!later.empty()) found_.push_back(diagnose(codes::missing_later, whole_file(entity_.file), {later, name_of(next_state(state))}));
    }

private:
    void report_missing(std::string_view key, State state) {
        found_.push_back(diagnose(codes::missing_field, whole_file(entity_.file), {std::string(key), name_of(state)}));
    }

    void check_sections(State state, std::string& later) {
        if (entity_.texts.empty()) return;
        const Text& text = entity_.texts.front();
        for (const std::string_view id : fields::required_sections()) {
            const auto at = std::ranges::find(text.outline.sections, id, &records::Section::id);
            if (at != text.outline.sections.end() && at->words > 0) continue;
            const bool now = state == State::reviewed || state == State::peer_reviewed;
            if (!now && state != State::submitted) continue;
            const wording::Locale* locale = linking_.wording.find(text.language);
            const std::string heading(locale == nullptr ? id : linking_.wording.heading(*locale, id));
            if (!now)
                later += (later.empty() ? "" : ", ") + ("## " + heading);
            else if (at == text.outline.sections.end())
                found_.push_back(diagnose(codes::missing_section, whole_file(text.file), {std::string(id), name_of(state), heading}));
            else
                found_.push_back(diagnose(codes::empty_section, at->span, {heading}));
        }
    }

    const Entity& entity_;
    const Linking& linking_;
    Diagnostics& found_;
};

}  // namespace

void check_states(const Bank& bank, const Linking& linking, Diagnostics& found) {
    for (const fields::KindEntry& kind : fields::kinds()) {
        for (const Entity& entity : bank.entities(kind.kind)) {
            if (!entity.broken && !entity.withdrawn) StateCheck(entity, linking, found).run();
        }
    }
}

}  // namespace praxis::bank
