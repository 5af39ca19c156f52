// Generated records, the same for every site generator that is measured: seeded, in three languages, with
// the words of the shipped bank. Synthetic content lives only in folders that this makes.
#pragma once

#include <array>
#include <random>
#include <string>
#include <vector>

namespace praxis::bench {

inline constexpr std::array<std::string_view, 3> languages{"es", "en", "fr"};

// wide: many short practices; deep: long bodies; linked: many references; lingual: every record in
// three languages, of the usual length.
enum class Shape { lingual, wide, deep, linked };

struct Section {
    std::string heading, first, second;
    std::array<std::string, 2> points;
};

struct Text {
    std::string title, summary;
    std::vector<Section> sections;
};

struct Record {
    int number = 0, original = 0;  // original: the language of the facts
    std::vector<Text> texts;       // by language; one only where the shape is not lingual
    std::vector<int> cities, themes, related;
    int start = 0, people = 0;
    bool awarded = false;
};

struct Size {
    int records = 1000, cities = 500, themes = 30;
    Shape shape = Shape::lingual;
};

class Maker {
public:
    // Words are read from the shipped bank below `root`.
    Maker(const std::string& root, Size size, unsigned seed);
    auto record(int number) -> Record;
    auto size() const -> const Size& { return size_; }

private:
    auto number(int below) -> int { return static_cast<int>(random_() % static_cast<unsigned>(below)); }
    auto word(std::size_t language) -> const std::string&;
    auto sentence(std::size_t language, int words) -> std::string;
    auto paragraph(std::size_t language, int words) -> std::string;
    auto text(std::size_t language, int record) -> Text;

    Size size_;
    std::mt19937 random_;
    std::array<std::vector<std::string>, 3> words_;  // by language, the commonest first
};

struct Country {
    std::string_view code, region;
    std::array<std::string_view, 3> names;  // by language
};

auto countries() -> const std::array<Country, 10>&;
auto country_of(int city) -> const Country&;
auto city_name(int city) -> std::string;

// "[city-1, city-5]"
auto list(std::string_view prefix, const std::vector<int>& numbers) -> std::string;
void write_file(const std::string& path, const std::string& text);

// A bank for Praxis, and the same records as sites for Hugo: with the same parts on the same kinds of pages
// (tests/bench/hugo), and with few of them (tests/bench/hugo-lean). `root` is the folder of the project.
void write_bank(Maker& maker, const std::string& folder);
void write_hugo(Maker& maker, const std::string& root, const std::string& folder);
void write_lean_hugo(Maker& maker, const std::string& root, const std::string& folder);

}  // namespace praxis::bench
