#include <algorithm>

#include "report/suggest.h"
#include "templates/codes.h"
#include "templates/html_place.h"
#include "templates/template.h"

namespace praxis::templates {
namespace {

constexpr std::size_t most_parts_deep = 16;

auto type_word(SlotType type) -> std::string {
    switch (type) {
        case SlotType::text: return "@slot.text";
        case SlotType::html: return "@slot.html";
        case SlotType::url: return "@slot.url";
        case SlotType::flag: return "@slot.flag";
        case SlotType::object: return "@slot.object";
        case SlotType::list: return "@slot.list";
    }
    return {};
}

auto place_word(HtmlPlace::Kind kind) -> std::string {
    switch (kind) {
        case HtmlPlace::Kind::content: return "@place.content";
        case HtmlPlace::Kind::tag: return "@place.tag";
        case HtmlPlace::Kind::attribute: return "@place.attribute";
        case HtmlPlace::Kind::unquoted: return "@place.unquoted";
        case HtmlPlace::Kind::comment: return "@place.comment";
        case HtmlPlace::Kind::raw: return "@place.raw";
    }
    return {};
}

struct Found {
    std::uint16_t up = 0, slot = 0;
    const Slot* type = nullptr;
};

class Compiler {
public:
    Compiler(const Shape& shape, const Library& library) : page_(shape.name), scopes_{&shape}, library_(library) {}

    void run(const std::vector<Node>& nodes) {
        for (const Node& node : nodes) {
            switch (node.kind) {
                case Node::Kind::text:
                    place_.follow(node.text);
                    add_text(node.text);
                    break;
                case Node::Kind::value: value(node); break;
                case Node::Kind::section:
                case Node::Kind::inverted: section(node); break;
                case Node::Kind::part: part(node); break;
                case Node::Kind::word: word(node); break;
            }
        }
    }

    Outcome<Program> outcome;

private:
    void report(const Code& code, const Node& node, std::vector<std::string> arguments, std::vector<std::string> suggestions = {}) {
        outcome.diagnostics.push_back(diagnose(code, node.span, std::move(arguments), std::move(suggestions)));
    }

    void add_text(std::string_view text) {
        auto& [program, diagnostics] = outcome;
        const auto begin = static_cast<std::uint32_t>(program.texts.size());
        program.texts += text;
        const bool joins = !program.ops.empty() && program.ops.back().kind == Op::Kind::text && joinable_;
        if (joins)
            program.ops.back().size += static_cast<std::uint32_t>(text.size());
        else
            program.ops.push_back({.kind = Op::Kind::text, .begin = begin, .size = static_cast<std::uint32_t>(text.size())});
        joinable_ = true;
    }

    auto add(Op op) -> std::size_t {
        joinable_ = false;
        outcome.value.ops.push_back(op);
        return outcome.value.ops.size() - 1;
    }

    // The first segment is looked up from the innermost scope outward, the others inside it.
    auto look_up(const Node& node, std::string_view name) -> std::optional<Found> {
        for (std::size_t up = 0; up < scopes_.size(); ++up) {
            const Shape& shape = *scopes_[scopes_.size() - 1 - up];
            const int index = shape.index(name);
            if (index >= 0)
                return Found{static_cast<std::uint16_t>(up), static_cast<std::uint16_t>(index),
                             &shape.slots[static_cast<std::size_t>(index)]};
        }
        std::vector<std::string_view> known;
        for (const Shape* shape : scopes_) {
            for (const Slot& slot : shape->slots) known.push_back(slot.name);
        }
        report(codes::unknown_field, node, {std::string(name), page_}, nearest(name, known));
        return std::nullopt;
    }

    // Enters the objects before the last dot, calls `inner` with the rest, and leaves them again.
    template <class Inner>
    void inside(const Node& node, std::string_view name, Inner&& inner) {
        const std::size_t dot = name.find('.');
        if (dot == std::string_view::npos) return inner(name);
        const auto found = look_up(node, name.substr(0, dot));
        if (!found) return;
        if (found->type->type != SlotType::object)
            return report(codes::value_as_section, node, {std::string(name.substr(0, dot)), type_word(found->type->type)});
        const std::size_t op = add({.kind = Op::Kind::each, .up = found->up, .slot = found->slot});
        scopes_.push_back(found->type->shape);
        inside(node, name.substr(dot + 1), inner);
        scopes_.pop_back();
        add({.kind = Op::Kind::end_each});
        outcome.value.ops[op].jump = static_cast<std::uint32_t>(outcome.value.ops.size());
    }

