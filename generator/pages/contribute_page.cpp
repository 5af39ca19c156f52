// Where people send something in: the forms, kind by kind, and the ways for those who write the file themselves.
#include "pages/composer.h"
#include "pages/forge.h"
#include "pages/forms.h"

namespace praxis::pages {

void Composer::contribute() {
    const std::uint32_t number = page_.address.number;
    return number == 0 ? contribute_kinds() : contribute_form(fields::kinds()[number - 1]);
}

// What else helps: how it works in prose, what waits for a translation.
auto Composer::contribute_ways() const -> std::vector<Entry> {
    std::vector<Entry> ways;
    if (const auto page = site_.bank.find(Kind::page, "contribute"); page && site_.bank[*page].is_present()) ways.push_back(entry(*page));
    if (site_.has_wanted()) ways.push_back({here(word("wanted_title")), href(Address{PageKind::wanted}), {}});
    return ways;
}

void Composer::contribute_kinds() {
    shell(here(word("contribute_title")), {}, word("intro_contribute"));
    put(root_, "intro", here(word("intro_contribute")));
    contribute_kinds_block();
    link_block("more", word("contribute_more"), contribute_ways());
}

// Texts first: they are what most people come for.
void Composer::contribute_kinds_block() {
    std::vector<Entry> first, others;
    for (const fields::KindEntry& kind : fields::kinds()) {
        if (!has_form(kind.kind)) continue;
        std::vector<Entry>& group = kind.format == fields::Format::markdown ? first : others;
        group.push_back({here(term("form_of", kind.name)), href(form_address(kind.kind)), {}});
    }
    link_block("records", word("contribute_records"), first);
    link_block("entities", word("contribute_entities"), others);
}

void Composer::contribute_form(const fields::KindEntry& kind) {
    shell(here(term("form_of", kind.name)), {}, word("intro_form"));
    crumb({PageKind::contribute}, word("contribute_title"));
    put(root_, "intro", here(word("intro_form")));
    const bool in_one_file = page_.address.kind == PageKind::form;
    View form = root_.object("form");
    form.text("kind", kind.name);
    if (in_one_file) return;
    form.text("script", href(std::string(form_script))).text("lists", href(form_lists(tag()))).text("table", href(form_table(kind, tag())));
    contribute_by_hand(kind);
}

// The file behind a page, on the forge: to be edited, and to be begun in a language that has none. Without a
// forge both lead to the page that says how to contribute.
void Composer::improve(const Target& target) {
    const Entity& entity = site_.bank[target];
    const bool record = fields::entry(target.kind).format == fields::Format::markdown;
    const bank::Text* text = record ? shown_text(entity) : nullptr;
    const std::string& path = site_.inputs[text == nullptr ? entity.file : text->file].path;
    const auto prose = site_.bank.find(Kind::page, "contribute");
    const std::string otherwise = prose && site_.bank[*prose].is_present() ? href(*prose)
                                  : site_.settings.emitter_is_on("forms")  ? href(Address{PageKind::contribute})
                                                                           : std::string();
    const auto add = [&](const std::string& label, const std::string& file, bool is_there) {
        const std::string forge = forge_address(site_.settings, file, is_there);
        const std::string& address = forge.empty() ? otherwise : forge;
        if (!address.empty()) put_link(root_.item("improve"), {here(label), address, {}});
    };
    add(word("improve_page"), path, true);
    if (text == nullptr) return;
    for (const Site::Language& other : site_.languages) {
        const std::string& language = other.locale->tag;
        const std::string name = language_name(language);
        if (entity.text(language) == nullptr)
            add(word("improve_translate", {{"language", name}}), path.substr(0, path.rfind('/') + 1) + language + ".md", false);
    }
}

// Without script, without the browser, or by choice: the same record as a file.
void Composer::contribute_by_hand(const fields::KindEntry& kind) {
    View by_hand = block("by-hand", word("by_hand_title"));
    put(by_hand, "intro", here(word(kind.format == fields::Format::markdown ? "by_hand_record" : "by_hand_entity")));
    const std::string path = kind.format == fields::Format::markdown ? fmt::format("content/{}/new-record/{}.md", kind.folder, tag())
                                                                     : fmt::format("content/{}/new-record.yaml", kind.folder);
    std::vector<Entry> ways{{here(word("by_hand_template")), href(form_by_hand(kind, tag())), {}}};
    if (const std::string forge = forge_address(site_.settings, path, false); !forge.empty())
        ways.push_back({here(word("by_hand_forge")), forge, {}});
    const Value* contact = site_.settings.fields.find("contact");
    if (const std::string_view email = contact == nullptr ? std::string_view() : contact->text_of("email"); !email.empty())
        ways.push_back({here(word("by_hand_mail")), "mailto:" + std::string(email), std::string(email)});
    for (Entry& way : contribute_ways()) ways.push_back(std::move(way));
    for (const Entry& way : ways) put_link(by_hand.item("links"), way);
    View one_file = block("one-file", word("one_file_title"));
    put(one_file, "intro", here(word("one_file_intro")));
    put_link(one_file.item("links"), {here(word("one_file_link")), href(form_in_one_file(kind, tag())), {}});
}

}  // namespace praxis::pages
