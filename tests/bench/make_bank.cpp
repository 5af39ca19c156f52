// Writes a generated bank: RECORDS practices in three languages, cities, themes and an award, from a
// seed. Synthetic content lives here only. usage: praxis_make_bank RECORDS FOLDER [SEED]
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

constexpr int city_count = 500, theme_count = 30;
constexpr std::string_view languages[] = {"es", "en", "fr"};
constexpr std::string_view headings[3][5] = {
    {"Contexto y problema", "Objetivos", "Metodología y acciones", "Resultados", "Aprendizajes"},
    {"Context and problem", "Objectives", "Method and actions", "Results", "Lessons learned"},
    {"Contexte et problème", "Objectifs", "Méthode et actions", "Résultats", "Enseignements"},
};
const std::vector<std::string> words[] = {
    {"ciudad", "barrio", "escuela", "mujeres", "jóvenes", "cultura", "agua", "aprender", "participación", "vecinas",
     "taller", "plaza",  "cuidado", "memoria", "lectura", "juntos",  "cada", "con",      "para",          "desde"},
    {"city",     "neighbourhood", "school", "women",  "youth",   "culture",  "water", "learning", "participation", "neighbours",
     "workshop", "square",        "care",   "memory", "reading", "together", "each",  "with",     "for",           "from"},
    {"ville",   "quartier", "école", "femmes",  "jeunes",  "culture",  "eau",    "apprendre", "participation", "voisines",
     "atelier", "place",    "soin",  "mémoire", "lecture", "ensemble", "chaque", "avec",      "pour",          "depuis"},
};

class Maker {
public:
    Maker(std::string folder, unsigned seed) : folder_(std::move(folder)), random_(seed) {}

    void run(int records) {
        write("bank.yaml",
              "names: {es: Banco, en: Bank, fr: Banque}\npublisher: {name: Bench}\ncontact: {email: info@bank.example}\nlanguages: [es, "
              "en, fr]\nbase_url: https://bank.example/\nlicense: CC-BY-4.0\nrelease: {date: 2026-01-01, label: \"1\"}\n");
        for (int i = 0; i < theme_count; ++i)
            write(fmt::format("themes/theme-{}.yaml", i), fmt::format("names: {{es: Tema {0}, en: Theme {0}, fr: Thème {0}}}\n", i));
        for (int i = 0; i < city_count; ++i)
            write(fmt::format("cities/city-{}.yaml", i),
                  fmt::format("names: {} {}\nkind: city\ncountry: {}\n", i % 2 == 0 ? "Villa" : "Ñandú", i,
                              i % 3 == 0   ? "MX"
                              : i % 3 == 1 ? "FR"
                                           : "IE"));
        write("networks/net.yaml", "names: Net\nkind: global\n");
        std::string results;
        for (int i = 0; i < records; ++i) {
            record(i);
            if (i % 10 == 0) results += fmt::format("      - {{distinction: winner, practice: practice-{}}}\n", i);
        }
        write("awards/prize.yaml",
              "names: {es: Premio, en: Prize, fr: Prix}\norganiser: net\ntarget: practice\ndistinctions:\n  - {id: winner, rank: "
              "1}\neditions:\n  - id: \"2020\"\n    year: 2020\n    results:\n" +
                  results);
    }

private:
    auto number(int below) -> int { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

    auto prose(int language, int count) -> std::string {
        std::string text;
        for (int i = 0; i < count; ++i)
            text += (i == 0 ? "" : i % 14 == 0 ? ". " : " ") + words[language][static_cast<std::size_t>(number(20))];
        return text + ".";
    }

    void write(const std::string& path, const std::string& text) {
        const fs::path full = fs::path(folder_) / "content" / path;
        fs::create_directories(full.parent_path());
        std::ofstream(full, std::ios::binary) << text;
    }

    void record(int i) {
        const int original = i % 3;
        for (int l = 0; l < 3; ++l) {
            std::string text = fmt::format("---\ntitle: {} {}\nsummary: {}\n", prose(l, 5), i, prose(l, 24));
            if (l == original) {
                text += fmt::format(
                    "cities: [city-{}]\nthemes: [theme-{}, theme-{}]\nsources:\n  - {{id: s1, title: Informe {}, url: "
                    "\"https://source.example/{}\"}}\nreview: {{state: submitted}}\norganisation: {{name: Ayuntamiento, kind: "
                    "local-government}}\nstart: {}\nstatus: active\nrights: {{declared_by: Bench, date: 2026-01-01}}\nindicators:\n  - "
                    "{{id: people, label: {}, value: {}, year: 2020, source: s1}}\n",
                    number(city_count), i % theme_count, (i + 7) % theme_count, i, i, 1990 + number(35), words[l][0], number(100000));
            } else {
                text += fmt::format("translation: {{of: {}}}\n", languages[original]);
            }
            text += "---\n";
            for (int h = 0; h < 5; ++h)
                text += fmt::format("## {}\n\n{}[^s1]\n\n- {}\n- {}\n\n{}\n\n", headings[l][h], prose(l, 50), prose(l, 8), prose(l, 8),
                                    prose(l, 40));
            write(fmt::format("practices/practice-{}/{}.md", i, languages[l]), text);
        }
    }

    std::string folder_;
    std::mt19937 random_;
};

}  // namespace

auto main(int count, char** arguments) -> int {
    if (count < 3) return 2;
    Maker(arguments[2], count > 3 ? static_cast<unsigned>(std::atoi(arguments[3])) : 1U).run(std::atoi(arguments[1]));
    return 0;
}
