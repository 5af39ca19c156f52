// Runs every golden case. Whole reports are compared, never parts. PRAXIS_UPDATE=1 rewrites what is
// expected, to be read in the diff; not in CI.
#include <algorithm>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <set>
#include <sstream>

#include "commands/arrival.h"
#include "commands/composition.h"
#include "console/draw.h"
#include "publish/publish.h"
#include "support/case_file.h"
#include "support/catch.h"
#include "support/packed.h"

namespace praxis::tests {
namespace {

auto first_word(const std::string& text) -> std::string {
    return text.substr(0, text.find(' '));
}
auto rest_of(const std::string& text) -> std::string {
    return text.find(' ') == std::string::npos ? std::string() : text.substr(text.find(' ') + 1);
}

auto unhex(const std::string& text) -> std::string {
    std::string bytes;
    std::istringstream words(text);
    for (std::string word; words >> word;) bytes += static_cast<char>(std::stoi(word, nullptr, 16));
    return bytes;
}

// `\n` begins a new line.
auto with_lines(std::string text) -> std::string {
    for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at)) text.replace(at, 2, "\n");
    return text;
}

// `\\n` in an edit is a new line.
auto unescaped(std::string text) -> std::string {
    for (std::size_t at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at + 1)) {
        if (at > 0 && text[at - 1] == '\\')
            text.erase(at, 1);
        else
            text.replace(at, 2, "\n");
    }
    return text;
}

void edit(std::string& bytes, const std::string& edits) {
    std::istringstream lines(edits);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t arrow = line.find(" => ");
        INFO("edit: " << line);
        REQUIRE(arrow != std::string::npos);
        const std::size_t at = bytes.find(line.substr(0, arrow));
        REQUIRE(at != std::string::npos);
        bytes.replace(at, arrow, with_lines(line.substr(arrow + 4)));
    }
}

class GoldenCase {
public:
    explicit GoldenCase(const CaseFile& file) : file_(file) {
        add_base();
        for (const Section& section : file.sections) take(section);
    }

    // The report, and the files of the site that the case wants to see.
    auto run() -> std::string {
        options_.source = "";
        auto workplace = commands::make_workplace(std::move(files_), std::make_unique<files::DiskFiles>(root()), language_, 2);
        commands::Stopwatch watch;
        auto loaded = commands::load(workplace, options_, watch);
        REQUIRE(loaded->error.empty());
        if (loaded->usable) {
            commands::rehearse(workplace, *loaded,
                               [this](std::string_view path, std::string_view bytes, const Digest&) -> Expected<void, files::SystemError> {
                                   const std::scoped_lock lock(guard_);
                                   if (wanted_.contains(path)) outputs_[std::string(path)] = bytes;
                                   return {};
                               });
        }
        if (!folder_.empty()) publish_into_folder(loaded->diagnostics);
        std::string placed;
        for (const auto& [name, bytes] : packages_) placed += receive(*workplace.own, name, bytes, loaded->diagnostics);
        has_errors = praxis::has_errors(loaded->diagnostics);
        return console::draw(loaded->diagnostics, {loaded->inputs, workplace.sentences, form_, console::Colour::none, true}) + placed;
    }

    auto output(const std::string& path) const -> std::string {
        const auto at = outputs_.find(path);
        return at == outputs_.end() ? "(not there)\n" : at->second;
    }

    bool has_errors = false;

private:
    void add_base() {
        const std::string base = root() + "/tests/cases/base/";
        for (const auto& entry : std::filesystem::recursive_directory_iterator(base)) {
            if (entry.is_regular_file()) files_->contents[entry.path().string().substr(base.size())] = read_text(entry.path().string());
        }
    }

    void take(const Section& section) {
        const std::string what = first_word(section.head), path = rest_of(section.head);
        if (what == "expect") return;
        if (what == "output")
            wanted_.insert(path);
        else if (what == "package")
            packages_[path] = packed(entries_in(section.text));
        else if (what == "folder")
            folder_[path] = section.text;
        else if (what == "remove")
            std::erase_if(files_->contents, [&](const auto& file) { return file.first == path || file.first.starts_with(path + "/"); });
        else if (what == "bytes")
            files_->contents[path] = unhex(section.text);
        else if (what == "unreadable")
            files_->unreadable.insert(path);
        else if (what == "link")
            files_->others[path] = files::EntryKind::link;
        else if (what == "edit")
            edit(files_->contents.at(path), section.text);
        else if (what == "options")
            take_options(path);
        else if (what == "repeat") {
            std::string& bytes = files_->contents[rest_of(path)];
            for (int n = std::stoi(first_word(path)); n > 0; --n) bytes += section.text;
        } else {
            files_->contents[section.head] = section.text;
        }
    }

