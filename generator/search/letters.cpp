#include "search/letters.h"

#include <algorithm>

#include "base/utf8.h"

namespace praxis::search {
namespace {

auto is_apostrophe(char32_t c) -> bool {
    return c == U'\'' || c == U'\u2019' || c == U'\u02BC';
}

auto is_hyphen(char32_t c) -> bool {
    return c == U'-' || c == U'\u2010' || c == U'\u2011';
}

// Stands inside words and says nothing: soft hyphen, joiners.
auto is_silent(char32_t c) -> bool {
    return c == U'\u00AD' || c == U'\u200C' || c == U'\u200D';
}

class Splitter {
public:
    Splitter(Letters& letters, std::string_view text, std::vector<Word>& words) : letters_(letters), text_(text), words_(words) {
        words_.clear();
    }

    void run() {
        for (std::size_t at = 0; at < text_.size();) {
            const std::size_t begin = at;
            while (at < text_.size() && language::is_plain_letter(text_[at])) ++at;
            if (at > begin) {
                ascii(begin, at);
                continue;
            }
            const char32_t c = next_code_point(text_, at);
            if (c < 0x80)
                end_word(c);
            else if (is_run_letter(c))
                run_letter(begin, at);
            else if (!is_silent(c))
                other(c, begin, at);
        }
        end_word(0);
    }

private:
    void ascii(std::size_t begin, std::size_t end) {
        grow(begin, end);
        language::append_lower(word_.text, text_.substr(begin, end - begin));
    }

    void other(char32_t c, std::size_t begin, std::size_t end) {
        const language::FoldedLetter& folded = letters_.of(c);
        if (folded.separator) return end_word(c);
        grow(begin, end);
        word_.text += folded.text;
    }

    void grow(std::size_t begin, std::size_t end) {
        if (in_run_) end_word(0);
        if (!open_) {
            open_ = true;
            word_.begin = begin;
            if (!words_.empty() && words_.back().end + mark_bytes_ == begin && mark_ != 0) {
                words_.back().apostrophe = is_apostrophe(mark_);
                words_.back().hyphen = is_hyphen(mark_);
            }
        }
        word_.end = end;
    }

    // Two by two, each pair a word; a letter alone is one too.
    void run_letter(std::size_t begin, std::size_t end) {
        if (!in_run_) end_word(0);
        const std::string_view letter = text_.substr(begin, end - begin);
        if (in_run_ && !single_) words_.push_back({std::string(letter), last_, end, false, false});
        if (in_run_) {
            Word& pair = words_.back();
            pair.text = std::string(text_.substr(last_, begin - last_)) + std::string(letter);
            pair.end = end;
        } else {
            words_.push_back({std::string(letter), begin, end, false, false});
        }
        single_ = !in_run_;
        in_run_ = true;
        last_ = begin;
    }

    void end_word(char32_t mark) {
        in_run_ = false;
        if (open_) {
            mark_ = is_apostrophe(mark) || is_hyphen(mark) ? mark : 0;
            mark_bytes_ = mark == 0 ? 0 : code_bytes(mark);
            if (!word_.text.empty() && word_.text.size() <= most_word_bytes) words_.push_back(std::move(word_));
            word_ = {};
            open_ = false;
        } else {
            mark_ = 0;
        }
    }

    static auto code_bytes(char32_t c) -> std::size_t { return c < 0x80 ? 1 : c < 0x800 ? 2 : 3; }

    Letters& letters_;
    std::string_view text_;
    std::vector<Word>& words_;
    Word word_;
    bool open_ = false, in_run_ = false, single_ = false;
    std::size_t last_ = 0, mark_bytes_ = 0;
    char32_t mark_ = 0;
};

}  // namespace

Letters::Letters(Lookup lookup) : lookup_(std::move(lookup)), places_(0x10000, 0), folded_{{{}, true}}, text_of_{0} {}

auto Letters::of(char32_t letter) -> const language::FoldedLetter& {
    if (letter >= places_.size()) return folded_.front();
    std::uint16_t& place = places_[letter];
    if (place == 0) {
        folded_.push_back(lookup_(letter));
        text_of_.push_back(text_ - 1);
        place = static_cast<std::uint16_t>(folded_.size() - 1);
    }
    if (letter >= 0x80 && text_of_[place] != text_) {
        text_of_[place] = text_;
        if (!folded_[place].separator) of_text_.push_back(letter);
    }
    return folded_[place];
}

void Letters::begin_text() {
    ++text_;
    of_text_.clear();
}

auto Letters::seen() const -> std::vector<char32_t> {
    std::vector<char32_t> all;
    for (std::size_t c = 0x80; c < places_.size(); ++c) {
        if (places_[c] != 0 && !folded_[places_[c]].separator) all.push_back(static_cast<char32_t>(c));
    }
    return all;
}

auto is_run_letter(char32_t c) -> bool {
    static constexpr std::pair<char32_t, char32_t> ranges[] = {{0x0E00, 0x0EFF}, {0x1000, 0x109F}, {0x1780, 0x17FF}, {0x3040, 0x30FF},
                                                               {0x3400, 0x9FFF}, {0xAC00, 0xD7AF}, {0xF900, 0xFAFF}};
    return std::ranges::any_of(ranges, [&](const auto& range) { return c >= range.first && c <= range.second; });
}

auto split(Letters& letters, std::string_view text) -> std::vector<Word> {
    std::vector<Word> words;
    split(letters, text, words);
    return words;
}

void split(Letters& letters, std::string_view text, std::vector<Word>& words) {
    Splitter(letters, text, words).run();
}

}  // namespace praxis::search
