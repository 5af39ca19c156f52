// The manifest, the records and the positions of an index; its words are in dictionary.cpp.
#include "search/index.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "base/utf8.h"
#include "search/coding.h"
#include "search/numbers.h"

namespace praxis::search {
namespace {

using nlohmann::json;

// What stands between the brackets of `praxisSearch.take(...)`.
auto read_list(const std::optional<std::string>& script) -> json {
    const std::size_t open = script ? script->find('(') : std::string::npos;
    const std::size_t close = script ? script->rfind(')') : std::string::npos;
    if (open == std::string::npos || close == std::string::npos || close <= open) return json::array();
    json list = json::parse(script->begin() + static_cast<std::ptrdiff_t>(open) + 1, script->begin() + static_cast<std::ptrdiff_t>(close),
                            nullptr, false);
    return list.is_array() ? list : json::array();
}

auto text(const json& value) -> std::string {
    return value.is_string() ? value.get<std::string>() : std::string();
}
auto member(const json& object, const char* key) -> const json& {
    static const json none;
    const auto at = object.is_object() ? object.find(key) : object.end();
    return object.is_object() && at != object.end() ? *at : none;
}
auto item(const json& list, std::size_t at) -> const json& {
    static const json none;
    return list.is_array() && at < list.size() ? list[at] : none;
}
auto number(const json& value) -> double {
    return value.is_number() ? value.get<double>() : 0;
}
auto natural(const json& value) -> std::uint32_t {
    constexpr double most = 1 << 21;
    return static_cast<std::uint32_t>(std::clamp(number(value), 0.0, most));
}

auto words_of(const json& value) -> std::unordered_set<std::string> {
    std::unordered_set<std::string> words;
    const std::string all = text(value);
    for (const std::string_view word : pieces(all, ' ')) words.emplace(word);
    return words;
}

}  // namespace

auto Index::open(std::string language, Load load) -> std::optional<Index> {
    Index index(std::move(language), std::move(load));
    if (!index.read_manifest()) return std::nullopt;
    return index;
}

auto Index::payload(const std::string& name, std::size_t part) -> std::string {
    const json list = read_list(load_("search/" + language_ + "/" + name + ".js"));
    return text(item(list, part + 2));
}

auto Index::read_manifest() -> bool {
    const json list = read_list(load_("search/" + language_ + "/m.js"));
    const json& m = item(list, 2);
    if (number(member(m, "version")) != format_version) return false;
    records_ = natural(member(m, "records"));
    terms_ = read_borders(text(member(m, "terms")));
    starts_ = read_borders(text(member(m, "starts")));
    ends_ = read_borders(text(member(m, "ends")));
    stop_ = words_of(member(m, "stop"));
    elisions_ = words_of(member(m, "elisions"));
    for (const json& level : member(m, "levels")) levels_.push_back(number(level));
    for (const json& rarity : member(m, "rarities")) rarities_.push_back(number(rarity));
    const std::string steps = text(member(m, "blocks"));
    for (std::size_t at = 0; at < steps.size();) {
        const std::int64_t step = read_number(steps, at);
        if (step < 0) break;
        blocks_.push_back(blocks_.back() + static_cast<std::uint32_t>(step));
    }
    for (const json& kind : member(m, "kinds")) {
        const std::uint32_t first = kinds_.empty() ? 0 : kinds_.back().end;
        kinds_.push_back({text(item(kind, 0)), text(item(kind, 1)), text(item(kind, 2)), first, first + natural(item(kind, 3)),
                          number(item(kind, 4)), item(kind, 5).is_boolean() && item(kind, 5).get<bool>()});
    }
    const json& rules = member(m, "endings");
    for (std::size_t i = 0; i + 2 < rules.size(); i += 3) endings_.push_back({text(rules[i]), text(rules[i + 1]), natural(rules[i + 2])});
    folded_ = std::make_unique<std::unordered_map<char32_t, std::string>>();
    const json& letters = member(m, "letters");
    for (std::size_t i = 0; i + 1 < letters.size(); i += 2) {
        const std::string all = text(letters[i + 1]);
        for (std::size_t at = 0; at < all.size();) folded_->insert_or_assign(next_code_point(all, at), text(letters[i]));
    }
    letters_ = std::make_unique<Letters>([table = folded_.get()](char32_t c) -> language::FoldedLetter {
        const auto at = table->find(c);
        return at == table->end() ? language::FoldedLetter{{}, true} : language::FoldedLetter{at->second, false};
    });
    return true;
}

auto Index::rarity(std::uint32_t count) const -> double {
    if (rarities_.empty()) return 0;
    const double share = static_cast<double>(records_) / std::max(count, 1U);
    std::size_t step = 0;
    for (double bound = 1.25; bound <= share && step + 1 < rarities_.size(); bound *= 1.25) ++step;
    return rarities_[step];
}

auto Index::positions(const Entry& word) -> std::map<std::uint32_t, std::vector<std::int64_t>> {
    if (!position_borders_) position_borders_ = read_borders(payload("p/m"));
    const std::size_t file = route(*position_borders_, word.key);
    const auto [known, is_new] = positions_.try_emplace(file);
    if (is_new) {
        std::string key;
        const std::string all = payload("p/" + file_name(*position_borders_, file));
        for (const std::string_view one : pieces(all, ';')) {
            const std::size_t colon = std::min(one.find(':'), one.size());
            key = front_coded(key, one.substr(0, colon));
            known->second.insert_or_assign(key, std::string(one.substr(std::min(colon + 1, one.size()))));
        }
    }
    std::map<std::uint32_t, std::vector<std::int64_t>> found;
    const std::string& places = known->second[word.key];
    std::int64_t record = -1;
    for (std::size_t at = 0;;) {
        const std::int64_t step = read_number(places, at);
        std::int64_t more = read_number(places, at);
        if (step < 0 || more < 0) return found;
        record += step + 1;
        std::vector<std::int64_t> own;
        for (std::int64_t place = 0; more >= 0; --more) {
            const std::int64_t gap = read_number(places, at);
            if (gap < 0) return found;
            own.push_back(place += gap);
        }
        if (record < records_) found.insert_or_assign(static_cast<std::uint32_t>(record), std::move(own));
    }
}

auto Index::order(const std::string& name) -> std::vector<std::uint32_t> {
    std::size_t width = 1;
    for (std::size_t most = 64; most < records_; most *= 64) ++width;
    const std::string all = payload("s/" + name);
    std::vector<std::uint32_t> found;
    for (std::size_t at = 0; at + width <= all.size(); at += width) {
        std::int64_t value = 0;
        for (std::size_t i = 0; i < width; ++i) value = value * 64 + digit_at(all, at + i);
        if (value >= 0 && value < records_) found.push_back(static_cast<std::uint32_t>(value));
    }
    return found;
}

auto Index::hit(std::uint32_t wanted) -> FoundRecord {
    const auto block = static_cast<std::size_t>(std::ranges::upper_bound(blocks_, wanted) - blocks_.begin() - 1);
    const json list = read_list(load_("search/" + language_ + "/d/" + std::to_string(block) + ".js"));
    const json& fields = item(item(list, 2), wanted - blocks_[block]);
    const auto at = [&](std::size_t i) { return text(item(fields, i)); };
    const auto kind = std::ranges::find_if(kinds_, [&](const KindOfRecord& k) { return wanted < k.end; });
    const KindOfRecord none;
    const KindOfRecord& own = kind == kinds_.end() ? none : *kind;
    FoundRecord found{wanted,
                      0,
                      own.name,
                      own.label,
                      own.record ? at(0) : own.name + "/" + at(0),
                      own.path + (at(1).empty() ? at(0) : at(1)) + ".html",
                      at(2),
                      at(3),
                      at(4),
                      at(5),
                      at(6),
                      at(7),
                      {}};
    for (std::size_t i = 8; i < fields.size(); ++i) found.marks.push_back(at(i));
    return found;
}

}  // namespace praxis::search
