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

// Pages fill slots by the million, and no shape has more than some dozens.
void Shape::add(Slot slot) {
    slots.push_back(std::move(slot));
    if (2 * slots.size() > places_.size()) places_.resize(2 * places_.size());
    std::ranges::fill(places_, Place{});
    for (std::size_t i = 0; i < slots.size(); ++i) {
        const std::uint64_t hash = SlotName(slots[i].name).hash();
        Place& free = places_[place(hash)];
        CHECK(free.slot < 0);
        free = {hash, static_cast<int>(i)};
    }
}

Contract::Contract(std::string_view text) {
    const auto tokens = tokens_of(text);
    const auto declare = [&](std::string_view name) {
        shapes_.emplace_back(std::string(name));
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
            for (const Slot& slot : other.slots) open->add(slot);
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
            open->add(slot);
            if (list) open->add({.name = "has_" + slot.name, .type = SlotType::flag});
        }
    }
}

auto Contract::shape(std::string_view name) const -> const Shape& {
    const auto at = by_name_.find(name);
    CHECK(at != by_name_.end());
    return *at->second;
}

}  // namespace praxis::templates
