#include "wording/read_search_words.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "language/words.h"
#include "report/suggest.h"
#include "wording/codes.h"

namespace praxis::wording {
namespace {

using yaml::Node;
using yaml::NodeKind;

auto is_list_of_scalars(const Node& node) -> bool {
    return node.kind == NodeKind::list && std::ranges::all_of(node.items, [](const Node& n) { return n.kind == NodeKind::scalar; });
}

auto read_list(const Node& node, std::vector<std::string>& into) -> bool {
    if (!is_list_of_scalars(node)) return false;
    for (const Node& item : node.items) into.push_back(item.text);
    return true;
}

auto read_groups(const Node& node, std::vector<std::vector<std::string>>& into) -> bool {
    if (node.kind != NodeKind::list) return false;
    return std::ranges::all_of(node.items, [&](const Node& group) { return read_list(group, into.emplace_back()); });
}

// `[ces, z, 2]`: ending, what it becomes, letters that must stand before it (1 where left out).
auto read_rules(const Node& node, std::vector<EndingRule>& into) -> bool {
    if (node.kind != NodeKind::list) return false;
    return std::ranges::all_of(node.items, [&](const Node& rule) {
        if (!is_list_of_scalars(rule) || rule.items.size() < 2 || rule.items.size() > 3 || rule.items[0].text.empty()) return false;
        EndingRule& read = into.emplace_back(EndingRule{rule.items[0].text, rule.items[1].text, 1});
        if (rule.items.size() == 2) return true;
        const std::string& least = rule.items[2].text;
        return std::from_chars(least.data(), least.data() + least.size(), read.least).ptr == least.data() + least.size() && !least.empty();
    });
}

auto read_letters(const Node& node, std::string& into) -> bool {
    if (node.kind == NodeKind::scalar) {
        into = node.text;
        return true;
    }
    std::vector<std::string> letters;
    const bool fits = read_list(node, letters);
    for (const std::string& letter : letters) into += letter;
    return fits;
}

auto read_stemmer(const Node& node, SearchWords& words, Diagnostics& found) -> bool {
    if (node.kind != NodeKind::scalar) return false;
    if (!language::Stemmer::knows(node.text))
        found.push_back(diagnose(codes::unknown_stemmer, node.span, {node.text}));
    else
        words.stemmer = node.text;
    return true;
}

auto read_part(const std::string& key, const Node& node, SearchWords& words, Diagnostics& found) -> bool {
    if (key == "stemmer") return read_stemmer(node, words, found);
    if (key == "apart") return read_letters(node, words.apart);
    if (key == "kept") return read_letters(node, words.kept);
    if (key == "elisions") return read_list(node, words.elisions);
    if (key == "stop_words") return read_list(node, words.stop_words);
    if (key == "unstemmed") return read_list(node, words.unstemmed);
    if (key == "plurals") return read_rules(node, words.plurals);
    if (key == "inflections") return read_rules(node, words.inflections);
    if (key == "irregular") return read_groups(node, words.irregular);
    return read_groups(node, words.synonyms);
}

}  // namespace

auto read_search_words(const Node& map) -> Outcome<SearchWords> {
    static constexpr std::array<std::string_view, 10> known{"stemmer",     "apart", "elisions",  "stop_words", "plurals",
                                                            "inflections", "kept",  "irregular", "unstemmed",  "synonyms"};
    Outcome<SearchWords> outcome;
    for (std::size_t i = 0; i < map.keys.size(); ++i) {
        const Node& key = map.keys[i];
        if (std::ranges::find(known, key.text) == known.end())
            outcome.diagnostics.push_back(diagnose(codes::unknown_part, key.span, {key.text}, nearest(key.text, known)));
        else if (!read_part(key.text, map.items[i], outcome.value, outcome.diagnostics))
            outcome.diagnostics.push_back(diagnose(codes::wrong_shape, key.span, {key.text}));
    }
    return outcome;
}

}  // namespace praxis::wording
