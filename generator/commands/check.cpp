#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/html.h"
#include "commands/commands.h"
#include "commands/composition.h"
#include "console/draw.h"

namespace praxis::commands {
namespace {

auto form_of(std::string_view name) -> console::Form {
    using console::Form;
    if (name == "short") return Form::brief;
    if (name == "json") return Form::json;
    if (name == "github") return Form::github;
    return name == "sarif" ? Form::sarif : Form::text;
}

// A path as it stands in the source folder: `content/practices/x`, whichever way it was given.
auto inside(const std::string& source, const std::string& path) -> std::string {
    const std::filesystem::path root = std::filesystem::weakly_canonical(source);
    const std::filesystem::path given(path);
    const std::filesystem::path as_is = (root / given).lexically_normal();
    const std::filesystem::path from_here = std::filesystem::weakly_canonical(std::filesystem::absolute(given));
    const std::filesystem::path& found = std::filesystem::exists(as_is) ? as_is : from_here;
    std::string relative = found.lexically_relative(root).string();
    while (relative.ends_with('/')) relative.pop_back();
    return relative;
}

// Reports on the named files only; they were judged against the whole bank.
void keep_only(Diagnostics& diagnostics, const Loaded& loaded, const Options& options) {
    if (options.paths.empty()) return;
    std::vector<std::string> wanted;
    for (const std::string& path : options.paths) wanted.push_back(inside(options.source, path));
    std::erase_if(diagnostics, [&](const Diagnostic& d) {
        if (d.span.file == FileId::none) return true;
        const std::string& path = loaded.inputs[d.span.file].path;
        return std::ranges::none_of(wanted, [&](const std::string& w) { return path == w || path.starts_with(w + "/"); });
    });
}

// The whole report for people, where GitHub shows it beside the job: of its annotations it keeps ten of a
// kind. Its file of summaries may hold a megabyte a step (docs.github.com, "Workflow commands").
void write_job_summary(const Loaded& loaded, const Workplace& workplace) {
    const char* path = std::getenv("GITHUB_STEP_SUMMARY");
    if (path == nullptr || *path == '\0' || loaded.diagnostics.empty()) return;
    std::string text =
        console::draw(loaded.diagnostics, {loaded.inputs, workplace.sentences, console::Form::text, console::Colour::none, true});
    constexpr std::size_t most_bytes = 500'000;
    if (text.size() > most_bytes) text.resize(text.rfind('\n', most_bytes) + 1);
    std::string html = "<pre>";
    append_escaped(html, text, Quotes::twofold);
    std::ofstream(path, std::ios::app) << html << "</pre>\n";
}

}  // namespace

auto check(const Options& given) -> int {
    Options options = given;
    if (options.today.empty()) options.today = today();
    const Workplace workplace = open_workplace(options);
    for (const std::string& path : options.paths) {
        if (workplace.own->exists(inside(options.source, path))) continue;
        complain(fmt::format("{}: no such file or folder in this bank", path));
        return exit_usage;
    }
    const auto loaded = load_or_complain(workplace, options);
    if (!loaded) return exit_environment;
    if (loaded->usable)
        rehearse(workplace, *loaded,
                 [](std::string_view, std::string_view, const Digest&) -> Expected<void, files::SystemError> { return {}; });
    keep_only(loaded->diagnostics, *loaded, options);
    const console::Form form = form_of(options.format);
    const std::string text =
        console::draw(loaded->diagnostics, {loaded->inputs, workplace.sentences, form, colour_of(STDOUT_FILENO), true});
    std::fputs(text.c_str(), stdout);
    if (form == console::Form::github) write_job_summary(*loaded, workplace);
    if (form == console::Form::text && loaded->diagnostics.empty()) fmt::print("{}\n", workplace.sentences.word("check_clean"));
    const console::Counts counts = console::count(loaded->diagnostics);
    return counts.errors > 0 || (options.strict && counts.warnings > 0) ? exit_content : exit_clean;
}

}  // namespace praxis::commands
