// What every page is composed from, and the orders and titles that all of them share: computed once,
// per language. It guarantees that pages need no second look at how a thing is called or sorted.
// Made by `prepare`; safe to read from any thread, and immutable but for the shells, which it keeps.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "bank/bank.h"
#include "bank/coverage.h"
#include "files/known_results.h"
#include "files/scratch.h"
#include "gallery/gallery.h"
#include "pages/shells.h"
#include "routes/routes.h"
#include "settings/settings.h"
#include "wording/wording.h"

namespace praxis::pages {

using bank::Bank;
using bank::Entity;
using bank::Target;
using fields::Kind;
using routes::Address;
using routes::ListKind;
using routes::PageKind;
using values::Value;

// A text and the language it is in; an empty language means it serves all.
struct Phrase {
    std::string text;
    std::string language;
    bool official = true;
};

// A continent (language::continent_of) as a language calls it, and its place among the others by name.
struct Region {
    std::string name;
    std::uint32_t rank = 0;
};

// What a page lists, and the number of the list among all.
struct MemberList {
    std::vector<Target> targets;
    std::uint32_t number = 0;
};
using Members = std::map<Address, MemberList>;

// Where a decade begins in the chronology.
struct Decade {
    int begins = 0;           // its first year
    std::uint32_t first = 0;  // its place among all
};

struct Assets {
    // Paths from the site's root; `later_`: for what few ask for.
    std::string style, script, later_style, later_script, icon;
};

struct Site {
    const input::InputSet& inputs;
    const settings::Settings& settings;
    const wording::Wording& wording;
    const Bank& bank;
    const routes::Routes& routes;
    const files::Scratch& scratch;
    const glossary::Glossary& glossary;
    const gallery::Gallery& gallery;
    Assets assets;

    struct Language {
        const wording::Locale* locale = nullptr;
        std::vector<std::string> chain;  // where words are looked for
        std::array<std::vector<Phrase>, fields::kind_count> titles;
        std::array<std::vector<std::uint32_t>, fields::kind_count> ranks;  // place among titles, collated
        std::vector<std::string> countries;                                // names, as routes number them
        std::vector<std::uint32_t> country_ranks;
        std::map<std::string, Region> regions;       // those that the countries lie in, by code
        Members members;                             // of the pages that list things, in order
        std::vector<std::uint32_t> practice_places;  // in the list of all practices; `nowhere` for what is not in it
        bank::Coverage coverage;                     // of what is not complete; the tallies count everything
    };
    std::vector<Language> languages;

    // A bank of one language waits for no translation.
    auto has_wanted() const -> bool { return languages.size() > 1; }
    auto has_practices() const -> bool { return has_members({PageKind::list, {}, static_cast<std::uint32_t>(ListKind::practices)}); }

    auto title(std::size_t language, const Target& target) const -> const Phrase& {
        bank::Trace::note(bank::seen_thing(target));
        return languages[language].titles[static_cast<std::size_t>(target.kind)][target.index];
    }
    auto rank(std::size_t language, const Target& target) const -> std::uint32_t {
        bank::Trace::note(bank::seen_thing(target));
        return languages[language].ranks[static_cast<std::size_t>(target.kind)][target.index];
    }
    // The practices (or what a list lists) that belong on a page: in the order of the bank, and by title; the chronology
    // by date.
    auto members(const Address& address) const -> const std::vector<Target>&;
    auto has_members(const Address& address) const -> bool;  // which every page's menu asks
    auto members_in_order(std::size_t language, const Address& address) const -> const std::vector<Target>&;
    // How many of them a page shows: lines and rows of a table take less room than cards.
    auto page_size_of(const Address& address) const -> std::size_t {
        return settings.page_size * (address.kind == PageKind::chronology                                  ? 8
                                     : address.kind == PageKind::wanted || address.kind == PageKind::facet ? 4
                                     : address.kind == PageKind::crosswalk                                 ? 2
                                                                                                           : 1);
    }
    auto released() const -> fields::Day { return fields::latest(settings.release_date).value_or(fields::Day{}); }
    void keep_members(Members gathered, unsigned jobs);
    // The practices before and after one in the list of all, by title, where there are any.
    auto beside(std::size_t language, const Target& practice) const -> std::pair<const Target*, const Target*>;
    static constexpr std::uint32_t nowhere = ~0U;
    std::vector<std::string> country_regions;  // codes, as routes number the countries; empty where not known
    Members all_members;
    std::vector<Decade> decades;
    std::vector<std::vector<Target>> neighbours;  // of each practice (neighbours.h)
    std::unique_ptr<Shells> shells = std::make_unique<Shells>();
};
// The lists that are the same in all languages: it does not look at any; and those of what waits for a translation.
auto gather_members(const Site& site) -> Members;
void gather_wanted(const Site& site, Members& members);
// Whether a membership holds on a day, as far as is known.
auto holds_on(const bank::Membership& membership, const fields::Day& day) -> bool;

struct Sources {
    const input::InputSet& inputs;
    const settings::Settings& settings;
    const wording::Wording& wording;
    const Bank& bank;
    const routes::Routes& routes;
    const files::Scratch& scratch;
    const glossary::Glossary& glossary;
    const gallery::Gallery& gallery;
    files::KnownResults& known;
};
auto prepare(const Sources& sources, Assets assets, unsigned jobs) -> Site;

// The phrase of words for a reader: her chain, then the text's original, then whatever there is.
auto phrase_of(const Value* words, const Site::Language& language, std::string_view original) -> Phrase;

// One page to be made. Pages are keys until they are composed, one by one.
struct Page {
    Address address;
    std::size_t language = 0;
    std::size_t number = 1;  // of a list that runs over several pages
    std::string path;
};
auto all_pages(const Site& site) -> std::vector<Page>;

}  // namespace praxis::pages
