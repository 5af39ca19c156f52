// The map of the cities: the world, then a continent at a time, each with the list of its cities.
#include "pages/map_page.h"

#include <algorithm>
#include <map>

#include "language/text.h"
#include "maps/coastline.h"
#include "pages/composer.h"

namespace praxis::pages {
namespace {

// How wide a map is where it is drawn as small as it may be, as the part `map` of the look has it.
constexpr double world_pixels = 960, region_pixels = 720;
constexpr double closest = 600;  // units: nearer than this, the coast would be a few straight lines
constexpr std::size_t most_names = 8;

auto lower(std::string_view code) -> std::string {
    std::string all(code);
    for (char& c : all) c = static_cast<char>(c | 0x20);
    return all;
}

auto placed(const std::vector<MapCity>& cities) -> std::vector<MapCity> {
    std::vector<MapCity> found;
    std::ranges::copy_if(cities, std::back_inserter(found), [](const MapCity& city) { return city.point.has_value(); });
    return found;
}

auto points_of(const std::vector<MapCity>& cities) -> std::vector<maps::Point> {
    std::vector<maps::Point> points;
    for (const MapCity& city : cities) points.push_back(*city.point);
    return points;
}

// Where most of the cities of a circle are; the first in order of the list decides among equals.
auto most(const std::vector<std::string>& places) -> std::string {
    return *std::ranges::max_element(places, {}, [&](const std::string& place) { return std::ranges::count(places, place); });
}

}  // namespace

auto MapRegion::cities() const -> std::vector<MapCity> {
    std::vector<MapCity> all;
    for (const MapCountry& country : countries) all.insert(all.end(), country.cities.begin(), country.cities.end());
    return all;
}

auto Composer::map_city(const Target& target) const -> MapCity {
    const Value& facts = site_.bank[target].facts;
    const std::string_view code = facts.text_of("country");
    const double *latitude = facts.number_of("lat"), *longitude = facts.number_of("lon");
    MapCity city;
    city.target = target;
    city.region = "region-" + (code.empty() ? std::string("other") : language::continent_of(code));
    city.group = code.empty() ? "country-none" : "country-" + lower(code);
    city.practices = site_.members({PageKind::city, target}).size();
    if (latitude != nullptr && longitude != nullptr) city.point = maps::project({*latitude, *longitude});
    return city;
}

// Continents and their countries by name, cities by title; last those that lie in no country.
auto Composer::map_regions() const -> std::vector<MapRegion> {
    std::map<std::pair<std::uint32_t, std::string>, MapRegion> regions;  // by the rank of the name
    std::map<std::string, std::map<std::uint32_t, MapCountry>> countries;
    const auto last = static_cast<std::uint32_t>(site_.routes.countries().size());
    for (const Target& target :
         site_.members_in_order(page_.language, {PageKind::list, {}, static_cast<std::uint32_t>(ListKind::cities)})) {
        MapCity city = map_city(target);
        const auto number = site_.routes.country_number(site_.bank[target].facts.text_of("country"));
        MapCountry& country = countries[city.region][number ? language().country_ranks[*number] : last];
        country.id = city.group;
        country.name = number ? language().countries[*number] : word("country_none");
        country.cities.push_back(std::move(city));
    }
    for (auto& [id, own] : countries) {
        const std::string code = id.substr(id.find('-') + 1);
        const auto at = language().regions.find(code);
        const bool known = at != language().regions.end();
        const std::string name = known ? at->second.name : word("map_elsewhere");
        MapRegion& region = regions[{known ? at->second.rank : last, id}];
        region.id = id;
        region.name = name;
        region.is_continent = known;
        for (auto& [rank, country] : own) region.countries.push_back(std::move(country));
    }
    std::vector<MapRegion> all;
    for (auto& [key, region] : regions) all.push_back(std::move(region));
    return all;
}

auto Composer::names_of(const std::vector<Target>& cities) const -> std::string {
    std::vector<std::string> names;
    const std::size_t shown = cities.size() <= most_names ? cities.size() : most_names - 1;
    for (std::size_t i = 0; i < shown; ++i) names.push_back(title(cities[i]).text);
    if (shown < cities.size()) names.push_back(counted("map_more", cities.size() - shown));
    return joined(names);
}

// A circle: a city, or several with their number, that lead to the list of where most of them are.
void Composer::map_mark(View mark, const maps::Circle& circle, const std::vector<MapCity>& cities, MapExtent extent) const {
    std::vector<Target> targets;
    std::vector<std::string> places;
    std::size_t practices = 0;
    for (const std::uint32_t i : circle.members) {
        targets.push_back(cities[i].target);
        places.push_back(extent == MapExtent::world ? cities[i].region : cities[i].group);
        practices += cities[i].practices;
    }
    mark.text("kind", practices > 0 ? "practices" : "none")
        .text("x", maps::tenths(circle.centre.x))
        .text("y", maps::tenths(circle.centre.y));
    mark.text("reach", maps::tenths(circle.radius));
    const std::string of_practices = practices == 0 ? std::string() : counted("count_practices", practices);
    if (targets.size() == 1) {
        mark.url("url", href(targets.front())).text("title", joined({place_of(targets.front()), of_practices}));
        mark.text("radius", maps::tenths(circle.radius * maps::dot_radius / maps::least_reach));
        return;
    }
    const std::string several = word("map_several", {{"cities", counted("count_cities", targets.size())}, {"names", names_of(targets)}});
    mark.url("url", "#" + most(places)).text("title", joined({several, of_practices}));
    mark.text("radius", maps::tenths(circle.radius)).text("count", number(static_cast<double>(targets.size())));
}

void Composer::draw_map(View map, const std::vector<MapCity>& cities, const maps::Frame& frame, MapExtent extent) const {
    static constexpr std::string_view anchors[] = {"start", "end", "middle", "middle"};
    const double pixel = frame.width / (extent == MapExtent::world ? world_pixels : region_pixels);
    map.text("view", maps::view_box(frame))
        .text("letters", maps::tenths(maps::letter_height * pixel))
        .text("halo", maps::tenths(3 * pixel));
    const auto circles = maps::circles(points_of(cities), pixel);
    std::vector<std::string> names;
    for (const maps::Circle& circle : circles)
        names.push_back(circle.members.size() == 1 ? title(cities[circle.members.front()].target).text : std::string());
    const auto labels = maps::labels(circles, names, frame, pixel);
    for (std::size_t i = 0; i < circles.size(); ++i) {
        View mark = map.item("marks");
        map_mark(mark, circles[i], cities, extent);
        mark.text("count_y", maps::tenths(circles[i].centre.y + maps::letter_height * 0.36 * pixel));
        if (!labels[i]) continue;
        mark.text("name", names[i]).text("name_x", maps::tenths(labels[i]->at.x)).text("name_y", maps::tenths(labels[i]->at.y));
        mark.text("anchor", anchors[static_cast<std::size_t>(labels[i]->side)]);
    }
}

void Composer::map_region(const MapRegion& region) {
    View shown = root_.item("regions");
    const auto cities = region.cities(), on_map = placed(cities);
    shown.text("id", region.id).text("heading", region.name).text("count", counted("count_cities", cities.size()));
    if (!on_map.empty() && region.is_continent) {
        View map = shown.object("drawing");
        map.text("label", word("map_of", {{"region", region.name}}));
        draw_map(map, on_map, maps::frame_around(points_of(on_map), closest), MapExtent::region);
    }
    for (const MapCountry& country : region.countries) {
        View group = shown.item("groups");
        group.text("id", country.id).text("heading", country.name);
        for (const MapCity& city : country.cities) {
            const std::string of_practices = city.practices == 0 ? std::string() : counted("count_practices", city.practices);
            const std::string unplaced = city.point ? std::string() : word("map_unplaced");
            const Phrase where = words_of(site_.bank[city.target].facts.find("country_note"));
            put_link(group.item("links"), entry(city.target, joined({where.text, of_practices, unplaced})));
        }
    }
}

void Composer::map() {
    shell(here(word("map")), {}, word("intro_map"));
    put(root_, "intro", here(word("intro_map")));
    crumb({PageKind::list, {}, static_cast<std::uint32_t>(ListKind::cities)}, word("list_cities"));
    std::vector<MapCity> all;
    const auto regions = map_regions();
    for (const MapRegion& region : regions) {
        const auto cities = placed(region.cities());
        all.insert(all.end(), cities.begin(), cities.end());
        put_link(root_.item("contents"), {here(region.name), "#" + region.id, {}});
    }
    View world = root_.object("world");
    world.text("label", word("map")).text("land", maps::coastline());
    draw_map(world, all, maps::world_frame(), MapExtent::world);
    root_.item("key").text("kind", "practices").text("label", word("map_key_practices"));
    root_.item("key").text("kind", "none").text("label", word("map_key_none"));
    root_.item("key").text("kind", "several").text("label", word("map_key_several"));
    root_.text("credit", word("map_credit")).text("names_note", word("notice_names"));
    for (const MapRegion& region : regions) map_region(region);
}

// Pages that lead to the map.
void Composer::map_link() {
    if (site_.routes.has_map()) put_link(root_.object("map"), {here(word("map_see")), href(Address{PageKind::map}), {}});
}

}  // namespace praxis::pages
