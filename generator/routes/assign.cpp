#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>

#include "routes/codes.h"
#include "routes/routes.h"
#include "routes/sections.h"

namespace praxis::routes {

using bank::Entity;
using fields::Kind;
using values::Value;

class Assigner {
public:
    Assigner(const bank::Bank& bank, const settings::Settings& settings, const wording::Wording& wording)
        : bank_(bank), settings_(settings), wording_(wording) {}

    Outcome<Routes> outcome;

    void run() {
        routes().languages_ = settings_.languages;
        routes().slugs_.resize(settings_.languages.size());
        add_groups();
        for (std::size_t language = 0; language < settings_.languages.size(); ++language) {
            add_sections(language);
            for (const fields::KindEntry& kind : fields::kinds()) add_slugs(language, kind.kind);
        }
        for (std::size_t language = 0; language < settings_.languages.size(); ++language) {
            taken_.clear();
            for (const fields::KindEntry& kind : fields::kinds()) claim_pages(language, kind.kind);
            for (const fields::KindEntry& kind : fields::kinds()) add_redirects(language, kind.kind);
        }
    }

private:
    auto routes() -> Routes& { return outcome.value; }

    void report(const Code& code, Span span, std::vector<std::string> arguments) {
        outcome.diagnostics.push_back(diagnose(code, span, std::move(arguments)));
    }

    void add_sections(std::size_t language) {
        const wording::Locale* locale = wording_.find(settings_.languages[language]);
        std::vector<std::string> words;
        for (const std::string_view id : section_ids) {
            const std::string word(locale == nullptr ? id : wording_.section(*locale, id));
            const auto twin = std::ranges::find(words, word);
            if (twin != words.end() && locale != nullptr)
                report(codes::address_twice, whole_file(locale->file),
                       {word, std::string(section_ids[static_cast<std::size_t>(twin - words.begin())])});
            words.push_back(word);
        }
        routes().sections_.push_back(std::move(words));
    }

    // The countries, years and works that have a page.
    void add_groups() {
        std::set<std::string> countries;
        for (const Entity& city : bank_.entities(Kind::city)) {
            if (city.is_present() && !city.facts.text_of("country").empty()) countries.emplace(city.facts.text_of("country"));
            const bool listed = city.is_present() && !city.withdrawn;
            if (listed && city.facts.number_of("lat") != nullptr && city.facts.number_of("lon") != nullptr) routes().has_map_ = true;
        }
        routes().countries_.assign(countries.begin(), countries.end());
        std::set<int> years;
        for (const Entity& practice : bank_.entities(Kind::practice)) {
            const fields::Date* start = practice.facts.date_of("start");
            const auto day = start == nullptr || !practice.is_present() || practice.withdrawn ? std::nullopt : fields::earliest(*start);
            if (day) years.insert(day->year);
        }
        routes().years_.assign(years.begin(), years.end());
        std::map<std::string, std::vector<bank::Target>, std::less<>> works;
        const auto declarations = bank_.entities(Kind::declaration);
        for (std::uint32_t i = 0; i < declarations.size(); ++i) {
            const Value* work = declarations[i].is_present() ? declarations[i].facts.find("work") : nullptr;
            if (work == nullptr) continue;
            if (input::is_free_id(work->text))
                works[work->text].push_back({Kind::declaration, i, 0});
            else
                report(codes::taken_id, work->span(declarations[i].file), {work->text});
        }
        for (auto& [id, versions] : works) routes().works_.push_back({id, std::move(versions)});
    }

    static auto slug_value(const Entity& entity, std::string_view language) -> std::pair<const Value*, FileId> {
        if (fields::entry(entity.kind).format == fields::Format::markdown) {
            const bank::Text* text = entity.text(language);
            const Value* slug = text == nullptr ? nullptr : entity.fields(*text).find("slug");
            return {slug == nullptr || slug->items.empty() ? nullptr : &slug->items.front(), text == nullptr ? entity.file : text->file};
        }
        const Value* slugs = entity.facts.find("slug");
        for (std::size_t i = 0; slugs != nullptr && i < slugs->items.size(); ++i) {
            const std::string_view own = values::language_of(slugs->items[i]);
            if (own.empty() || own == language) return {&slugs->items[i], entity.file};
        }
        return {nullptr, entity.file};
    }

