#include <algorithm>
#include <array>

#include "base/parallel.h"
#include "report/suggest.h"
#include "wording/codes.h"
#include "wording/read_search_words.h"
#include "wording/wording.h"
#include "yaml/node.h"

namespace praxis::wording {
namespace {

using yaml::Node;
using yaml::NodeKind;

constexpr std::uint64_t most_locale_bytes = 1024 * 1024;

class LocaleReader {
public:
    LocaleReader(Locale& locale, Diagnostics& found) : locale_(locale), found_(found) {}

    void read(const Node& root) {
        static constexpr std::array<std::string_view, 6> known{"language", "sections", "headings", "terms", "words", "search"};
        for (std::size_t i = 0; i < root.keys.size(); ++i) {
            const std::string& key = root.keys[i].text;
            const Node& value = root.items[i];
            if (std::ranges::find(known, key) == known.end()) {
                found_.push_back(diagnose(codes::unknown_part, root.keys[i].span, {key}, nearest(key, known)));
            } else if (value.kind != NodeKind::map) {
                wrong(root.keys[i]);
            } else if (key == "language") {
                read_language(value);
            } else if (key == "sections") {
                read_sections(value);
            } else if (key == "headings") {
                read_headings(value);
            } else if (key == "terms") {
                read_terms(value);
            } else if (key == "words") {
                read_words(value);
            } else {
                auto search = read_search_words(value);
                locale_.search = std::move(search.value);
                append(found_, std::move(search.diagnostics));
            }
        }
    }

private:
    void wrong(const Node& key) { found_.push_back(diagnose(codes::wrong_shape, key.span, {key.text})); }

    void read_language(const Node& map) {
        static constexpr std::array<std::string_view, 6> known{"name", "direction", "fallback", "number", "date", "typography"};
        for (std::size_t i = 0; i < map.keys.size(); ++i) {
            const std::string& key = map.keys[i].text;
            const Node& value = map.items[i];
            if (key == "name")
                locale_.name = value.text;
            else if (key == "direction")
                locale_.right_to_left = value.text == "rtl";
            else if (key == "fallback")
                for (const Node& item : value.items) locale_.fallback.push_back(item.text);
            else if (key == "number")
                read_numbers(value);
            else if (key == "date")
                read_dates(value);
            else if (key == "typography")
                read_typography(value);
            else
                found_.push_back(diagnose(codes::unknown_part, map.keys[i].span, {key}, nearest(key, known)));
        }
    }

    void read_numbers(const Node& map) {
        if (const Node* decimal = map.find("decimal")) locale_.numbers.decimal = decimal->text;
        if (const Node* group = map.find("group")) locale_.numbers.group = group->text;
        if (const Node* from = map.find("group_from"); from != nullptr && from->text.size() == 1)
            locale_.numbers.group_from = from->text[0] - '0';
    }

    void read_dates(const Node& map) {
        if (const Node* day = map.find("day")) locale_.dates.day = day->text;
        if (const Node* month = map.find("month")) locale_.dates.month = month->text;
        if (const Node* year = map.find("year")) locale_.dates.year = year->text;
        if (const Node* first = map.find("first_day")) locale_.dates.first_day = first->text;
    }

    void read_typography(const Node& map) {
        const auto spaces = [&](std::string_view side) {
            language::Typography::Spaces all;
            const Node* table = map.find(side);
            for (std::size_t i = 0; table != nullptr && i < table->keys.size(); ++i) {
                if (!table->keys[i].text.empty()) all.emplace_back(table->keys[i].text, table->items[i].text);
            }
            return all;
        };
        const Node* apostrophe = map.find("apostrophe");
        locale_.typography = {spaces("before"), spaces("after"), apostrophe == nullptr ? std::string() : apostrophe->text};
    }

    // Address words become folders of the site: they have the form of an id.
    void read_sections(const Node& map) {
        for (std::size_t i = 0; i < map.keys.size(); ++i) {
            const Node& value = map.items[i];
            if (!input::is_id(value.text) || input::is_device_name(value.text))
                found_.push_back(diagnose(codes::bad_address_word, value.span, {value.text}));
            else
                locale_.sections[map.keys[i].text] = value.text;
        }
    }

    void read_headings(const Node& map) {
        for (std::size_t i = 0; i < map.keys.size(); ++i) {
            const Node& value = map.items[i];
            const std::string& id = map.keys[i].text;
            const bool list = value.kind == NodeKind::list && !value.items.empty();
            if (!list && value.kind != NodeKind::scalar) {
                wrong(map.keys[i]);
                continue;
            }
            locale_.headings[id] = list ? value.items.front().text : value.text;
            const auto add = [&](const std::string& heading) {
                locale_.heading_ids[heading] = id;
                locale_.heading_ids[language::fold(heading)] = id;
            };
            add(locale_.headings[id]);
            for (const Node& variant : value.items) add(variant.text);
        }
    }

