// The address words of the site's sections, in one order. Only for the files of this folder.
#pragma once

#include <array>
#include <string_view>

#include "fields/field.h"
#include "routes/routes.h"

namespace praxis::routes {

inline constexpr std::array<std::string_view, 27> section_ids{
    "practices", "bulletins", "declarations", "themes",     "cities",     "countries", "organisations", "awards",  "networks",
    "clusters",  "events",    "frames",       "years",      "pages",      "works",     "chronology",    "search",  "files",
    "glossary",  "wanted",    "map",          "statistics", "contribute", "mentoring", "crosswalks",    "compare", "facets"};
inline constexpr std::size_t section_pages = 13, section_works = 14, section_chronology = 15, section_search = 16, section_glossary = 18,
                             section_wanted = 19, section_map = 20, section_statistics = 21, section_contribute = 22,
                             section_mentoring = 23, section_crosswalks = 24, section_compare = 25, section_facets = 26;

constexpr auto section_of(fields::Kind kind) -> std::size_t {
    switch (kind) {
        case fields::Kind::practice: return 0;
        case fields::Kind::bulletin: return 1;
        case fields::Kind::declaration: return 2;
        case fields::Kind::theme: return 3;
        case fields::Kind::city: return 4;
        case fields::Kind::organisation: return 6;
        case fields::Kind::award: return 7;
        case fields::Kind::network: return 8;
        case fields::Kind::cluster: return 9;
        case fields::Kind::event: return 10;
        case fields::Kind::vocabulary: return 11;
        case fields::Kind::page: return section_pages;
    }
    return 0;
}

}  // namespace praxis::routes
