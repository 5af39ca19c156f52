// The words of an index: forms, other endings, beginnings, corrections, postings.
#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "search/coding.h"
#include "search/index.h"
#include "search/numbers.h"

namespace praxis::search {
namespace {

constexpr double prefix_weight = 0.6, near_weight = 0.9, synonym_weight = 0.5, one_edit_weight = 0.7, two_edits_weight = 0.4;
constexpr std::size_t most_beginnings = 10, most_corrections = 3, least_two_edits = 8, most_spelling = 40;

auto from_letter(std::string_view word, std::size_t letter) -> std::string_view {
    return word.substr(prefix(word, letter).size());
}

auto weight_of(Lead lead) -> double {
    return lead == Lead::same ? 1 : lead == Lead::near ? near_weight : synonym_weight;
}

auto read_entry(std::string_view before, std::string_view text) -> Entry {
    Entry entry;
    const std::size_t leads = std::min(text.find('='), text.size());
    const std::string_view head = text.substr(0, leads);
    const std::size_t colon = head.find(':');
    for (const std::string_view form : pieces(head.substr(0, std::min(colon, head.size())), ',')) {
        if (entry.forms.empty()) entry.key = front_coded(before, form);
        entry.forms.push_back(entry.forms.empty() ? entry.key : front_coded(entry.key, form));
    }
    if (colon != std::string_view::npos) entry.postings = std::string(head.substr(colon + 1, head.find(':', colon + 1) - colon - 1));
    for (const std::string_view lead : pieces(text.substr(leads), '=')) {
        const int kind = digit_at(lead, 0);
        entry.leads.emplace_back(kind == 0 ? Lead::same : kind == 1 ? Lead::near : Lead::synonym, from_letter(lead, 1));
    }
    return entry;
}

}  // namespace

auto unique(const std::vector<Meaning>& found) -> std::vector<Meaning> {
    std::vector<Meaning> best;
    for (const Meaning& one : found) {
        const auto old = std::ranges::find(best, one.word, &Meaning::word);
        if (old == best.end())
            best.push_back(one);
        else if (old->weight < one.weight)
            *old = one;
    }
    return best;
}

auto edits(std::string_view first, std::string_view second, int most) -> int {
    std::u32string a, b;
    for (std::size_t at = 0; at < first.size();) a += next_code_point(first, at);
    for (std::size_t at = 0; at < second.size();) b += next_code_point(second, at);
    if (std::abs(static_cast<int>(a.size()) - static_cast<int>(b.size())) > most) return most + 1;
    std::vector<int> before, last(b.size() + 1), row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
        }
        if (*std::ranges::min_element(row) > most) return most + 1;
        before = last;
        last = row;
    }
    return std::min(last[b.size()], most + 1);
}

auto Index::shard(const std::string& form, std::size_t further) -> const Shard& {
    const std::size_t number = route(terms_, form) + further;
    const auto [at, is_new] = shards_.try_emplace(number);
    Shard& shard = at->second;
    if (!is_new) return shard;
    const std::string all = payload("t/" + file_name(terms_, number));
    std::string key;
    for (const std::string_view text : pieces(all, ';')) {
        shard.entries.push_back(read_entry(key, text));
        const Entry& entry = shard.entries.back();
        key = entry.key;
        for (const std::string& one : entry.forms) shard.by_form[one].push_back(&entry);
    }
    return shard;
}

auto Index::find(const std::string& form) -> std::vector<Meaning> {
    std::vector<Meaning> found;
    const Shard& own = shard(form);
    const auto entries = own.by_form.find(form);
    if (entries == own.by_form.end()) return found;
    for (const Entry* entry : entries->second) {
        if (entry->postings) found.push_back({entry, 1, {}, 0});
        for (const auto& [kind, to] : entry->leads) {
            const Shard& other = shard(to);
            const auto words = other.by_form.find(to);
            if (words == other.by_form.end()) continue;
            for (const Entry* word : words->second) {
                if (word->key == to && word->postings) found.push_back({word, weight_of(kind), {}, 0});
            }
        }
    }
    return unique(found);
}

