// Addresses: every addressable thing has exactly one path in each language, and nothing else makes
// paths. It guarantees unique, safe paths, also under case folding. Made by `assign`.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "bank/bank.h"

namespace praxis::routes {

enum class PageKind : std::uint8_t {
    home,
    practice,
    bulletin,
    declaration,
    text,
    theme,
    city,
    country,
    organisation,
    award,
    edition,
    network,
    cluster,
    event,
    work,
    frame,
    concept_,
    year,
    facet,
    mentoring,
    crosswalk,
    list,
    chronology,
    search,
    glossary,
    wanted,
    map,
    statistics,
    compare,
    contribute,
    form,
    missing,
    chooser,
    redirect,
    held,
};
auto page_name(PageKind kind) -> std::string_view;  // as in the contract: `practice`, `concept`

// What a list page lists.
enum class ListKind : std::uint32_t {
    practices,
    bulletins,
    declarations,
    themes,
    cities,
    countries,
    organisations,
    awards,
    networks,
    clusters,
    events,
    frames,
    years,
};
inline constexpr std::size_t list_count = 13;
// What the concepts of a frame are set against.
enum class Rows : std::uint32_t { none, cities, themes, clusters };
inline constexpr std::uint32_t rows_count = 3;
auto list_of(Rows rows) -> ListKind;
auto list_name(ListKind kind) -> std::string_view;  // also the id of its address word

// A thing with a page. `number` is a year, a list, an index of countries or works,
// or 1 + the number of the language whose gaps a `wanted` page lists; 0 is the page of all of them.
// The same for `contribute`: 1 + the number of a kind; `form` is that page in one file, to be mailed.
// A `facet` lists the practices that have the value of its number (facets.h); 0 is the page of all of them.
// A `crosswalk` sets its target, a frame, against the `Rows` of its number; 0 is the page of all of them.
struct Address {
    PageKind kind = PageKind::home;
    bank::Target target{};
    std::uint32_t number = 0;
    friend auto operator<=>(const Address&, const Address&) = default;
};

struct Work {
    std::string id;
    std::vector<bank::Target> versions;  // by date
};

// An address that sends on to another: ids where a slug is set, former addresses.
struct Redirect {
    std::string from, to;
    std::string language;
    bank::Target target{};
};

class Routes {
public:
    auto languages() const -> const std::vector<std::string>& { return languages_; }
    auto countries() const -> const std::vector<std::string>& { return countries_; }  // codes with a city, sorted
    auto years() const -> const std::vector<int>& { return years_; }                  // of practices' starts
    auto works() const -> const std::vector<Work>& { return works_; }
    auto has_map() const -> bool { return has_map_; }  // some city's coordinates are known
    auto redirects() const -> const std::vector<Redirect>& { return redirects_; }

    // The page of an entity, an edition or a concept; nothing when it has none.
    auto address_of(const bank::Bank& bank, const bank::Target& target) const -> std::optional<Address>;
    auto country_number(std::string_view code) const -> std::optional<std::uint32_t>;
    auto work_number(std::string_view id) const -> std::optional<std::uint32_t>;

    // The path from the site's root, `page` counted from 1.
    auto path(const bank::Bank& bank, const Address& address, std::size_t language, std::size_t page = 1) const -> std::string;

private:
    friend class Assigner;
    std::vector<std::string> languages_;
    std::vector<std::vector<std::string>> sections_;                               // [language][list or extra]
    std::vector<std::array<std::vector<std::string>, fields::kind_count>> slugs_;  // [language][kind][index]
    std::vector<std::string> countries_;
    std::vector<int> years_;
    std::vector<Work> works_;
    std::vector<Redirect> redirects_;
    bool has_map_ = false;
};

// The languages are looked at beside each other.
auto assign(const bank::Bank& bank, const settings::Settings& settings, const wording::Wording& wording, unsigned jobs) -> Outcome<Routes>;

// The relative address of one path seen from another (RFC 3986 section 5); never empty.
auto relative(std::string_view from, std::string_view to) -> std::string;
// Where a picture or document of a record stands on the site.
auto attachment_path(std::string_view input_path) -> std::string;
// And a copy of it, which has a name of its own.
auto copy_path(std::string_view input_path, std::string_view name) -> std::string;
// Path segments with what an address may not hold percent-encoded.
auto encoded(std::string_view path) -> std::string;

}  // namespace praxis::routes
