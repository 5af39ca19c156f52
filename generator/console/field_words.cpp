#include "console/field_words.h"

#include "yaml/node.h"

namespace praxis::console {
namespace {

constexpr std::uint64_t most_bytes = 256 * 1024;

}  // namespace

// `event/sources.title`, `sources.title`, `event/title`, `title`: the longest end of the path, the kind's own first.
auto FieldWords::find(std::string_view kind, std::string_view path) const -> const FieldWord* {
    for (std::string_view end = path;;) {
        for (const std::string& key : {std::string(kind) + "/" + std::string(end), std::string(end)}) {
            if (const auto at = entries_.find(key); at != entries_.end()) return &at->second;
        }
        const std::size_t dot = end.find('.');
        if (dot == std::string_view::npos) return nullptr;
        end.remove_prefix(dot + 1);
    }
}

auto FieldWords::of(std::string_view kind, std::string_view path) const -> FieldWord {
    const FieldWord* found = find(kind, path);
    return found != nullptr ? *found : FieldWord{std::string(path.substr(path.rfind('.') + 1)), {}};
}

auto FieldWords::line(std::string_view kind, std::string_view path) const -> std::string {
    const FieldWord word = of(kind, path);
    return word.hint.empty() ? word.label : word.label + colon_ + word.hint;
}

auto FieldWords::section(std::string_view id) const -> std::string {
    const auto at = entries_.find("section/" + std::string(id));
    return at == entries_.end() ? std::string() : at->second.label;
}

auto read_field_words(const files::Files& files, std::string_view language, std::string colon) -> FieldWords {
    FieldWords words;
    words.colon_ = std::move(colon);
    for (const std::string tag : {std::string("en"), std::string(language)}) {
        const auto bytes = files.read("locale/fields/" + tag + ".yaml", most_bytes);
        if (!bytes) continue;
        const auto tree = yaml::read_yaml(*bytes, FileId::none, 0);
        for (std::size_t i = 0; tree.value && i < tree.value->keys.size(); ++i) {
            const std::string& text = tree.value->items[i].text;
            const std::size_t bar = text.find(" | ");
            words.entries_[tree.value->keys[i].text] = {text.substr(0, bar),
                                                        bar == std::string::npos ? std::string() : text.substr(bar + 3)};
        }
    }
    return words;
}

}  // namespace praxis::console