    void value(const Node& node) {
        inside(node, node.text, [&](std::string_view name) {
            const auto found = look_up(node, name);
            if (!found) return;
            const SlotType type = found->type->type;
            const bool content = place_.kind == HtmlPlace::Kind::content;
            const bool attribute = place_.kind == HtmlPlace::Kind::attribute;
            const bool fits =
                (type == SlotType::text && (content || (attribute && !place_.takes_address() && !place_.attribute.starts_with("on") &&
                                                        place_.attribute != "style"))) ||
                (type == SlotType::url && attribute && (place_.takes_address() || place_.attribute == "content")) ||
                (type == SlotType::html && content);
            if (!fits) return report(codes::misplaced_value, node, {std::string(name), type_word(type), place_word(place_.kind)});
            add({.kind = type == SlotType::html ? Op::Kind::raw : Op::Kind::escaped,
                 .in_attribute = attribute,
                 .up = found->up,
                 .slot = found->slot});
        });
    }

    void section(const Node& node) {
        inside(node, node.text, [&](std::string_view name) {
            const auto found = look_up(node, name);
            if (!found) return;
            const bool enters = found->type->shape != nullptr && node.kind == Node::Kind::section;
            const Op::Kind kind = node.kind == Node::Kind::inverted ? Op::Kind::unless : enters ? Op::Kind::each : Op::Kind::when;
            const std::size_t op = add({.kind = kind, .up = found->up, .slot = found->slot});
            if (enters) scopes_.push_back(found->type->shape);
            const HtmlPlace before = place_;
            run(node.children);
            if (!(before == place_)) report(codes::unbalanced_section, node, {std::string(name)});
            place_ = before;
            if (enters) {
                scopes_.pop_back();
                add({.kind = Op::Kind::end_each});
            }
            joinable_ = false;
            outcome.value.ops[op].jump = static_cast<std::uint32_t>(outcome.value.ops.size());
        });
    }

    void part(const Node& node) {
        const auto found = library_.parts.find(node.text);
        if (found == library_.parts.end()) {
            std::vector<std::string_view> known;
            for (const auto& [name, unused] : library_.parts) known.push_back(name);
            return report(codes::unknown_part, node, {node.text}, nearest(node.text, known));
        }
        const bool again = std::ranges::find(open_parts_, node.text) != open_parts_.end();
        if (again || open_parts_.size() >= most_parts_deep) return report(codes::part_in_itself, node, {node.text});
        open_parts_.push_back(node.text);
        run(found->second.nodes);
        open_parts_.pop_back();
    }

    void word(const Node& node) {
        if (!library_.has_word(node.text)) return report(codes::unknown_word, node, {node.text}, nearest(node.text, library_.words));
        const bool content = place_.kind == HtmlPlace::Kind::content;
        const bool attribute = place_.kind == HtmlPlace::Kind::attribute && !place_.takes_address();
        if (!content && !attribute) return report(codes::misplaced_value, node, {node.text, "@slot.word", place_word(place_.kind)});
        const auto begin = static_cast<std::uint32_t>(outcome.value.texts.size());
        outcome.value.texts += node.text;
        add({.kind = Op::Kind::word, .in_attribute = attribute, .begin = begin, .size = static_cast<std::uint32_t>(node.text.size())});
    }

    std::string page_;
    std::vector<const Shape*> scopes_;
    const Library& library_;
    std::vector<std::string> open_parts_;
    HtmlPlace place_;
    bool joinable_ = false;
};

}  // namespace

auto compile(const Template& page, const Shape& shape, const Library& library) -> Outcome<Program> {
    Compiler compiler(shape, library);
    compiler.run(page.nodes);
    return std::move(compiler.outcome);
}

}  // namespace praxis::templates
