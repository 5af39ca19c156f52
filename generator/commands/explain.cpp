#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "commands/commands.h"
#include "commands/load.h"
#include "report/suggest.h"

namespace praxis::commands {
namespace {

constexpr std::uint64_t most_page_bytes = 64 * 1024;

auto upper(std::string text) -> std::string {
    for (char& c : text) c = (c >= 'a' && c <= 'z') ? static_cast<char>(c - 32) : c;
    return text;
}

}  // namespace

auto explain(const Options& options) -> int {
    const Workplace workplace = open_workplace(options);
    const std::string code = upper(options.code);
    std::vector<std::string_view> known;
    for (const Code* one : console::all_codes()) known.push_back(one->id);
    if (std::ranges::find(known, code) == known.end()) {
        std::string text = fmt::format("`{}` is not a code of Praxis", options.code);
        for (const std::string& name : nearest(code, known)) text += fmt::format("; {}?", name);
        complain(text);
        return exit_usage;
    }
    for (const std::string& language : {workplace.sentences.language(), std::string("en")}) {
        const auto page = workplace.files->read(fmt::format("locale/explain/{}/{}.md", language, code), most_page_bytes);
        if (!page) continue;
        std::fputs(page->c_str(), stdout);
        return exit_clean;
    }
    complain(fmt::format("locale/explain/en/{}.md is not installed", code));
    return exit_environment;
}

}  // namespace praxis::commands
