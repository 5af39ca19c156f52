#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <unordered_map>

#include "base/parallel.h"
#include "routes/codes.h"
#include "routes/routes.h"
#include "routes/sections.h"

namespace praxis::routes {

using bank::Entity;
using fields::Kind;
using values::Value;

namespace {

// Two things that would have one address: who comes second, who was first, and where the second says so.
using Meeting = std::tuple<const Entity*, const Entity*, std::uint32_t>;

using Slugs = std::array<std::vector<std::string>, fields::kind_count>;

// The addresses of one language. Nothing that it finds depends on the others.
class InLanguage {
public:
    InLanguage(const bank::Bank& bank, const Routes& routes, std::size_t language, const std::vector<std::string>& sections)
        : bank_(bank), tag_(routes.languages()[language]), first_(language == 0), sections_(sections) {}

    Slugs slugs;
    std::vector<Redirect> redirects;
    Diagnostics found;
    std::vector<std::pair<Meeting, Diagnostic>> meetings;

    void run() {
        std::size_t count = 0;
        for (const fields::KindEntry& kind : fields::kinds()) count += bank_.entities(kind.kind).size();
        taken_.reserve(count);
        for (const fields::KindEntry& kind : fields::kinds()) claim_pages(kind.kind);
        for (const fields::KindEntry& kind : fields::kinds()) add_redirects(kind.kind);
    }

private:
    struct Owner {
        const Entity* entity;
        Span span;
    };

    void report(const Code& code, Span span, std::vector<std::string> arguments) {
        found.push_back(diagnose(code, span, std::move(arguments)));
    }

    // A slug that was chosen, and where.
    auto slug_value(const Entity& entity) const -> std::pair<const Value*, FileId> {
        if (fields::entry(entity.kind).format == fields::Format::markdown) {
            const bank::Text* text = entity.text(tag_);
            const Value* slug = text == nullptr ? nullptr : entity.fields(*text).find("slug");
            return {slug == nullptr || slug->items.empty() ? nullptr : &slug->items.front(), text == nullptr ? entity.file : text->file};
        }
        const Value* chosen = entity.facts.find("slug");
        for (std::size_t i = 0; chosen != nullptr && i < chosen->items.size(); ++i) {
            const std::string_view own = values::language_of(chosen->items[i]);
            if (own.empty() || own == tag_) return {&chosen->items[i], entity.file};
        }
        return {nullptr, entity.file};
    }

    auto slug_of(const Entity& entity, const Value* slug, FileId file) -> const std::string& {
        if (slug == nullptr) return entity.id;
        if (input::is_free_id(slug->text)) return slug->text;
        const bool told = !first_ && values::language_of(*slug).empty();
        if (!told) report(codes::bad_slug, slug->span(file), {slug->text, tag_});
        return entity.id;
    }

    auto path_of(Kind kind, std::string_view name) const -> std::string {
        const std::string& section = sections_[section_of(kind)];
        std::string path;
        path.reserve(tag_.size() + section.size() + name.size() + 8);
        return path.append(tag_).append(1, '/').append(section).append(1, '/').append(name).append(".html");
    }

    // False when another thing has the address; then that is reported, where a slug was chosen.
    auto claim(std::string path, const Entity& entity, Span span) -> bool {
        const auto [at, is_new] = taken_.emplace(std::move(path), Owner{&entity, span});
        if (is_new || at->second.entity == &entity) return is_new;
        const Owner& other = at->second;
        const bool chosen_there = span.sureness == Span::Sureness::file && other.span.sureness != Span::Sureness::file;
        Diagnostic diagnostic =
            diagnose(codes::address_twice, chosen_there ? other.span : span, {at->first, chosen_there ? entity.id : other.entity->id});
        diagnostic.related.push_back(chosen_there ? span : other.span);
        meetings.emplace_back(Meeting(&entity, other.entity, span.begin), std::move(diagnostic));
        return false;
    }

    auto has_address(const Entity& entity) const -> bool {
        return (entity.is_present() || entity.held) && (entity.kind != Kind::vocabulary || entity.facts.is_true("frame"));
    }

    void claim_pages(Kind kind) {
        auto& names = slugs[static_cast<std::size_t>(kind)];
        const auto entities = bank_.entities(kind);
        names.reserve(entities.size());
        for (const Entity& entity : entities) {
            const auto [slug, file] = slug_value(entity);
            names.push_back(slug_of(entity, slug, file));
            if (!has_address(entity)) continue;
            if (entity.id == "index" && first_) report(codes::taken_id, whole_file(entity.file), {entity.id});
            claim(path_of(kind, names.back()), entity, slug == nullptr ? whole_file(entity.file) : slug->span(file));
        }
    }

    void add_redirects(Kind kind) {
        const auto entities = bank_.entities(kind);
        for (std::uint32_t i = 0; i < entities.size(); ++i) {
            const Entity& entity = entities[i];
            if (!has_address(entity)) continue;
            const std::string& slug = slugs[static_cast<std::size_t>(kind)][i];
            const auto send = [&](const std::string& name, Span span) {
                if (name == slug) return;
                std::string from = path_of(kind, name);
                if (claim(from, entity, span)) redirects.push_back({std::move(from), path_of(kind, slug), tag_, {kind, i, 0}});
            };
            send(entity.id, whole_file(entity.file));
            if (fields::entry(kind).format != fields::Format::markdown) continue;
            for (const bank::Text& text : entity.texts) {
                const bool own = text.language == tag_;
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
    const std::string& tag_;
    bool first_;
    const std::vector<std::string>& sections_;
    std::unordered_map<std::string, Owner> taken_;
};

}  // namespace

class Assigner {
public:
    Assigner(const bank::Bank& bank, const settings::Settings& settings, const wording::Wording& wording)
        : bank_(bank), settings_(settings), wording_(wording) {}

    Outcome<Routes> outcome;

    void run(unsigned jobs) {
        routes().languages_ = settings_.languages;
        add_groups();
        for (std::size_t language = 0; language < settings_.languages.size(); ++language) add_sections(language);
        std::vector<InLanguage> all;
        for (std::size_t language = 0; language < settings_.languages.size(); ++language)
            all.emplace_back(bank_, routes(), language, routes().sections_[language]);
        parallel_for(all.size(), jobs, [&](std::size_t language, unsigned) { all[language].run(); });
        for (InLanguage& one : all) take(one);
    }

private:
    auto routes() -> Routes& { return outcome.value; }

    void report(const Code& code, Span span, std::vector<std::string> arguments) {
        outcome.diagnostics.push_back(diagnose(code, span, std::move(arguments)));
    }

    void take(InLanguage& language) {
        routes().slugs_.push_back(std::move(language.slugs));
        std::ranges::move(language.redirects, std::back_inserter(routes().redirects_));
        append(outcome.diagnostics, std::move(language.found));
        for (auto& [meeting, diagnostic] : language.meetings) {
            if (told_.insert(meeting).second) outcome.diagnostics.push_back(std::move(diagnostic));
        }
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

    const bank::Bank& bank_;
    const settings::Settings& settings_;
    const wording::Wording& wording_;
    std::set<Meeting> told_;  // in one language: it is the same in the others
};

auto assign(const bank::Bank& bank, const settings::Settings& settings, const wording::Wording& wording, unsigned jobs) -> Outcome<Routes> {
    Assigner assigner(bank, settings, wording);
    assigner.run(jobs);
    return std::move(assigner.outcome);
}

}  // namespace praxis::routes
