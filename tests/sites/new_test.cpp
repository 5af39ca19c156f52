// `praxis new` writes a file that passes `check` once it is filled in: for every kind, in every language.
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <sstream>

#include "fields/field.h"
#include "support/case_file.h"
#include "support/catch.h"
#include "support/program.h"

namespace praxis::tests {
namespace {

// What a person would write after each key; texts are long enough for a summary.
auto value_for(const std::string& kind, const std::string& key, bool list) -> std::string {
    static const std::map<std::string, std::string> kinds{{"declaration", "charter"},   {"city", "town"},
                                                          {"organisation", "school"},   {"network", "regional"},
                                                          {"cluster", "micro-network"}, {"event", "day"}};
    static const std::map<std::string, std::string> values{
        {"cities", "[leon-mx]"}, {"themes", "[peace]"}, {"start", "2014"},        {"date", "2014-09"}, {"status", "active"},
        {"form", "guide"},       {"country", "MX"},     {"organiser", "cities"},  {"id", "one"},       {"target", "practice"},
        {"rank", "1"},           {"network", "cities"}, {"currency", "EUR"},      {"amount", "10"},    {"value", "10"},
        {"year", "2014"},        {"source", "s1"},      {"license", "CC-BY-4.0"}, {"file", "a.jpg"},   {"people", "none"}};
    if (key == "kind") return kinds.contains(kind) ? kinds.at(kind) : "other";
    const std::string value = values.contains(key) ? values.at(key) : "x";
    if (list) return value.starts_with("[") ? value : "[" + value + "]";
    return value.starts_with("[") ? "10" : value;
}

// Fills in every line that is in use, and writes a sentence below every heading.
auto filled(const std::string& kind, const std::string& text) -> std::string {
    static const std::regex field(R"(^([ -]*)(\w+):(| ""| \[\])(  #.*)?$)");
    static const std::string words = R"("Un texto de ejemplo, con dos puntos: y lo bastante largo para un resumen de ochenta letras.")";
    std::istringstream lines(text);
    std::string out;
    std::vector<std::string> all;
    for (std::string line; std::getline(lines, line);) all.push_back(line);
    for (std::size_t i = 0; i < all.size(); ++i) {
        std::smatch match;
        if (all[i].starts_with("## ")) {
            out += all[i] + "\n\nUna frase.[^s1]\n";
        } else if (std::regex_match(all[i], match, field)) {
            const std::string below = i + 1 < all.size() ? all[i + 1] : std::string();
            const std::size_t inside = below.find_first_not_of(" -");
            const bool parent =
                match[3].str().empty() && inside != std::string::npos && below[inside] != '#' && inside > all[i].find_first_not_of(" -");
            const std::string value = parent                      ? ""
                                      : match[3].str() == " \"\"" ? " " + words
                                                                  : " " + value_for(kind, match[2], match[3].str() == " []");
            out += match[1].str() + match[2].str() + ":" + value + match[4].str() + "\n";
        } else {
            out += all[i] + "\n";
        }
    }
    return out;
}

// Every remark that holds a field, put to use.
auto in_use(const std::string& text) -> std::string {
    static const std::regex field(R"(^((?:# |#$|[ -])*)([a-z_]+):(| ""| \[\]| \{\}| s1)(  #.*)?$)");
    std::istringstream lines(text);
    std::string out;
    for (std::string line; std::getline(lines, line);) {
        std::smatch match;
        if (!std::regex_match(line, match, field)) {
            out += line + "\n";
            continue;
        }
        std::string before = match[1];
        for (std::size_t at = before.find("# "); at != std::string::npos; at = before.find("# ")) before.erase(at, 2);
        out += before + line.substr(static_cast<std::size_t>(match.length(1))) + "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("a new record of every kind passes check once it is filled in", "[sites]") {
    for (const std::string language : {"es", "en", "fr"}) {
        Workshop shop;
        shop.copy_base();
        shop.replace("content/bank.yaml", "[es, en]", "[es, en, fr]");
        for (const fields::KindEntry& kind : fields::kinds()) {
            INFO(language << " " << kind.name);
            const Run run = shop.praxis(fmt::format("new {} --id new-{} --lang {}", kind.name, kind.name, language));
            CHECK(run.exit_code == 0);
            REQUIRE(run.out.ends_with("\n"));
            const std::string path = run.out.substr(0, run.out.size() - 1);
            const std::string written = shop.read(path);
            if (kind.kind == fields::Kind::practice || (kind.kind == fields::Kind::city && language == "es"))
                check_whole(fmt::format("new/{}.{}.txt", kind.name, language), written);
            CHECK(shop.praxis("check " + path).exit_code == 1);  // not filled in
            shop.write(path, filled(std::string(kind.name), written));
            const Run check = shop.praxis("check --strict " + path);
            INFO(check.out);
            CHECK(check.exit_code == 0);
        }
    }
}

TEST_CASE("every remark of a new record can be put to use: keys and indentation are right", "[sites]") {
    Workshop shop;
    shop.copy_base();
    for (const fields::KindEntry& kind : fields::kinds()) {
        const Run run = shop.praxis(fmt::format("new {} --id new-{} --lang en", kind.name, kind.name));
        const std::string path = run.out.substr(0, run.out.size() - 1);
        shop.write(path, filled(std::string(kind.name), in_use(shop.read(path))));
        const Run check = shop.praxis("check --format short " + path);
        INFO(kind.name << "\n" << check.out);
        CHECK(!std::regex_search(check.out, std::regex(R"(\[(Y\d+|R101|R102|R104|R114)\])")));
    }
}

TEST_CASE("new writes over nothing, and takes any title", "[sites]") {
    Workshop shop;
    shop.copy_base();
    CHECK(shop.praxis("new practice --id redes").err == "praxis: content/practices/redes/es.md is there already and was left as it is\n");
    CHECK(shop.praxis("new city --id cork-ie").exit_code == 1);
    CHECK(shop.praxis("new practice").exit_code == 2);
    CHECK(shop.praxis("new practise --id x").exit_code == 2);
    CHECK(shop.praxis("new practice --id ../x").exit_code == 2);
    CHECK(shop.praxis("new practice --id con").exit_code == 2);
    const Run run = shop.praxis(R"(new practice --lang es --title 'Ñandú: "# \ árbol" --- {[x]}')");
    CHECK(run.out == "content/practices/nandu-arbol-x/es.md\n");
    CHECK(shop.read("content/practices/nandu-arbol-x/es.md").find(R"(title: "Ñandú: \"# \\ árbol\" --- {[x]}")") != std::string::npos);
    CHECK(shop.praxis("new practice --lang es --title 'Ñandú: # árbol {x}'").exit_code == 1);
}

TEST_CASE("on a terminal new asks for what was not given", "[sites]") {
    Workshop shop;
    shop.copy_base();
    const std::string line = "cd '" + shop.path() +
                             "' && printf 'Una prueba\\n\\n' | LC_ALL=C script -qec \"'" PRAXIS_PROGRAM
                             "' new page --lang es\" /dev/null >asked.txt 2>&1";
    CHECK(std::system(line.c_str()) == 0);
    CHECK(shop.read("asked.txt").find("Identificador (también nombre del archivo o de la carpeta): [una-prueba]") != std::string::npos);
    CHECK(shop.read("content/pages/una-prueba/es.md").find("title: \"Una prueba\"") != std::string::npos);
}

TEST_CASE("the schemas for editors are those of the program, and every field has its words", "[sites]") {
    Workshop shop;
    for (const fields::KindEntry& kind : fields::kinds()) {
        INFO(kind.name);
        const Run run = shop.praxis(fmt::format("schema {} --lang en", kind.name));
        CHECK(run.exit_code == 0);
        CHECK(run.out == read_text(root() + fmt::format("/.schemas/{}.schema.json", kind.name)));
        if (kind.format == fields::Format::yaml)
            CHECK(read_text(root() + "/.vscode/settings.json")
                      .find(fmt::format("\".schemas/{}.schema.json\": \"content/{}/*.yaml\"", kind.name, kind.folder)) !=
                  std::string::npos);
    }
    CHECK(shop.praxis("schema plant").exit_code == 2);
    shop.write("schemas/city.schema.json", "mine");
    CHECK(shop.praxis("schema --write schemas").exit_code == 1);
    CHECK(shop.read("schemas/city.schema.json") == "mine");
}

}  // namespace praxis::tests
