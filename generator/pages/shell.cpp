// What every page has: title, languages, menu, foot.
#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "language/text.h"
#include "pages/composer.h"

namespace praxis::pages {

namespace {

// Whether a page tells of one record or entity, whose file a reader may want to change.
auto is_of_a_thing(PageKind kind) -> bool {
    switch (kind) {
        case PageKind::practice:
        case PageKind::bulletin:
        case PageKind::declaration:
        case PageKind::text:
        case PageKind::theme:
        case PageKind::city:
        case PageKind::organisation:
        case PageKind::award:
        case PageKind::edition:
        case PageKind::network:
        case PageKind::cluster:
        case PageKind::event:
        case PageKind::frame:
        case PageKind::concept_: return true;
        default: return false;
    }
}

}  // namespace

void Composer::shell(const Phrase& heading, std::string_view kicker, const std::string& description) {
    const Phrase site = words_of(site_.settings.fields.find("names"));
    root_.text("page", routes::page_name(page_.address.kind)).text("lang", tag()).text("dir", locale().right_to_left ? "rtl" : "ltr");
    const bool home = page_.address.kind == PageKind::home;
    const std::string number_text = number(static_cast<double>(page_.number));
    std::string title =
        home || heading.text == site.text ? typeset(site) : word("document_title", {{"page", typeset(heading)}, {"site", typeset(site)}});
    if (page_.number > 1) title = word("document_title_page", {{"title", title}, {"page", number_text}});
    root_.text("title", title).text("site", site.text).text("kicker", kicker);
    const std::string_view start = prefix(description, 300);
    root_.text("description", start.size() < description.size() ? std::string(start) + "…" : std::string(start));
    put(root_, "heading", heading);
    const PageKind kind = page_.address.kind;
    const bool has_language = kind != PageKind::missing && kind != PageKind::chooser;
    if (has_language)
        share_shell();
    else
        fill_shell();
    if (has_language && site_.settings.emitter_is_on("search")) {
        if (kind != PageKind::search) root_.url("search", href(Address{PageKind::search}));
        root_.url("opensearch", href("search/" + tag() + ".opensearch.xml"));
    }
    if (has_language && kind != PageKind::compare && site_.has_practices()) root_.url("compare", href(Address{PageKind::compare}));
    switch_languages();
    if (!home && page_.address.kind != PageKind::chooser) crumb({PageKind::home}, word("home"));
    report_ways();
    if (is_of_a_thing(kind)) improve(page_.address.target);
}

// What another page of the folder has filled, or this one fills for those that come.
void Composer::share_shell() {
    const std::string_view folder = std::string_view(page_.path).substr(0, page_.path.rfind('/') + 1);
    const Shell& shell = site_.shells->of(page_.language, folder, [&](Shell& made) {
        const bank::Trace trace;
        Composer first(site_, page_, made.arena);
        first.fill_shell();
        made.view = std::make_unique<View>(first.root_);
        made.seen = trace.seen();
    });
    for (const std::string_view slot : {"home", "root", "style", "script", "icon", "later", "footer", "release", "license", "publisher",
                                        "report_intro", "report_address"})
        root_.share(slot, *shell.view);
    for (const bank::Seen seen : shell.seen) bank::Trace::note(seen);
    const bool may_be_in_menu = page_.address.kind == PageKind::list || page_.address.kind == PageKind::chronology;
    if (may_be_in_menu)
        menu(true);
    else
        root_.share("sections", *shell.view);
}

void Composer::fill_shell() {
    root_.url("home", href(Address{PageKind::home}))
        .url("root", page_.address.kind == PageKind::missing ? site_.settings.base_url : routes::relative(page_.path, ""));
    root_.url("style", href(site_.assets.style)).url("script", href(site_.assets.script)).url("icon", href(site_.assets.icon));
    if (!site_.assets.later_script.empty()) root_.text("later", href(site_.assets.later_script));
    menu(false);
    foot();
}

// Whether the page's own text exists in a language; pages of entities and lists exist in all.
auto Composer::has_own_text(std::size_t language) const -> bool {
    switch (page_.address.kind) {
        case PageKind::practice:
        case PageKind::bulletin:
        case PageKind::declaration:
        case PageKind::text: return site_.bank[page_.address.target].text(site_.settings.languages[language]) != nullptr;
        default: return true;
    }
}

// A page that shows a text of another language is canonical to that language's page, and stands in
// no hreflang.
void Composer::switch_languages() {
    const auto absolute = [&](std::size_t language) {
        return site_.settings.base_url + routes::encoded(site_.routes.path(site_.bank, page_.address, language, page_.number));
    };
    const bool all_in_one = page_.address.kind == PageKind::missing || page_.address.kind == PageKind::chooser;
    for (std::size_t i = 0; i < site_.languages.size(); ++i) {
        const wording::Locale& other = *site_.languages[i].locale;
        View shown = root_.item("languages");
        shown.text("lang", other.tag).text("label", other.name);
        if (other.right_to_left != locale().right_to_left) shown.text("dir", other.right_to_left ? "rtl" : "ltr");
        const Address target = all_in_one ? Address{PageKind::home} : page_.address;
        shown.url("url", href(site_.routes.path(site_.bank, target, i, all_in_one ? 1 : page_.number)));
        shown.flag("current", i == page_.language && !all_in_one);
        if (!has_own_text(i)) shown.text("note", word("not_translated"));
    }
    if (page_.address.kind == PageKind::missing || page_.address.kind == PageKind::held) return (void)root_.flag("noindex");
    std::size_t canonical = page_.language;
    if (!has_own_text(page_.language)) {
        const bank::Text* text = shown_text(site_.bank[page_.address.target]);
        const auto at = std::ranges::find(site_.settings.languages, text == nullptr ? std::string() : text->language);
        if (at != site_.settings.languages.end()) canonical = static_cast<std::size_t>(at - site_.settings.languages.begin());
    }
    root_.url("canonical", absolute(canonical));
    if (!has_own_text(page_.language) || all_in_one) return;
    std::vector<std::size_t> own;
    for (std::size_t i = 0; i < site_.languages.size(); ++i) {
        if (has_own_text(i)) own.push_back(i);
    }
    if (own.size() < 2) return;
    for (const std::size_t i : own) root_.item("alternates").text("lang", site_.settings.languages[i]).url("url", absolute(i));
    root_.item("alternates").text("lang", "x-default").url("url", absolute(own.front()));
}

void Composer::menu(bool with_current) {
    static constexpr ListKind lists[] = {ListKind::practices, ListKind::themes,    ListKind::cities,      ListKind::awards,
                                         ListKind::networks,  ListKind::bulletins, ListKind::declarations};
    if (page_.address.kind == PageKind::missing || page_.address.kind == PageKind::chooser) return;
    const auto add = [&](const Address& address, const std::string& label) {
        View link = root_.item("sections");
        put_link(link, {here(label), href(address), {}});
        link.flag("current", with_current && page_.address.kind == address.kind && page_.address.number == address.number);
    };
    for (const ListKind list : lists) {
        if (!site_.has_members({PageKind::list, {}, static_cast<std::uint32_t>(list)})) continue;
        add({PageKind::list, {}, static_cast<std::uint32_t>(list)}, word("list_" + std::string(routes::list_name(list))));
    }
    add({PageKind::chronology}, word("chronology"));
}

void Composer::crumb(const Address& address, const std::string& label) {
    put_link(root_.item("crumbs"), {here(label), href(address), {}});
}

void Composer::foot() {
    const auto& fields = site_.settings.fields;
    if (page_.address.kind != PageKind::missing && page_.address.kind != PageKind::chooser) {
        std::vector<Target> pages;
        const auto entities = site_.bank.entities(Kind::page);
        for (std::uint32_t i = 0; i < entities.size(); ++i) {
            if (entities[i].is_present() && !entities[i].withdrawn) pages.push_back({Kind::page, i, 0});
        }
        for (const Target& target : by_title(pages)) put_link(root_.item("footer"), entry(target));
        if (!site_.glossary.terms().empty())
            put_link(root_.item("footer"), {here(word("glossary_title")), href(Address{PageKind::glossary}), {}});
        if (site_.settings.emitter_is_on("forms"))
            put_link(root_.item("footer"), {here(word("contribute_title")), href(Address{PageKind::contribute}), {}});
        if (site_.has_wanted()) put_link(root_.item("footer"), {here(word("wanted_title")), href(Address{PageKind::wanted}), {}});
    }
    const std::string released_on = date(site_.settings.release_date);
    root_.text("release", word("release", {{"label", site_.settings.release_label}, {"date", released_on}}));
    root_.text("license", word("license_note", {{"license", site_.settings.license}}));
    if (const Value* publisher = fields.find("publisher")) {
        View shown = root_.object("publisher");
        put_link(shown, {words_of(publisher->find("name")), std::string(publisher->text_of("url")), {}});
    }
    const Value* contact = fields.find("contact");
    if (contact == nullptr) return;
    root_.text("report_intro", word("report_intro"));
    root_.text("report_address", typeset(words_of(contact->find("address"))));
}

void Composer::report_ways() {
    const Value* contact = site_.settings.fields.find("contact");
    if (contact == nullptr) return;
    if (!contact->text_of("email").empty()) {
        const std::string about = routes::encoded(word("report_about", {{"page", page_.path}}));
        put_link(root_.item("report"),
                 {here(word("report_mail")), "mailto:" + std::string(contact->text_of("email")) + "?subject=" + about, {}});
    }
    if (!contact->text_of("form").empty())
        put_link(root_.item("report"), {here(word("report_form")), std::string(contact->text_of("form")), {}});
    if (const auto policy = site_.bank.find(Kind::page, "corrections"); policy && site_.bank[*policy].is_present())
        put_link(root_.item("report"), entry(*policy));
}

}  // namespace praxis::pages
