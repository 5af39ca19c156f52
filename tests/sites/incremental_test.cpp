// A build that does only what has changed makes what a clean one makes, byte for byte, and says the same:
// after any edit of the bank, of words, look and settings, of the output, and after damage to the cache.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <random>
#include <vector>

#include "support/catch.h"
#include "support/program.h"

namespace praxis::tests {
namespace {

namespace fs = std::filesystem;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int shipped_edits = 6, small_edits = 12;
#else
constexpr int shipped_edits = 20, small_edits = 200;
#endif

// Makes one random edit after another; `undo` takes the last one back.
class Editor {
public:
    Editor(const Workshop& shop, unsigned seed) : shop_(shop), random_(seed) {}

    auto edit() -> std::string {
        undone_.clear();
        using Edit = std::string (Editor::*)();
        static constexpr Edit edits[] = {
            &Editor::sentence,  &Editor::title,  &Editor::year,       &Editor::theme,       &Editor::status,
            &Editor::name,      &Editor::copy,   &Editor::remove,     &Editor::words,       &Editor::style,
            &Editor::part,      &Editor::pages,  &Editor::heading,    &Editor::output,      &Editor::lost_output,
            &Editor::damage,    &Editor::forget, &Editor::network,    &Editor::nothing,     &Editor::foreign_link,
            &Editor::cities,    &Editor::place,  &Editor::result,     &Editor::coordinates, &Editor::membership,
            &Editor::mentoring, &Editor::frames, &Editor::mentorship, &Editor::population,  &Editor::country};
        return (this->*edits[below(std::size(edits))])();
    }

    void undo() {
        for (auto at = undone_.rbegin(); at != undone_.rend(); ++at) {
            if (at->second)
                shop_.write(at->first, *at->second);
            else
                fs::remove_all(shop_.path(at->first));
        }
    }

private:
    auto below(std::size_t count) -> std::size_t { return count == 0 ? 0 : random_() % count; }

    auto files(const std::string& folder, const std::string& ending) const -> std::vector<std::string> {
        std::vector<std::string> found;
        if (!fs::exists(shop_.path(folder))) return found;
        for (const auto& entry : fs::recursive_directory_iterator(shop_.path(folder))) {
            const std::string path = entry.path().lexically_relative(shop_.path()).string();
            if (entry.is_regular_file() && path.ends_with(ending)) found.push_back(path);
        }
        std::ranges::sort(found);
        return found;
    }

    auto any(const std::string& folder, const std::string& ending) -> std::string {
        const auto all = files(folder, ending);
        return all.empty() ? std::string() : all[below(all.size())];
    }

    void change(const std::string& path, const std::string& text) {
        undone_.emplace_back(path, shop_.exists(path) ? std::optional(shop_.read(path)) : std::nullopt);
        shop_.write(path, text);
    }

    // The rest of the first line that begins so, replaced.
    auto set_line(const std::string& path, const std::string& start, const std::string& value) -> std::string {
        if (path.empty()) return "nothing";
        std::string text = shop_.read(path);
        const std::size_t at = text.find("\n" + start);
        if (at == std::string::npos) return "nothing";
        const std::size_t from = at + 1 + start.size();
        text.replace(from, text.find('\n', from) - from, value);
        change(path, text);
        return path + ": " + start + value;
    }

    auto sentence() -> std::string {
        const std::string path = any("content", ".md");
        change(path, shop_.read(path) + fmt::format("\nUna frase {}.\n", random_() % 1000));
        return path + ": a sentence";
    }
    auto title() -> std::string { return set_line(any("content", ".md"), "title: ", fmt::format("Otra cosa {}", random_() % 1000)); }
    auto year() -> std::string { return set_line(any("content/practices", ".md"), "start: ", std::to_string(1990 + below(36))); }
    auto theme() -> std::string {
        const std::string id = fs::path(any("content/themes", ".yaml")).stem().string();
        return set_line(any("content/practices", ".md"), "themes: ", "[" + id + "]");
    }
    auto status() -> std::string {
        static constexpr std::string_view values[] = {"active", "finished"};
        return set_line(any("content/practices", ".md"), "status: ", std::string(values[below(2)]));
    }
    auto name() -> std::string {
        static constexpr std::string_view folders[] = {"content/cities", "content/themes", "content/events"};
        const std::string path = any(std::string(folders[below(3)]), ".yaml");
        std::string text = path.empty() ? std::string() : shop_.read(path);
        const std::size_t at = text.find("es: ");
        if (at == std::string::npos) return "nothing";
        text.insert(at + 4, fmt::format("Nueva{} ", random_() % 10));
        change(path, text);
        return path + ": another name";
    }
    auto network() -> std::string { return set_line(any("content/practices", ".md"), "networks: ", "[]"); }