    void add_slugs(std::size_t language, Kind kind) {
        auto& slugs = routes().slugs_[language][static_cast<std::size_t>(kind)];
        for (const Entity& entity : bank_.entities(kind)) {
            const auto [slug, file] = slug_value(entity, settings_.languages[language]);
            if (slug != nullptr && input::is_free_id(slug->text)) {
                slugs.push_back(slug->text);
                continue;
            }
            const bool told = slug != nullptr && language > 0 && values::language_of(*slug).empty();
            if (slug != nullptr && !told) report(codes::bad_slug, slug->span(file), {slug->text, settings_.languages[language]});
            slugs.push_back(entity.id);
        }
    }

    auto path_of(std::size_t language, Kind kind, std::string_view name) const -> std::string {
        const std::string &tag = outcome.value.languages_[language], &section = outcome.value.sections_[language][section_of(kind)];
        std::string path;
        path.reserve(tag.size() + section.size() + name.size() + 8);
        return path.append(tag).append(1, '/').append(section).append(1, '/').append(name).append(".html");
    }

    // False when another thing has the address; then that is reported, where a slug was chosen.
    auto claim(const std::string& path, const Entity& entity, Span span) -> bool {
        const auto [at, is_new] = taken_.emplace(path, Owner{&entity, span});
        if (is_new || at->second.entity == &entity) return is_new;
        const Owner& other = at->second;
        if (!told_.emplace(&entity, other.entity, span.begin).second) return false;
        const bool chosen_there = span.sureness == Span::Sureness::file && other.span.sureness != Span::Sureness::file;
        Diagnostic diagnostic =
            diagnose(codes::address_twice, chosen_there ? other.span : span, {path, chosen_there ? entity.id : other.entity->id});
        diagnostic.related.push_back(chosen_there ? span : other.span);
        outcome.diagnostics.push_back(std::move(diagnostic));
        return false;
    }

    auto has_address(const Entity& entity) const -> bool {
        return (entity.is_present() || entity.held) && (entity.kind != Kind::vocabulary || entity.facts.is_true("frame"));
    }

    void claim_pages(std::size_t language, Kind kind) {
        const auto entities = bank_.entities(kind);
        for (std::size_t i = 0; i < entities.size(); ++i) {
            if (!has_address(entities[i])) continue;
            if (entities[i].id == "index" && language == 0) report(codes::taken_id, whole_file(entities[i].file), {entities[i].id});
            const auto [slug, file] = slug_value(entities[i], settings_.languages[language]);
            claim(path_of(language, kind, routes().slugs_[language][static_cast<std::size_t>(kind)][i]), entities[i],
                  slug == nullptr ? whole_file(entities[i].file) : slug->span(file));
        }
    }

    void add_redirects(std::size_t language, Kind kind) {
        const auto entities = bank_.entities(kind);
        for (std::uint32_t i = 0; i < entities.size(); ++i) {
            const Entity& entity = entities[i];
            if (!has_address(entity)) continue;
            const std::string& slug = routes().slugs_[language][static_cast<std::size_t>(kind)][i];
            const auto send = [&](const std::string& name, Span span) {
                if (name == slug) return;
                const std::string from = path_of(language, kind, name);
                if (claim(from, entity, span))
                    routes().redirects_.push_back({from, path_of(language, kind, slug), settings_.languages[language], {kind, i, 0}});
            };
            send(entity.id, whole_file(entity.file));
            if (fields::entry(kind).format != fields::Format::markdown) continue;
            for (const bank::Text& text : entity.texts) {
                const bool own = text.language == settings_.languages[language];
                if (!own && text.state != bank::Text::State::original) continue;
                for (const Value& alias : entity.fields(text).items_of("aliases")) {
                    if (input::is_free_id(alias.text))
                        send(alias.text, alias.span(text.file));
                    else if (own)
                        report(codes::bad_alias, alias.span(text.file), {alias.text});
                }
            }
        }
    }

    const bank::Bank& bank_;
    const settings::Settings& settings_;
    const wording::Wording& wording_;
    struct Owner {
        const Entity* entity;
        Span span;
    };
    std::unordered_map<std::string, Owner> taken_;
    std::set<std::tuple<const Entity*, const Entity*, std::uint32_t>> told_;  // in one language: it is the same in the others
};

auto assign(const bank::Bank& bank, const settings::Settings& settings, const wording::Wording& wording) -> Outcome<Routes> {
    Assigner assigner(bank, settings, wording);
    assigner.run();
    return std::move(assigner.outcome);
}

}  // namespace praxis::routes
