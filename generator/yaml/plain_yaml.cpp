#include "yaml/plain_yaml.h"

#include <algorithm>
#include <unordered_set>

#include "base/digest.h"
#include "yaml/plain_scalars.h"

namespace praxis::yaml {
namespace {

constexpr std::size_t most_depth = 8, most_lists_in_lists = 2, most_keys_compared = 16;

enum class Place { block, brackets };

class PlainReader : PlainScalars {
public:
    using PlainScalars::PlainScalars;

    auto run() -> PlainPart {
        PlainPart part;
        skip();
        while (at_ < text_.size() && indent_ == 0) {
            const std::size_t begin = at_;
            Node key, item;
            const bool twice = !entry(0, 0, key, item) || std::ranges::find(part.keys, key.text, &Node::text) != part.keys.end();
            const bool alone = at_ >= text_.size() || (indent_ == 0 && is_letter(text_[at_]));
            if (twice || !alone) return with_end(std::move(part), begin);
            part.keys.push_back(std::move(key));
            part.items.push_back(std::move(item));
        }
        return with_end(std::move(part), at_);
    }

private:
    static auto with_end(PlainPart part, std::size_t end) -> PlainPart {
        part.end = part.keys.empty() ? 0 : end;
        return part;
    }

    // From the beginning of a line to the first letter of the next that holds more than a remark.
    void skip() {
        while (!is_end()) {
            const std::size_t begin = at_;
            while (peek() == ' ') ++at_;
            indent_ = at_ - begin;
            if (!is_end() && peek() != '\n' && peek() != '#') return;
            at_ = std::min(text_.find('\n', at_), text_.size() - 1) + 1;
        }
    }

    // The end of a line that holds no more; then on to the next.
    auto next_line() -> bool {
        if (!is_end() && !take('\n')) return false;
        skip();
        return true;
    }

    // `key: value`, and the lines that belong to it; `indent` is the column of the key.
    auto entry(std::size_t indent, std::size_t depth, Node& name, Node& item) -> bool {
        if (depth == most_depth || !key(name)) return false;
        if (take(' ')) {
            if (text_.substr(at_).starts_with(">-\n")) return folded(indent, item) && (is_end() || indent_ <= indent);
            return value(Place::block, item) && next_line() && (is_end() || indent_ <= indent);
        }
        if (!next_line() || is_end()) return false;
        if (peek() == '-') return indent_ >= indent && list(depth + 1, item) && (is_end() || indent_ <= indent);
        return indent_ > indent && map(depth + 1, item) && (is_end() || indent_ <= indent);
    }

    // Keys one below the other, from the first on; its column is where we stand.
    auto map(std::size_t depth, Node& into) -> bool {
        const std::size_t column = indent_;
        into = Node{.kind = NodeKind::map, .span = point()};
        std::unordered_set<std::uint64_t> known;  // keys of a map of many
        do {
            Node name, item;
            if (!entry(column, depth, name, item)) return false;
            const bool few = into.keys.size() < most_keys_compared;
            if (few ? into.find(name.text) != nullptr : is_known(into, name.text, known)) return false;
            into.keys.push_back(std::move(name));
            into.items.push_back(std::move(item));
        } while (!is_end() && indent_ == column && peek() != '-');
        return is_end() || indent_ < column;
    }

    // Equal hashes are a doubt like others.
    static auto is_known(const Node& map, std::string_view key, std::unordered_set<std::uint64_t>& known) -> bool {
        if (known.empty()) {
            for (const Node& one : map.keys) known.insert(hash_of(one.text));
        }
        return !known.insert(hash_of(key)).second;
    }

    auto list(std::size_t depth, Node& into) -> bool {
        const std::size_t column = indent_;
        into = Node{.kind = NodeKind::list, .span = point()};
        while (!is_end() && indent_ == column && peek() == '-') {
            ++at_;
            if (!take(' ')) return false;
            Node item;
            if (!dashed(column, depth, item)) return false;
            into.items.push_back(std::move(item));
        }
        return is_end() || indent_ <= column;
    }

