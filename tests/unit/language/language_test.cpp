#include <algorithm>

#include "base/utf8.h"
#include "language/formats.h"
#include "language/message.h"
#include "language/text.h"
#include "support/catch.h"

namespace praxis::language {
namespace {

auto say(const char* pattern, Arguments arguments, const char* language) -> std::string {
    const auto message = parse_message(pattern);
    REQUIRE(message);
    std::string out;
    message->append_to(out, arguments, Plurals(language));
    return out;
}

auto spanish_numbers() -> NumberFormat {
    NumberFormat format = number_format_of("es");
    format.group = "\u202F";
    format.group_from = 5;
    return format;
}

}  // namespace

TEST_CASE("messages choose plurals as their language does", "[unit]") {
    const char* french = "{count, plural, one {# pratique} many {# de pratiques} other {# pratiques}}";
    CHECK(say(french, {{"count", "0", 0}}, "fr") == "0 pratique");
    CHECK(say(french, {{"count", "1", 1}}, "fr") == "1 pratique");
    CHECK(say(french, {{"count", "2", 2}}, "fr") == "2 pratiques");
    CHECK(say(french, {{"count", "1 000 000", 1e6}}, "fr") == "1 000 000 de pratiques");
    CHECK(say("{count, plural, =0 {none} one {one} other {#}}", {{"count", "0", 0}}, "en") == "none");
    CHECK(say("{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}", {{"n", "22", 22}}, "en") == "22nd");
    CHECK(say("{kind, select, city {Cork} other {?}}", {{"kind", "city"}}, "en") == "Cork");
}

TEST_CASE("apostrophes follow MessageFormat, and a bad pattern tells where it breaks", "[unit]") {
    CHECK(say("l''{what}", {{"what", "eau"}}, "fr") == "l'eau");
    CHECK(say("plain d''abord", {}, "fr") == "plain d'abord");
    CHECK(say("{missing} stays", {}, "en") == "{missing} stays");
    CHECK(!parse_message("{count, plural, one {x}"));
    CHECK(!parse_message("{count, plural, one {x}}"));
}

TEST_CASE("numbers are grouped as each language writes them", "[unit]") {
    CHECK(format_number(1234, spanish_numbers()) == "1234");
    CHECK(format_number(12345, spanish_numbers()) == "12\u202F345");
    CHECK(format_number(1234.5, spanish_numbers()) == "1234,5");
    CHECK(format_number(1234567, number_format_of("en")) == "1,234,567");
    CHECK(format_number(-3, number_format_of("en")) == "-3");
    CHECK(format_digits(2018, number_format_of("ar")).size() >= 4);
}

// As CLDR 42 has them, of ICU 72; whether a number stands before or behind them is the language's.
TEST_CASE("the name of a currency agrees with its amount", "[unit]") {
    CHECK(currency_words(5'000'000, "EUR", "es") == "euros");
    CHECK(currency_words(1, "EUR", "en") == "euro");
    CHECK(currency_words(2.5, "MXN", "en") == "Mexican pesos");
    CHECK(currency_words(240'000'000, "XOF", "fr") == "francs CFA (BCEAO)");
    CHECK(currency_words(3, "PLN", "pl") == "złote polskie");
    CHECK(currency_words(5, "PLN", "pl") == "złotych polskich");
    CHECK(currency_words(5, "QQQ", "en") == "QQQ");
    CHECK(currency_words(7, "XOF", "xx") == "XOF");
}

TEST_CASE("dates are written in full, by month and by year", "[unit]") {
    DateFormat french = date_format_of("fr");
    french.first_day = "1er";
    const NumberFormat numbers = number_format_of("fr");
    CHECK(format_date(2018, 3, 1, french, numbers) == "1er mars 2018");
    CHECK(format_date(2018, 3, 2, french, numbers) == "2 mars 2018");
    CHECK(format_date(2018, 3, 0, french, numbers) == "mars 2018");
    CHECK(format_date(2018, 0, 0, french, numbers) == "2018");
    CHECK(format_date(2018, 11, 16, date_format_of("es"), numbers) == "16 de noviembre de 2018");
}

TEST_CASE("names are collated as readers look them up", "[unit]") {
    const Collator spanish("es");
    std::vector<std::string> names{"Zaragoza", "Ávila", "Barcelona", "Ñuñoa", "Nuevo León", "Alcalá", "Odivelas"};
    std::ranges::sort(names, {}, [&](const std::string& name) { return spanish.key(name); });
    CHECK(names == std::vector<std::string>{"Alcalá", "Ávila", "Barcelona", "Nuevo León", "Ñuñoa", "Odivelas", "Zaragoza"});
}

TEST_CASE("spaces are set where a plain one was typed", "[unit]") {
    const Typography french{{{"?", "\u202F"}, {":", "\u00A0"}, {"»", "\u00A0"}}, {{"«", "\u00A0"}}};
    CHECK(typeset("Quoi ? « Rien » : voilà", french) == "Quoi\u202F? «\u00A0Rien\u00A0»\u00A0: voilà");
    CHECK(typeset("10:30, http://x.org", french) == "10:30, http://x.org");
    const Typography spanish{{{"»", ""}}, {{"«", ""}}};
    CHECK(typeset("dijo « sí » y", spanish) == "dijo «sí» y");
}

TEST_CASE("an apostrophe is set within a word and nowhere else", "[unit]") {
    const Typography french({{"»", "\u00A0"}}, {{"«", "\u00A0"}}, "’");
    CHECK(typeset("l'été d'où « qu'ils » vinrent, l'an 1 d'1 ville", french) ==
          "l’été d’où «\u00A0qu’ils\u00A0» vinrent, l’an 1 d’1 ville");
    CHECK(typeset("'un mot' d'un '90, 5' et ' seul'", french) == "'un mot' d’un '90, 5' et ' seul'");
    CHECK(typeset("'", french) == "'");
    CHECK(typeset("l'été", Typography()) == "l'été");
}

TEST_CASE("anchors are those of the forges, folding takes accents away", "[unit]") {
    CHECK(anchor_of("Contexto y problema") == "contexto-y-problema");
    CHECK(anchor_of("¿Qué pasó? (2018)") == "qué-pasó-2018");
    CHECK(fold("Ñuñoa") == fold("NUNOA"));
    CHECK(nfc("e\u0301") == "é");
}

// Texts of most letters are not asked of ICU: of every character the two forms must still lead to one another.
TEST_CASE("every character is put together as it was taken apart", "[unit]") {
    for (char32_t c = 1; c < 0x110000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        std::string text = "a";
        append_utf8(text, c);
        text += "e";
        if (nfc(text) != nfc(nfd(text))) FAIL("U+" << std::hex << static_cast<std::uint32_t>(c));
    }
    CHECK(nfc("e\u0301 \u201Cx\u201D") == "é \u201Cx\u201D");
    CHECK(nfc("\u2000") == "\u2002");
}

TEST_CASE("codes of languages, countries and currencies are checked", "[unit]") {
    for (const char* tag : {"es", "pt-BR", "zh-Hant", "ca"}) CHECK(is_language_tag(tag));
    for (const char* tag : {"", "e", "ES", "español", "es_MX", "xx-"}) CHECK(!is_language_tag(tag));
    CHECK((is_country("NO") && is_country("MX") && !is_country("UK") && !is_country("mx")));
    CHECK((is_currency("EUR") && !is_currency("EURO") && !is_currency("eur")));
    CHECK(country_name("MX", "fr") == "Mexique");
    CHECK(is_right_to_left("ar"));
}

TEST_CASE("Roman numerals", "[unit]") {
    CHECK(roman(16) == "XVI");
    CHECK(roman(1994) == "MCMXCIV");
    CHECK(roman(0) == "0");
}

}  // namespace praxis::language
