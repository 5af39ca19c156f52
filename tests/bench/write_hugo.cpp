// The same records as a site for Hugo. Its templates, words and settings are files beside this one, for whoever
// knows Hugo to read: hugo/ carries the same parts as Praxis's pages, hugo-lean/ few of them.
#include <fmt/format.h>

#include <filesystem>
#include <set>

#include "records.h"

namespace praxis::bench {
namespace {

namespace fs = std::filesystem;

// A bundle of facts cannot be shared between languages there: each file carries them.
template <typename Front>
void write_texts(const Record& record, const std::string& folder, bool lingual, std::string_view note, const Front& front) {
    for (std::size_t i = 0; i < record.texts.size(); ++i) {
        const Text& text = record.texts[i];
        const std::size_t language = lingual ? i : static_cast<std::size_t>(record.original);
        std::string out = fmt::format("---\ntitle: {}\nsummary: {}\n{}---\n", text.title, text.summary, front(record));
        for (const Section& section : text.sections)
            out += fmt::format("## {}\n\n{}[^s1]\n\n- {}\n- {}\n\n{}\n\n", section.heading, section.first, section.points[0],
                               section.points[1], section.second);
        out += fmt::format("[^s1]: {}\n", note);
        write_file(fmt::format("{}/content/{}/practices/practice-{}.md", folder, languages[language], record.number), out);
    }
}

auto lean_front(const Record& record) -> std::string {
    return fmt::format(
        "cities: {}\nthemes: {}\nawards: [{}]\nstart: {}\nstatus: active\npeople: {}\nsources:\n  - {{id: s1, title: Informe {}, url: "
        "\"https://source.example/{}\"}}\n",
        list("city-", record.cities), list("theme-", record.themes), record.awarded ? "prize-2020" : "", record.start, record.people,
        record.number, record.number);
}

// A term of a taxonomy is in small letters there.
auto term_of(const Country& country) -> std::string {
    std::string text(country.code);
    for (char& c : text) c = static_cast<char>(c - 'A' + 'a');
    return text;
}

auto countries_of(const Record& record) -> std::string {
    std::set<std::string> codes;
    for (const int city : record.cities) codes.insert(term_of(country_of(city)));
    return fmt::format("[{}]", fmt::join(codes, ", "));
}

auto regions_of(const Record& record) -> std::set<std::string> {
    std::set<std::string> regions;
    for (const int city : record.cities) regions.insert(fmt::format("region-{}", country_of(city).region));
    return regions;
}

// What Praxis takes from a city (its country, its region) or from the files that are there (the languages) is written out.
auto full_front(const Record& record) -> std::string {
    std::string text_languages;
    for (std::size_t i = 0; i < languages.size(); ++i) {
        if (record.texts.size() > 1 || static_cast<int>(i) == record.original)
            text_languages += fmt::format(", languages-{}", languages[i]);
    }
    return fmt::format(
        "cities: {}\ncountries: {}\nthemes: {}\nyears: [\"{}\"]\n{}facets: [status-active, review-submitted, decade-{}, {}{}]\noriginal: "
        "{}\nstart: "
        "{}\nstatus: active\nreview: submitted\norganisation: {{name: Ayuntamiento, kind: local-government}}\nrights: {{declared_by: "
        "Bench, date: 2026-01-01}}\nindicators:\n  - {{id: people, label: personas, value: {}, year: 2020, source: s1}}\nsources:\n  - "
        "{{id: s1, title: Informe {}, url: \"https://source.example/{}\"}}\n",
        list("city-", record.cities), countries_of(record), list("theme-", record.themes), record.start,
        record.awarded ? "awards: [prize]\neditions: [prize-2020]\n" : "", record.start / 10 * 10, fmt::join(regions_of(record), ", "),
        text_languages, languages[static_cast<std::size_t>(record.original)], record.start, record.people, record.number, record.number);
}

void write_terms(const Size& size, const std::string& folder) {
    constexpr std::string_view theme[] = {"Tema", "Theme", "Thème"};
    for (std::size_t l = 0; l < languages.size(); ++l) {
        const std::string content = fmt::format("{}/content/{}", folder, languages[l]);
        for (int i = 0; i < size.themes; ++i)
            write_file(fmt::format("{}/themes/theme-{}/_index.md", content, i), fmt::format("---\ntitle: {} {}\n---\n", theme[l], i));
        for (int i = 0; i < size.cities; ++i)
            write_file(fmt::format("{}/cities/city-{}/_index.md", content, i),
                       fmt::format("---\ntitle: {}\ncountry: {}\n---\n", city_name(i), term_of(country_of(i))));
        for (const Country& country : countries())
            write_file(fmt::format("{}/countries/{}/_index.md", content, term_of(country)),
                       fmt::format("---\ntitle: {}\nregion: {}\n---\n", country.names[l], country.region));
    }
}

void copy_folder(const fs::path& from, const fs::path& to) {
    fs::create_directories(to);
    fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
}

// Styles and scripts of Praxis's look, so that Hugo has as much to bind.
void copy_assets(const fs::path& look, const fs::path& folder) {
    const fs::path theme = folder / "assets/theme";
    write_file(theme / "styles/0-layers.css", "@layer tokens, reset, elements, layout, parts, utilities, print;\n");
    copy_folder(look / "styles", theme / "styles");
    fs::remove_all(theme / "styles/later");
    copy_folder(look / "scripts/support", theme / "scripts/1-support");
    copy_folder(look / "scripts/later", theme / "later");
    for (const auto& entry : fs::directory_iterator(look / "parts")) {
        const std::string name = entry.path().filename().string();
        const auto copy = [&](const char* file, const fs::path& to) {
            if (!fs::exists(entry.path() / file)) return;
            fs::create_directories(to.parent_path());
            fs::copy_file(entry.path() / file, to, fs::copy_options::overwrite_existing);
        };
        copy("part.css", theme / "styles/parts" / (name + ".css"));
        copy("part.js", theme / "scripts/2-parts" / (name + ".js"));
    }
    fs::copy_file(look / "scripts/start.js", theme / "scripts/3-start.js", fs::copy_options::overwrite_existing);
    fs::create_directories(folder / "static");
    fs::copy_file(look / "assets/icon.svg", folder / "static/icon.svg", fs::copy_options::overwrite_existing);
}

}  // namespace

void write_hugo(Maker& maker, const std::string& root, const std::string& folder) {
    copy_folder(root + "/tests/bench/hugo", folder);
    copy_assets(root + "/themes/default", folder);
    write_terms(maker.size(), folder);
    for (int i = 0; i < maker.size().records; ++i)
        write_texts(maker.record(i), folder, maker.size().shape == Shape::lingual,
                    fmt::format("[Informe {}](https://source.example/{})", i, i), full_front);
}

void write_lean_hugo(Maker& maker, const std::string& root, const std::string& folder) {
    copy_folder(root + "/tests/bench/hugo-lean", folder);
    for (int i = 0; i < maker.size().records; ++i)
        write_texts(maker.record(i), folder, maker.size().shape == Shape::lingual, fmt::format("Informe {}", i), lean_front);
}

}  // namespace praxis::bench
