#include <algorithm>

#include "templates/codes.h"
#include "templates/template.h"

namespace praxis::templates {
namespace {

constexpr std::size_t most_depth = 32;

struct Tag {
    char sigil = 0;  // # ^ / > @ ! or 0 for a value
    std::string_view name;
    std::size_t begin = 0, end = 0;  // with the braces
};

auto trim(std::string_view text) -> std::string_view {
    const std::size_t first = text.find_first_not_of(" \t\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\n") - first + 1);
}

class Parser {
public:
    Parser(std::string_view text, FileId file) : text_(text), file_(file) {}

    auto run(std::string name) -> Outcome<Template> {
        std::vector<std::vector<Node>> open{{}};
        std::vector<Node> sections;
        std::size_t from = 0;
        for (auto tag = next(0); tag; tag = next(tag->end)) {
            add_text(open.back(), from, tag->begin, *tag);
            from = after(*tag);
            if (tag->name.empty() && tag->sigil != '!') {
                report(codes::empty_name, *tag, {});
            } else if (tag->sigil == '#' || tag->sigil == '^') {
                if (sections.size() >= most_depth) return stop(codes::nested_too_deep, *tag, {std::to_string(most_depth)});
                sections.push_back(node(*tag));
                open.emplace_back();
            } else if (tag->sigil == '/') {
                if (sections.empty() || sections.back().text != tag->name) {
                    return stop(codes::wrong_close, *tag,
                                {std::string(tag->name), sections.empty() ? std::string() : sections.back().text});
                }
                Node section = std::move(sections.back());
                section.children = std::move(open.back());
                sections.pop_back();
                open.pop_back();
                open.back().push_back(std::move(section));
            } else if (tag->sigil != '!') {
                open.back().push_back(node(*tag));
            }
        }
        if (!sections.empty()) diagnostics_.push_back(diagnose(codes::unclosed_section, sections.back().span, {sections.back().text}));
        open.front().push_back({Node::Kind::text, std::string(text_.substr(from)), {}, {}});
        return {{std::move(name), std::move(open.front())}, std::move(diagnostics_)};
    }

private:
    auto span(std::size_t begin, std::size_t end) const -> Span {
        return {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    }

    void report(const Code& code, const Tag& tag, std::vector<std::string> arguments) {
        diagnostics_.push_back(diagnose(code, span(tag.begin, tag.end), std::move(arguments)));
    }

    auto stop(const Code& code, const Tag& tag, std::vector<std::string> arguments) -> Outcome<Template> {
        report(code, tag, std::move(arguments));
        return {{}, std::move(diagnostics_)};
    }

    auto next(std::size_t at) -> std::optional<Tag> {
        const std::size_t begin = text_.find("{{", at);
        if (begin == std::string_view::npos) return std::nullopt;
        const std::size_t close = text_.find("}}", begin);
        if (close == std::string_view::npos) {
            diagnostics_.push_back(diagnose(codes::open_tag, span(begin, begin + 2)));
            return std::nullopt;
        }
        Tag tag{.begin = begin, .end = close + 2};
        std::string_view inside = trim(text_.substr(begin + 2, close - begin - 2));
        if (!inside.empty() && std::string_view("#^/>@!").find(inside.front()) != std::string_view::npos) {
            tag.sigil = inside.front();
            inside = trim(inside.substr(1));
        }
        tag.name = inside;
        return tag;
    }

    // Sections, parts and comments alone on a line take the line with them (Mustache, section "standalone").
    auto stands_alone(const Tag& tag) const -> bool {
        if (tag.sigil == 0 || tag.sigil == '@') return false;
        const std::size_t line = tag.begin == 0 ? 0 : text_.rfind('\n', tag.begin - 1) + 1;
        const std::size_t end = std::min(text_.find('\n', tag.end), text_.size());
        return trim(text_.substr(line, tag.begin - line)).empty() && trim(text_.substr(tag.end, end - tag.end)).empty();
    }

    auto after(const Tag& tag) const -> std::size_t {
        return stands_alone(tag) ? std::min(text_.find('\n', tag.end), text_.size() - 1) + 1 : tag.end;
    }

    void add_text(std::vector<Node>& nodes, std::size_t from, std::size_t to, const Tag& before) {
        if (stands_alone(before)) {
            const std::size_t line = to == 0 ? 0 : text_.rfind('\n', to - 1) + 1;
            to = std::max(from, line);
        }
        if (to > from) nodes.push_back({Node::Kind::text, std::string(text_.substr(from, to - from)), {}, {}});
    }

    auto node(const Tag& tag) const -> Node {
        using Kind = Node::Kind;
        const Kind kind = tag.sigil == '#'   ? Kind::section
                          : tag.sigil == '^' ? Kind::inverted
                          : tag.sigil == '>' ? Kind::part
                          : tag.sigil == '@' ? Kind::word
                                             : Kind::value;
        return {kind, std::string(tag.name), span(tag.begin, tag.end), {}};
    }

    std::string_view text_;
    FileId file_;
    Diagnostics diagnostics_;
};

}  // namespace

auto parse_template(std::string_view text, std::string name, FileId file) -> Outcome<Template> {
    return Parser(text, file).run(std::move(name));
}

}  // namespace praxis::templates
