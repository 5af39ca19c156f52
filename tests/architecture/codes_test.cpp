// Every diagnostic code has a golden case that produces it, an explain page, and words in English,
// Spanish and French; no two share an id.
#include <filesystem>
#include <set>

#include "console/sentences.h"
#include "support/case_file.h"
#include "support/catch.h"
#include "yaml/node.h"

namespace praxis::tests {

TEST_CASE("every code has a golden case that produces it", "[architecture]") {
    std::string all;
    for (const std::string& path : case_paths("cases")) {
        for (const Section& section : read_case(path).sections) {
            if (section.head == "expect") all += section.text;
        }
    }
    for (const Code* code : console::all_codes()) {
        INFO(code->id);
        CHECK(all.find("[" + std::string(code->id) + "]") != std::string::npos);
    }
}

TEST_CASE("every code has an explain page in every language, and it begins with the code", "[architecture]") {
    for (const std::string language : {"en", "es", "fr"}) {
        for (const Code* code : console::all_codes()) {
            const std::string id(code->id);
            INFO(language << " " << id);
            CHECK(read_text(root() + "/locale/explain/" + language + "/" + id + ".md").starts_with("# " + id + ":"));
        }
    }
}

TEST_CASE("every code is worded in every language of diagnostics", "[architecture]") {
    for (const std::string language : {"en", "es", "fr"}) {
        const auto tree = yaml::read_yaml(read_text(root() + "/locale/diagnostics/" + language + ".yaml"), FileId::none, 0);
        REQUIRE(tree.value);
        const yaml::Node* codes = tree.value->find("codes");
        REQUIRE(codes != nullptr);
        for (const Code* code : console::all_codes()) {
            INFO(language << " " << code->id);
            const yaml::Node* entry = codes->find(code->id);
            CHECK((entry != nullptr && entry->find("says") != nullptr && entry->find("help") != nullptr));
        }
        CHECK(codes->keys.size() == console::all_codes().size());
    }
}

TEST_CASE("no two codes share an id", "[architecture]") {
    std::set<std::string_view> ids;
    for (const Code* code : console::all_codes()) CHECK(ids.insert(code->id).second);
}

}  // namespace praxis::tests