    auto any_city() -> std::string { return fs::path(any("content/cities", ".yaml")).stem().string(); }
    auto cities() -> std::string { return set_line(any("content/practices", ".md"), "cities: ", "[" + any_city() + "]"); }
    auto place() -> std::string { return set_line(any("content/events", ".yaml"), "city: ", any_city()); }
    // A city comes onto the map, goes elsewhere on it, or leaves it.
    auto coordinates() -> std::string {
        const std::string path = any("content/cities", ".yaml");
        std::string text = path.empty() ? std::string() : shop_.read(path);
        const std::size_t at = text.find("\nlat: ");
        if (at == std::string::npos) {
            change(path, text + fmt::format("lat: {}\nlon: {}\ncoordinates_source: a map\n", below(60), below(170)));
        } else if (below(2) == 0) {
            return set_line(path, "lat: ", std::to_string(below(60)));
        } else {
            for (const std::string key : {"\nlat: ", "\nlon: ", "\ncoordinates_source: "}) {
                const std::size_t line = text.find(key);
                if (line != std::string::npos) text.erase(line, text.find('\n', line + 1) - line);
            }
            change(path, text);
        }
        return path + ": other coordinates";
    }
    // A city grows, shrinks, or is not counted any more; it comes to lie in another region.
    auto population() -> std::string {
        static constexpr int people[] = {4'000, 60'000, 249'999, 250'000, 9'000'000};
        return add_to(any("content/cities", ".yaml"), "population", fmt::format("{{value: {}, year: 2020}}", people[below(5)]));
    }
    auto country() -> std::string {
        static constexpr std::string_view codes[] = {"MX", "IE", "KE", "AR", "AQ"};
        return set_line(any("content/cities", ".yaml"), "country: ", std::string(codes[below(5)]));
    }
    // A result becomes a winner's or loses its record: the first line that names a practice goes.
    auto result() -> std::string {
        const std::string path = any("content/awards", ".yaml");
        std::string text = path.empty() ? std::string() : shop_.read(path);
        std::vector<std::size_t> places;
        for (std::size_t at = text.find("practice: "); at != std::string::npos; at = text.find("practice: ", at + 1)) places.push_back(at);
        if (places.empty()) return "nothing";
        const std::size_t line = text.rfind('\n', places[below(places.size())]) + 1;
        const std::string removed = text.substr(line, text.find('\n', line) + 1 - line);
        text.erase(line, removed.size());
        change(path, text);
        return path + ": without " + removed;
    }

    // A city joins or leaves, offers or seeks, mentors another; a practice, theme or cluster names a goal.
    auto add_to(const std::string& path, const std::string& key, const std::string& value) -> std::string {
        std::string text = path.empty() ? std::string() : shop_.read(path);
        if (text.empty()) return "nothing";
        if (const std::size_t at = text.find("\n" + key + ":"); at != std::string::npos) {
            std::size_t end = text.find('\n', at + 1);
            while (end != std::string::npos && end + 1 < text.size() && (text[end + 1] == ' ' || text[end + 1] == '-') &&
                   text.compare(end + 1, 3, "---") != 0)
                end = text.find('\n', end + 1);
            text.erase(at, end == std::string::npos ? end : end - at);
        }
        const std::string line = below(4) == 0 ? std::string() : "\n" + key + ": " + value;
        const std::size_t place = path.ends_with(".md") ? text.find("\n---", 3) : text.find_last_not_of('\n') + 1;
        text.insert(place, line);
        change(path, text);
        return path + ":" + line;
    }
    auto any_id(const std::string& folder) -> std::string { return fs::path(any(folder, ".yaml")).stem().string(); }
    auto membership() -> std::string {
        static constexpr std::string_view roles[] = {"member", "presidency"};
        return add_to(any("content/cities", ".yaml"), "memberships",
                      fmt::format("[{{network: {}, role: {}, from: {}, until: {}}}]", any_id("content/networks"), roles[below(2)],
                                  2000 + below(20), 2020 + below(20)));
    }
    auto mentoring() -> std::string {
        static constexpr std::string_view sides[] = {"offers", "seeks"};
        return add_to(any("content/cities", ".yaml"), "mentoring",
                      fmt::format("{{{}: [{{theme: {}, until: {}}}]}}", sides[below(2)], any_id("content/themes"), 2020 + below(20)));
    }
    auto mentorship() -> std::string {
        const auto cities = files("content/cities", ".yaml");
        return add_to(any("content/networks", ".yaml"), "mentorships",
                      fmt::format("[{{mentor: {}, mentee: {}, from: 2020}}]", fs::path(cities.front()).stem().string(),
                                  fs::path(cities[1 + below(cities.size() - 1)]).stem().string()));
    }
    auto frames() -> std::string {
        const std::string frame = shop_.exists("content/vocabularies/goals.yaml") ? "goals" : "sdgs";
        static constexpr std::string_view kinds[] = {"content/practices", "content/themes", "content/clusters"};
        const std::size_t kind = below(3);
        const std::string path = kind == 0 ? original(any("content/practices", ".md")) : any(std::string(kinds[kind]), ".yaml");
        return add_to(path, "frames", fmt::format("{{{}: [\"{}\"]}}", frame, 1 + below(2)));
    }
    // The file of a record that holds its facts.
    auto original(const std::string& path) -> std::string {
        const fs::path folder = fs::path(path).parent_path();
        for (const auto& entry : fs::directory_iterator(shop_.path(folder.string()))) {
            const std::string own = (folder / entry.path().filename()).string();
            if (own.ends_with(".md") && shop_.read(own).find("\ncities:") != std::string::npos) return own;
        }
        return path;
    }