    void read_terms(const Node& groups) {
        for (std::size_t i = 0; i < groups.keys.size(); ++i) {
            const Node& group = groups.items[i];
            if (group.kind != NodeKind::map) wrong(groups.keys[i]);
            for (std::size_t k = 0; k < group.keys.size(); ++k)
                locale_.terms[groups.keys[i].text + "." + group.keys[k].text] = group.items[k].text;
        }
    }

    void read_words(const Node& map) {
        for (std::size_t i = 0; i < map.keys.size(); ++i) {
            const Node& value = map.items[i];
            if (value.kind != NodeKind::scalar) {
                wrong(map.keys[i]);
                continue;
            }
            auto message = language::parse_message(language::typeset(value.text, locale_.typography));
            if (message)
                locale_.words.emplace(map.keys[i].text, std::move(*message));
            else
                found_.push_back(diagnose(codes::bad_message, value.span, {map.keys[i].text}));
            places_.emplace(map.keys[i].text, map.keys[i].span);
        }
    }

    Locale& locale_;
    Diagnostics& found_;

public:
    std::map<std::string, Span> places_;
};

auto tag_of(std::string_view path) -> std::string {
    std::string_view name = path.substr(path.rfind('/') + 1);
    return std::string(name.substr(0, name.rfind('.')));
}

auto is_locale_file(std::string_view path) -> bool {
    return path.starts_with("locale/") && path.ends_with(".yaml") && path.find('/', 7) == std::string_view::npos;
}

auto read_one(const input::InputSet& inputs, FileId file, Locale& locale, std::map<std::string, Span>& places) -> Diagnostics {
    locale.tag = tag_of(inputs[file].path);
    locale.file = file;
    locale.numbers = language::number_format_of(locale.tag);
    locale.dates = language::date_format_of(locale.tag);
    locale.right_to_left = language::is_right_to_left(locale.tag);
    locale.name = language::language_name(locale.tag, locale.tag);
    locale.plurals = std::make_shared<const language::Plurals>(locale.tag);
    locale.order = std::make_shared<const language::Collator>(locale.tag);
    const auto bytes = inputs.read(file, most_locale_bytes);
    if (!bytes) return {};
    Diagnostics found = input::check_text(*bytes, file);
    if (has_errors(found)) return found;
    auto tree = yaml::read_yaml(*bytes, file, 0);
    append(found, std::move(tree.diagnostics));
    if (!tree.value) return found;
    LocaleReader reader(locale, found);
    reader.read(*tree.value);
    places = std::move(reader.places_);
    return found;
}

// Words are judged against English: its keys, and the arguments that it uses.
void compare_with_english(const Wording& wording, const Locale& locale, const std::map<std::string, Span>& places, Diagnostics& found) {
    const Locale* english = wording.find("en");
    if (english == nullptr || english == &locale) return;
    const auto keys = wording.word_keys();
    for (const auto& [key, span] : places) {
        const auto reference = english->words.find(key);
        const auto own = locale.words.find(key);
        if (reference == english->words.end()) {
            found.push_back(diagnose(codes::unknown_word, span, {key}, nearest(key, keys)));
        } else if (own != locale.words.end()) {
            const auto known = reference->second.argument_names();
            for (const std::string& name : own->second.argument_names()) {
                if (std::ranges::find(known, name) == known.end())
                    found.push_back(diagnose(codes::unknown_argument, span, {key, name}, nearest(name, known)));
            }
        }
    }
}

}  // namespace

auto read_wording(const input::InputSet& inputs, unsigned jobs) -> Outcome<Wording> {
    Outcome<Wording> outcome;
    std::map<std::string, std::map<std::string, Span>> places;
    struct One {
        FileId file;
        Locale& locale;
        std::map<std::string, Span>& places;
    };
    std::vector<One> all;
    for (const FileId file : inputs.with_role(input::Role::locale)) {
        if (!is_locale_file(inputs[file].path)) continue;
        const std::string tag = tag_of(inputs[file].path);
        all.push_back({file, outcome.value.locales_[tag], places[tag]});
    }
    auto found = parallel_map(all.size(), jobs,
                              [&](std::size_t i, unsigned) { return read_one(inputs, all[i].file, all[i].locale, all[i].places); });
    for (Diagnostics& of_one : found) append(outcome.diagnostics, std::move(of_one));
    for (const auto& [tag, locale] : outcome.value.locales_) compare_with_english(outcome.value, locale, places[tag], outcome.diagnostics);
    return outcome;
}

}  // namespace praxis::wording
