// Composes one page: finished words, numbers, links and orders, put into the view of its kind.
// Each page kind has its own function in its own file; what they share is here.
// A composer lives for one page and touches nothing but its arena.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "pages/citation.h"
#include "pages/contract.h"
#include "pages/entries.h"
#include "pages/hit.h"
#include "pages/map_page.h"
#include "pages/site.h"
#include "routes/facets.h"
#include "templates/template.h"
#include "templates/view.h"

namespace praxis::pages {

using templates::View;

class Composer {
public:
    Composer(const Site& site, const Page& page, templates::Arena& arena);
    auto compose() -> View;  // compose.cpp

    // What an index of the site holds of the thing that the page is about (hit.cpp, facets.cpp).
    auto hit() -> Hit;
    auto hit_id() const -> std::string;
    auto own_names() const -> std::vector<std::string>;   // in every language, but for the title
    auto near_names() const -> std::vector<std::string>;  // of its cities, themes, awards ...
    auto date_of_hit() const -> std::int32_t;             // its place in time, 0 where unknown
    auto facet_values() const -> std::vector<FacetValue>;

private:
    // --- words, numbers, dates (composer.cpp)
    auto word(std::string_view key, language::Arguments arguments = {}) const -> std::string;
    auto term(std::string_view group, std::string_view value) const -> std::string;
    auto number(double value) const -> std::string;
    auto counted(std::string_view key, std::size_t count) const -> std::string;
    auto day(fields::Day date) const -> std::string;
    auto date(const fields::Date& date) const -> std::string;
    auto period(const fields::Date* from, const fields::Date* until) const -> std::string;
    auto decade_name(int first_year) const -> std::string;
    auto language_name(std::string_view tag) const -> std::string;
    auto here(std::string text) const -> Phrase { return {std::move(text), tag(), true}; }
    auto tag() const -> const std::string& { return site_.settings.languages[page_.language]; }
    auto language() const -> const Site::Language& { return site_.languages[page_.language]; }
    auto locale() const -> const wording::Locale& { return *language().locale; }
    // With spaces and apostrophes as the text's own language sets them.
    auto typeset(const Phrase& phrase) const -> std::string;
    auto joined(const std::vector<std::string>& parts) const -> std::string;
    auto released() const -> fields::Day;

    // --- things and their addresses
    auto words_of(const Value* words, std::string_view original = {}) const -> Phrase;
    auto record_words(const Target& target, std::string_view key) const -> Phrase;
    auto title(const Target& target) const -> Phrase;
    auto href(const Address& address, std::size_t page = 1) const -> std::string;
    auto href(const Target& target) const -> std::string;
    auto href(std::string_view path) const -> std::string;
    auto address_in_full(const Target& target) const -> std::string;
    auto entry(const Target& target, std::string note = {}) const -> Entry;
    auto entries(std::vector<Target> targets) const -> std::vector<Entry>;
    auto country_entry(std::string_view code) const -> std::optional<Entry>;
    auto place_of(const Target& practice) const -> std::string;
    auto country_of(const Target& city) const -> std::string;
    auto by_title(std::vector<Target> targets) const -> std::vector<Target>;
    auto by_date(std::vector<Target> targets, std::string_view key) const -> std::vector<Target>;
    auto targets_in(const Value& facts, std::string_view key) const -> std::vector<Target>;
    auto target_in(const Value& facts, std::string_view key) const -> std::optional<Target>;
    auto listed(std::vector<Target> targets) const -> std::vector<Target>;
    auto distinction(const bank::Result& result) const -> std::string;
    auto distinction_name(const Value& award, std::string_view id) const -> std::string;
    auto result_entry(const bank::Result& result) const -> Entry;

    // --- pieces of views (pieces.cpp)
    void put(View& view, const templates::SlotName& slot, const Phrase& phrase) const;
    void put_link(View link, const Entry& entry) const;
    void fact(View& owner, std::string_view id, std::vector<Entry> values) const;
    void fact(View& owner, std::string_view id, const std::string& text) const;
    void fact_in(View& owner, const templates::SlotName& slot, std::string_view id, std::vector<Entry> values) const;
    auto block(std::string_view id, std::string_view heading) -> View;
    void link_block(std::string_view id, std::string_view heading, const std::vector<Entry>& links);
    void card_block(std::string_view id, std::string_view heading, const std::vector<Target>& targets);
    void timeline(View& block, const std::vector<Moment>& moments) const;
    void moment(View item, const Moment& moment) const;
    void notice(std::string_view kind, const std::string& text, const std::vector<Entry>& links = {});
    auto kind_label(const Target& target) const -> std::string;
    void card(View card, const Target& target) const;
    void marks(View& owner, const Target& target) const;
    void pager(std::size_t count);
    void scope(View& block, std::string_view kind, std::size_t count) const;  // search_page.cpp
    void practices(std::string_view heading);
    void reason(View& card, const Target& practice) const;
    auto source_entry(const Value& facts, std::string_view id) const -> Entry;
    void source_list(const Value& facts, const std::map<std::string, std::vector<std::string>>& backs);
    void contents();

