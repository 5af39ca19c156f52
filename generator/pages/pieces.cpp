// The pieces that pages are made of: facts, blocks, cards, marks, timelines, sources.
#include <algorithm>

#include "language/text.h"
#include "pages/composer.h"

namespace praxis::pages {
namespace {

// Pages that are printed for those who have only the paper.
auto is_handed_on(PageKind kind) -> bool {
    return kind == PageKind::city || kind == PageKind::theme || kind == PageKind::edition;
}

}  // namespace

auto Composer::typeset(const Phrase& phrase) const -> std::string {
    const bool foreign = !phrase.language.empty() && phrase.language != tag();
    const wording::Locale* own = foreign ? site_.wording.find(phrase.language) : &locale();
    return own == nullptr ? phrase.text : language::typeset(phrase.text, own->typography);
}

// `lang` is given where the text's language differs from the page's.
void Composer::put(View& view, const templates::SlotName& slot, const Phrase& phrase) const {
    if (phrase.text.empty()) return;
    View shown = view.object(slot);
    shown.text("text", typeset(phrase));
    if (!phrase.language.empty() && phrase.language != tag()) {
        shown.text("lang", phrase.language);
        const bool rtl = language::is_right_to_left(phrase.language);
        if (rtl != locale().right_to_left) shown.text("dir", rtl ? "rtl" : "ltr");
    }
    if (!phrase.official) shown.text("unofficial", word("unofficial"));
}

void Composer::put_link(View link, const Entry& entry) const {
    put(link, "label", entry.label);
    link.url("url", entry.url).text("note", entry.note);
}

void Composer::fact_in(View& owner, const templates::SlotName& slot, std::string_view id, std::vector<Entry> values) const {
    std::erase_if(values, [](const Entry& value) { return value.label.text.empty(); });
    if (values.empty()) return;
    View fact = owner.item(slot);
    fact.text("id", id).text("label", word("fact_" + std::string(id)));
    for (const Entry& value : values) put_link(fact.item("values"), value);
}

void Composer::fact(View& owner, std::string_view id, std::vector<Entry> values) const {
    fact_in(owner, "facts", id, std::move(values));
}

void Composer::fact(View& owner, std::string_view id, const std::string& text) const {
    fact_in(owner, "facts", id, {Entry{here(text), {}, {}}});
}

auto Composer::block(std::string_view id, std::string_view heading) -> View {
    View block = root_.item("blocks");
    block.text("id", id).text("heading", heading);
    return block;
}

void Composer::link_block(std::string_view id, std::string_view heading, const std::vector<Entry>& links) {
    if (links.empty()) return;
    View shown = block(id, heading);
    for (const Entry& link : links) put_link(shown.item("links"), link);
}

void Composer::card_block(std::string_view id, std::string_view heading, const std::vector<Target>& targets) {
    if (targets.empty()) return;
    View shown = block(id, heading);
    for (const Target& target : targets) card(shown.item("cards"), target);
}

void Composer::moment(View item, const Moment& moment) const {
    item.text("date", moment.when.empty() ? date(moment.date) : moment.when).text("kind", moment.kind);
    item.text("note", moment.note).url("url", moment.url);
    const bool single = moment.when.empty() && moment.date.kind == fields::Date::Kind::single && !moment.date.about;
    if (single) item.text("machine_date", fields::to_string(moment.date.first));
    put(item, "label", moment.label);
}

void Composer::timeline(View& block, const std::vector<Moment>& moments) const {
    std::vector<std::tuple<std::int32_t, std::string, const Moment*>> order;
    for (const Moment& one : moments) order.emplace_back(-fields::sort_number(one.date), locale().order->key(one.label.text), &one);
    std::ranges::stable_sort(order, {}, [](const auto& entry) { return std::tie(std::get<0>(entry), std::get<1>(entry)); });
    for (const auto& entry : order) moment(block.item("timeline"), *std::get<2>(entry));
}

void Composer::notice(std::string_view kind, const std::string& text, const std::vector<Entry>& links) {
    View notice = root_.item("notices");
    notice.text("kind", kind).text("text", text);
    for (const Entry& link : links) put_link(notice.item("links"), link);
}

void Composer::marks(View& owner, const Target& target) const {
    auto results = site_.bank.results_of(target);
    std::ranges::stable_sort(results, {}, [](const bank::Result& r) { return r.distinction; });
    for (const bank::Result& result : results) {
        const Entity& award = site_.bank[result.edition];
        const Value& distinction = award.facts.items_of("distinctions")[result.distinction];
        const double* rank = distinction.number_of("rank");
        View mark = owner.item("marks");
        mark.text("kind", distinction.text_of("id")).text("rank", rank == nullptr ? "1" : std::to_string(static_cast<int>(*rank)));
        mark.text("label", this->distinction(result)).text("award", title(result.edition).text).url("url", href(result.edition));
    }
}

// What a thing is, as narrowly as its record says: a congress, a charter, a frame of reference.
auto Composer::kind_label(const Target& target) const -> std::string {
    const Value& facts = site_.bank[target].facts;
    const std::string_view own = facts.text_of("kind");
    if (target.kind == Kind::event && !own.empty()) return term("event_kind", own);
    if (target.kind == Kind::declaration && !own.empty()) return term("declaration", own);
    if (target.kind == Kind::vocabulary) return word("frame");
    return term("kind", fields::entry(target.kind).name);
}

void Composer::card(View card, const Target& target) const {
    const Entity& entity = site_.bank[target];
    const std::string_view kind = fields::entry(target.kind).name;
    card.text("kind", kind).text("kind_label", kind_label(target)).url("url", href(target));
    put(card, "title", title(target));
    const bool record = fields::entry(target.kind).format == fields::Format::markdown;
    put(card, "summary",
        record ? record_words(target, "summary") : words_of(entity.facts.find(target.kind == Kind::theme ? "definition" : "description")));
    if (target.kind == Kind::practice) {
        card.text("practice", entity.id);
        card.text("kicker", place_of(target));
        const fields::Date* start = entity.facts.date_of("start");
        const std::string since = start == nullptr ? std::string() : period(start, entity.facts.date_of("end"));
        const std::string_view status = entity.facts.text_of("status");
        card.text("meta", joined({since, status.empty() || status == "unknown" ? std::string() : term("status", status)}));
        for (const Target& theme : targets_in(entity.facts, "themes")) put_link(card.item("themes"), entry(theme));
        marks(card, target);
        if (entity.state == bank::State::stub) card.text("state", word("state_stub"));
        if (is_handed_on(page_.address.kind)) card.text("address", address_in_full(target));
    } else if (const fields::Date* date_of = entity.facts.date_of(target.kind == Kind::event ? "start" : "date")) {
        const std::string place = place_of(target);
        const fields::Date* end = entity.facts.date_of("end");
        card.text("kicker", joined({end == nullptr ? date(*date_of) : period(date_of, end), place}));
    } else if (target.kind == Kind::city) {
        const auto country = country_entry(entity.facts.text_of("country"));
        if (country) card.text("kicker", country->label.text);
    }
    const bank::Text* text = record ? shown_text(entity) : nullptr;
    if (text != nullptr && text->language != tag())
        card.text("language_note", word("in_language", {{"language", language_name(text->language)}}));
}

void Composer::pager(std::size_t count) {
    const std::size_t size = site_.page_size_of(page_.address);
    const std::size_t pages = std::max<std::size_t>(1, (count + size - 1) / size);
    if (pages == 1) return;
    View pager = root_.object("pager");
    const auto shown = [&](std::size_t n) { return number(static_cast<double>(n)); };
    pager.text("label", word("pager_label", {{"page", shown(page_.number)}, {"pages", shown(pages)}}));
    if (page_.number > 1) pager.url("previous", href(page_.address, page_.number - 1)).text("previous_label", word("pager_previous"));
    if (page_.number < pages) pager.url("next", href(page_.address, page_.number + 1)).text("next_label", word("pager_next"));
    for (std::size_t n = 1; n <= pages; ++n) {
        const bool near = n == 1 || n == pages || (n + 2 >= page_.number && n <= page_.number + 2);
        if (!near) continue;
        View link = pager.item("pages");
        put_link(link, {here(shown(n)), href(page_.address, n), {}});
        link.flag("current", n == page_.number);
    }
}

// The practices of a page, by title, a page at a time.
void Composer::practices(std::string_view heading) {
    const auto& all = site_.members_in_order(page_.language, page_.address);
    View shown = block("practices", heading);
    if (all.empty())
        shown.text("empty", word("practices_none"));
    else
        shown.text("count", counted("count_practices", all.size()));
    scope(shown, "practice", all.size());
    const std::size_t size = site_.settings.page_size, from = std::min((page_.number - 1) * size, all.size());
    for (std::size_t i = from; i < std::min(from + size, all.size()); ++i) {
        View one = shown.item("cards");
        card(one, all[i]);
        reason(one, all[i]);
    }
    pager(all.size());
}

// Why a practice stands on the page of a network.
void Composer::reason(View& card, const Target& practice) const {
    if (page_.address.kind != PageKind::network) return;
    const auto networks = targets_in(site_.bank[practice].facts, "networks");
    const bool sent = std::ranges::find(networks, page_.address.target) != networks.end();
    card.text("reason", word(sent ? "reason_submitted" : "reason_member"));
}

// The sources of a record or entity, numbered as written; `backs` are the places that cite each.
void Composer::source_list(const Value& facts, const std::map<std::string, std::vector<std::string>>& backs) {
    const auto& sources = facts.items_of("sources");
    if (sources.empty()) return;
    root_.text("sources_heading", word("sources"));
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const Value& source = sources[i];
        const std::string id(source.text_of("id"));
        View shown = root_.item("sources");
        shown.text("id", "source-" + id).text("number", number(static_cast<double>(i + 1)));
        put(shown, "title", {std::string(source.text_of("title")), std::string(source.text_of("lang")), true});
        shown.url("url", source.text_of("url"));
        if (!source.text_of("archived").empty())
            shown.url("archived", source.text_of("archived")).text("archived_label", word("source_archived"));
        std::vector<std::string> details{std::string(source.text_of("publisher"))};
        if (const fields::Date* published = source.date_of("date")) details.push_back(date(*published));
        if (!source.text_of("lang").empty() && source.text_of("lang") != tag())
            details.push_back(word("in_language", {{"language", language_name(source.text_of("lang"))}}));
        if (const fields::Date* accessed = source.date_of("accessed"))
            details.push_back(word("source_accessed", {{"date", date(*accessed)}}));
        shown.text("details", joined(details));
        const auto back = backs.find(id);
        for (std::size_t n = 0; back != backs.end() && n < back->second.size(); ++n) {
            const std::string number_text = number(static_cast<double>(n + 1));
            shown.item("backs").url("url", "#" + back->second[n]).text("label", word("source_back", {{"number", number_text}}));
        }
    }
}

// A table of contents, when the page has at least three parts.
void Composer::contents() {
    std::vector<std::pair<std::string_view, std::string_view>> parts;
    const auto collect = [&](const templates::SlotName& slot) {
        const int index = root_.shape().index(slot);
        const auto* items = index < 0 ? nullptr : root_.cell(index).items;
        for (std::size_t i = 0; items != nullptr && i < items->size(); ++i) {
            const View& part = (*items)[i];
            const auto text = [&](const templates::SlotName& name) { return part.cell(part.shape().index(name)).text; };
            if (!text("id").empty() && !text("heading").empty()) parts.emplace_back(text("id"), text("heading"));
        }
    };
    collect("sections_body");
    collect("blocks");
    if (parts.size() < 3) return;
    for (const auto& [id, heading] : parts) put_link(root_.item("contents"), {here(std::string(heading)), "#" + routes::encoded(id), {}});
}

}  // namespace praxis::pages
