// An index as its files hold it (generator/emitters/search/FORMAT.md): the manifest, and the other
// files as they are asked for. Damaged files are read as far as they make sense; nothing throws.
// The query core in the browser, query.js, is its twin: both find the same records in the same order.
// An `Index` belongs to one thread.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "search/format.h"
#include "search/letters.h"

namespace praxis::search {

// The bytes of a file by its path from the site's root; nothing where it cannot be read.
using Load = std::function<std::optional<std::string>(const std::string& path)>;

// A word of the dictionary: its forms, its postings as they are written, and other words to ask.
struct Entry {
    std::string key;
    std::vector<std::string> forms;
    std::optional<std::string> postings;
    std::vector<std::pair<Lead, std::string>> leads;
};

// What a term may mean: a word with how much it counts, and how far off the spelling was.
struct Meaning {
    const Entry* word = nullptr;
    double weight = 1;
    std::string form;
    int distance = 0;
};

struct KindOfRecord {
    std::string name, label, path;
    std::uint32_t first = 0, end = 0;
    double weight = 1;
    bool record = true;
};

struct EndingRuleOfIndex {
    std::string ending, becomes;
    std::size_t least = 1;
};

// One line of a result.
struct FoundRecord {
    std::uint32_t number = 0;
    double score = 0;
    std::string kind, kind_label, id, path, title, title_language, place, year, summary, summary_language;
    std::vector<std::string> marks;
};

struct Correctable {
    std::string form;
    int frequency = 0, distance = 0;
};

class Index {
public:
    // Nothing when there is no such index, or one of another version.
    static auto open(std::string language, Load load) -> std::optional<Index>;

    auto records() const -> std::uint32_t { return records_; }
    auto kinds() const -> const std::vector<KindOfRecord>& { return kinds_; }
    auto letters() -> Letters& { return *letters_; }
    auto is_stop_word(const std::string& form) const -> bool { return stop_.contains(form); }
    auto is_elision(const std::string& form) const -> bool { return elisions_.contains(form); }
    auto level(std::size_t number) const -> double { return number < levels_.size() ? levels_[number] : 0; }
    auto rarity(std::uint32_t count) const -> double;

    // The words of a form: its own, else the same word with another ending.
    auto known(const std::string& form) -> std::vector<Meaning>;
    auto find(const std::string& form) -> std::vector<Meaning>;
    auto beginnings(const std::string& form) -> std::vector<Meaning>;
    auto corrected(const std::string& form) -> std::vector<Meaning>;

    using OnPosting = std::function<void(std::uint32_t record, std::uint32_t level, std::uint32_t title_words)>;
    void postings(const Entry& word, const OnPosting& on) const;
    auto count(const Entry& word) -> std::uint32_t;
    // Where a word stands in each record.
    auto positions(const Entry& word) -> std::map<std::uint32_t, std::vector<std::int64_t>>;

    auto order(const std::string& name) -> std::vector<std::uint32_t>;
    auto hit(std::uint32_t number) -> FoundRecord;

private:
    struct Shard {
        std::deque<Entry> entries;
        std::unordered_map<std::string, std::vector<const Entry*>> by_form;
    };
    struct Listed {
        std::string key;
        int frequency = 0;
    };

    Index(std::string language, Load load) : language_(std::move(language)), load_(std::move(load)) {}
    auto payload(const std::string& name, std::size_t part = 0) -> std::string;
    auto read_manifest() -> bool;
    auto shard(const std::string& form, std::size_t further = 0) -> const Shard&;
    auto variants(const std::string& form) -> std::vector<Meaning>;
    auto listed(const std::string& folder, const std::vector<std::string>& borders, const std::string& from, const std::string& to)
        -> std::vector<Listed>;
    auto corrections(const std::string& form) -> std::vector<Correctable>;

    std::string language_;
    Load load_;
    std::uint32_t records_ = 0;
    std::vector<std::string> terms_, starts_, ends_;
    std::vector<std::uint32_t> blocks_{0};
    std::vector<double> levels_, rarities_;
    std::unordered_set<std::string> stop_, elisions_;
    std::vector<EndingRuleOfIndex> endings_;
    std::vector<KindOfRecord> kinds_;
    std::unique_ptr<std::unordered_map<char32_t, std::string>> folded_;
    std::unique_ptr<Letters> letters_;
    std::map<std::size_t, Shard> shards_;
    std::map<std::string, std::vector<Listed>> lists_;
    std::unordered_map<const Entry*, std::uint32_t> counts_;
    std::map<std::size_t, std::unordered_map<std::string, std::string>> positions_;
    std::optional<std::vector<std::string>> position_borders_;
};

// Each word once, with the highest of its weights, in the order in which they were found.
auto unique(const std::vector<Meaning>& found) -> std::vector<Meaning>;

// Edits between two words (optimal string alignment), or `most` + 1 where there are more.
auto edits(std::string_view a, std::string_view b, int most) -> int;

}  // namespace praxis::search
