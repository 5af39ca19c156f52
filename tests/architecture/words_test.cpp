// One word, one meaning (DESIGN section 2), and every word that the program or the look asks for is
// in English, Spanish and French.
#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>

#include "input/input_set.h"
#include "support/case_file.h"
#include "support/catch.h"
#include "wording/wording.h"

namespace praxis::tests {
namespace {

struct Source {
    std::string path, text;
};

auto sources(const std::string& folder, const std::set<std::string>& extensions) -> std::vector<Source> {
    std::vector<Source> all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root() + "/" + folder)) {
        if (extensions.contains(entry.path().extension().string()))
            all.push_back({entry.path().string().substr(root().size() + 1), read_text(entry.path().string())});
    }
    std::ranges::sort(all, {}, &Source::path);
    return all;
}

void find_keys(const std::string& text, const std::regex& pattern, const std::string& before, std::set<std::string>& keys) {
    for (auto at = std::sregex_iterator(text.begin(), text.end(), pattern); at != std::sregex_iterator(); ++at)
        keys.insert(before + (*at)[1].str());
}

auto asked_words() -> std::set<std::string> {
    std::set<std::string> keys;
    for (const std::string folder : {"generator/pages", "generator/emitters"}) {
        for (const Source& source : sources(folder, {".cpp"})) {
            find_keys(source.text, std::regex(R"re(\bword\((?:other, |\*locale, |\*language.locale, )?"(\w+)"\s*[,)])re"), "", keys);
            find_keys(source.text, std::regex(R"re(\bcounted\("(\w+)",)re"), "", keys);
            find_keys(source.text, std::regex(R"re(\bfact\(root_, "(\w+)",)re"), "fact_", keys);
            find_keys(source.text, std::regex(R"re(\bfact_in\(root_, "\w+", "(\w+)",)re"), "fact_", keys);
        }
    }
    for (const Source& source : sources("themes", {".html"})) find_keys(source.text, std::regex(R"re(\{\{@(\w+)\}\})re"), "", keys);
    for (const std::string list : {"practices", "bulletins", "declarations", "themes", "cities", "countries", "organisations", "awards",
                                   "networks", "clusters", "events", "frames", "years"}) {
        keys.insert("list_" + list);
        keys.insert("intro_" + list);
    }
    return keys;
}

}  // namespace

TEST_CASE("no identifier uses a word that means something else", "[architecture]") {
    static const std::regex forbidden(
        R"re(\b(subject|subjects|skin|skins|Subject|Skin|site_theme|theme_dir|look_theme|helper|util|misc)\b)re");
    for (const std::string folder : {"generator", "themes"}) {
        for (const Source& source : sources(folder, {".cpp", ".h", ".js", ".css"})) {
            std::smatch match;
            std::string text = source.text;
            text = std::regex_replace(text, std::regex(R"re(\?subject=|"(?:[^"\\\n]|\\.)*"|//[^\n]*)re"), "");
            const bool found = std::regex_search(text, match, forbidden);
            INFO(source.path << ": " << (found ? match[0].str() : ""));
            CHECK(!found);
        }
    }
}

TEST_CASE("every word that is asked for is in English, Spanish and French", "[architecture]") {
    const files::DiskFiles disk(root());
    auto inputs = input::gather(disk);
    REQUIRE(inputs);
    const auto wording = wording::read_wording(inputs->value);
    CHECK(wording.diagnostics.empty());
    const auto asked = asked_words();
    REQUIRE(asked.size() > 80);
    for (const std::string language : {"en", "es", "fr"}) {
        const wording::Locale* locale = wording.value.find(language);
        REQUIRE(locale != nullptr);
        for (const std::string& key : asked) {
            INFO(language << ": " << key);
            CHECK(locale->words.contains(key));
        }
        CHECK(wording.value.missing(*locale).empty());
    }
}

TEST_CASE("every closed value of the field table has a label in English, Spanish and French", "[architecture]") {
    const files::DiskFiles disk(root());
    auto inputs = input::gather(disk);
    REQUIRE(inputs);
    const auto wording = wording::read_wording(inputs->value);
    const std::function<void(std::span<const fields::Field>)> look = [&](std::span<const fields::Field> all) {
        for (const fields::Field& field : all) {
            look(field.fields);
            for (const std::string_view value : field.values) {
                for (const std::string language : {"en", "es", "fr"}) {
                    INFO(language << ": " << field.terms << "." << value);
                    CHECK(wording.value.find(language)->terms.contains(std::string(field.terms) + "." + std::string(value)));
                }
            }
        }
    };
    for (const fields::KindEntry& kind : fields::kinds()) look(kind.fields);
}

}  // namespace praxis::tests
