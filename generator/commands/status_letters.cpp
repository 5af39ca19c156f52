// A message to each translator, in the language of her translations: what has changed in the originals,
// what is not there yet, and what is new since a release. A draft: somebody reads it and sends it.
#include <fmt/format.h>

#include <algorithm>

#include "commands/status.h"
#include "language/text.h"

namespace praxis::commands {
namespace {

class LetterWriter {
public:
    explicit LetterWriter(const Letters& asked)
        : loaded_(asked.loaded),
          coverage_(asked.coverage),
          locale_(asked.locale),
          sentences_(asked.sentences),
          words_(asked.words),
          since_(asked.since) {}

    auto run() -> std::string {
        std::map<std::string, std::vector<const bank::Standing*>> by_person;
        for (const bank::Standing& standing : coverage_.standings) {
            if (standing.state == bank::Standing::State::stale || standing.state == bank::Standing::State::partial) {
                if (is_record(standing)) by_person[translator(standing)].push_back(&standing);
            } else if (since_ && is_record(standing) && standing.state == bank::Standing::State::missing && is_new(standing)) {
                fresh_.push_back(&standing);
            } else if (is_record(standing) && !standing.original) {
                by_person[translator(standing)];
            }
        }
        std::erase_if(by_person, [&](const auto& one) { return one.second.empty() && (fresh_.empty() || one.first.empty()); });
        std::string all;
        for (const auto& [person, standings] : by_person) all += (all.empty() ? "" : "\n----\n\n") + letter(person, standings);
        return all;
    }

private:
    static auto is_record(const bank::Standing& standing) -> bool {
        return fields::entry(standing.target.kind).format == fields::Format::markdown;
    }

    auto entity(const bank::Standing& standing) const -> const bank::Entity& { return loaded_.bank[standing.target]; }

    auto translator(const bank::Standing& standing) const -> std::string {
        const bank::Text* text = entity(standing).text(coverage_.language);
        const bank::Value* translation = text == nullptr ? nullptr : entity(standing).fields(*text).find("translation");
        return translation == nullptr ? std::string() : std::string(translation->text_of("by"));
    }

    // On or after the day of the release: as day, month or year, as fine as it was given.
    auto is_since(const fields::Date* date) const -> bool {
        const auto day = date == nullptr ? std::nullopt : fields::latest(*date);
        const auto first = fields::earliest(since_->date);
        return day && first && *day >= *first;
    }

    auto is_new(const bank::Standing& standing) const -> bool { return is_since(entity(standing).facts.date_of("published")); }

    auto say(std::string_view key, language::Arguments arguments = {}) const -> std::string { return sentences_.told(key, arguments); }

    auto letter(const std::string& person, const std::vector<const bank::Standing*>& standings) const -> std::string {
        const bank::Value* names = loaded_.settings.fields.find("names");
        const std::string bank = names == nullptr ? std::string() : words_in(*names);
        const std::string name = language::language_name(coverage_.language, sentences_.language());
        std::string text = say("letter_about", {{"bank", bank}}) + "\n\n";
        text += (person.empty() ? say("letter_hello_all") : say("letter_hello", {{"name", person}})) + "\n\n";
        text += (since_ ? say("letter_intro_since", {{"bank", bank}, {"language", name}, {"release", since_->label}})
                        : say("letter_intro", {{"bank", bank}, {"language", name}})) +
                "\n";
        if (!standings.empty()) {
            text += "\n" + say("letter_to_update") + "\n";
            for (const bank::Standing* standing : standings) text += item(*standing) + details(*standing);
        }
        if (!fresh_.empty()) {
            text += "\n" + say("letter_new", {{"language", name}}) + "\n";
            for (const bank::Standing* standing : fresh_) text += item(*standing);
        }
        return text + "\n" + say("letter_how") + "\n\n" + say("letter_thanks") + "\n";
    }

    auto words_in(const bank::Value& words) const -> std::string {
        const auto own = std::ranges::find_if(words.items, [&](const bank::Value& phrase) {
            return values::language_of(phrase).empty() || values::language_of(phrase) == coverage_.language;
        });
        return own == words.items.end() ? words.items.front().text : own->text;
    }

    auto item(const bank::Standing& standing) const -> std::string {
        const auto& languages = loaded_.settings.languages;
        const auto number = static_cast<std::size_t>(std::ranges::find(languages, coverage_.language) - languages.begin());
        const auto address = loaded_.routes.address_of(loaded_.bank, standing.target);
        std::string text = "\n- " + title_in(entity(standing), coverage_.language) + "\n";
        text += fmt::format("  content/{}/{}.md\n", folder_of(loaded_.bank, standing.target), coverage_.language);
        if (address) text += "  " + loaded_.settings.base_url + routes::encoded(loaded_.routes.path(loaded_.bank, *address, number)) + "\n";
        return text;
    }

    auto parts(fields::Kind kind, const std::vector<std::string>& keys) const -> std::string {
        std::string text;
        for (const std::string& key : keys) text += (text.empty() ? "" : ", ") + part_name(loaded_.wording, locale_, words_, kind, key);
        return text;
    }

    auto details(const bank::Standing& standing) const -> std::string {
        std::string text;
        const auto line = [&](const std::string& sentence) { text += "  " + sentence + "\n"; };
        if (!standing.confirmed)
            line(say("letter_unconfirmed"));
        else if (!standing.stale.empty())
            line(say("letter_stale", {{"parts", parts(standing.target.kind, standing.stale)}}));
        if (!standing.lacking.empty()) line(say("letter_lacking", {{"parts", parts(standing.target.kind, standing.lacking)}}));
        for (const bank::Value& change : entity(standing).facts.items_of("changes")) {
            const bank::Value* what = change.find("what");
            const bank::Value* date = change.find("date");
            if (since_ && what != nullptr && date != nullptr && is_since(change.date_of("date")))
                line(fmt::format("{}: {}", date->text, words_in(*what)));
        }
        return text;
    }

    const Loaded& loaded_;
    const bank::Coverage& coverage_;
    const wording::Locale& locale_;
    const console::Sentences& sentences_;
    const console::FieldWords& words_;
    const std::optional<Since>& since_;
    std::vector<const bank::Standing*> fresh_;
};

}  // namespace

auto status_letters(const Letters& asked) -> std::string {
    return LetterWriter(asked).run();
}

}  // namespace praxis::commands
