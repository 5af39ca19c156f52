// What the map page shows: the cities of the bank by continent and country, each with its point on the map
// where that is known. Made and used by the composer of that page.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "maps/circles.h"
#include "pages/site.h"

namespace praxis::pages {

// Of a map: which also says how small it may be drawn, and to which lists its circles lead.
enum class MapExtent : std::uint8_t { world, region };

struct MapCity {
    Target target;
    std::string group;   // the anchor of its country's list
    std::string region;  // and of its continent's part of the page
    std::size_t practices = 0;
    std::optional<maps::Point> point;
};

struct MapCountry {
    std::string id, name;
    std::vector<MapCity> cities;
};

struct MapRegion {
    std::string id, name;
    bool is_continent = true;  // not of cities in no country or in one that is in none: no map can show those near
    std::vector<MapCountry> countries;
    auto cities() const -> std::vector<MapCity>;
};

}  // namespace praxis::pages
