// yaml-cpp is used through its event interface only, and only here. It accepts unterminated quotes,
// drops what follows some errors, keeps duplicate keys and follows alias cycles (decision 0004), so
// a sentinel key is appended: a text that was read to its end yields it as the last key of the root.
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <string>

#include "yaml/codes.h"
#include "yaml/node.h"
#include "yaml/plain_yaml.h"

namespace praxis::yaml {
namespace {

constexpr std::string_view sentinel = "__praxis_end__";

// Thrown by the handler to leave yaml-cpp early; never leaves this file.
struct Stop {
    Diagnostic diagnostic;
};

class Builder final : public YAML::EventHandler {
public:
    Builder(std::string_view text, FileId file, std::uint32_t offset, Limits limits)
        : text_(text), file_(file), offset_(offset), limits_(limits) {}

    Node root;
    Diagnostics diagnostics;

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        refuse(anchor != 0, mark);
        Node node{.span = point(mark)};
        for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
            if (at(mark).starts_with(word)) node.text = word;
        }
        node.span.end += static_cast<std::uint32_t>(node.text.size());
        add(std::move(node));
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse(true, mark); }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
        refuse(anchor != 0 || (tag != "?" && tag != "!" && !tag.empty()), mark);
        if (value.find(sentinel) != std::string::npos && value != sentinel)
            throw Stop{diagnose(is_quoted(mark) ? codes::open_quote : codes::open_bracket, point(mark))};
        Node node{.quoted = tag == "!", .span = place_of(mark, value), .text = value};
        add(std::move(node));
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
        open(NodeKind::list, mark, tag, anchor);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
        open(NodeKind::map, mark, tag, anchor);
    }
    void OnMapEnd() override { close(); }

    auto span_at(const YAML::Mark& mark, Span::Sureness sureness) const -> Span {
        const auto begin = std::min<std::size_t>(static_cast<std::size_t>(std::max(mark.pos, 0)), text_.empty() ? 0 : text_.size() - 1);
        return {file_, offset_ + static_cast<std::uint32_t>(begin), offset_ + static_cast<std::uint32_t>(begin) + 1, sureness};
    }

