#include "console/sentences.h"

#include <algorithm>

#include "language/text.h"
#include "yaml/node.h"

namespace praxis::console {
namespace {

constexpr std::uint64_t most_bytes = 1024 * 1024;

auto argument_names(std::string_view names) -> std::vector<std::string_view> {
    std::vector<std::string_view> all;
    for (std::size_t at = 0; at < names.size();) {
        const std::size_t end = std::min(names.find(' ', at), names.size());
        all.push_back(names.substr(at, end - at));
        at = end + 1;
    }
    return all;
}

void add(std::string_view text, std::map<std::string, Sentence, std::less<>>& codes,
         std::map<std::string, std::string, std::less<>>& words) {
    const auto tree = yaml::read_yaml(text, FileId::none, 0);
    if (!tree.value) return;
    if (const yaml::Node* map = tree.value->find("codes")) {
        for (std::size_t i = 0; i < map->keys.size(); ++i) {
            Sentence& sentence = codes[map->keys[i].text];
            if (const yaml::Node* says = map->items[i].find("says")) sentence.says = says->text;
            if (const yaml::Node* help = map->items[i].find("help")) sentence.help = help->text;
        }
    }
    if (const yaml::Node* map = tree.value->find("words")) {
        for (std::size_t i = 0; i < map->keys.size(); ++i) words[map->keys[i].text] = map->items[i].text;
    }
}

}  // namespace

auto Sentences::word(std::string_view key) const -> std::string {
    const auto at = words_.find(key);
    if (at != words_.end()) return at->second;
    const std::size_t dot = key.find('.');
    return std::string(dot == std::string_view::npos ? key : key.substr(dot + 1));
}

auto Sentences::counted(std::string_view key, std::size_t count) const -> std::string {
    const std::string shown = std::to_string(count);
    return told(key, {{"count", shown, static_cast<double>(count)}});
}

auto Sentences::told(std::string_view key, language::Arguments arguments) const -> std::string {
    const auto message = language::parse_message(word(key));
    if (!message) return std::string(key);
    std::string out;
    message->append_to(out, arguments, language::Plurals(language_));
    return out;
}

auto Sentences::filled(std::string_view pattern, const Diagnostic& diagnostic) const -> std::string {
    const auto names = argument_names(diagnostic.code->arguments);
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t open = std::min(pattern.find('{', at), pattern.size());
        out += pattern.substr(at, open - at);
        const std::size_t close = pattern.find('}', open);
        if (close == std::string_view::npos) {
            out += pattern.substr(open);
            break;
        }
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        const auto index = static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
        if (index < diagnostic.arguments.size()) {
            const std::string& argument = diagnostic.arguments[index];
            out += argument.starts_with('@') ? word(std::string_view(argument).substr(1)) : argument;
        } else {
            out += pattern.substr(open, close - open + 1);
        }
        at = close + 1;
    }
    return out;
}

auto Sentences::says(const Diagnostic& diagnostic) const -> std::string {
    const auto at = codes_.find(diagnostic.code->id);
    return at == codes_.end() ? std::string(diagnostic.code->id) : filled(at->second.says, diagnostic);
}

auto Sentences::help(const Diagnostic& diagnostic) const -> std::string {
    const auto at = codes_.find(diagnostic.code->id);
    const std::string remedy = at == codes_.end() ? std::string() : filled(at->second.help, diagnostic);
    if (diagnostic.suggestions.empty()) return remedy;
    std::string names;
    for (const std::string& name : diagnostic.suggestions) names += (names.empty() ? "" : word("or")) + ("`" + name + "`");
    std::string guess = word("did_you_mean");
    const std::size_t place = guess.find("{names}");
    if (place != std::string::npos) guess.replace(place, 7, names);
    return guess;
}

auto read_sentences(const files::Files& files, std::string_view language) -> Sentences {
    Sentences sentences;
    sentences.language_ = language;
    add(english_diagnostics(), sentences.codes_, sentences.words_);
    if (language == "en") return sentences;
    if (const auto own = files.read("locale/diagnostics/" + std::string(language) + ".yaml", most_bytes))
        add(*own, sentences.codes_, sentences.words_);
    return sentences;
}

auto choose_language(const files::Files& files, std::string_view wanted) -> std::string {
    const std::string_view tag = wanted.substr(0, wanted.find_first_of("_.@-"));
    const bool known = language::is_language_tag(tag) && files.exists("locale/diagnostics/" + std::string(tag) + ".yaml");
    return known ? std::string(tag) : "en";
}

}  // namespace praxis::console
