#include "bank/coverage.h"

#include <algorithm>

namespace praxis::bank {
namespace {

using values::Form;

auto has(const std::vector<std::string>& all, std::string_view one) -> bool {
    return std::ranges::find(all, one) != all.end();
}

auto section_of(const Text& text, std::string_view key) -> const records::Section* {
    const auto at = std::ranges::find(text.outline.sections, key, &records::Section::id);
    return at == text.outline.sections.end() ? nullptr : &*at;
}

// A section under a heading of the author's own: its id differs from language to language.
auto is_own_section(const Text& text, std::string_view key) -> bool {
    const records::Section* section = section_of(text, key);
    return section != nullptr && !key.empty() && !section->canonical;
}

// A heading with nothing below it says nothing yet.
auto is_empty_section(const Text& text, std::string_view key) -> bool {
    const records::Section* section = section_of(text, key == "lead" ? "" : key);
    return section != nullptr && section->words == 0;
}

auto own_sections(const Text& text) -> std::vector<std::string> {
    std::vector<std::string> keys;
    for (const auto& [key, unused] : text.fingerprints) {
        if (is_own_section(text, key)) keys.push_back(key);
    }
    return keys;
}

// `next` is where the key likely stands: translations keep the order of their originals.
auto says(const Text& text, std::string_view key, std::size_t& next) -> bool {
    if (next < text.fingerprints.size() && text.fingerprints[next].first == key) return ++next, true;
    const auto at = std::ranges::find(text.fingerprints, key, &std::pair<std::string, std::string>::first);
    if (at == text.fingerprints.end()) return false;
    next = static_cast<std::size_t>(at - text.fingerprints.begin()) + 1;
    return true;
}

// What the original says and the translation does not. Sections under headings of the author's own are
// matched by their order.
auto lacking_in(const Text& text, const Text& original) -> std::vector<std::string> {
    const auto own = own_sections(text);
    std::vector<std::string> lacking;
    std::size_t number = 0, next = 0;
    for (const auto& [key, unused] : original.fingerprints) {
        const bool is_own = is_own_section(original, key);
        const std::string other = !is_own ? key : number < own.size() ? own[number] : std::string();
        if (is_own) ++number;
        const bool emptied = is_empty_section(text, other) && !is_empty_section(original, key);
        if (other.empty() || !says(text, other, next) || emptied) lacking.push_back(key);
    }
    return lacking;
}

void judge_record(const Entity& entity, std::string_view language, Standing& standing) {
    const Text* text = entity.text(language);
    if (text == nullptr) {
        standing.state = Standing::State::missing;
        return;
    }
    standing.original = text == &entity.texts.front();
    if (standing.original) return;
    const Text& original = entity.texts.front();
    const Value* translation = text->fields.find("translation");
    standing.machine = translation != nullptr && translation->text_of("method") == "machine";
    standing.confirmed = text->changed.size() < original.fingerprints.size() || original.fingerprints.empty();
    standing.lacking = lacking_in(*text, original);
    for (const std::string& key : text->changed) {
        if (!has(standing.lacking, key)) standing.stale.push_back(key);
    }
    if (!standing.lacking.empty())
        standing.state = Standing::State::partial;
    else if (!standing.stale.empty())
        standing.state = Standing::State::stale;
}

// The words of a YAML kind: which are said in the language.
class WordsCount {
public:
    explicit WordsCount(std::string_view language) : language_(language) {}

    std::vector<std::string> lacking;
    std::size_t there = 0;

    void look(const Value& object, const std::string& path) {
        for (const Value& value : object.items) {
            if (value.field == nullptr || value.field->key == "slug") continue;
            const std::string key = path.empty() ? std::string(value.field->key) : path + "." + std::string(value.field->key);
            look_at(value, key);
        }
    }

private:
    void look_at(const Value& value, const std::string& key) {
        if (value.form == Form::words)
            count(value, key);
        else if (value.form == Form::object)
            look(value, key);
        else if (value.form == Form::list)
            look_into(value, key);
    }

    void look_into(const Value& list, const std::string& key) {
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            const std::string_view id = list.items[i].form == Form::object ? list.items[i].text_of("id") : std::string_view();
            look_at(list.items[i], key + "." + (id.empty() ? std::to_string(i + 1) : std::string(id)));
        }
    }

    void count(const Value& words, const std::string& key) {
        const bool said = std::ranges::any_of(words.items, [&](const Value& phrase) {
            const std::string_view tag = values::language_of(phrase);
            return tag.empty() || tag == language_;
        });
        if (said)
            ++there;
        else
            lacking.push_back(key);
    }

    std::string_view language_;
};

void judge_entity(const Entity& entity, std::string_view language, Standing& standing) {
    WordsCount count(language);
    count.look(entity.facts, {});
    standing.lacking = std::move(count.lacking);
    if (standing.lacking.empty()) return;
    standing.state = count.there == 0 ? Standing::State::missing : Standing::State::partial;
}

}  // namespace

auto standing_of(const Bank& bank, const Target& target, std::string_view language) -> Standing {
    Standing standing;
    standing.target = target;
    const Entity& entity = bank[target];
    if (fields::entry(target.kind).format == fields::Format::markdown)
        judge_record(entity, language, standing);
    else
        judge_entity(entity, language, standing);
    return standing;
}

auto standings(const Bank& bank, std::string_view language) -> std::vector<Standing> {
    std::vector<Standing> all;
    for (const fields::KindEntry& kind : fields::kinds()) {
        const auto entities = bank.entities(kind.kind);
        for (std::uint32_t i = 0; i < entities.size(); ++i) {
            const Entity& entity = entities[i];
            if (entity.is_present() && !entity.withdrawn) all.push_back(standing_of(bank, {kind.kind, i, 0}, language));
        }
    }
    return all;
}

auto coverage_of(const Bank& bank, std::string_view language) -> Coverage {
    Coverage coverage{std::string(language), standings(bank, language), {}, {}, {}, {}};
    for (const Standing& standing : coverage.standings) {
        coverage.all.add(standing);
        coverage.kinds[standing.target.kind].add(standing);
        if (fields::entry(standing.target.kind).format != fields::Format::markdown) continue;
        const Value& facts = bank[standing.target].facts;
        const auto count = [&](std::string_view key, std::map<Target, Tally>& into) {
            for (const Value& named : facts.items_of(key)) {
                if (const Target* target = named.target()) into[*target].add(standing);
            }
        };
        count("themes", coverage.themes);
        count("cities", coverage.cities);
    }
    return coverage;
}

auto Coverage::of(const Target& target) const -> const Standing& {
    return *std::ranges::lower_bound(standings, target, {}, &Standing::target);
}

void Tally::add(const Standing& standing) {
    switch (standing.state) {
        case Standing::State::complete: ++complete; break;
        case Standing::State::stale: ++stale; break;
        case Standing::State::partial: ++partial; break;
        case Standing::State::missing: ++missing; break;
    }
    if (standing.machine) ++machine;
}

auto state_name(Standing::State state) -> std::string_view {
    switch (state) {
        case Standing::State::complete: return "complete";
        case Standing::State::stale: return "stale";
        case Standing::State::partial: return "partial";
        case Standing::State::missing: return "missing";
    }
    return {};
}

}  // namespace praxis::bank
