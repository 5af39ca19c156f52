// What all Markdown records share: their text in the best language there is, its state, its sources.
#include <fmt/format.h>

#include <algorithm>

#include "base/html.h"
#include "language/text.h"
#include "pages/composer.h"

namespace praxis::pages {

using bank::Text;

// The reader's language, its fallbacks, the original, the bank's order.
auto Composer::shown_text(const Entity& entity) const -> const Text* {
    const auto& chain = language().chain;
    const std::size_t own = 1 + locale().fallback.size();
    for (std::size_t i = 0; i < std::min(own, chain.size()); ++i) {
        if (const Text* text = entity.text(chain[i])) return text;
    }
    return entity.texts.empty() ? nullptr : &entity.texts.front();
}

void Composer::record(const Target& target) {
    const Entity& entity = site_.bank[target];
    const Text* text = shown_text(entity);
    shell(title(target), kind_label(target), record_words(target, "summary").text);
    put(root_, "intro", record_words(target, "summary"));
    if (const Value* official = entity.facts.find("official_title"))
        put(root_, "subtitle", {std::string(official->text_of("text")), std::string(official->text_of("lang")), true});
    if (text == nullptr) return source_list(entity.facts, {});
    state_notices(entity, *text);
    body(entity, *text);
    if (target.kind == Kind::page) return;
    images(entity);
    documents(entity);
    changes(entity);
    trust(entity);
}

void Composer::state_notices(const Entity& entity, const Text& text) {
    if (entity.state == bank::State::draft) notice("draft", word("notice_draft"));
    if (entity.state == bank::State::stub) notice("stub", word("notice_stub"));
    if (entity.state == bank::State::archived) notice("archived", word("notice_archived"));
    const std::string shown = language_name(text.language);
    if (text.language != tag()) {
        const auto at = std::ranges::find(site_.settings.languages, text.language);
        std::vector<Entry> links;
        if (at != site_.settings.languages.end()) {
            const auto other = static_cast<std::size_t>(at - site_.settings.languages.begin());
            links.push_back({here(word("read_in", {{"language", shown}})), href(site_.routes.path(site_.bank, page_.address, other)), {}});
        }
        notice("missing", word("notice_missing", {{"language", language_name(tag())}, {"shown", shown}}), links);
    } else if (text.state == Text::State::stale) {
        const std::string original = language_name(entity.original);
        const bool stamped = text.changed.size() < entity.texts.front().fingerprints.size();
        const auto at = std::ranges::find(site_.settings.languages, entity.original);
        std::vector<Entry> links;
        if (at != site_.settings.languages.end()) {
            const auto other = static_cast<std::size_t>(at - site_.settings.languages.begin());
            links.push_back(
                {here(word("read_in", {{"language", original}})), href(site_.routes.path(site_.bank, page_.address, other)), {}});
        }
        notice("stale", word(stamped ? "notice_stale" : "notice_stale_unknown", {{"original", original}}), links);
    }
}

void Composer::body(const Entity& entity, const Text& text) {
    std::map<std::string, std::vector<std::string>> backs;
    const auto html = site_.scratch.read(text.body);
    if (html) {
        for (const records::Section& section : text.outline.sections) {
            const std::string_view part = std::string_view(*html).substr(section.begin, section.end - section.begin);
            if (part.empty() && section.heading.empty()) continue;
            View shown = root_.item("sections_body");
            const bool same = text.language == tag();
            const std::string heading = section.canonical ? std::string(site_.wording.heading(locale(), section.id))
                                                          : typeset({section.heading, text.language, true});
            shown.text("id", section.id).text("heading", heading).html("html", section_html(entity, text, part, backs));
            if (!same) shown.text("lang", text.language).text("dir", language::is_right_to_left(text.language) ? "rtl" : "ltr");
            if (!same && !section.canonical) shown.text("heading_lang", text.language);
            const bool changed = std::ranges::find(text.changed, section.id) != text.changed.end();
            const bool some = text.changed.size() < entity.texts.front().fingerprints.size();
            if (changed && some) shown.text("stale", word("section_stale", {{"original", language_name(entity.original)}}));
            if (changed && some) change(shown, entity, text, section.id.empty() ? "lead" : section.id);
        }
    }
    source_list(entity.facts, backs);
}

// What the original said when the section was translated, and what it says now.
void Composer::change(View& section, const Entity& entity, const Text& text, std::string_view key) const {
    const auto known = std::ranges::find(text.changes, key, &bank::Change::key);
    if (known == text.changes.end() || (known->before.empty() && known->now.empty())) return;
    View shown = section.object("change");
    shown.text("label", word("section_change", {{"original", language_name(entity.original)}}))
        .text("lang", entity.original)
        .text("dir", language::is_right_to_left(entity.original) ? "rtl" : "ltr");
    if (!known->before.empty()) shown.text("before_label", word("section_before"));
    for (const std::string& paragraph : known->before) shown.item("before").text("text", paragraph);
    if (!known->now.empty()) shown.text("now_label", word("section_now"));
    for (const std::string& paragraph : known->now) shown.item("now").text("text", paragraph);
}

// Fills the slots that `markdown` left open: addresses, pictures, citations.
auto Composer::section_html(const Entity& entity, const Text& text, std::string_view html,
                            std::map<std::string, std::vector<std::string>>& backs) const -> std::string {
    std::string out;
    const auto destinations = site_.bank.destinations(text.file);
    const auto& sources = entity.facts.items_of("sources");
    for (std::size_t at = 0; at < html.size();) {
        const std::size_t open = std::min(html.find(markdown::slot_open, at), html.size());
        out += html.substr(at, open - at);
        if (open == html.size()) break;
        const std::size_t close = html.find(markdown::slot_close, open);
        const char kind = html[open + 1];
        const auto n = static_cast<std::size_t>(std::stoul(std::string(html.substr(open + 2, close - open - 2))));
        at = close + 1;
        if (kind == 'C') {
            const std::string& id = text.outline.citations[n].source;
            const auto source = std::ranges::find(sources, id, [](const Value& s) { return s.text_of("id"); });
            if (source == sources.end()) continue;
            const std::string anchor = fmt::format("cite-{}-{}", id, backs[id].size() + 1);
            backs[id].push_back(anchor);
            out += fmt::format("<sup class=\"cite\"><a id=\"{}\" href=\"#source-{}\">{}</a></sup>", anchor, id,
                               number(static_cast<double>(source - sources.begin() + 1)));
        } else if (n < destinations.size()) {
            const std::string address = address_of(destinations[n], text.outline.links[n].destination);
            if (kind == 'I') out += "src=\"";
            append_escaped(out, address, Quotes::twofold);
            if (kind == 'I') out += "\"" + copies_of(destinations[n]);
        }
    }
    return out;
}

auto Composer::address_of(const bank::Destination& destination, const std::string& written) const -> std::string {
    using DestinationKind = bank::Destination::Kind;
    switch (destination.kind) {
        case DestinationKind::none: return "#";
        case DestinationKind::external: return written;
        case DestinationKind::anchor: return "#" + routes::encoded(destination.anchor);
        case DestinationKind::attachment: return picture_address(destination.file);
        case DestinationKind::record: break;
    }
    const std::string page = href(destination.target);
    if (page.empty()) return "#";
    const std::string anchor = destination.anchor.empty() || !site_.bank[destination.target].is_present()
                                   ? std::string()
                                   : anchor_in(destination.target, destination.anchor, destination.file);
    return anchor.empty() ? page : page + "#" + routes::encoded(anchor);
}

// The anchor under which the text that the reader will see shows the section; none if it has none.
auto Composer::anchor_in(const Target& target, const std::string& anchor, FileId file) const -> std::string {
    const Entity& entity = site_.bank[target];
    const Text* shown = shown_text(entity);
    const auto meant = std::ranges::find(entity.texts, file, &Text::file);
    if (shown == nullptr || meant == entity.texts.end()) return {};
    const auto by_id = std::ranges::find(shown->outline.sections, anchor, &records::Section::id);
    if (by_id != shown->outline.sections.end()) return anchor;
    const auto place = std::ranges::find(meant->outline.sections, anchor, &records::Section::id) - meant->outline.sections.begin();
    const bool alike = shown->outline.sections.size() == meant->outline.sections.size() && place < std::ssize(shown->outline.sections);
    if (alike) return shown->outline.sections[static_cast<std::size_t>(place)].id;
    return shown->file == file ? anchor : std::string();
}

void Composer::images(const Entity& entity) {
    const Text* text = shown_text(entity);
    for (const Value& image : entity.facts.items_of("images")) {
        const std::string file(image.text_of("file"));
        const std::string& record = site_.inputs[entity.file].path;
        const auto id = site_.inputs.find(record.substr(0, record.rfind('/') + 1) + file);
        if (!id) continue;
        const auto words = [&](std::string_view key) -> Phrase {
            for (const Value& own : entity.fields(*text).items_of("images")) {
                const Value* value = own.text == file || own.text_of("file") == file ? own.find(key) : nullptr;
                if (value != nullptr) return {value->items.front().text, text->language, true};
            }
            return words_of(image.find(key), entity.original);
        };
        View shown = root_.item("images");
        const Phrase alt = words("alt");
        shown.url("src", picture_address(*id)).text("alt", alt.text);
        if (const gallery::Copies* copies = site_.gallery.find(*id)) {
            shown.text("srcset", source_set(*id, false)).text("webp", source_set(*id, true));
            shown.text("width", std::to_string(copies->all.back().width)).text("height", std::to_string(copies->all.back().height));
        }
        if (alt.language != tag()) shown.text("alt_lang", alt.language);
        put(shown, "caption", words("caption"));
        shown.text("credit", word("credit", {{"name", image.text_of("credit")}, {"license", image.text_of("license")}}));
    }
}

void Composer::documents(const Entity& entity) {
    std::vector<Entry> all;
    for (const Value& document : entity.facts.items_of("documents")) {
        const std::string file(document.text_of("file"));
        const std::string& record = site_.inputs[entity.file].path;
        const auto id = file.empty() ? std::nullopt : site_.inputs.find(record.substr(0, record.rfind('/') + 1) + file);
        const std::string address = id ? href(routes::attachment_path(site_.inputs[*id].path)) : std::string(document.text_of("url"));
        const std::string_view lang = document.text_of("lang");
        all.push_back({{std::string(document.text_of("title")), std::string(lang), true},
                       address,
                       joined({term("document", document.text_of("kind")), lang.empty() ? std::string() : language_name(lang)})});
    }
    for (const Value& text : entity.facts.items_of("official_texts")) {
        const std::string_view lang = text.text_of("lang");
        const std::string_view named = text.text_of("title");
        const Phrase label = named.empty() ? here(word("official_text_in", {{"language", language_name(lang)}}))
                                           : Phrase{std::string(named), std::string(lang), true};
        all.push_back({label, std::string(text.text_of("url")), named.empty() ? std::string(text.text_of("rights")) : language_name(lang)});
    }
    if (all.empty()) return;
    root_.text("documents_heading", word(entity.facts.find("official_texts") != nullptr ? "official_texts" : "documents"));
    for (const Entry& one : all) put_link(root_.item("documents"), one);
}

void Composer::changes(const Entity& entity) {
    std::vector<const Value*> all;
    for (const Value& change : entity.facts.items_of("changes")) all.push_back(&change);
    if (all.empty()) return;
    std::ranges::stable_sort(all, {}, [](const Value* c) {
        const fields::Date* d = c->date_of("date");
        return d == nullptr ? 0 : -fields::sort_number(*d);
    });
    root_.text("changes_heading", word("changes"));
    for (const Value* change : all) {
        const fields::Date* when = change->date_of("date");
        moment(root_.item("changes"), {when == nullptr ? fields::Date{} : *when,
                                       std::string(change->text_of("kind")),
                                       here(term("change", change->text_of("kind"))),
                                       {},
                                       words_of(change->find("what"), entity.original).text});
    }
}

// Who stands behind the record: review, last check, rights, licence, credits.
void Composer::trust(const Entity& entity) {
    root_.text("trust_heading", word("trust"));
    const Value& facts = entity.facts;
    const auto add = [&](std::string_view id, const std::string& text) { fact_in(root_, "trust", id, {Entry{here(text), {}, {}}}); };
    if (const Value* review = facts.find("review")) {
        const fields::Date* when = review->date_of("date");
        add("review", joined({term("review_state", review->text_of("state")), std::string(review->text_of("by")),
                              std::string(review->text_of("role")), when == nullptr ? std::string() : date(*when)}));
    }
    for (const std::string_view key : {"last_verified", "published"}) {
        if (const fields::Date* when = facts.date_of(key)) add(key, date(*when));
    }
    if (const Value* rights = facts.find("rights"))
        add("rights", joined({std::string(rights->text_of("declared_by")), std::string(rights->text_of("office"))}));
    add("license", std::string(facts.text_of("license").empty() ? std::string_view(site_.settings.license) : facts.text_of("license")));
    if (!facts.text_of("original_language").empty()) add("original_language", language_name(facts.text_of("original_language")));
    std::vector<Entry> languages;
    for (const Text& text : entity.texts) {
        const std::string_view state = text.state == Text::State::original ? "original"
                                       : text.state == Text::State::stale  ? "stale"
                                                                           : "complete";
        languages.push_back({here(language_name(text.language)), {}, term("translation", state)});
    }
    fact_in(root_, "trust", "languages", languages);
    std::vector<Entry> credits;
    for (const Text& text : entity.texts) {
        for (const Value& person : entity.fields(text).items_of("contributors")) {
            const bool shown = person.is_true("public");
            const std::string_view name = person.text_of(shown ? "name" : "office");
            const bool known = std::ranges::any_of(credits, [&](const Entry& e) { return e.label.text == name; });
            if (!name.empty() && !known)
                credits.push_back({{std::string(name), {}, true}, {}, shown ? std::string(person.text_of("role")) : std::string()});
        }
    }
    fact_in(root_, "trust", "contributors", credits);
}

}  // namespace praxis::pages
