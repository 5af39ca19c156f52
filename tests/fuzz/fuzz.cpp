// Feeds the readers with damaged input: every golden case and record is a seed, mutated at random but
// repeatably. Nothing may crash, hang or grow out of proportion. Built with sanitizers.
// usage: praxis_fuzz SECONDS [SEED]; replays tests/fuzz/found first, and writes there what broke.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "commands/composition.h"
#include "console/draw.h"
#include "input/input_set.h"
#include "markdown/document.h"
#include "gallery/copies.h"
#include "packages/package.h"
#include "templates/template.h"
#include "yaml/node.h"

#include "fuzz/fuzzer.h"
#include "fuzz/search_fuzz.h"
#include "support/drawn.h"
#include "support/packed.h"

namespace {

namespace fs = std::filesystem;
using namespace praxis;
using fuzz::Fuzzer;

auto read_text(const fs::path& path) -> std::string {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

// A whole bank with one damaged file, from reading to drawing what was found.
void through_the_bank(const std::string& root, const std::string& path, const std::string& bytes) {
    auto own = std::make_unique<files::MemoryFiles>();
    const std::string base = root + "/tests/cases/base/";
    for (const auto& entry : fs::recursive_directory_iterator(base)) {
        if (entry.is_regular_file()) own->contents[entry.path().string().substr(base.size())] = read_text(entry.path());
    }
    own->contents[path] = bytes;
    commands::Options options;
    options.source = "";
    auto workplace = commands::make_workplace(std::move(own), std::make_unique<files::DiskFiles>(root), "en", 1);
    commands::Stopwatch watch;
    auto loaded = commands::load(workplace, options, watch);
    if (loaded->usable)
        commands::rehearse(workplace, *loaded,
                           [](std::string_view, std::string_view, const Digest&) -> Expected<void, files::SystemError> { return {}; });
    for (const auto form : {console::Form::text, console::Form::json})
        (void)console::draw(loaded->diagnostics, {loaded->inputs, workplace.sentences, form, console::Colour::none, true});
}

void one(const std::string& root, const std::string& path, const std::string& bytes) {
    if (path.ends_with(".zip")) return (void)packages::read_package(path, bytes);
    if (path.starts_with("plaza.")) return (void)gallery::make_copies(bytes);
    if (path.ends_with(".html")) (void)templates::parse_template(bytes, "x", FileId{0});
    if (path.ends_with(".yaml")) (void)yaml::read_yaml(bytes, FileId{0}, 0);
    through_the_bank(root, path, bytes);
}

}  // namespace

auto main(int count, char** arguments) -> int {
    const std::string root = PRAXIS_ROOT;
    const double seconds = count > 1 ? std::atof(arguments[1]) : 10;
    Fuzzer fuzzer(count > 2 ? static_cast<unsigned>(std::atoi(arguments[2])) : 1U);
    markdown::prepare();
    std::vector<std::pair<std::string, std::string>> seeds;
    for (const char* folder : {"/tests/cases/base/", "/"}) {
        for (const char* below : {"content", "themes/default/pages", "locale"}) {
            if (!fs::is_directory(root + folder + below)) continue;
            for (const auto& entry : fs::recursive_directory_iterator(root + folder + below)) {
                const std::string path = entry.path().string().substr((root + folder).size());
                const bool wanted = path.ends_with(".md") || path.ends_with(".yaml") || path.ends_with(".html");
                if (entry.is_regular_file() && wanted && path.find("explain") == std::string::npos &&
                    path.find("diagnostics") == std::string::npos)
                    seeds.emplace_back(path, read_text(entry.path()));
            }
        }
    }
    // Packages are few beside the files: one in eight inputs.
    const std::string package = tests::packed({{"declaration.yaml",
                                                "kind: practice\nid: play\nlanguage: en\ndate: 2026-11-21\n"
                                                "sender: {name: Ana, email: office@cork.example}\ndeclares: [yes]\n"},
                                               {"en.md", "---\ntitle: Play\nreview: {state: reviewed}\ncities: [cork-ie]\n---\nText.\n"},
                                               {"plaza.png", "\x89PNG\r\n\x1A\n"}});
    for (std::size_t n = seeds.size() / 8; n > 0; --n) seeds.emplace_back("play.praxis.zip", package);
    const auto picture = tests::quarters(90, 60, true);
    for (std::size_t n = seeds.size() / 24; n > 0; --n) {
        seeds.emplace_back("plaza.jpg", tests::taken(pictures::jpeg_of(picture), 6));
        seeds.emplace_back("plaza.png", pictures::png_of(picture));
        seeds.emplace_back("plaza.webp", pictures::webp_of(picture));
    }
    for (const auto& entry : fs::directory_iterator(root + "/tests/fuzz/found")) {
        const std::string text = read_text(entry.path());
        const std::size_t line = text.find('\n');
        if (line != std::string::npos && entry.path().extension() == ".case") one(root, text.substr(0, line), text.substr(line + 1));
    }
    const auto start = std::chrono::steady_clock::now();
    const auto since = [&](auto from) { return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count(); };
    const std::string at_hand = root + "/build/fuzz-input.case";
    std::size_t runs = 0, slow = 0;
    fuzz::SearchFuzz search(root);
    for (; since(start) < seconds; ++runs) {
        // One input in four goes to the reader of search indexes, which is quicker: many at once.
        for (int n = fuzzer.pick(4) == 0 ? 50 : 0; n > 0; --n) {
            const auto begun_search = std::chrono::steady_clock::now();
            search.ask(fuzzer);
            if (since(begun_search) > 2) ++slow;
        }
        const auto& [path, seed] = seeds[fuzzer.pick(seeds.size())];
        const std::string bytes = fuzzer.mutated(seed);
        std::ofstream(at_hand, std::ios::binary) << path << '\n' << bytes;
        const auto begun = std::chrono::steady_clock::now();
        one(root, path, bytes);
        if (since(begun) > 5) {
            ++slow;
            fs::copy_file(at_hand, root + "/tests/fuzz/found/slow-" + std::to_string(runs) + ".case", fs::copy_options::overwrite_existing);
        }
    }
    fs::remove(at_hand);
    std::printf("%zu inputs, %zu slow\n", runs, slow);
    return slow == 0 ? 0 : 1;
}
