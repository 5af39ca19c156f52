// The bank in figures: tables whose rows carry a bar, as long as the number beside it says.
#include <filesystem>

#include "support/catch.h"
#include "support/program.h"

namespace praxis::tests {

TEST_CASE("a chart is a table that says what its bars show", "[sites]") {
    Workshop shop;
    shop.copy_base();
    REQUIRE(shop.praxis("build").exit_code == 0);
    const std::string page = shop.read("public/en/figures.html");
    const std::size_t begin = page.find("<section class=\"chart\"");
    REQUIRE(begin != std::string::npos);
    CHECK(page.substr(begin, page.rfind("</section>", page.find("<section class=\"tray")) + 10 - begin) ==
          R"html(<section class="chart" id="years">
<div class="block__head">
<h2 class="block__heading">Practices by the year they began</h2>
</div>
<table class="chart__table">
<thead>
<tr><th scope="col">Year</th><th scope="col">Number</th></tr>
</thead>
<tbody>
<tr><th scope="row"><a href="years/2011.html">2011</a></th><td><div class="chart__bar"><svg class="chart__drawing" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="1000" height="10"/></svg><span class="chart__value">1</span></div></td></tr>
</tbody>
</table>
</section><section class="chart" id="themes">
<div class="block__head">
<h2 class="block__heading">Practices by theme</h2>
</div>
<p class="block__intro">A practice may have several themes.</p>
<table class="chart__table">
<thead>
<tr><th scope="col">theme</th><th scope="col">Number</th></tr>
</thead>
<tbody>
<tr><th scope="row"><a href="themes/peace.html">Peace</a></th><td><div class="chart__bar"><svg class="chart__drawing" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="1000" height="10"/></svg><span class="chart__value">1</span></div></td></tr>
</tbody>
</table>
</section><section class="chart" id="regions">
<div class="block__head">
<h2 class="block__heading">Practices by region</h2>
</div>
<table class="chart__table">
<thead>
<tr><th scope="col">Region</th><th scope="col">Number</th></tr>
</thead>
<tbody>
<tr><th scope="row">Europe</th><td><div class="chart__bar"><svg class="chart__drawing" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="0" height="10"/></svg><span class="chart__value">0</span></div></td></tr>
<tr><th scope="row">North America</th><td><div class="chart__bar"><svg class="chart__drawing" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="1000" height="10"/></svg><span class="chart__value">1</span></div></td></tr>
</tbody>
</table>
</section><section class="chart" id="award-prize">
<div class="block__head">
<h2 class="block__heading">Results known: Prize</h2>
</div>
<p class="block__intro">By edition. A short bar may mean that little is known.</p>
<table class="chart__table">
<thead>
<tr><th scope="col">Award edition</th><th scope="col">Number</th></tr>
</thead>
<tbody>
<tr><th scope="row"><a href="awards/prize.2018.html">2018</a></th><td><div class="chart__bar"><svg class="chart__drawing" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="1000" height="10"/></svg><span class="chart__value">1</span></div></td></tr>
</tbody>
</table>
</section><section class="chart" id="languages">
<div class="block__head">
<h2 class="block__heading">Practices by language</h2>
</div>
<p class="block__intro">Texts that are there and up to date.</p>
<table class="chart__table">
<thead>
<tr><th scope="col">Language</th><th scope="col">Number</th></tr>
</thead>
<tbody>
<tr><th scope="row">Spanish</th><td><div class="chart__bar"><svg class="chart__drawing" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="1000" height="10"/></svg><span class="chart__value">1 of 1</span></div></td></tr>
<tr><th scope="row">English</th><td><div class="chart__bar"><svg class="chart__drawing" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="0" height="10"/></svg><span class="chart__value">0 of 1</span></div></td></tr>
</tbody>
</table>
</section><section class="chart" id="reviews">
<div class="block__head">
<h2 class="block__heading">Practices by state of review</h2>
</div>
<table class="chart__table">
<thead>
<tr><th scope="col">Review</th><th scope="col">Number</th></tr>
</thead>
<tbody>
<tr><th scope="row">submitted, not yet reviewed</th><td><div class="chart__bar"><svg class="chart__drawing" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect width="1000" height="10"/></svg><span class="chart__value">1</span></div></td></tr>
</tbody>
</table>
</section>)html");
}

TEST_CASE("a bank of nothing has a page of figures without charts", "[sites]") {
    Workshop shop;
    shop.copy_base();
    for (const auto& entry : std::filesystem::directory_iterator(shop.path("content"))) {
        if (entry.is_directory()) std::filesystem::remove_all(entry.path());
    }
    REQUIRE(shop.praxis("build").exit_code == 0);
    CHECK(shop.read("public/es/cifras.html").find("class=\"chart\"") == std::string::npos);
}

}  // namespace praxis::tests