    void take_options(const std::string& words) {
        std::istringstream stream(words);
        for (std::string word; stream >> word;) {
            if (word == "drafts")
                options_.drafts = true;
            else if (word == "hold")
                options_.hold = true;
            else if (word.starts_with("lang="))
                language_ = word.substr(5);
            else if (word.starts_with("today="))
                options_.today = word.substr(6);
            else if (word == "form=short")
                form_ = console::Form::brief;
            else if (word == "form=json")
                form_ = console::Form::json;
            else if (word == "form=github")
                form_ = console::Form::github;
            else if (word == "form=sarif")
                form_ = console::Form::sarif;
            else
                FAIL("unknown option " << word);
        }
    }

    // The files as they would be placed, texts with what they hold.
    static auto receive(const files::Files& own, const std::string& name, const std::string& bytes, Diagnostics& found) -> std::string {
        auto arrival = commands::open_arrival(own, name, bytes, {});
        append(found, std::move(arrival.diagnostics));
        std::string text;
        if (!arrival.value) return text;
        for (const auto& [path, content] : arrival.value->files)
            text += "placed " + path + "\n" + (path.ends_with(".md") || path.ends_with(".yaml") ? content : std::string());
        return text;
    }

    // A small site published into a folder that holds what the case says.
    void publish_into_folder(Diagnostics& found) {
        const std::filesystem::path top = std::filesystem::temp_directory_path() / ("praxis-golden-" + std::to_string(::getpid()));
        std::filesystem::remove_all(top);
        const std::string site = (top / "site").string();
        std::optional<publish::Session> first;
        for (const auto& [path, text] : folder_) {
            if (path == "LOCK") {
                auto session = publish::Session::open(site, publish::Session::Durability::kill);
                if (session) first.emplace(std::move(*session));
                continue;
            }
            std::filesystem::create_directories(std::filesystem::path(site + "/" + path).parent_path());
            std::ofstream(site + "/" + path) << text;
        }
        auto session = publish::Session::open(site, publish::Session::Durability::kill);
        const auto take_refusal = [&](const publish::Refusal& refusal) {
            if (!refusal.diagnostic) return;
            found.push_back(*refusal.diagnostic);
            for (std::string& argument : found.back().arguments) {
                if (argument == site) argument = "site";
            }
        };
        if (!session) {
            take_refusal(session.error());
        } else {
            const std::string page = "page\n";
            REQUIRE(session->put("index.html", page, digest_of(page)));
            const auto done = session->commit({{"index.html", page.size(), digest_of(page), "test"}});
            if (!done) take_refusal(done.error());
        }
        first.reset();
        std::filesystem::remove_all(top);
    }

    const CaseFile& file_;
    std::unique_ptr<files::MemoryFiles> files_ = std::make_unique<files::MemoryFiles>();
    commands::Options options_;
    console::Form form_ = console::Form::text;
    std::string language_ = "en";
    std::mutex guard_;
    std::set<std::string, std::less<>> wanted_;
    std::map<std::string, std::string> outputs_, folder_, packages_;
};

auto is_update() -> bool {
    return std::getenv("PRAXIS_UPDATE") != nullptr && std::getenv("CI") == nullptr;
}

}  // namespace

TEST_CASE("golden cases say what they always said", "[golden]") {
    const auto paths = case_paths("cases");
    REQUIRE(!paths.empty());
    for (const std::string& path : paths) {
        DYNAMIC_SECTION(path.substr(root().size() + 1)) {
            CaseFile file = read_case(path);
            GoldenCase golden(file);
            const std::string report = golden.run();
            bool expects = false;
            for (Section& section : file.sections) {
                const bool is_report = section.head == "expect";
                const bool is_output = section.head.starts_with("output ");
                if (!is_report && !is_output) continue;
                expects = true;
                const std::string actual = is_report ? report : golden.output(rest_of(section.head));
                if (is_update())
                    section.text = actual.empty() || actual.ends_with('\n') ? actual : actual + "\n";
                else
                    CHECK(section.text == (actual.empty() || actual.ends_with('\n') ? actual : actual + "\n"));
            }
            if (!expects && is_update()) {
                file.sections.push_back({"expect", report});
                expects = true;
            }
            CHECK(expects);
            if (is_update()) write_case(file);
            const std::string name = std::filesystem::path(path).filename().string();
            CHECK(name.starts_with("bad_") == golden.has_errors);
        }
    }
}

}  // namespace praxis::tests