    // What stands behind a dash: a map that begins on its line, or a value.
    auto dashed(std::size_t column, std::size_t depth, Node& item) -> bool {
        const std::size_t begin = at_;
        Node name;
        if (key(name)) {
            at_ = begin;
            indent_ = column + 2;
            return map(depth + 1, item) && (is_end() || indent_ <= column);
        }
        at_ = begin;
        return value(Place::block, item) && next_line() && (is_end() || indent_ <= column);
    }

    auto value(Place place, Node& into) -> bool {
        switch (peek()) {
            case '"': return quoted(into);
            case '[': return lists_ < most_lists_in_lists && list_in_brackets(into);
            case '{': return place == Place::block ? map_in_brackets(into) : false;
            default: return place == Place::block ? plain_line(into) : plain_word(into);
        }
    }

    // A paragraph below `>-`: lines of one indent, none of them empty, joined by spaces.
    auto folded(std::size_t indent, Node& into) -> bool {
        into = Node{.quoted = true, .span = point()};
        into.span.sureness = Span::Sureness::line;
        at_ += 3;
        const std::size_t column = std::min(text_.find_first_not_of(' ', at_), text_.size()) - at_;
        if (column <= indent) return false;
        const std::string spaces(column, ' ');
        while (text_.substr(at_).starts_with(spaces)) {
            const std::size_t begin = at_ + column, end = std::min(text_.find('\n', begin), text_.size());
            const std::string_view line = text_.substr(begin, end - begin);
            const bool plain = std::ranges::none_of(line, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
            if (line.empty() || line.front() == ' ' || line.back() == ' ' || !plain) return false;
            if (!into.text.empty()) into.text += ' ';
            into.text += line;
            at_ = std::min(end + 1, text_.size());
        }
        into.span.end = into.span.begin + static_cast<std::uint32_t>(into.text.size());
        if (into.text.empty() || peek() == '\n') return is_end() && !into.text.empty();
        skip();
        return true;
    }

    auto list_in_brackets(Node& into) -> bool {
        into = Node{.kind = NodeKind::list, .span = point()};
        if (take_empty("[]")) return true;
        ++lists_;
        do {
            ++at_;
            if (!into.items.empty() && !next_in_list()) return false;
            if (!value(Place::brackets, into.items.emplace_back())) return false;
        } while (peek() == ',');
        --lists_;
        return take(']');
    }

    auto take_empty(std::string_view brackets) -> bool {
        const bool is = text_.substr(at_).starts_with(brackets);
        at_ += is ? brackets.size() : 0;
        return is;
    }

    // Behind a comma: a space, or a line that is indented further.
    auto next_in_list() -> bool {
        if (take(' ')) return true;
        if (is_end() || !take('\n')) return false;
        const std::size_t begin = at_;
        while (peek() == ' ') ++at_;
        return at_ - begin > indent_;
    }

    auto map_in_brackets(Node& into) -> bool {
        into = Node{.kind = NodeKind::map, .span = point()};
        if (take_empty("{}")) return true;
        do {
            ++at_;
            if (!into.items.empty() && !take(' ')) return false;
            Node name, item;
            if (!(peek() == '"' ? quoted(name) && take(':') : key(name)) || !take(' ') || into.find(name.text) != nullptr ||
                !value(Place::brackets, item))
                return false;
            into.keys.push_back(std::move(name));
            into.items.push_back(std::move(item));
        } while (peek() == ',');
        return take('}');
    }

    std::size_t indent_ = 0;  // of the line where we stand
    std::size_t lists_ = 0;   // in brackets, that are open
};

}  // namespace

auto plain_part(std::string_view text, FileId file, std::uint32_t offset) -> PlainPart {
    return PlainReader(text, file, offset).run();
}

}  // namespace praxis::yaml
