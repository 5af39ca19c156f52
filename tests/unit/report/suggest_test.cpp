#include "report/suggest.h"

#include "support/catch.h"

namespace praxis {

TEST_CASE("edit distance counts a swap of neighbours as one", "[unit]") {
    CHECK(edit_distance("theme", "thmee", 3) == 1);
    CHECK(edit_distance("gender-equalty", "gender-equality", 3) == 1);
    CHECK(edit_distance("abc", "xyz", 2) == 3);
    CHECK(edit_distance("", "ab", 5) == 2);
}

TEST_CASE("the nearest names come first, and the far ones not at all", "[unit]") {
    const std::vector<std::string> known{"themes", "cities", "title", "theme"};
    CHECK(nearest("tehmes", std::span(known)) == std::vector<std::string>{"themes", "theme"});
    CHECK(nearest("zzz", std::span(known)).empty());
    CHECK(nearest("", std::span(known)).empty());
}

}  // namespace praxis