auto Index::variants(const std::string& form) -> std::vector<Meaning> {
    const auto home = static_cast<std::ptrdiff_t>(route(terms_, form));
    std::vector<std::string> words;
    const auto add = [&](const std::string& ending, const std::string& becomes, std::size_t least) {
        if (!form.ends_with(ending)) return;
        const std::string_view stem = std::string_view(form).substr(0, form.size() - ending.size());
        std::string word = std::string(stem) + becomes;
        if (code_points(stem) >= least && std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
    };
    for (const EndingRuleOfIndex& rule : endings_) {
        add(rule.ending, rule.becomes, rule.least);
        add(rule.becomes, rule.ending, rule.least);
    }
    std::vector<Meaning> found;
    for (const std::string& word : words) {
        if (code_points(word) <= 1 || std::abs(static_cast<std::ptrdiff_t>(route(terms_, word)) - home) > 1) continue;
        for (const Meaning& one : find(word)) found.push_back(one);
    }
    found = unique(found);
    std::erase_if(found, [](const Meaning& one) { return one.weight != 1; });
    return found;
}

auto Index::known(const std::string& form) -> std::vector<Meaning> {
    auto found = find(form);
    return found.empty() ? variants(form) : found;
}

auto Index::beginnings(const std::string& form) -> std::vector<Meaning> {
    const std::size_t home = route(terms_, form);
    const bool more = home < terms_.size() && prefix(terms_[home], code_points(form)) <= std::string_view(form);
    std::vector<Meaning> words;
    for (std::size_t further = 0; further <= (more ? 1U : 0U); ++further) {
        for (const Entry& entry : shard(form, further).entries) {
            const bool begins = std::ranges::any_of(entry.forms, [&](const std::string& one) { return one.starts_with(form); });
            if (entry.postings && begins) words.push_back({&entry, prefix_weight, {}, 0});
        }
    }
    std::ranges::stable_sort(words, [&](const Meaning& a, const Meaning& b) {
        const std::uint32_t many = count(*a.word), few = count(*b.word);
        return many != few ? many > few : a.word->key < b.word->key;
    });
    if (words.size() > most_beginnings) words.resize(most_beginnings);
    return words;
}

auto Index::listed(const std::string& folder, const std::vector<std::string>& borders, const std::string& from, const std::string& to)
    -> std::vector<Listed> {
    std::vector<Listed> found;
    for (std::size_t n = route(borders, from); n <= route(borders, to); ++n) {
        const std::string name = folder + "/" + file_name(borders, n);
        const auto [at, is_new] = lists_.try_emplace(name);
        if (is_new) {
            std::string key;
            const std::string all = payload(name);
            for (const std::string_view word : pieces(all, ';')) {
                key = front_coded(key, word.substr(0, word.size() - 1));
                at->second.push_back({key, digit_at(word, word.size() - 1)});
            }
        }
        for (const Listed& one : at->second) {
            if (one.key >= from && one.key <= to) found.push_back(one);
        }
    }
    return found;
}

auto Index::corrections(const std::string& form) -> std::vector<Correctable> {
    const std::size_t letters = code_points(form);
    if (letters > most_spelling) return {};
    const int most = letters >= least_two_edits ? 2 : 1;
    const std::string first(prefix(form, 1)), last = "\uffff";
    std::vector<Correctable> found;
    const auto judge = [&](std::string other, int frequency) {
        const int distance = edits(form, other, most);
        if (distance <= most) found.push_back({std::move(other), frequency, distance});
    };
    const auto sort = [&] {
        std::ranges::stable_sort(found, {}, [](const Correctable& one) { return std::tuple(one.distance, -one.frequency, one.form); });
    };
    const auto length = [&](std::size_t count) { return first + digits[count]; };
    const auto far = static_cast<std::size_t>(most);
    for (const Listed& one : listed("w", starts_, length(letters - far), length(letters + far) + last))
        judge(std::string(from_letter(one.key, 2)), one.frequency);
    sort();
    if (!found.empty() && found.front().distance == 1) return found;
    const std::string end = reversed(from_letter(form, 2));
    for (const Listed& one : listed("v", ends_, end, end + last)) {
        std::string other = reversed(one.key);
        if (prefix(other, 1) != first) judge(std::move(other), one.frequency);
    }
    sort();
    return found;
}

auto Index::corrected(const std::string& form) -> std::vector<Meaning> {
    auto nearest = corrections(form);
    std::erase_if(nearest, [least = nearest.empty() ? 0 : nearest.front().distance](const Correctable& c) { return c.distance != least; });
    if (nearest.size() > most_corrections) nearest.resize(most_corrections);
    std::vector<Meaning> found;
    for (const Correctable& one : nearest) {
        for (const Meaning& meaning : find(one.form)) {
            if (meaning.weight == 1)
                found.push_back({meaning.word, one.distance == 1 ? one_edit_weight : two_edits_weight, one.form, one.distance});
        }
    }
    return unique(found);
}

void Index::postings(const Entry& word, const OnPosting& on) const {
    const std::string_view text = word.postings ? std::string_view(*word.postings) : std::string_view();
    for (std::size_t at = 0;;) {
        const std::int64_t head = read_number(text, at);
        std::int64_t count = read_number(text, at), record = -1;
        if (head < 0 || count < 0) return;
        for (; count > 0; --count) {
            const std::int64_t step = read_number(text, at);
            if (step < 0) return;
            record += step + 1;
            if (record >= records_) return;
            on(static_cast<std::uint32_t>(record), static_cast<std::uint32_t>(head) >> 4U & 15U, static_cast<std::uint32_t>(head) & 15U);
        }
    }
}

auto Index::count(const Entry& word) -> std::uint32_t {
    const auto [at, is_new] = counts_.try_emplace(&word, 0);
    if (is_new) postings(word, [&](auto, auto, auto) { ++at->second; });
    return at->second;
}

}  // namespace praxis::search
