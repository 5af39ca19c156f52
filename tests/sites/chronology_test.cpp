// The chronology of a bank with more to tell than fits on a page: what stands where, and where each decade begins.
#include <fmt/format.h>

#include "support/catch.h"
#include "support/program.h"

namespace praxis::tests {
namespace {

// One line for each heading, address of a decade, and thing with its date; tags are left out.
auto outline(const std::string& html) -> std::string {
    std::string all;
    const auto between = [&](std::size_t from, const std::string& begin, const std::string& end) {
        const std::size_t at = html.find(begin, from) + begin.size();
        return html.substr(at, html.find(end, at) - at);
    };
    const std::size_t last = html.find("</main>");
    for (std::size_t at = html.find("<section class=\"block\""); at < last; ++at) {
        const std::string_view rest = std::string_view(html).substr(at);
        if (rest.starts_with("<h2 class=\"block__heading\">")) all += between(at, ">", "<") + "\n";
        if (rest.starts_with("<span class=\"note-text\">"))
            all += "  " + between(html.rfind("<a href=\"", at), "\"", "\"") + " " + between(at, ">", "<") + "\n";
        if (rest.starts_with("<p class=\"timeline__label\">")) {
            const std::size_t date = html.rfind("<p class=\"timeline__date\">", at);
            all += "  " + between(html.find("datetime", date), ">", "<") + " " + between(html.find("<a ", at), ">", "<") + "\n";
        }
    }
    return all;
}

auto days(int last, int first) -> std::string {
    std::string all;
    for (int year = last; year >= first; --year) all += fmt::format("  {0} Day {0}\n", year);
    return all;
}

}  // namespace

TEST_CASE("a long chronology goes on from page to page, and every decade is found from each", "[sites]") {
    Workshop shop;
    shop.copy_base();
    shop.replace("content/bank.yaml", "languages:", "page_size: 5\nlanguages:");  // forty lines a page
    for (int year = 1965; year <= 2009; ++year)
        shop.write(fmt::format("content/events/day-{}.yaml", year),
                   fmt::format("names: {{en: Day {0}, es: Día {0}}}\nkind: day\nstart: {0}\ncity: cork-ie\n", year));
    shop.write("content/networks/a-network.yaml", "names: {en: A network, es: Una red}\nkind: regional\nfounded: 1992\n");
    shop.write("content/networks/day-network.yaml", "names: {en: Day network, es: Red del día}\nkind: regional\nfounded: 1992\n");
    const Run built = shop.praxis("build --quiet");
    INFO(built.err);
    REQUIRE(built.exit_code == 0);
    CHECK(outline(shop.read("public/en/chronology/index.html")) ==
          "Decades\n  #decade-2010 3\n  #decade-2000 10\n  #decade-1990 12\n  #decade-1980 10\n  #decade-1970 10\n"
          "  index.2.html#decade-1960 5\n"
          "2010 to 2019\n  13 November 2018 Meeting\n  2018 Prize 2018\n  2011 Networks\n"
          "2000 to 2009\n" +
              days(2009, 2000) + "1990 to 1999\n" + days(1999, 1993) + "  1992 A network\n  1992 Day 1992\n  1992 Day network\n" +
              days(1991, 1990) + "1980 to 1989\n" + days(1989, 1980) + "1970 to 1979\n" + days(1979, 1975));
    CHECK(outline(shop.read("public/en/chronology/index.2.html")) ==
          "Decades\n  index.html#decade-2010 3\n  index.html#decade-2000 10\n  index.html#decade-1990 12\n"
          "  index.html#decade-1980 10\n  index.html#decade-1970 10\n  #decade-1960 5\n"
          "1970 to 1979\n" +
              days(1974, 1970) + "1960 to 1969\n" + days(1969, 1965));
    CHECK(!shop.exists("public/en/chronology/index.3.html"));
}

}  // namespace praxis::tests
