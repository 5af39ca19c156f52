// Every field of the field table has its own words in every language, and no words are for nothing.
#include "console/field_words.h"

#include <functional>
#include <set>

#include "fields/field.h"
#include "support/case_file.h"
#include "support/catch.h"

namespace praxis::tests {
namespace {

void for_each_field(const std::function<void(std::string_view, const std::string&)>& visit) {
    const std::function<void(std::string_view, std::span<const fields::Field>, const std::string&)> walk =
        [&](std::string_view kind, std::span<const fields::Field> all, const std::string& path) {
            for (const fields::Field& field : all) {
                const std::string own = path.empty() ? std::string(field.key) : path + "." + std::string(field.key);
                visit(kind, own);
                walk(kind, field.fields, own);
            }
        };
    for (const fields::KindEntry& kind : fields::kinds()) walk(kind.name, kind.fields, {});
}

}  // namespace

TEST_CASE("every field has words in English, Spanish and French", "[unit]") {
    const files::DiskFiles disk(root());
    const auto english = console::read_field_words(disk, "en", ": ");
    for (const std::string language : {"en", "es", "fr"}) {
        const auto words = console::read_field_words(disk, language, ": ");
        CHECK(words.entries().size() == english.entries().size());
        for_each_field([&](std::string_view kind, const std::string& path) {
            INFO(language << " " << kind << " " << path);
            CHECK(words.knows(kind, path));
        });
        for (const std::string_view id : fields::practice_sections()) CHECK(!words.section(id).empty());
    }
}

TEST_CASE("the longest end of a path says what a field is, the kind's own before all", "[unit]") {
    const files::DiskFiles disk(root());
    const auto words = console::read_field_words(disk, "en", ": ");
    CHECK(words.of("practice", "title").label == "Title");
    CHECK(words.of("award", "editions.sources.title").hint == "as it is published");
    CHECK(words.line("event", "series") == "Series: a short id that all of them share");
    CHECK(words.line("bulletin", "series") == "Series");
    CHECK(words.line("bulletin", "nothing.there") == "there");
}

}  // namespace praxis::tests
