// Pictures of records on the site: copies in several widths, kept from one build to the next.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>

#include "support/catch.h"
#include "support/drawn.h"
#include "support/program.h"

namespace praxis::tests {
namespace {

namespace fs = std::filesystem;

// A bank with a photograph taken upright, a drawing with holes, and a scalable one.
void hang_pictures(const Workshop& shop) {
    shop.copy_base();
    shop.replace("content/practices/redes/es.md", "status: active",
                 "status: active\nimages:\n"
                 "  - {file: plaza.jpg, credit: Ana, license: CC-BY-4.0, alt: La plaza, people: none}\n"
                 "  - {file: plano.png, credit: Ana, license: CC-BY-4.0, alt: El plano, people: none}\n"
                 "  - {file: signo.svg, credit: Ana, license: CC-BY-4.0, alt: El signo, people: none}");
    shop.replace("content/practices/redes/es.md", "Hablar.", "Hablar. ![La plaza](plaza.jpg) [El plano](plano.png)");
    shop.replace("content/practices/redes/en.md", "translation: {of: es}",
                 "images: {plaza.jpg: {alt: The square}, plano.png: {alt: The plan}, signo.svg: {alt: The sign}}\ntranslation: {of: es}");
    shop.write("content/practices/redes/plaza.jpg", taken(pictures::jpeg_of(quarters(800, 1000)), 6));
    shop.write("content/practices/redes/plano.png", pictures::png_of(quarters(200, 100, true)));
    shop.write("content/practices/redes/signo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
}

auto names_in(const std::string& folder) -> std::string {
    std::string all;
    for (const auto& [path, bytes] : tree_of(folder)) all += path + "\n";
    return all;
}

auto lines_with(const std::string& text, const std::string& word) -> std::string {
    std::string all;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = text.substr(at, end - at);
        if (line.find(word) != std::string::npos) all += line + "\n";
        at = end + 1;
    }
    return all;
}

}  // namespace

TEST_CASE("a record's pictures stand in several widths, with room kept for them, without what the camera wrote", "[sites]") {
    Workshop shop;
    hang_pictures(shop);
    const Run run = shop.praxis("build --cache none");
    REQUIRE(run.exit_code == 0);
    CHECK(run.err.empty());
    const std::string page = shop.read("public/es/practicas/redes.html");
    check_whole("pictures.txt", names_in(shop.path("public/files")) + "\n" + lines_with(page, "/files/"));
    for (const auto& [path, bytes] : tree_of(shop.path("public/files"))) CHECK(bytes.find("SECRET") == std::string::npos);
    CHECK(tree_of(shop.path("public")) == [&] {
        REQUIRE(shop.praxis("build --cache none --jobs 1 --output one").exit_code == 0);
        return tree_of(shop.path("one"));
    }());
}

TEST_CASE("pictures are remembered, and made again where what is remembered is gone or damaged", "[sites]") {
    Workshop shop;
    hang_pictures(shop);
    REQUIRE(shop.praxis("build --cache none --output plain").exit_code == 0);
    const auto plain = tree_of(shop.path("plain"));
    const auto build = [&](const std::string& output) {
        const Run run = shop.praxis("build --cache kept --output " + output);
        REQUIRE(run.exit_code == 0);
        return tree_of(shop.path(output));
    };
    CHECK(build("one") == plain);
    const auto kept = [&] {
        std::vector<fs::path> all;
        for (const auto& entry : fs::recursive_directory_iterator(shop.path("kept"))) {
            if (entry.path().parent_path().filename() == "pictures") all.push_back(entry.path());
        }
        std::ranges::sort(all);
        return all;
    };
    REQUIRE(kept().size() == 2);
    const auto before = fs::last_write_time(kept().front());
    CHECK(build("two") == plain);
    CHECK(fs::last_write_time(kept().front()) == before);
    // Cut short, filled with other bytes, gone.
    fs::resize_file(kept().front(), 40);
    shop.write(fs::relative(kept().back(), shop.path()).string(), "other");
    CHECK(build("three") == plain);
    for (const fs::path& file : kept()) fs::remove(file);
    CHECK(build("four") == plain);
    // Another picture in its place: its copies come, those of the former go, from the site and from the cache.
    shop.write("content/practices/redes/plano.png", pictures::png_of(quarters(220, 100)));
    const auto changed = build("four");
    CHECK(changed != plain);
    CHECK(kept().size() == 1);
    REQUIRE(shop.praxis("build --cache none --output plain").exit_code == 0);
    CHECK(changed == tree_of(shop.path("plain")));
}

TEST_CASE("what a check made of pictures serves the next check and the build", "[sites]") {
    Workshop shop;
    hang_pictures(shop);
    REQUIRE(shop.praxis("check --cache kept").exit_code == 0);
    const auto made = [&] {
        std::map<std::string, fs::file_time_type> all;
        for (const auto& entry : fs::recursive_directory_iterator(shop.path("kept"))) {
            if (entry.path().parent_path().filename() == "pictures") all[entry.path().filename()] = entry.last_write_time();
        }
        return all;
    };
    const auto first = made();
    REQUIRE(first.size() == 2);
    for (const std::string next : {"check", "build --dry-run", "build --output one", "build --output two"}) {
        REQUIRE(shop.praxis(next + " --cache kept").exit_code == 0);
        CHECK(made() == first);
    }
    REQUIRE(shop.praxis("build --cache none").exit_code == 0);
    CHECK(tree_of(shop.path("one")) == tree_of(shop.path("public")));
}

TEST_CASE("the cache of a bank that nobody built for three months goes, with its pictures, and nothing else does", "[sites]") {
    Workshop shop;
    hang_pictures(shop);
    const auto folders = [&] {
        std::vector<fs::path> all;
        for (const auto& entry : fs::directory_iterator(shop.path("kept"))) all.push_back(entry.path());
        std::ranges::sort(all);
        return all;
    };
    const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(24 * 100);
    const auto age = [&](const fs::path& folder) {
        for (const auto& entry : fs::recursive_directory_iterator(folder)) fs::last_write_time(entry.path(), long_ago);
        fs::last_write_time(folder, long_ago);
    };
    shop.copy_base("other");
    const auto build_other = [&] {
        REQUIRE(shop.praxis("build --source other --output out --cache kept").exit_code == 0);
        return folders();
    };
    const auto own = build_other();
    REQUIRE(own.size() == 1);
    REQUIRE(shop.praxis("build --cache kept").exit_code == 0);
    const auto both = folders();
    REQUIRE(both.size() == 2);
    const fs::path unused = both[0] == own[0] ? both[1] : both[0];
    REQUIRE(fs::exists(unused / "pictures"));
    // Young, then old without the file that was named last, as a removal that was cut short leaves it.
    CHECK(build_other() == both);
    fs::remove(unused / "bank.data");
    age(unused);
    CHECK(build_other() == own);
    REQUIRE(shop.praxis("build --cache kept").exit_code == 0);
    age(unused);
    CHECK(build_other() == own);
    // What is not ours stays.
    shop.write("kept/photographs/pictures/plaza.jpg", "mine");
    age(shop.path("kept/photographs"));
    REQUIRE(shop.praxis("build --cache kept").exit_code == 0);
    shop.write(fs::relative(unused / "notes.txt", shop.path()).string(), "mine");
    age(unused);
    build_other();
    CHECK(shop.read("kept/photographs/pictures/plaza.jpg") == "mine");
    CHECK(names_in(unused.string()) == "notes.txt\n");
}

TEST_CASE("a picture that cannot be read is told and published as it is", "[sites]") {
    Workshop shop;
    hang_pictures(shop);
    shop.write("content/practices/redes/plaza.jpg", pictures::jpeg_of(quarters(800, 1000)).substr(0, 900));
    for (const std::string cache : {"none", "kept", "kept"}) {
        const Run run = shop.praxis("build --lang en --cache " + cache);
        CHECK(run.exit_code == 0);
        CHECK(run.err.find("warning[B408]: the picture `plaza.jpg` cannot be read") != std::string::npos);
        CHECK(shop.read("public/files/practices/redes/plaza.jpg").size() == 900);
    }
}

}  // namespace praxis::tests