private:
    auto at(const YAML::Mark& mark) const -> std::string_view {
        const auto begin = static_cast<std::size_t>(std::max(mark.pos, 0));
        return begin < text_.size() ? text_.substr(begin) : std::string_view();
    }
    auto is_quoted(const YAML::Mark& mark) const -> bool { return at(mark).starts_with('"') || at(mark).starts_with('\''); }
    auto point(const YAML::Mark& mark) const -> Span {
        Span span = span_at(mark, Span::Sureness::exact);
        span.end = span.begin;
        return span;
    }

    // Exact when the written form is found on its line, else just the line.
    auto place_of(const YAML::Mark& mark, const std::string& value) const -> Span {
        Span span = point(mark);
        const std::string_view here = at(mark);
        if (here.empty()) return span;
        std::size_t length = value.size();
        if (here.front() == '"' || here.front() == '\'') {
            const std::size_t line_end = std::min(here.find('\n'), here.size());
            length = 1;
            while (length < line_end && here[length] != here.front()) length += here.front() == '"' && here[length] == '\\' ? 2 : 1;
            ++length;
            if (length > line_end) span.sureness = Span::Sureness::line;
        } else if (!here.starts_with(value)) {
            span.sureness = Span::Sureness::line;
        }
        span.end = span.begin + static_cast<std::uint32_t>(length);
        return span;
    }

    void refuse(bool refused, const YAML::Mark& mark) const {
        if (refused) throw Stop{diagnose(codes::anchor_or_tag, span_at(mark, Span::Sureness::line))};
    }

    void open(NodeKind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        refuse(anchor != 0 || (tag != "?" && tag != "!" && !tag.empty()), mark);
        if (stack_.size() >= limits_.depth) throw Stop{diagnose(codes::too_deep, point(mark), {std::to_string(limits_.depth)})};
        stack_.push_back(Node{.kind = kind, .span = point(mark)});
    }

    void close() {
        Node node = std::move(stack_.back());
        stack_.pop_back();
        if (node.kind == NodeKind::map) {
            check_commas(node);
            check_keys(node);
        }
        add(std::move(node));
    }

    void add(Node node) {
        if (stack_.empty()) {
            root = std::move(node);
            return;
        }
        Node& parent = stack_.back();
        if (parent.kind == NodeKind::map && parent.keys.size() == parent.items.size()) {
            if (node.kind != NodeKind::scalar) throw Stop{diagnose(codes::key_not_plain, node.span)};
            parent.keys.push_back(std::move(node));
        } else {
            parent.items.push_back(std::move(node));
        }
    }

    // Of a text with a comma in braces, `{label: Workshops, courses}`, YAML makes a shorter text and keys without colon.
    auto lacks_colon(const Node& map, std::size_t i) const -> bool {
        const Span& key = map.keys[i].span;
        if (key.sureness != Span::Sureness::exact || !map.items[i].is_empty_scalar()) return false;
        const std::string_view rest = text_.substr(std::min<std::size_t>(key.end - offset_, text_.size()));
        const std::size_t next = rest.find_first_not_of(" \r\n");
        return next != std::string_view::npos && (rest[next] == ',' || rest[next] == '}');
    }

    void check_commas(Node& map) {
        for (std::size_t i = 1; i < map.keys.size(); ++i) {
            const Node& cut = map.items[i - 1];
            if (!lacks_colon(map, i) || cut.kind != NodeKind::scalar || cut.text.empty()) continue;
            std::size_t end = i;
            std::string whole = cut.text;
            for (; end < map.keys.size() && lacks_colon(map, end); ++end) {
                const bool tight = text_[map.keys[end].span.begin - offset_ - 1] == ',';
                whole += (tight ? "," : ", ") + map.keys[end].text;
            }
            diagnostics.push_back(diagnose(codes::comma_in_text, map.keys[i].span, {map.keys[i - 1].text, whole}));
            map.keys.erase(map.keys.begin() + static_cast<std::ptrdiff_t>(i), map.keys.begin() + static_cast<std::ptrdiff_t>(end));
            map.items.erase(map.items.begin() + static_cast<std::ptrdiff_t>(i), map.items.begin() + static_cast<std::ptrdiff_t>(end));
        }
    }

    // The first of two equal keys stays; the second is reported and dropped.
    void check_keys(Node& map) {
        std::set<std::string_view> seen;
        std::vector<std::size_t> twice;
        for (std::size_t i = 0; i < map.keys.size(); ++i) {
            if (!seen.insert(map.keys[i].text).second) twice.push_back(i);
        }
        for (auto i = twice.rbegin(); i != twice.rend(); ++i) {
            Diagnostic diagnostic = diagnose(codes::duplicate_key, map.keys[*i].span, {map.keys[*i].text});
            diagnostic.related.push_back(std::ranges::find(map.keys, map.keys[*i].text, &Node::text)->span);
            diagnostics.push_back(std::move(diagnostic));
        }
        for (auto i = twice.rbegin(); i != twice.rend(); ++i) {
            map.keys.erase(map.keys.begin() + static_cast<std::ptrdiff_t>(*i));
            map.items.erase(map.items.begin() + static_cast<std::ptrdiff_t>(*i));
        }
    }

    std::string_view text_;
    FileId file_;
    std::uint32_t offset_;
    Limits limits_;
    std::vector<Node> stack_;
};

// Looks at the lines before the parser does: what it would misread or drop without a word.
auto scan_lines(std::string_view text, FileId file, std::uint32_t offset) -> std::optional<Diagnostic> {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        const auto begin = offset + static_cast<std::uint32_t>(at);
        const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
        const bool marker = (line.starts_with("---") || line.starts_with("...")) && (line.size() == 3 || line[3] == ' ' || line[3] == '\r');
        if (marker) return diagnose(codes::second_document, {file, begin, begin + 3});
        if (line.starts_with('%')) return diagnose(codes::anchor_or_tag, {file, begin, begin + 1, Span::Sureness::line});
        if (indent < line.size() && line[indent] == '\t')
            return diagnose(codes::tab, {file, begin + static_cast<std::uint32_t>(indent), begin + static_cast<std::uint32_t>(indent) + 1});
        at = end + 1;
    }
    return std::nullopt;
}

auto is_blank(std::string_view text) -> bool {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        const std::size_t first = line.find_first_not_of(" \r");
        if (first != std::string_view::npos && line[first] != '#') return false;
        at = end + 1;
    }
    return true;
}

