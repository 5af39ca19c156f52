#include "yaml/node.h"

#include "support/catch.h"

namespace praxis::yaml {
namespace {

auto read(std::string_view text) {
    return read_yaml(text, FileId{0}, 0);
}

auto code_of(std::string_view text) -> std::string_view {
    const auto outcome = read(text);
    return outcome.diagnostics.empty() ? std::string_view() : outcome.diagnostics.front().code->id;
}

}  // namespace

TEST_CASE("scalars stay text, whatever YAML would make of them", "[unit]") {
    const auto tree = read("country: NO\nnumber: 010\nempty:\ntilde: ~\nquoted: \"no\"\nyes: y\n");
    REQUIRE(tree.value);
    CHECK(tree.value->find("country")->text == "NO");
    CHECK(tree.value->find("number")->text == "010");
    CHECK(tree.value->find("empty")->is_empty_scalar());
    CHECK(tree.value->find("tilde")->text == "~");
    CHECK(tree.value->find("quoted")->quoted);
}

TEST_CASE("what yaml-cpp drops without a word is an error", "[unit]") {
    CHECK(code_of("b: \"xyz\nc: 3\n") == "Y102");
    CHECK(code_of("  a: 1\n b: 2\n") == "Y103");
    CHECK(code_of("- a\nb: 1\n") != "");
    CHECK(code_of("a: 1\na: 2\n") == "Y104");
    CHECK(code_of("a: &x 1\nb: *x\n") == "Y105");
    CHECK(code_of("a: *x\n") == "Y105");
    CHECK(code_of("a: !!int 1\n") == "Y105");
    CHECK(code_of("a: 1\n---\nb: 2\n") == "Y106");
    CHECK(code_of("a:\n\tb: 1\n") == "Y109");
    CHECK(code_of("a: [1, 2\n") == "Y111");
    CHECK(code_of("a: b: c\n") == "Y110");
}

TEST_CASE("depth is bounded before the stack is", "[unit]") {
    CHECK(code_of("a: " + std::string(40, '[') + std::string(40, ']') + "\n") == "Y107");
    const auto deep = read("a: " + std::string(100'000, '[') + "\n");
    CHECK(!deep.value);
}

TEST_CASE("places are exact where a scalar stands on one line", "[unit]") {
    const std::string text = "título: León\nlist: [uno, \"dos tres\"]\n";
    const auto tree = read(text);
    REQUIRE(tree.value);
    const Node& city = *tree.value->find("título");
    CHECK(text.substr(city.span.begin, city.span.end - city.span.begin) == "León");
    const Node& quoted = tree.value->find("list")->items[1];
    CHECK(text.substr(quoted.span.begin, quoted.span.end - quoted.span.begin) == "\"dos tres\"");
}

TEST_CASE("an empty text is an empty map", "[unit]") {
    CHECK(read("").value->keys.empty());
    CHECK(read("# only a comment\n\n").value->keys.empty());
}

}  // namespace praxis::yaml
