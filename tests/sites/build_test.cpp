// The program from arguments to files: what it prints, where, with which exit code, and what it leaves.
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "support/case_file.h"
#include "support/catch.h"
#include "support/program.h"

namespace praxis::tests {
namespace fs = std::filesystem;

TEST_CASE("the same bank gives the same bytes under other threads, languages, time zones and places", "[sites]") {
    Workshop shop;
    shop.copy_content();
    REQUIRE(shop.praxis("build --output one --jobs 1").exit_code == 0);
    const auto one = tree_of(shop.path("one"));
    REQUIRE(one.size() > 300);
    REQUIRE(shop.praxis("build --output two --jobs 4", "LC_ALL=C.UTF-8 LANG=fr_FR.UTF-8 TZ=Asia/Tokyo").exit_code == 0);
    CHECK(one == tree_of(shop.path("two")));
    // Another folder, written in another order, so that listings come in another order.
    std::vector<std::string> files;
    for (const auto& [path, text] : tree_of(shop.path("content"))) files.push_back(path);
    for (auto path = files.rbegin(); path != files.rend(); ++path)
        shop.write("elsewhere/deep/content/" + *path, shop.read("content/" + *path));
    REQUIRE(shop.praxis("build --source elsewhere/deep --output three --jobs 2", "TZ=America/Lima").exit_code == 0);
    CHECK(one == tree_of(shop.path("three")));
}

TEST_CASE("a second build of the same bank touches no file", "[sites]") {
    Workshop shop;
    shop.copy_base();
    REQUIRE(shop.praxis("build").exit_code == 0);
    const auto before = fs::last_write_time(shop.path("public/es/index.html"));
    const Run again = shop.praxis("build");
    CHECK(again.exit_code == 0);
    CHECK(again.out.find("0 new, 0 changed, 0 removed") != std::string::npos);
    CHECK(fs::last_write_time(shop.path("public/es/index.html")) == before);
}

TEST_CASE("a changed record changes its pages, and what it made before is removed", "[sites]") {
    Workshop shop;
    shop.copy_base();
    REQUIRE(shop.praxis("build").exit_code == 0);
    const auto untouched = fs::last_write_time(shop.path("public/assets/icon.svg"));
    shop.replace("content/practices/redes/es.md", "title: Redes", "title: Redes\nslug: redes-nuevas");
    REQUIRE(shop.praxis("build").exit_code == 0);
    CHECK(shop.exists("public/es/practicas/redes-nuevas.html"));
    CHECK(shop.read("public/es/practicas/redes.html").find("redes-nuevas.html") != std::string::npos);
    fs::remove_all(shop.path("content/pages"));
    REQUIRE(shop.praxis("build").exit_code == 0);
    CHECK(!shop.exists("public/es/paginas"));
    CHECK(fs::last_write_time(shop.path("public/assets/icon.svg")) == untouched);
    CHECK(tree_of(shop.path("public")) == [&] {
        REQUIRE(shop.praxis("build --output clean").exit_code == 0);
        return tree_of(shop.path("clean"));
    }());
}

TEST_CASE("bad input gets a clear error and writes nothing", "[sites]") {
    Workshop shop;
    SECTION("an empty folder") {
        const Run run = shop.praxis("build");
        CHECK(run.exit_code == 1);
        CHECK(run.out.empty());
        CHECK(run.err.find("[I112]") != std::string::npos);
    }
    SECTION("no bank.yaml") {
        shop.copy_base();
        fs::remove(shop.path("content/bank.yaml"));
        const Run run = shop.praxis("build");
        CHECK(run.exit_code == 1);
        CHECK(run.err.find("[I112]") != std::string::npos);
    }
    SECTION("a file that is not UTF-8") {
        shop.copy_base();
        shop.write("content/cities/leon-mx.yaml", "names: Le\xF3n\n");
        const Run run = shop.praxis("build");
        CHECK(run.exit_code == 1);
        CHECK(run.err.find("[I101]") != std::string::npos);
        CHECK(run.err.find("[B101]") == std::string::npos);
    }
    SECTION("a record that is a folder") {
        shop.copy_base();
        fs::create_directories(shop.path("content/practices/redes/fr.md"));
        const Run run = shop.praxis("build");
        CHECK(run.exit_code == 1);
        CHECK(run.err.find("[I107]") != std::string::npos);
    }
    SECTION("a record of 200 MB") {
        shop.copy_base();
        shop.write("content/practices/redes/es.md", "---\n");
        fs::resize_file(shop.path("content/practices/redes/es.md"), 200 * 1024 * 1024);
        const Run run = shop.praxis("build");
        CHECK(run.exit_code == 1);
        CHECK(run.err.find("[I103]") != std::string::npos);
    }
    CHECK(!shop.exists("public"));
    CHECK(!shop.exists(".public.praxis-next"));
    CHECK(!shop.exists(".public.praxis-lock"));
}

TEST_CASE("an output folder that is not ours is refused and left alone", "[sites]") {
    Workshop shop;
    shop.copy_base();
    shop.write("public/thesis.doc", "important");
    const Run run = shop.praxis("build");
    CHECK(run.exit_code == 3);
    CHECK(run.err.find("[P101]") != std::string::npos);
    CHECK(tree_of(shop.path("public")) == std::map<std::string, std::string>{{"thesis.doc", "important"}});
}

TEST_CASE("files of others in our output folder stay", "[sites]") {
    Workshop shop;
    shop.copy_base();
    shop.write("public/.gitignore", "*\n");
    REQUIRE(shop.praxis("build").exit_code == 0);
    shop.write("public/CNAME", "bank.example\n");
    shop.write("content/themes/care.yaml", "names: {es: Cuidados, en: Care}\n");
    REQUIRE(shop.praxis("build").exit_code == 0);
    CHECK(shop.read("public/CNAME") == "bank.example\n");
    CHECK(shop.read("public/.gitignore") == "*\n");
    shop.write("public/es/temas/water.html", "mine");
    shop.write("content/themes/water.yaml", "names: {es: Agua, en: Water}\n");
    const auto before = tree_of(shop.path("public"));
    const Run run = shop.praxis("build");
    CHECK(run.exit_code == 3);
    CHECK(run.err.find("[P102]") != std::string::npos);
    CHECK(tree_of(shop.path("public")) == before);
}

TEST_CASE("an interrupted publication is completed, an uncommitted one dropped", "[sites]") {
    Workshop shop;
    shop.copy_base();
    REQUIRE(shop.praxis("build").exit_code == 0);
    const auto clean = tree_of(shop.path("public"));
    SECTION("a stage with a journal is completed") {
        shop.write("public/.praxis-next/es/index.html", "half");
        shop.write("public/.praxis-next/journal", "praxis journal 1\nplace es/index.html\nend\n");
    }
    SECTION("a stage without a journal is deleted") {
        shop.write("public/.praxis-next/es/index.html", "half");
    }
    SECTION("a stage with half a journal is deleted") {
        shop.write("public/.praxis-next/es/index.html", "half");
        shop.write("public/.praxis-next/journal", "praxis journal 1\nplace es/ind");
    }
    SECTION("a journal that points outside is not followed") {
        shop.write("public/.praxis-next/journal", "praxis journal 1\nremove ../content/bank.yaml\nend\n");
    }
    REQUIRE(shop.praxis("build").exit_code == 0);
    CHECK(tree_of(shop.path("public")) == clean);
    CHECK(!shop.exists("public/.praxis-next"));
    CHECK(shop.exists("content/bank.yaml"));
}

TEST_CASE("a kill at any moment leaves whole files, and the next build ends where a clean one does", "[sites]") {
    Workshop shop;
    shop.copy_content();
    REQUIRE(shop.praxis("build --output before").exit_code == 0);
    const auto before = tree_of(shop.path("before"));
    shop.replace("content/bank.yaml", "label: \"2026.11\"", "label: \"2027.01\"");
    REQUIRE(shop.praxis("build --output after").exit_code == 0);
    const auto after = tree_of(shop.path("after"));
    for (int delay = 0; delay < 12; ++delay) {
        fs::remove_all(shop.path("public"));
        fs::copy(shop.path("before"), shop.path("public"), fs::copy_options::recursive);
        const std::string line = "cd '" + shop.path() + "' && timeout -s KILL 0.0" + std::to_string(delay * 8 / 10) +
                                 std::to_string(delay * 8 % 10) + " '" PRAXIS_PROGRAM "' build --quiet >/dev/null 2>&1 </dev/null";
        (void)!std::system(line.c_str());
        for (const auto& [path, text] : tree_of(shop.path("public"))) {
            if (path.starts_with(".praxis-next/")) continue;
            const bool old = before.contains(path) && before.at(path) == text;
            const bool fresh = after.contains(path) && after.at(path) == text;
            INFO(path);
            CHECK((old || fresh));
        }
        REQUIRE(shop.praxis("build --quiet").exit_code == 0);
        CHECK(tree_of(shop.path("public")) == after);
    }
}

TEST_CASE("with --hold a record in error is left out, keeps its address, and the exit code is 1", "[sites]") {
    Workshop shop;
    shop.copy_base();
    shop.replace("content/practices/redes/es.md", "status: active", "status: activ");
    CHECK(shop.praxis("build").exit_code == 1);
    CHECK(!shop.exists("public"));
    const Run run = shop.praxis("build --hold");
    CHECK(run.exit_code == 1);
    CHECK(run.err.find("practices/redes") != std::string::npos);
    const std::string page = shop.read("public/es/practicas/redes.html");
    CHECK(page.find("data-kind=\"held\"") != std::string::npos);
    CHECK(page.find("El barrio pidió") == std::string::npos);
    CHECK(shop.exists("public/es/ciudades/leon-mx.html"));
}

TEST_CASE("an edition does not tell of a result of which all is left out", "[sites]") {
    Workshop shop;
    shop.copy_base();
    shop.write("content/organisations/jury.yaml", "names: Jury\nkind: network\n");
    shop.write("content/awards/prize.yaml",
               "names: {es: Premio, en: Prize}\norganiser: jury\ntarget: practice\n"
               "distinctions:\n  - {id: winner, names: {practice: {es: Ganadora, en: Winner}}, rank: 1}\n"
               "editions:\n  - id: 2018\n    year: 2018\n    results:\n      - {distinction: winner, practice: redes}\n");
    REQUIRE(shop.praxis("build --quiet").exit_code == 0);
    const auto results_in = [&] {
        const std::string page = shop.read("public/es/premios/prize.2018.html");
        const std::size_t begin = page.find("id=\"results\"");
        return begin == std::string::npos ? page : page.substr(begin, page.find("</section>", begin) - begin);
    };
    CHECK(results_in().find("Redes") != std::string::npos);
    shop.replace("content/practices/redes/es.md", "status: active", "status: activ");
    REQUIRE(shop.praxis("build --hold --quiet").exit_code == 1);
    CHECK(results_in().find("class=\"card\"") == std::string::npos);
}

TEST_CASE("a bank of nothing but settings is a site that says so", "[sites]") {
    Workshop shop;
    shop.copy_base();
    for (const auto& entry : fs::directory_iterator(shop.path("content"))) {
        if (entry.is_directory()) fs::remove_all(entry.path());
    }
    const Run run = shop.praxis("build");
    CHECK(run.exit_code == 0);
    CHECK(run.err.empty());
    CHECK(shop.read("public/en/themes/index.html").find("Nothing here yet.") != std::string::npos);
}

TEST_CASE("only the languages asked for are built", "[sites]") {
    Workshop shop;
    shop.copy_base();
    REQUIRE(shop.praxis("build --only en").exit_code == 0);
    CHECK(shop.exists("public/en/index.html"));
    CHECK(!shop.exists("public/es"));
    CHECK(shop.read("public/en/index.html").find("hreflang=\"es\"") == std::string::npos);
}

TEST_CASE("drafts are published only when asked for", "[sites]") {
    Workshop shop;
    shop.copy_base();
    shop.replace("content/practices/redes/es.md", "state: submitted", "state: draft");
    REQUIRE(shop.praxis("build").exit_code == 0);
    CHECK(!shop.exists("public/es/practicas/redes.html"));
    REQUIRE(shop.praxis("build --drafts").exit_code == 0);
    CHECK(shop.exists("public/es/practicas/redes.html"));
}

TEST_CASE("a wrong command line is told on standard error with exit code 2", "[sites]") {
    Workshop shop;
    shop.copy_base();
    for (const std::string line : {"", "bild", "build --jobs many", "build --only de", "check no/such/file", "explain X999",
                                   "check --today tomorrow", "translate nothing --to en"}) {
        INFO(line);
        const Run run = shop.praxis(line);
        CHECK(run.exit_code == 2);
        CHECK(run.out.empty());
        CHECK(!run.err.empty());
    }
    CHECK(!shop.exists("public"));
}

TEST_CASE("a dry run says what it would do and does nothing", "[sites]") {
    Workshop shop;
    shop.copy_base();
    const Run run = shop.praxis("build --dry-run");
    CHECK(run.exit_code == 0);
    CHECK(run.out.find("create es/index.html\n") != std::string::npos);
    CHECK(!shop.exists("public"));
}

TEST_CASE("an accepted translation is up to date until its original changes", "[sites]") {
    Workshop shop;
    shop.copy_base();
    CHECK(shop.praxis("translate redes --to en").exit_code == 1);
    REQUIRE(shop.praxis("translate redes --to en --accept").exit_code == 0);
    CHECK(shop.praxis("translate redes --to en").exit_code == 0);
    shop.replace("content/practices/redes/es.md", "Escuchar.", "Escuchar más.");
    const Run run = shop.praxis("translate redes --to en");
    CHECK(run.exit_code == 1);
    CHECK(run.out == "lessons\n");
    REQUIRE(shop.praxis("translate practices/redes --to en --accept").exit_code == 0);
    CHECK(shop.praxis("check").exit_code == 0);
}

TEST_CASE("in a forge the whole report stands beside the job, and a record cannot write there what it likes", "[sites]") {
    const Workshop shop;
    shop.copy_base();
    const std::string path = "content/practices/redes/es.md";
    shop.replace(path, "title: ", "titel: </pre><b>");
    const std::string environment = "GITHUB_STEP_SUMMARY=" + shop.path("summary.md");
    const Run run = shop.praxis("check --format github --lang en", environment);
    CHECK(run.exit_code == 1);
    CHECK(run.out.find("::error file=content/practices/redes/es.md,line=2") != std::string::npos);
    const std::string summary = shop.read("summary.md");
    CHECK(summary.starts_with("<pre>error[R101]: "));
    CHECK(summary.find("titel: &lt;/pre&gt;&lt;b&gt;") != std::string::npos);
    CHECK(summary.find("<b>") == std::string::npos);
    CHECK(summary.ends_with("</pre>\n"));
    shop.praxis("check --format text --lang en", environment);
    CHECK(shop.read("summary.md") == summary);
}

TEST_CASE("alike practices are found in a city that has hundreds", "[sites]") {
    const Workshop shop;
    shop.copy_base();
    for (int i = 0; i < 320; ++i) {
        const bool alike = i == 7 || i == 300;
        const std::string title =
            alike ? "Jardines escolares abiertos al barrio" : "Taller " + std::to_string(100'000 + i * 7919) + " vecinal";
        shop.write("content/practices/p" + std::to_string(i) + "/es.md",
                   "---\ntitle: " + title + "\ncities: [leon-mx]\nreview: {state: stub}\n---\nUn texto.\n");
    }
    const std::string said = shop.praxis("check --format short --lang en").out;
    std::size_t told = 0;
    for (std::size_t at = said.find("B313"); at != std::string::npos; at = said.find("B313", at + 1)) ++told;
    CHECK(told == 1);
    CHECK(said.find("the title is nearly that of `p300`") != std::string::npos);
}

// Linking is done on all cores; who has something to report is visited again, in order, and only so many are guessed for.
TEST_CASE("what is found does not depend on the number of jobs", "[sites]") {
    const Workshop shop;
    shop.copy_base();
    for (int i = 0; i < 230; ++i) {
        const std::string folder = "content/practices/p" + std::to_string(i), other = std::to_string(i + 1);
        shop.write(folder + "/es.md", "---\ntitle: Taller " + std::to_string(100'000 + i * 7919) +
                                          " vecinal\ncities: [leon-mx, leon-m]\nreview: {state: stub}\n---\n"
                                          "Un texto [ajeno](../p" +
                                          other + "x/es.md).\n");
        shop.write(folder + "/en.md",
                   "---\ntitle: Workshop\ntranslation: {of: fr, by: ann, source: unknown}\nsummary: Neighbours teach each other what they "
                   "know how to do, in the evening, in a workshop of the quarter.\n---\nA text.\n");
    }
    const auto count = [](const std::string& text, std::string_view what) {
        std::size_t times = 0;
        for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++times;
        return times;
    };
    const std::string one = shop.praxis("check --cache none --format json --jobs 1").out;
    std::map<std::string, std::size_t> codes;
    const auto found = nlohmann::json::parse(one);
    for (const auto& diagnostic : found.at("diagnostics")) ++codes[diagnostic.at("code")];
    std::string told;
    for (const auto& [code, times] : codes) told += code + " " + std::to_string(times) + "\n";
    CHECK(told == "B101 230\nB203 230\nB205 230\nB301 230\nB302 230\nB501 230\n");
    CHECK(count(one, R"("suggestions":["leon-mx"])") == 200);
    for (const int jobs : {2, 5}) CHECK(shop.praxis("check --cache none --format json --jobs " + std::to_string(jobs)).out == one);
}

}  // namespace praxis::tests