// A key without its colon swallows the next line: the fault is in the line before the one at `at`.
auto line_without_colon(std::string_view text, std::size_t at) -> std::optional<std::uint32_t> {
    const std::size_t line = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    if (line == std::string_view::npos || line == 0) return std::nullopt;
    const std::size_t above = text.rfind('\n', line - 1);
    const std::size_t begin = above == std::string_view::npos ? 0 : above + 1;
    const std::string_view before = text.substr(begin, line - begin);
    const std::size_t first = before.find_first_not_of(" \r");
    const bool key = first == 0 && before.find(':') == std::string_view::npos &&
                     std::string_view("-#?\"'[{|>").find(before[0]) == std::string_view::npos;
    return key ? std::optional(static_cast<std::uint32_t>(begin)) : std::nullopt;
}

auto code_of(const std::string& message) -> const Code& {
    if (message.find("illegal map value") != std::string::npos || message.find("illegal value") != std::string::npos)
        return codes::colon_in_text;
    if (message.find("anchor") != std::string::npos) return codes::anchor_or_tag;
    if (message.find("flow") != std::string::npos) return codes::open_bracket;
    return codes::syntax;
}

auto parsed(std::string_view text, FileId file, std::uint32_t offset, Limits limits) -> Outcome<std::optional<Node>> {
    if (is_blank(text)) return {Node{.kind = NodeKind::map, .span = {file, offset, offset}}, {}};
    Builder builder(text, file, offset, limits);
    std::istringstream stream(std::string(text) + "\n" + std::string(sentinel) + ": end\n");
    try {
        YAML::Parser parser(stream);
        parser.HandleNextDocument(builder);
    } catch (const Stop& stop) {
        return {std::nullopt, {stop.diagnostic}};
    } catch (const YAML::Exception& problem) {
        const Span place = builder.span_at(problem.mark, Span::Sureness::line);
        const Code& code = code_of(problem.msg);
        const auto before = code.id == codes::colon_in_text.id ? line_without_colon(text, place.begin - offset) : std::nullopt;
        if (before)
            return {std::nullopt, {diagnose(codes::missing_colon, {file, offset + *before, offset + *before, Span::Sureness::line})}};
        return {std::nullopt, {diagnose(code, place)}};
    }
    Node& root = builder.root;
    if (root.kind != NodeKind::map) return {std::nullopt, {diagnose(codes::not_a_map, {file, offset, offset, Span::Sureness::line})}};
    if (root.keys.empty() || root.keys.back().text != sentinel) {
        const std::uint32_t last = root.keys.empty() ? offset : root.keys.back().span.begin;
        return {std::nullopt, {diagnose(codes::left_over, {file, last, last, Span::Sureness::line})}};
    }
    root.keys.pop_back();
    root.items.pop_back();
    return {std::move(root), std::move(builder.diagnostics)};
}

// The two parts as one map; nothing when they cannot be told to make one, which is for yaml-cpp to say.
auto joined(PlainPart&& first, Outcome<std::optional<Node>>&& rest) -> std::optional<Node> {
    if (!rest.value || !rest.diagnostics.empty()) return std::nullopt;
    Node& root = *rest.value;
    for (const Node& key : first.keys) {
        if (std::ranges::find(root.keys, key.text, &Node::text) != root.keys.end()) return std::nullopt;
    }
    root.span.begin = root.span.end = first.keys.front().span.begin;
    root.keys.insert(root.keys.begin(), std::move_iterator(first.keys.begin()), std::move_iterator(first.keys.end()));
    root.items.insert(root.items.begin(), std::move_iterator(first.items.begin()), std::move_iterator(first.items.end()));
    return std::move(root);
}

}  // namespace

auto Node::find(std::string_view key) const -> const Node* {
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i].text == key) return &items[i];
    }
    return nullptr;
}

auto read_yaml(std::string_view text, FileId file, std::uint32_t offset, Limits limits) -> Outcome<std::optional<Node>> {
    if (auto found = scan_lines(text, file, offset)) return {std::nullopt, {std::move(*found)}};
    if (PlainPart first = plain_part(text, file, offset); first.end > 0 && text.find(sentinel) == std::string_view::npos) {
        const std::uint32_t rest = offset + static_cast<std::uint32_t>(first.end);
        if (auto root = joined(std::move(first), parsed(text.substr(rest - offset), file, rest, limits))) return {std::move(root), {}};
    }
    return parsed(text, file, offset, limits);
}

}  // namespace praxis::yaml
