#include "yaml/node.h"

#include <algorithm>
#include <array>

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

namespace {

// What is told of the text as a whole stands at its beginning, with a remark or without.
auto told(const Span& span, std::uint32_t moved) -> std::string {
    return "@" + std::to_string(span.begin - std::min(span.begin, moved)) + "-" + std::to_string(span.end - std::min(span.end, moved));
}

// A tree as text, each node with its place; `moved` is how far all stands further on.
auto told(const Node& node, std::uint32_t moved) -> std::string {
    std::string out =
        std::to_string(static_cast<int>(node.kind)) + (node.quoted ? "q" : "") + told(node.span, moved) + "'" + node.text + "'";
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        if (node.kind == NodeKind::map) out += " K" + told(node.keys[i], moved);
        out += " V" + told(node.items[i], moved);
    }
    return out + ";";
}

auto told(const Outcome<std::optional<Node>>& outcome, std::uint32_t moved) -> std::string {
    std::string out = outcome.value ? told(*outcome.value, moved) : "nothing";
    for (const Diagnostic& one : outcome.diagnostics) out += " " + std::string(one.code->id) + told(one.span, moved);
    return out;
}

}  // namespace

// A remark before them keeps lines from the short way: both ways have to say the same, errors and places included.
TEST_CASE("leading lines are read as yaml-cpp reads them", "[unit]") {
    static constexpr std::array<std::string_view, 40> pieces{
        "title: ", "summary: ", "cities:", "a", "b: ", "A plain text", "\n", "\n", "\n",    "\n  ", "\n- ", " ",           ":",    ": ",
        " #",      "#",         "[x, y]",  "{", "}",   "\"q\"",        "'",  "|",  ">",     "é",    "ÿ",    "«",           "null", "~",
        "2015",    "-",         "--- ",    "?", "&x",  "*x",           "!t", "%",  ", and", "\r\n", "\t",   "\xE2\x80\xA8"};
    std::uint64_t state = 7;
    const auto next = [&] { return (state = state * 6364136223846793005U + 1442695040888963407U) >> 33U; };
    constexpr std::string_view remark = "#\n";
    for (int round = 0; round < 60'000; ++round) {
        std::string text = next() % 2 == 0 ? "title: Some words\n" : "";
        for (std::uint64_t left = next() % 9; left > 0; --left) text += pieces[next() % pieces.size()];
        const std::string other = std::string(remark) + text;
        INFO(text);
        REQUIRE(told(read_yaml(text, FileId{0}, 0), 0) == told(read_yaml(other, FileId{0}, 0), remark.size()));
    }
}

}  // namespace praxis::yaml
