#include "yaml/node.h"
#include "yaml/plain_yaml.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

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

TEST_CASE("a comma in a text between braces is told once, and what has a colon is left alone", "[unit]") {
    const auto cut = read("a: {label: uno, dos, tres, year: 1,234}\n");
    REQUIRE(cut.value);
    REQUIRE(cut.diagnostics.size() == 2);
    CHECK(cut.diagnostics[0].code->id == "Y114");
    CHECK(cut.diagnostics[0].arguments == std::vector<std::string>{"label", "uno, dos, tres"});
    CHECK(cut.diagnostics[1].arguments == std::vector<std::string>{"year", "1,234"});
    const Node& map = *cut.value->find("a");
    CHECK(map.keys.size() == 2);
    CHECK(map.find("label")->text == "uno");
    CHECK(map.find("year")->text == "1");
    for (const char* other :
         {"a: {label: uno, dos: }\n", "a: {uno, b: dos}\n", "a: {b: [uno], dos}\n", "a: {b: , dos}\n", "a:\n  b: uno\n  dos:\n"})
        CHECK(read(other).diagnostics.empty());
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

// A remark before it that holds the last key of yaml-cpp's own keeps a text from the short way: both ways have to say the
// same, errors and places included.
TEST_CASE("plain parts are read as yaml-cpp reads them", "[unit]") {
    static constexpr std::string_view remark = "# __praxis_end__\n";
    static constexpr std::array<std::string_view, 38> lines{"title: Some words\n",
                                                            "plurals: [[s, \"\", 3], [es, \"\", 2],\n  [ces, z, 2]]\n",
                                                            "stops: [a, al,\n  algo, ñ]\nnone: []\n",
                                                            "  stops: [a,\n    b, [c, [d]]]\n",
                                                            "  - [x, [y,\n      z], {k: [v, w]}]\n",
                                                            "official: {text: 감천문화마을, lang: ko, period: ../2015}\n",
                                                            "summary: \"In quotes, {all} of it\"\n",
                                                            "names:\n",
                                                            "  es: Una ciudad\n",
                                                            "  en: \"A city\"\n",
                                                            "  fr:\n",
                                                            "    deep: 1\n",
                                                            "cities: [leon-mx, a.b/c, \"d e\"]\n",
                                                            "review: {state: draft, by: A name (of it), on: [1, 2]}\n",
                                                            "list:\n",
                                                            "  - a\n",
                                                            "  - id: s1\n",
                                                            "    title: T\n",
                                                            "- x\n",
                                                            "- key: v\n",
                                                            "  other: w\n",
                                                            "  - {id: s2, title: \"U\"}\n",
                                                            "\n",
                                                            "  \n",
                                                            "# remark\n",
                                                            "    # remark\n",
                                                            "nested:\n  one:\n    two: x\n    - y\n",
                                                            "title: again\n",
                                                            "long: >-\n  one\n  two # 3\n",
                                                            "  of: >-\n    more\n",
                                                            "    and more\n",
                                                            "q: \"a \\\"b\\\" \\\\ \\u202F \\n\"\n",
                                                            "6-12: {a: l'un (b), c: d}\n",
                                                            "f: >-\n",
                                                            "lat: -8.33\n",
                                                            "  - -1\n",
                                                            "m: {\"»\": \"\", \"%\": 2021~}\n",
                                                            "last: z"};
    static constexpr std::array<std::string_view, 52> pieces{
        ",\n  ", "[[a], ", "[]",   "{}",          "../2015", "감천",   "title: ", "summary: ", "cities:", "a",  "b: ", "A plain text",
        "\n",    "\n",     "\n",   "\n  ",        "\n- ",    "\n  - ", " ",       ":",         ": ",      " #", "#",   "[x, y]",
        "[",     "]",      "{",    "}",           "{k: v}",  ", ",     ",",       "\"q\"",     "\"",      "'",  "|",   ">",
        "é",     "«",      "null", "~",           "2015",    "-",      "--- ",    "?",         "&x",      "*x", "!t",  "%",
        "\\",    "\r\n",   "\t",   "\xE2\x80\xA8"};
    std::uint64_t state = 7;
    const auto next = [&](std::size_t below) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return (state >> 33U) % below;
    };
    int all_plain = 0;
    for (int round = 0; round < 60'000; ++round) {
        std::string text;
        for (std::size_t left = next(7); left > 0; --left) text += lines[next(lines.size())];
        for (std::size_t left = next(3) == 0 ? next(7) : 0; left > 0; --left) text += pieces[next(pieces.size())];
        if (next(4) == 0) text.insert(next(text.size() + 1), pieces[next(pieces.size())]);
        const std::string other = std::string(remark) + text;
        INFO(text);
        REQUIRE(told(read_yaml(text, FileId{0}, 0), 0) == told(read_yaml(other, FileId{0}, 0), remark.size()));
        all_plain += !text.empty() && plain_part(text, FileId{0}, 0).end == text.size() ? 1 : 0;
    }
    CHECK(all_plain > 2'000);
}

TEST_CASE("the files of the bank and of the languages are read as yaml-cpp reads them, most of them the short way", "[unit]") {
    const std::string remark = "# __praxis_end__\n";
    std::size_t bytes = 0, plain = 0;
    for (const std::string_view folder : {"/content", "/locale"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(PRAXIS_ROOT + std::string(folder))) {
            if (entry.path().extension() != ".yaml") continue;
            std::ostringstream read;
            read << std::ifstream(entry.path(), std::ios::binary).rdbuf();
            const std::string text = read.str();
            INFO(entry.path());
            REQUIRE(told(read_yaml(text, FileId{0}, 0), 0) ==
                    told(read_yaml(remark + text, FileId{0}, 0), static_cast<std::uint32_t>(remark.size())));
            bytes += text.size();
            plain += plain_part(text, FileId{0}, 0).end;
        }
    }
    INFO(plain << " of " << bytes);
    CHECK(plain * 5 > bytes * 4);
}

}  // namespace praxis::yaml