    auto copy() -> std::string {
        const auto all = files("content/practices", ".md");
        const fs::path folder = fs::path(all[below(all.size())]).parent_path();
        const std::string id = fmt::format("copied-{}", random_() % 20);
        for (const auto& entry : fs::directory_iterator(shop_.path(folder.string()))) {
            std::string text = shop_.read((folder / entry.path().filename()).string());
            if (const std::size_t slug = text.find("\nslug: "); slug != std::string::npos)
                text.erase(slug, text.find('\n', slug + 1) - slug);
            change("content/practices/" + id + "/" + entry.path().filename().string(), text);
        }
        return "a copy of " + folder.string() + " as " + id;
    }
    auto remove() -> std::string {
        const std::string path = any("content/practices/", ".md");
        const fs::path folder = fs::path(path).parent_path();
        if (!folder.filename().string().starts_with("copied-")) return "nothing";
        undone_.emplace_back(path, shop_.read(path));
        fs::remove_all(shop_.path(folder.string()));
        return "removed " + folder.string();
    }

    auto words() -> std::string {
        const std::string own = shop_.exists("locale/es.yaml") ? shop_.read("locale/es.yaml") : installed("locale/es.yaml");
        std::string text = own;
        const std::size_t at = text.find("Prácticas");
        if (at == std::string::npos) return "nothing";
        text.replace(at, std::string_view("Prácticas").size(), fmt::format("Prácticas{}", below(10)));
        change("locale/es.yaml", text);
        return "a word of the site";
    }
    auto style() -> std::string {
        change("themes/default/styles/1-tokens.css",
               installed("themes/default/styles/1-tokens.css") + fmt::format("\n.x{} {{ margin: 0 }}\n", below(50)));
        return "the style";
    }
    auto part() -> std::string {
        change("themes/default/parts/pager/part.html",
               installed("themes/default/parts/pager/part.html") + fmt::format("<p>{}</p>\n", below(50)));
        return "a part of the look";
    }
    auto pages() -> std::string { return set_line("content/bank.yaml", "page_size: ", std::to_string(2 + below(40))); }
    auto heading() -> std::string { return set_line(any("content/practices", ".md"), "## ", fmt::format("Otro apartado {}", below(9))); }
    auto foreign_link() -> std::string {
        const std::string path = any("content/practices", ".md");
        const auto others = files("content/themes", ".yaml");
        const std::string other = fs::path(others[below(others.size())]).filename().string();
        change(path, shop_.read(path) + "\nVéase [esto](../../themes/" + other + ").\n");
        return path + ": a link to " + other;
    }
    auto nothing() -> std::string { return "nothing"; }

    // The output belongs to the incremental build alone: what people do to it is put right.
    auto output() -> std::string {
        const std::string path = any("public", ".html");
        if (path.empty()) return "nothing";
        shop_.write(path, shop_.read(path) + "<!-- by hand -->");
        return path + " changed by hand";
    }
    auto lost_output() -> std::string {
        const std::string path = any("public", ".html");
        if (!path.empty()) fs::remove(shop_.path(path));
        return path + " removed by hand";
    }
    auto damage() -> std::string {
        const std::string path = any(".cache/praxis", "");
        std::string text = path.empty() ? std::string() : shop_.read(path);
        if (text.empty()) return "nothing";
        for (int i = 0; i < 20; ++i) text[below(text.size())] = static_cast<char>(random_());
        if (below(3) == 0) text.resize(below(text.size()));
        shop_.write(path, text);
        return path + " damaged";
    }
    auto forget() -> std::string {
        const std::string path = any(".cache/praxis", "");
        if (!path.empty()) fs::remove(shop_.path(path));
        return path + " removed";
    }

