// What a record's page offers beside its text: how to cite it, and practices beside each other.
#include "support/catch.h"
#include "support/program.h"

namespace praxis::tests {
TEST_CASE("a page says how it is cited, by bodies and in three formats", "[sites]") {
    Workshop shop;
    shop.copy_base();
    REQUIRE(shop.praxis("build").exit_code == 0);
    CHECK(
        between(shop.read("public/en/practices/redes.html"), "<section class=\"piece piece--quiet citation\"", "</section>") ==
        R"html(<section class="piece piece--quiet citation" id="part-citation" data-part="citation" data-copy="Copy" data-copied="Copied" data-save="Save {file}">
<h2 class="piece__heading">Cite and share</h2>
<p class="citation__text">Ayuntamiento, “Networks”, León, Mexico, in Small bank, Test, release 1, 1 January 2026. <a href="https://bank.example/en/practices/redes.html">https://bank.example/en/practices/redes.html</a></p>
<p class="citation__ways u-no-print"><button class="button button--plain" type="button" data-ref="copy" hidden>Copy the address</button> <a href="mailto:?subject=Networks&amp;body=https%3A//bank.example/en/practices/redes.html">Send by mail</a> <button class="button button--plain" type="button" data-ref="share" hidden>Share…</button> <span role="status" data-ref="status"></span></p>
<details class="u-no-print" data-ref="formats">
<summary>For reference managers</summary>
<h3>BibTeX</h3>
<pre dir="ltr" translate="no" data-file="redes.bib">@misc{redes,
  author = {{Ayuntamiento}},
  title = {{Networks}},
  howpublished = {Small bank},
  publisher = {Test},
  year = {2026},
  month = jan,
  edition = {1},
  language = {en},
  url = {https://bank.example/en/practices/redes.html}
}
</pre>
<h3>RIS</h3>
<pre dir="ltr" translate="no" data-file="redes.ris">TY  - ELEC
AU  - Ayuntamiento
TI  - Networks
T2  - Small bank
PB  - Test
PY  - 2026
DA  - 2026/01/01/
ET  - 1
LA  - en
UR  - https://bank.example/en/practices/redes.html
ID  - redes
ER  - 
</pre>
<h3>CSL-JSON</h3>
<pre dir="ltr" translate="no" data-file="redes.json">[{"id":"redes","type":"webpage","title":"Networks","author":[{"literal":"Ayuntamiento"}],"container-title":"Small bank","publisher":"Test","issued":{"date-parts":[[2026,1,1]]},"version":"1","language":"en","URL":"https://bank.example/en/practices/redes.html"}]
</pre>
</details>
</section>)html");
}

TEST_CASE("what few ask for is a script and a style sheet of one name, which pages only mention", "[sites]") {
    Workshop shop;
    shop.copy_base();
    REQUIRE(shop.praxis("build").exit_code == 0);
    const std::string tag = between(shop.read("public/en/practices/redes.html"), "<script defer", "</script>");
    const std::size_t begin = tag.find("data-later=\"../../assets/later.") + 18, end = tag.find(".js\"", begin);
    REQUIRE(end != std::string::npos);
    const std::string name = "public/" + tag.substr(begin, end - begin);
    CHECK(shop.read(name + ".js").starts_with("praxis.styled = "));
    CHECK(shop.read(name + ".css").starts_with("@layer parts{"));
}

TEST_CASE("the page that compares says what it needs, and where the practices are", "[sites]") {
    Workshop shop;
    shop.copy_base();
    REQUIRE(shop.praxis("build").exit_code == 0);
    CHECK(
        between(shop.read("public/en/compare.html"), "<div class=\"l-centre l-blocks comparison u-awaits\"", "<footer") ==
        R"html(<div class="l-centre l-blocks comparison u-awaits" data-part="comparison" data-practices="practices/index.html" data-loading="Loading…" data-failed="This practice could not be loaded." data-few="There is nothing to compare yet. In the lists every practice has a box “Compare”: tick two or three and come back here." data-chosen="To compare: {count} of {most}" data-one="Choose at least one more practice to compare." data-blank="Not stated" data-row="Part" data-remove="Remove" data-summary="Summary" data-awards="Awards">
<p data-dossier="Dossier of practices" data-loading="Texts: {count} of {total}" data-count="Practices: {count}" data-part-of="Only part of the list: {page}" data-contents="Contents" data-missing="These texts could not be loaded; they can be read at their address:" data-ready="The dossier is ready to print." data-incomplete="The dossier is ready. Texts missing: {missing} of {total}." data-print="Print" data-close="Close the dossier" hidden></p>
<p class="search__script" data-ref="script">Comparing needs JavaScript, which is off in this browser. The practices can be read one by one from these lists.</p>
<section data-ref="view" hidden>
<h2 class="u-visually-hidden">Chosen practices</h2>
<p class="comparison__bar u-no-print"><span role="status" tabindex="-1" data-ref="status"></span> <button class="button" type="button" data-ref="print" hidden>Print</button></p>
<div data-ref="table"></div>
</section>
<div class="u-no-print" data-ref="browse">
<section class="block" id="choose">
<div class="block__head">
<h2 class="block__heading">Where to choose practices</h2>
</div>
<ul class="link-list">
<li><a href="practices/index.html">Practices</a></li>
<li><a href="themes/index.html">Themes</a></li>
<li><a href="cities/index.html">Cities</a></li>
<li><a href="awards/index.html">Awards</a></li>
<li><a href="search.html">Search the bank</a></li>
</ul>
</section></div>
</div>
</main>
<footer)html");
    CHECK(
        between(shop.read("public/en/practices/redes.html"), "<section class=\"tray", "</section>") ==
        R"html(<section class="tray u-no-print" data-part="tray" data-tick="Compare" data-chosen="To compare: {count} of {most}" data-full="No more than {most} practices fit." aria-label="Chosen practices" hidden>
<p class="l-centre tray__inner"><span role="status" data-ref="status"></span> <a class="button tray__go" href="../compare.html" data-ref="go">Compare</a> <button class="button button--plain" type="button" data-ref="clear">Clear</button></p>
</section>)html");
    CHECK(shop.read("public/en/compare.html").find("data-part=\"tray\"") == std::string::npos);
}

TEST_CASE("pages that are handed on say every practice's address, and offer all of them as one dossier", "[sites]") {
    Workshop shop;
    shop.copy_base();
    REQUIRE(shop.praxis("build").exit_code == 0);
    const std::string city = shop.read("public/en/cities/leon-mx.html");
    CHECK(between(city, "<div class=\"l-centre tools", "</div>") ==
          R"html(<div class="l-centre tools u-no-print" data-part="dossier" data-failed="The dossier could not be prepared.">
<button class="button" type="button" hidden>Dossier to print</button> <span role="status"></span>
</div>)html");
    CHECK(between(city, "<article class=\"card\"", "</article>") ==
          R"html(<article class="card" data-kind="practice" data-practice="redes">
<p class="card__top"><span class="card__kind">practice</span> <span class="card__kicker">León, Mexico</span></p><h3 class="card__title"><a class="card__link" href="../practices/redes.html">Networks</a></h3>
<p class="card__summary">A practice made for tests, just long enough for its summary to have more than eighty characters.</p>
<ul class="marks">
<li class="mark" data-rank="1" data-kind="winner"><span class="mark__label">winner</span> <a class="mark__award" href="../awards/prize.2018.html">Prize 2018</a></li>
</ul>
<ul class="card__themes">
<li><a href="../themes/peace.html">Peace</a></li>
</ul>
<p class="card__meta">since 2011 · under way</p>
<p class="card__address u-print-only">https://bank.example/en/practices/redes.html</p>
</article>)html");
    for (const char* page : {"themes/peace.html", "awards/prize.2018.html"}) {
        const std::string text = shop.read("public/en/" + std::string(page));
        CHECK(text.find("data-part=\"dossier\"") != std::string::npos);
        CHECK(text.find(">https://bank.example/en/practices/redes.html</p>") != std::string::npos);
    }
    for (const char* page : {"practices/index.html", "countries/mx.html", "index.html"}) {
        const std::string text = shop.read("public/en/" + std::string(page));
        CHECK(text.find("data-part=\"dossier\"") == std::string::npos);
        CHECK(text.find("card__address") == std::string::npos);
    }
}

}  // namespace praxis::tests
