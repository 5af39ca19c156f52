#include "templates/shape.h"

#include <algorithm>

#include "base/check.h"

namespace praxis::templates {
namespace {

auto tokens_of(std::string_view text) -> std::vector<std::string_view> {
    std::vector<std::string_view> tokens;
    for (std::size_t at = 0; at < text.size();) {
        if (text.substr(at).starts_with("//")) {
            at = std::min(text.find('\n', at), text.size());
        } else if (std::string_view(" \n\t").find(text[at]) != std::string_view::npos) {
            ++at;
        } else {
            const std::size_t end = std::min(text.find_first_of(" \n\t", at), text.size());
            tokens.push_back(text.substr(at, end - at));
            at = end;
        }
    }
    return tokens;
}

}  // namespace

auto Shape::index(std::string_view wanted) const -> int {
    const auto at = std::ranges::find(slots, wanted, &Slot::name);
    return at == slots.end() ? -1 : static_cast<int>(at - slots.begin());
}

Contract::Contract(std::string_view text) {
    const auto tokens = tokens_of(text);
    const auto declare = [&](std::string_view name) {
        shapes_.push_back({std::string(name), {}});
        by_name_.emplace(name, &shapes_.back());
    };
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (tokens[i] == "shape" || tokens[i] == "page") declare(tokens[i + 1]);
    }
    Shape* open = nullptr;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::string_view token = tokens[i];
        if (token == "shape" || token == "page") {
            open = by_name_.find(tokens.at(i + 1))->second;
            if (token == "page") pages_.push_back(open);
            i += 2;  // the name and `{`
        } else if (token == "}") {
            open = nullptr;
        } else if (token == "+") {
            const Shape& other = shape(tokens.at(++i));
            open->slots.insert(open->slots.end(), other.slots.begin(), other.slots.end());
        } else {
            const std::size_t colon = token.find(':');
            CHECK(open != nullptr && colon != std::string_view::npos);
            Slot slot{.name = std::string(token.substr(0, colon))};
            std::string_view type = token.substr(colon + 1);
            if (type == "html")
                slot.type = SlotType::html;
            else if (type == "url")
                slot.type = SlotType::url;
            else if (type == "flag")
                slot.type = SlotType::flag;
            else if (type != "text") {
                slot.type = type.starts_with('[') ? SlotType::list : SlotType::object;
                if (type.starts_with('[')) type = type.substr(1, type.size() - 2);
                slot.shape = &shape(type);
            }
            CHECK(open->index(slot.name) < 0);
            const bool list = slot.type == SlotType::list;
            open->slots.push_back(slot);
            if (list) open->slots.push_back({.name = "has_" + slot.name, .type = SlotType::flag});
        }
    }
}

auto Contract::shape(std::string_view name) const -> const Shape& {
    const auto at = by_name_.find(name);
    CHECK(at != by_name_.end());
    return *at->second;
}

}  // namespace praxis::templates