    // --- tables (tables.cpp)
    auto table(View& block, std::string_view label) const -> View;
    void table_head(View& table, const Entry& entry) const;
    auto table_cell(View& row, const Entry& entry) const -> View;
    auto table_header(View& row, const Entry& entry) const -> View;  // of the row
    auto table_links(View& row, const std::vector<Entry>& links) const -> View;
    void table_span(View& row, const fields::Date* from, const fields::Date* until, const Stretch& stretch) const;

    // --- shell (shell.cpp)
    void shell(const Phrase& heading, std::string_view kicker, const std::string& description);
    void switch_languages();
    void share_shell();
    void fill_shell();
    void menu(bool with_current);
    void foot();
    void report_ways();
    void crumb(const Address& address, const std::string& label);
    auto has_own_text(std::size_t language) const -> bool;

    // --- records (record_page.cpp)
    void record(const Target& target);
    void body(const Entity& entity, const bank::Text& text);
    void state_notices(const Entity& entity, const bank::Text& text);
    void trust(const Entity& entity);
    void images(const Entity& entity);
    auto picture_address(FileId file) const -> std::string;
    auto copy_address(FileId file, const gallery::Copy& copy) const -> std::string;
    auto source_set(FileId file, bool as_webp) const -> std::string;
    auto copies_of(const bank::Destination& destination) const -> std::string;
    void documents(const Entity& entity);
    void changes(const Entity& entity);
    auto shown_text(const Entity& entity) const -> const bank::Text*;
    void change(View& section, const Entity& entity, const bank::Text& text, std::string_view key) const;
    auto section_html(const Entity& entity, const bank::Text& text, std::string_view html,
                      std::map<std::string, std::vector<std::string>>& backs) const -> std::string;
    auto address_of(const bank::Destination& destination, const std::string& written) const -> std::string;
    auto anchor_in(const Target& target, const std::string& anchor, FileId file) const -> std::string;
    auto pattern_of(const Entity& entity) const -> std::string;

    // --- how a record is cited (citation_page.cpp)
    auto citation_authors(const Target& target) const -> std::vector<std::string>;
    auto citation_detail(const Target& target) const -> std::string;
    auto citation_of(const Target& target) const -> Citation;
    void citation(const Target& target);

    // --- facts of records (practice_page.cpp)
    void practice_facts(const Entity& entity);
    void practice_lists(const Entity& entity, const Target& target);
    // practice_figures.cpp
    auto entry_words(const Entity& entity, std::string_view list, const Value& entry, std::string_view key) const -> Phrase;
    void figure_source(View& row, const Entity& entity, const Value& figure);
    void indicators(const Entity& entity);
    void budget(const Entity& entity);
    // practice_kin.cpp
    void lineage(const Target& practice);
    void neighbours(const Target& practice);
    void turn(const Target& practice);
    void completeness(const Entity& practice);
    void frames_facts(const Value& facts);
    auto party(const Value& party) const -> Entry;

    // --- one function a page kind
    void home();
    void practice();
    void bulletin();
    void declaration();
    void text();
    void theme();
    void city();
    void country();
    void organisation();
    void award();
    void edition();
    void network();
    void cluster();
    void event();
    void work();
    void frame();
    void concept_();
    void year();
    void facet();
    void mentoring_page();
    void crosswalk();
    void list();
    void chronology();
    void search();
    void compare();
    void glossary();
    void wanted();
    void map();
    void statistics();
    void contribute();
    void missing();
    void chooser();
    void held();

    // --- the bank in figures (statistics_page.cpp)
    void chart(std::string_view id, const std::string& heading, const std::string& note, const std::string& what,
               const std::vector<Bar>& bars);
    void chart_of_years();
    void chart_of_themes();
    void chart_of_regions();
    void chart_of_award(const Target& award);
    void chart_of_languages();
    void chart_of_reviews();

    // --- all that is dated of a city (city_history.cpp)
    void city_history(const Target& city);
    void add_memberships(const Target& city, std::vector<Moment>& into) const;
    void add_results(const Target& city, std::vector<Moment>& into) const;
    void add_meetings(const Target& city, std::vector<Moment>& into) const;
    void add_declarations(const Target& city, std::vector<Moment>& into) const;
    void add_mentoring(const Target& city, std::vector<Moment>& into) const;
    auto span_of(const fields::Date* from, const fields::Date* until, Moment moment) const -> Moment;