    auto installed(const std::string& path) const -> std::string {
        std::ifstream in(std::string(PRAXIS_ROOT) + "/" + path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    const Workshop& shop_;
    std::mt19937 random_;
    std::vector<std::pair<std::string, std::optional<std::string>>> undone_;
};

// What a reader or an editor could tell two builds apart by.
struct Made {
    int exit_code;
    std::string said;
    std::map<std::string, std::string> tree;
    friend auto operator==(const Made&, const Made&) -> bool = default;
};

auto first_difference(const Made& one, const Made& other) -> std::string {
    if (one.exit_code != other.exit_code) return fmt::format("exit codes {} and {}", one.exit_code, other.exit_code);
    if (one.said != other.said) return "said:\n" + one.said + "\nand:\n" + other.said;
    for (const auto& [path, bytes] : other.tree) {
        const auto at = one.tree.find(path);
        if (at == one.tree.end() || at->second != bytes) return path;
    }
    for (const auto& [path, bytes] : one.tree) {
        if (!other.tree.contains(path)) return path + " should not be there";
    }
    return {};
}

void edit_and_compare(const Workshop& shop, int edits, unsigned seed) {
    Editor editor(shop, seed);
    int published = 0;
    for (int i = 0; i < edits; ++i) {
        const std::string edit = editor.edit();
        const Run run = shop.praxis("build --quiet");
        // All is read and made anew; only the writing of files that are the same is saved.
        const Run clean_run = shop.praxis("build --quiet --cache none --output clean");
        INFO("edit " << i << ": " << edit);
        if (clean_run.exit_code != 0) {
            CHECK(run.exit_code == clean_run.exit_code);
            CHECK(run.err == clean_run.err);
            editor.undo();
            continue;
        }
        ++published;
        const Made made{run.exit_code, run.err, tree_of(shop.path("public"))};
        const Made clean{clean_run.exit_code, clean_run.err, tree_of(shop.path("clean"))};
        REQUIRE(first_difference(made, clean) == "");
    }
    CHECK(published > edits / 2);
}

}  // namespace

TEST_CASE("after any edit of the shipped bank a build that does only what has changed makes what a clean one makes", "[sites]") {
    const Workshop shop;
    shop.copy_content();
    edit_and_compare(shop, shipped_edits, 1);
}

TEST_CASE("after any edit of a small bank a build that does only what has changed makes what a clean one makes", "[sites]") {
    const Workshop shop;
    shop.copy_base();
    edit_and_compare(shop, small_edits, 2);
}

TEST_CASE("a cache does not grow without bound", "[sites]") {
    const Workshop shop;
    shop.copy_base();
    const std::string path = "content/practices/redes/es.md", text = shop.read(path);
    std::string long_text;
    for (int i = 0; i < 2000; ++i) long_text += fmt::format("Una frase que ocupa lugar, la número {}.\n\n", i);
    std::uintmax_t largest = 0;
    for (int i = 0; i < 120; ++i) {
        shop.write(path, text + fmt::format("\n{}\n\n", i) + long_text);
        REQUIRE(shop.praxis("build --quiet").exit_code == 0);
        std::uintmax_t size = 0;
        for (const auto& entry : fs::recursive_directory_iterator(shop.path(".cache")))
            size += entry.is_regular_file() ? entry.file_size() : 0;
        largest = std::max(largest, size);
    }
    // Twice what is of use, and a few megabytes; without a bound it would be 12 MB by now, and grow.
    CHECK(largest < 6'000'000);
}

TEST_CASE("a published file that only its bytes tell apart is put right by --verify", "[sites]") {
    const Workshop shop;
    shop.copy_base();
    for (const std::string cache : {"", " --cache none"}) {
        REQUIRE(shop.praxis("build --quiet" + cache).exit_code == 0);
        const auto made = tree_of(shop.path("public"));
        const std::string page = "public/es/index.html";
        const auto written = fs::last_write_time(shop.path(page));
        std::string damaged = shop.read(page);
        damaged[damaged.size() / 2] ^= 1;
        shop.write(page, damaged);
        fs::last_write_time(shop.path(page), written);
        REQUIRE(shop.praxis("build --quiet" + cache).exit_code == 0);
        CHECK(shop.read(page) == damaged);
        const Run rehearsal = shop.praxis("build --verify --dry-run --lang en" + cache);
        CHECK(rehearsal.out.starts_with("replace es/index.html\n"));
        REQUIRE(shop.praxis("build --quiet --verify" + cache).exit_code == 0);
        CHECK(tree_of(shop.path("public")) == made);
    }
}

TEST_CASE("with --cache none nothing is remembered", "[sites]") {
    const Workshop shop;
    shop.copy_base();
    REQUIRE(shop.praxis("build --quiet --cache none").exit_code == 0);
    CHECK(!shop.exists(".cache"));
    REQUIRE(shop.praxis("build --quiet --cache kept").exit_code == 0);
    CHECK(shop.exists("kept"));
}

}  // namespace praxis::tests
