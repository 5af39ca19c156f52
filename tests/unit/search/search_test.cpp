// The parts of search: numbers, words, what the forms of a word share, spelling, queries.
#include <fmt/format.h>

#include "search/analysis.h"
#include "search/coding.h"
#include "search/numbers.h"
#include "search/query.h"
#include "support/case_file.h"
#include "support/catch.h"
#include "wording/wording.h"

namespace praxis::tests {
namespace {

using namespace praxis::search;

auto unicode_letters() -> Letters {
    return Letters([](char32_t c) { return language::fold_letter(c, "ñ"); });
}

auto split_text(std::string_view text) -> std::string {
    Letters letters = unicode_letters();
    std::string out;
    for (const Word& word : split(letters, text))
        out += fmt::format("{}{}{}{} ", word.text, word.apostrophe ? "'" : "", word.hyphen ? "-" : "",
                           fmt::format("@{}-{}", word.begin, word.end));
    return out;
}

}  // namespace

TEST_CASE("numbers are written in one to six letters and read back") {
    for (const std::uint32_t number : {0U, 43U, 44U, 1067U, 1068U, 13355U, 13356U, 99999U, 1U << 20U, (1U << 30U) - 1}) {
        std::string text;
        append_number(text, number);
        const std::size_t length = number < 44 ? 1 : number < 1068 ? 2 : number < 13356 ? 3 : 6;
        std::size_t at = 0;
        CHECK(text.size() == length);
        CHECK(read_number(text, at) == number);
        CHECK(at == length);
    }
    std::size_t at = 0;
    CHECK(read_number("", at) == -1);
    CHECK(read_number("z12", at = 0) == -1);
    CHECK(read_number("\xC3\xB1", at = 0) == -1);
}

TEST_CASE("text is cut into folded words with their places") {
    CHECK(split_text("La Ciudad, ÑANDÚ") == "la@0-2 ciudad@3-9 ñandu@11-18 ");
    CHECK(split_text("l'œuvre d’Ærø") == "l'@0-1 oeuvre@2-8 d'@9-10 aero@13-18 ");
    CHECK(split_text("co-creación 2014-2016") == "co-@0-2 creacion@3-12 2014-@13-17 2016@18-22 ");
    CHECK(split_text("e\u0301cole co\u00ADoperar") == "ecole@0-7 cooperar@8-18 ");
    CHECK(split_text("学习城市 a 市") == "学习@0-6 习城@3-9 城市@6-12 a@13-14 市@15-18 ");
    CHECK(split_text("𝔸 --- '") == "");
    CHECK(split_text(std::string(70, 'a')) == "");
}

TEST_CASE("edits are counted with neighbours that changed places, up to a limit") {
    CHECK(edits("ciudad", "ciudad", 1) == 0);
    CHECK(edits("ciudad", "cuidad", 1) == 1);
    CHECK(edits("niño", "nino", 1) == 1);
    CHECK(edits("red", "redes", 1) == 2);
    CHECK(edits("participación", "partisipasión", 2) == 2);
    CHECK(edits("", "ab", 1) == 2);
}

TEST_CASE("keys are front coded and routed by borders") {
    CHECK(front_coded("ciudad", "5es") == "ciudades");
    CHECK(front_coded("ñandu", "0os") == "ños");
    CHECK(read_borders("-cit,0oro,") == std::vector<std::string>{"cit", "coro"});
    const std::vector<std::string> borders{"cit", "coro"};
    CHECK(route(borders, "aula") == 0);
    CHECK(route(borders, "cit") == 1);
    CHECK(route(borders, "zona") == 2);
    CHECK(reversed("año") == "oña");
    CHECK(file_name("") == "811c9dc5");
    CHECK(file_name("a") == "e40c292c");  // the test vector of FNV-1a
}

// The pairs were chosen by hand: plurals, gender, verbs; and words that stemmers merge and readers do not.
TEST_CASE("forms of one word are found as one, other words are kept apart") {
    const files::DiskFiles disk(root());
    const input::InputSet inputs = [&] {
        auto gathered = input::gather(disk);
        REQUIRE(gathered);
        return std::move(gathered->value);
    }();
    const auto wording = wording::read_wording(inputs);
    for (const std::string language : {"es", "en", "fr"}) {
        Analysis analysis(wording.value.find(language)->search);
        std::size_t same = 0, merged = 0, apart = 0, falsely = 0;
        std::string wrong;
        const std::string pairs = read_text(root() + "/tests/search/conflation/" + language + ".tsv");
        for (const std::string_view line : pieces(pairs, '\n')) {
            const auto cells = pieces(line, '\t');
            REQUIRE(cells.size() == 3);
            if (cells[2] == "relation") continue;
            const bool equal = analysis.stem_of(analysis.fold(cells[0])) == analysis.stem_of(analysis.fold(cells[1]));
            const bool wanted = cells[2] == "same";
            ++(wanted ? same : apart);
            if (equal) ++(wanted ? merged : falsely);
            if (equal != wanted) wrong += std::string(line) + "\n";
        }
        INFO(language << ": " << merged << " of " << same << " found as one, " << falsely << " of " << apart << " falsely\n" << wrong);
        CHECK(same >= 300);
        CHECK(apart >= 150);
        CHECK(static_cast<double>(merged) >= 0.98 * static_cast<double>(same));
        CHECK(static_cast<double>(falsely) <= 0.01 * static_cast<double>(apart));
    }
}

TEST_CASE("the shapes that readers type are one word with the written ones") {
    const wording::SearchWords plain{
        "spanish", "ñ", {}, {}, {}, {{"ces", "z", 2}, {"es", "", 3}, {"s", "", 3}}, {}, "ao", {{"joven", "jóvenes"}}, {}};
    const Analysis analysis(plain);
    CHECK(analysis.stem_of("jovenes") == "joven");
    CHECK(analysis.stem_of("luces") == analysis.stem_of("luz"));
    CHECK(analysis.stem_of("casa") != analysis.stem_of("caso"));
    CHECK(analysis.stem_of("participando") == analysis.stem_of("participar"));
}

}  // namespace praxis::tests