    // --- mentoring (mentoring_page.cpp)
    void mentoring(const Entity& city);
    void mentoring_link();
    auto apply(const Value& item) const -> Entry;
    auto exchanges() const -> std::vector<Exchange>;
    void exchange_block(std::string_view id, const std::vector<Exchange>& exchanges);
    void mentorships(const std::vector<Target>& networks);

    // --- networks and clusters through time (tenures.cpp)
    void tenures(const Target& where);
    void sizes(const Entity& network);
    void cluster_votes(const Value& cluster);
    void cluster_rules(const Value& network);
    void cluster_terms(const Target& cluster, const Value* rules);

    // --- what is known of an award (award_memory.cpp)
    void award_grid(const Target& award);
    auto missing_results(const Target& part) const -> std::vector<std::string>;
    void award_gaps(const Target& award);

    // --- frames against cities, themes and clusters (crosswalk_page.cpp)
    void crosswalk_index();
    auto crosswalks() const -> std::vector<Entry>;  // the page of all grids, where there are any
    auto crosswalks_of(const Target& frame) const -> std::vector<Entry>;
    auto crosswalk_columns(const Target& frame) const -> std::vector<Target>;
    void crosswalk_rows(View& table, const std::vector<Target>& rows, const std::vector<Target>& concepts) const;
    void crosswalk_cell(View& row, const Target& owner, const Target& concept_of, const Mark& mark) const;

    // --- the map (map_page.cpp)
    auto map_city(const Target& target) const -> MapCity;
    auto map_regions() const -> std::vector<MapRegion>;
    auto names_of(const std::vector<Target>& cities) const -> std::string;
    void map_mark(View mark, const maps::Circle& circle, const std::vector<MapCity>& cities, MapExtent extent) const;
    void draw_map(View map, const std::vector<MapCity>& cities, const maps::Frame& frame, MapExtent extent) const;
    void map_region(const MapRegion& region);
    void map_link();

    void country_names(std::string_view code, std::vector<std::string>& into) const;
    auto year_of(const Value& facts) const -> std::optional<int>;
    auto facet_value(std::string facet, const Target& target) const -> FacetValue;
    void field_facets(const fields::Field& field, const Value& value, std::vector<FacetValue>& into) const;
    void country_facet(std::string_view code, std::vector<FacetValue>& into) const;
    void size_facet(const Value& city, std::vector<FacetValue>& into) const;
    void place_facets(const Target& target, const Value& facts, std::vector<FacetValue>& into) const;
    void year_facets(int year, std::vector<FacetValue>& into) const;
    void network_facets(const Target& target, const Value& facts, std::vector<FacetValue>& into) const;

    // --- practices by one value of a facet (facet_pages.cpp)
    void all_facets();
    void fact_of_choice(std::string_view key, std::string_view value);
    auto facet_label(routes::Facet facet) const -> std::string;
    auto value_rank(const routes::FacetValueAt& at) const -> std::int64_t;
    auto value_label(const routes::FacetValueAt& at) const -> std::string;
    auto size_class_name(std::uint32_t place) const -> std::string;

    // --- for translators (wanted_page.cpp)
    void wanted_tally(View& block, const bank::Coverage& coverage) const;
    void wanted_records(const bank::Coverage& coverage);
    void wanted_record(View row, const bank::Standing& standing, const std::string& language) const;
    auto what_is_wanted(const bank::Standing& standing) const -> std::string;

    // --- for those who send something in (contribute_page.cpp)
    void contribute_kinds();
    void contribute_kinds_block();
    void contribute_form(const fields::KindEntry& kind);
    void contribute_by_hand(const fields::KindEntry& kind);
    auto contribute_ways() const -> std::vector<Entry>;
    void improve(const Target& target);

    void memberships(const Target& who, bool ended);
    void edition_results(View& block, const Target& edition);
    void network_members(const Target& target);
    void cities_in_clusters(const Target& network);
    void list_body(ListKind kind, View& block);
    // --- long lists of names in groups (grouped_lists.cpp)
    auto countries_by_name() const -> std::vector<std::uint32_t>;
    auto cities_by_country() const -> std::map<std::string_view, std::vector<Target>>;
    void list_cities(View& block);
    void list_countries(View& block);
    void list_years(View& block);
    auto moment_of(const Target& target) const -> Moment;
    void decades_elsewhere();
    void description(const Entity& entity);

    const Site& site_;
    const Page& page_;
    templates::Arena& arena_;
    View root_;
};

}  // namespace praxis::pages
