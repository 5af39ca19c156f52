// The map of the cities: drawn whole, told beside it, led to, and absent where nothing can be drawn.
#include "support/catch.h"
#include "support/program.h"

namespace praxis::tests {
namespace {

void place(const Workshop& shop, const std::string& id, const std::string& facts) {
    shop.write("content/cities/" + id + ".yaml", facts + "coordinates_source: a map\n");
}

void write_cities(const Workshop& shop) {
    place(shop, "cork-ie", "names: Cork\nkind: city\ncountry: IE\nlat: 51.9\nlon: -8.47\n");
    place(shop, "dublin-ie", "names: Dublin\nkind: city\ncountry: IE\nlat: 53.35\nlon: -6.26\n");
    place(shop, "dun-laoghaire-ie", "names: Dún Laoghaire\nkind: town\ncountry: IE\nlat: 53.29\nlon: -6.13\n");
    place(shop, "lisbon-pt", "names: {en: Lisbon, es: Lisboa}\nkind: city\ncountry: PT\nlat: 38.72\nlon: -9.14\n");
    shop.write("content/cities/porto-pt.yaml", "names: Porto\nkind: city\ncountry: PT\n");
}

}  // namespace

TEST_CASE("a continent is drawn with its cities, and lists them by country", "[sites]") {
    Workshop shop;
    shop.copy_base();
    write_cities(shop);
    REQUIRE(shop.praxis("build").exit_code == 0);
    const std::string page = shop.read("public/en/map.html");
    CHECK(between(page, "<section class=\"region\" id=\"region-150\"", "</section>") == R"html(<section class="region" id="region-150">
<div class="block__head">
<h2 class="block__heading">Europe</h2>
<p class="block__count">5 cities</p>
</div>
<div class="region__body">
<div class="map scroll">
<svg class="map__drawing" viewBox="1341 95 600 450" role="group" aria-label="Map: Europe">
<use href="#map-land"/>
<g font-size="10">
<a class="map__mark" data-kind="none" href="cities/lisbon-pt.html" aria-label="Lisbon, Portugal"><title>Lisbon, Portugal</title><circle class="map__reach" cx="1620.1" cy="399.8" r="10"/><circle class="map__circle" cx="1620.1" cy="399.8" r="4.6"/><text class="map__name" x="1627.2" y="403.2" text-anchor="start" stroke-width="2.5">Lisbon</text></a>
<a class="map__mark" data-kind="none" href="cities/cork-ie.html" aria-label="Cork, Ireland"><title>Cork, Ireland</title><circle class="map__reach" cx="1641.9" cy="254.1" r="10"/><circle class="map__circle" cx="1641.9" cy="254.1" r="4.6"/><text class="map__name" x="1634.8" y="257.5" text-anchor="end" stroke-width="2.5">Cork</text></a>
<a class="map__mark" data-kind="none" href="#country-ie" aria-label="2 cities: Dublin · Dún Laoghaire"><title>2 cities: Dublin · Dún Laoghaire</title><circle class="map__reach" cx="1662.1" cy="239.7" r="10.5"/><circle class="map__circle" cx="1662.1" cy="239.7" r="10.5"/><text class="map__count" x="1662.1" y="243.3" text-anchor="middle">2</text></a>
</g>
</svg>
</div><div class="region__list">
<div class="group" id="country-ie">
<h3 class="group__heading">Ireland</h3>
<ul class="link-list">
<li><a href="cities/cork-ie.html">Cork</a></li>
<li><a href="cities/dublin-ie.html">Dublin</a></li>
<li><a href="cities/dun-laoghaire-ie.html">Dún Laoghaire</a></li>
</ul>
</div><div class="group" id="country-pt">
<h3 class="group__heading">Portugal</h3>
<ul class="link-list">
<li><a href="cities/lisbon-pt.html">Lisbon</a></li>
<li><a href="cities/porto-pt.html">Porto</a> <span class="note-text">not on the map</span></li>
</ul>
</div></div>
</div>
</section>)html");
    CHECK(between(page, "<nav class=\"contents", "</nav>").find("#region-150") != std::string::npos);
    CHECK(between(page, "<section class=\"world\">", "</svg>").find("<path class=\"map__land\" id=\"map-land\"") != std::string::npos);
    CHECK(shop.read("public/es/mapa.html").find(">Lisboa</text>") != std::string::npos);
}

TEST_CASE("the home page and the lists of cities and countries lead to the map", "[sites]") {
    Workshop shop;
    shop.copy_base();
    write_cities(shop);
    REQUIRE(shop.praxis("build").exit_code == 0);
    CHECK(shop.read("public/en/index.html").find("<a href=\"map.html\">See the cities on the map</a>") != std::string::npos);
    for (const std::string list : {"public/en/cities/index.html", "public/en/countries/index.html"})
        CHECK(shop.read(list).find("<a href=\"../map.html\">See the cities on the map</a>") != std::string::npos);
    CHECK(shop.read("public/en/practices/index.html").find("map.html") == std::string::npos);
}

TEST_CASE("where no coordinates are known there is no map, and nothing leads to one", "[sites]") {
    Workshop shop;
    shop.copy_base();
    REQUIRE(shop.praxis("build").exit_code == 0);
    CHECK(!shop.exists("public/en/map.html"));
    for (const auto& [path, text] : tree_of(shop.path("public"))) {
        INFO(path);
        if (path.ends_with(".html")) CHECK(text.find("map.html") == std::string::npos);
    }
    write_cities(shop);
    REQUIRE(shop.praxis("build").exit_code == 0);
    CHECK(shop.exists("public/en/map.html"));
}

}  // namespace praxis::tests
