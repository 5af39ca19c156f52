// t/N.js: the dictionary with its postings.
#include <algorithm>
#include <map>

#include "base/parallel.h"
#include "base/utf8.h"
#include "emitters/search/dictionary.h"
#include "emitters/search/file.h"
#include "emitters/search/shards.h"
#include "search/format.h"
#include "search/numbers.h"

namespace praxis::emitters::search {
namespace {

using praxis::search::append_number;
using praxis::search::Lead;

// An entry of a file: a word with its postings, or only where a form is to be looked for.
struct Entry {
    std::string_view key;
    std::string text;  // all but the key
    friend auto operator<=>(const Entry&, const Entry&) = default;
};

void append_lead(std::string& text, Lead lead, std::string_view to) {
    text += '=';
    append_number(text, static_cast<std::uint32_t>(lead));
    text += to;
}

// Runs of one level and one title length, the best first; records ascend within a run.
auto encoded_postings(const Inverted& index, const IndexedWord& word) -> std::string {
    std::vector<std::uint64_t> postings;  // in the order of the runs, as one number each
    for (std::uint32_t i = word.begin; i < word.end; ++i) {
        const Posting& posting = index.postings[i];
        const std::uint64_t run = (15U - posting.level) * 16U + posting.title_words;
        postings.push_back(run << 32U | posting.record);
    }
    std::ranges::sort(postings);
    std::string text;
    for (std::size_t i = 0; i < postings.size();) {
        const std::size_t begin = i;
        const std::uint64_t run = postings[begin] >> 32U;
        while (i < postings.size() && postings[i] >> 32U == run) ++i;
        append_number(text, static_cast<std::uint32_t>((15U - run / 16U) * 16U + run % 16U));
        append_number(text, static_cast<std::uint32_t>(i - begin));
        for (std::size_t k = begin; k < i; ++k)
            append_number(text, static_cast<std::uint32_t>(k == begin ? postings[k] & 0xFFFFFFFFU : postings[k] - postings[k - 1] - 1));
    }
    return text;
}

class Terms {
public:
    Terms(const Target& target, const Inverted& index) : target_(target), index_(index) {}

    auto run() -> std::string {
        pair_synonyms();
        auto entries = parallel_map(index_.words.size(), target_.jobs, [&](std::size_t i, unsigned) { return entry(i); });
        std::vector<Piece> pieces;
        for (const Entry& one : entries) pieces.push_back({one.key, one.key.size() + one.text.size() + 2});
        files_ = cut_files(pieces, shard_bytes(pieces));
        const auto& cuts = files_.cuts;
        std::vector<std::vector<Entry>> files(cuts.size());
        std::vector<std::string_view> firsts;
        for (std::size_t n = 0; n < cuts.size(); ++n) {
            const std::size_t end = n + 1 < cuts.size() ? cuts[n + 1] : entries.size();
            firsts.push_back(entries.empty() ? std::string_view() : entries[cuts[n]].key);
            for (std::size_t i = cuts[n]; i < end; ++i) files[n].push_back(std::move(entries[i]));
        }
        place_forms_elsewhere(files, firsts);
        parallel_for(files.size(), target_.jobs, [&](std::size_t n, unsigned) { put(n, files[n]); });
        return files_.coded();
    }

private:
    // A bank of many words keeps to one file for fourteen things: its files are larger, in steps, so that
    // a word more does not move all borders.
    auto shard_bytes(const std::vector<Piece>& pieces) const -> std::size_t {
        std::size_t total = 0, bytes = target_.shard_bytes;
        for (const Piece& piece : pieces) total += piece.size;
        while (total / bytes > std::max<std::size_t>(target_.records / 14, 100)) bytes += bytes / 8;
        return bytes;
    }

    void pair_synonyms() {
        for (const auto& words : index_.synonyms) {
            for (const std::uint32_t word : words) {
                for (const std::uint32_t other : words) {
                    if (other != word) synonyms_.emplace(word, other);
                }
            }
        }
    }

    auto entry(std::size_t number) const -> Entry {
        const IndexedWord& word = index_.words[number];
        Entry made{index_.key(word), {}};
        for (std::size_t i = 1; i < word.forms.size(); ++i) {
            made.text += ',';
            append_front_coded(made.text, made.key, index_.forms[word.forms[i]].text);
        }
        made.text += ':';
        made.text += encoded_postings(index_, word);
        const auto [begin, end] = synonyms_.equal_range(static_cast<std::uint32_t>(number));
        for (auto at = begin; at != end; ++at) append_lead(made.text, Lead::synonym, index_.key(index_.words[at->second]));
        return made;
    }

    // A form that the alphabet puts into another file leads from there; so does one typed without the
    // mark that makes its letter another (`ano` leads to `año`).
    void place_forms_elsewhere(std::vector<std::vector<Entry>>& files, const std::vector<std::string_view>& firsts) {
        const auto file_of = [&](std::string_view form) {
            return static_cast<std::size_t>(std::max<std::ptrdiff_t>(std::ranges::upper_bound(firsts, form) - firsts.begin() - 1, 0));
        };
        const auto lead = [&](std::string_view from, Lead kind, std::string_view to) {
            Entry made{from, {}};
            append_lead(made.text, kind, to);
            files[file_of(from)].push_back(std::move(made));
        };
        plain_.resize(index_.forms.size());
        for (const IndexedWord& word : index_.words) {
            const std::string& key = index_.key(word);
            for (const std::uint32_t number : word.forms) {
                const std::string& form = index_.forms[number].text;
                if (file_of(form) != file_of(key)) lead(form, Lead::same, key);
                plain_[number] = without_marks(form);
                if (plain_[number] != form) lead(plain_[number], Lead::near, key);
            }
        }
        for (auto& entries : files) std::ranges::sort(entries);
    }

    auto without_marks(std::string_view form) const -> std::string {
        std::string plain;
        for (std::size_t at = 0; at < form.size();) {
            const char32_t c = next_code_point(form, at);
            plain += c < 0x80 ? std::string(1, static_cast<char>(c)) : language::fold_letter(c, {}).text;
        }
        return plain;
    }

    void put(std::size_t number, const std::vector<Entry>& entries) const {
        EntryFile file;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const bool twice = i > 0 && entries[i].key == entries[i - 1].key && entries[i].text == entries[i - 1].text;
            if (!twice) file.add(entries[i].key, entries[i].text);
        }
        file.put(target_.sink, target_.language, "t/" + files_.name(number));
    }

    const Target& target_;
    const Inverted& index_;
    std::multimap<std::uint32_t, std::uint32_t> synonyms_;
    std::vector<std::string> plain_;
    Files files_;
};

}  // namespace

auto put_terms(const Target& target, const Inverted& index) -> std::string {
    return Terms(target, index).run();
}

}  // namespace praxis::emitters::search
