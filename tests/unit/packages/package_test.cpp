// Packages of strangers: whatever is done to one, it is refused or holds what a package may hold.
#include "packages/package.h"

#include <algorithm>
#include <random>

#include "input/input_set.h"
#include "support/catch.h"
#include "support/packed.h"

namespace praxis::tests {
namespace {

const std::string declaration =
    "kind: practice\nid: play\nlanguage: en\ntitle: Play\ndate: 2026-11-21\nsender: {name: Ana, email: office@cork.example}\n"
    "declares: [yes]\n";
const std::string png = "\x89PNG\r\n\x1A\n";

auto archive() -> std::string {
    return packed({{"declaration.yaml", declaration}, {"en.md", "---\ntitle: Play\n---\n\nText.\n"}, {"plaza.png", png}});
}

}  // namespace

TEST_CASE("a package holds what was declared, the record as submitted, and the pictures", "[unit]") {
    const auto read = packages::read_package("play.praxis.zip", archive());
    CHECK(read.diagnostics.empty());
    REQUIRE(read.value);
    CHECK(read.value->id == "play");
    CHECK(read.value->email == "office@cork.example");
    CHECK(read.value->declares == std::vector<std::string>{"yes"});
    CHECK(read.value->record.name == "en.md");
    CHECK(read.value->record.bytes == "---\ntitle: Play\nreview: {state: submitted}\n---\n\nText.\n");
    REQUIRE(read.value->pictures.size() == 1);
    CHECK(read.value->pictures.front().bytes == png);
}

TEST_CASE("a YAML kind comes as record.yaml, and without pictures", "[unit]") {
    std::string city = declaration;
    city.replace(city.find("practice"), 8, "city");
    const auto read = packages::read_package("x", packed({{"declaration.yaml", city}, {"record.yaml", "country: IE\n"}}));
    REQUIRE(read.value);
    CHECK(read.value->record.bytes == "country: IE\n");
    CHECK(!packages::read_package("x", packed({{"declaration.yaml", city}, {"record.yaml", "country: IE\n"}, {"a.png", png}})).value);
    CHECK(!packages::read_package("x", packed({{"declaration.yaml", city}, {"en.md", "---\ntitle: Play\n---\n"}})).value);
}

TEST_CASE("a text declared on one line stays on one", "[unit]") {
    std::string declared = declaration;
    declared.replace(declared.find("title: Play"), 11, "title: \"Play\\nSubject: other\"");
    const auto read = packages::read_package("x", packed({{"declaration.yaml", declared}, {"en.md", "---\ntitle: Play\n---\n"}}));
    REQUIRE(read.value);
    CHECK(read.value->title == "Play Subject: other");
}

TEST_CASE("too many files are not looked at", "[unit]") {
    std::vector<Entry> entries{{"declaration.yaml", declaration}, {"en.md", "---\ntitle: Play\n---\n"}};
    for (int i = 0; i < 100; ++i) entries.push_back({"picture-" + std::to_string(i) + ".png", png});
    const auto read = packages::read_package("x", packed(entries));
    CHECK(!read.value);
    CHECK(read.diagnostics.size() == 1);
}

TEST_CASE("damaged packages are refused, or hold nothing but plain names", "[unit]") {
    const std::string whole = archive();
    std::mt19937 random(7);
    for (int n = 0; n < 4000; ++n) {
        std::string bytes = whole;
        for (std::size_t changes = 1 + random() % 6; changes > 0; --changes) bytes[random() % bytes.size()] = static_cast<char>(random());
        if (random() % 8 == 0) bytes.resize(random() % bytes.size());
        const auto read = packages::read_package("x", bytes);
        CHECK(read.value.has_value() != has_errors(read.diagnostics));
        if (!read.value) continue;
        CHECK(input::is_id(read.value->id));
        for (const packages::PackedFile& picture : read.value->pictures) CHECK(picture.name.find_first_of("/\\:") == std::string::npos);
    }
}

}  // namespace praxis::tests
