#include "records.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace praxis::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view headings[3][5] = {
    {"Contexto y problema", "Objetivos", "Metodología y acciones", "Resultados", "Aprendizajes"},
    {"Context and problem", "Objectives", "Method and actions", "Results", "Lessons learned"},
    {"Contexte et problème", "Objectifs", "Méthode et actions", "Résultats", "Enseignements"},
};

auto is_letter(char c) -> bool {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// Only the body: front matter holds keys.
void count_words(const std::string& text, std::map<std::string, int>& counts) {
    const std::size_t end = text.find("\n---\n", 4);
    std::string word;
    for (std::size_t at = end == std::string::npos ? 0 : end + 5; at < text.size(); ++at) {
        if (is_letter(text[at])) {
            word += text[at];
        } else if (!word.empty()) {
            // No words with capitals, which may be names, nor those with typographic marks in them.
            const bool plain =
                std::ranges::none_of(word, [](char c) { return c >= 'A' && c <= 'Z'; }) && word.find("\xE2\x80") == std::string::npos;
            if (plain && word.size() > 1) ++counts[word];
            word.clear();
        }
    }
}

}  // namespace

Maker::Maker(const std::string& root, Size size, unsigned seed) : size_(size), random_(seed) {
    std::array<std::map<std::string, int>, 3> counts;
    for (const auto& entry : fs::recursive_directory_iterator(root + "/content")) {
        for (std::size_t l = 0; l < languages.size(); ++l) {
            if (entry.path().filename() != std::string(languages[l]) + ".md") continue;
            std::ostringstream text;
            text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
            count_words(text.str(), counts[l]);
        }
    }
    for (std::size_t l = 0; l < languages.size(); ++l) {
        for (const auto& [word, count] : counts[l]) words_[l].push_back(word);
        std::ranges::stable_sort(words_[l], std::greater<>(), [&](const std::string& word) { return counts[l][word]; });
    }
}

// Zipf's law, nearly: the rank is a random power of the number of words.
auto Maker::word(std::size_t language) -> const std::string& {
    const auto& words = words_[language];
    const double share = static_cast<double>(random_()) / 4294967296.0;
    const auto rank = static_cast<std::size_t>(std::pow(static_cast<double>(words.size()), share)) - 1;
    return words[std::min(rank, words.size() - 1)];
}

auto Maker::sentence(std::size_t language, int count) -> std::string {
    std::string text;
    for (int i = 0; i < count; ++i) text += (i == 0 ? "" : " ") + word(language);
    return text;
}

auto Maker::paragraph(std::size_t language, int count) -> std::string {
    std::string text;
    for (int left = count; left > 0;) {
        const int length = std::min(left, 8 + number(12));
        text += (text.empty() ? "" : " ") + sentence(language, length) + ".";
        left -= length;
    }
    return text;
}

auto Maker::text(std::size_t language, int record) -> Text {
    Text text{sentence(language, 3 + number(5)) + " " + std::to_string(record), paragraph(language, 24 + number(16)), {}};
    const int words = size_.shape == Shape::wide ? 20 : size_.shape == Shape::deep ? 400 : 55;
    for (const std::string_view heading : headings[language]) {
        text.sections.push_back(
            {std::string(heading), paragraph(language, words), paragraph(language, words), {sentence(language, 8), sentence(language, 8)}});
    }
    return text;
}

auto Maker::record(int wanted) -> Record {
    Record record{.number = wanted, .original = wanted % 3};
    for (std::size_t l = 0; l < languages.size(); ++l) {
        if (size_.shape == Shape::lingual || static_cast<int>(l) == record.original) record.texts.push_back(text(l, wanted));
    }
    const int cities = size_.shape == Shape::linked ? 5 : 1;
    for (int i = 0; i < cities; ++i) record.cities.push_back((number(size_.cities) + i) % size_.cities);
    std::ranges::sort(record.cities);
    record.cities.erase(std::unique(record.cities.begin(), record.cities.end()), record.cities.end());
    record.themes = {wanted % size_.themes, (wanted + 7) % size_.themes};
    if (size_.shape == Shape::linked && wanted > 8) record.related = {wanted - 1, wanted - 3, wanted - 7};
    record.start = 1990 + number(35);
    record.people = number(100000);
    record.awarded = wanted % 10 == 0;
    return record;
}

auto countries() -> const std::array<Country, 10>& {
    static constexpr std::array<Country, 10> all{{
        {"MX", "north-america", {"México", "Mexico", "Mexique"}},
        {"ES", "europe", {"España", "Spain", "Espagne"}},
        {"FR", "europe", {"Francia", "France", "France"}},
        {"IE", "europe", {"Irlanda", "Ireland", "Irlande"}},
        {"BR", "south-america", {"Brasil", "Brazil", "Brésil"}},
        {"KR", "asia", {"Corea del Sur", "South Korea", "Corée du Sud"}},
        {"PT", "europe", {"Portugal", "Portugal", "Portugal"}},
        {"AR", "south-america", {"Argentina", "Argentina", "Argentine"}},
        {"SN", "africa", {"Senegal", "Senegal", "Sénégal"}},
        {"IT", "europe", {"Italia", "Italy", "Italie"}},
    }};
    return all;
}

auto country_of(int city) -> const Country& {
    return countries()[static_cast<std::size_t>(city) % countries().size()];
}

auto city_name(int city) -> std::string {
    return fmt::format("{} {}", city % 2 == 0 ? "Villa" : "Ñandú", city);
}

auto list(std::string_view prefix, const std::vector<int>& numbers) -> std::string {
    std::string text;
    for (const int number : numbers) text += fmt::format("{}{}{}", text.empty() ? "" : ", ", prefix, number);
    return "[" + text + "]";
}

void write_file(const std::string& path, const std::string& text) {
    fs::create_directories(fs::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << text;
}

}  // namespace praxis::bench
