// Shapes: the fields that a view offers, with their types. They are the contract between pages and
// looks, checked when a look is compiled. Parsed from the text of a contract; immutable.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/probe.h"

namespace praxis::templates {

enum class SlotType : std::uint8_t {
    text,    // escaped wherever it stands
    html,    // only in element content
    url,     // only in an attribute that takes an address
    flag,    // only as a condition
    object,  // one more view, or none
    list,    // any number of views
};

// The name of a slot as it is looked for: by its hash (FNV-1a, 64 bits), worked out at compile time where the name is written
// out. No two slots of a shape have the same.
class SlotName {
public:
    template <std::size_t Size>
    consteval SlotName(const char (&name)[Size]) : SlotName(std::string_view(name, Size - 1)) {}
    constexpr SlotName(std::string_view name) : name_(name) {
        for (const char c : name) hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 1099511628211U;
    }
    SlotName(const std::string& name) : SlotName(std::string_view(name)) {}
    constexpr auto name() const -> std::string_view { return name_; }
    constexpr auto hash() const -> std::uint64_t { return hash_; }

private:
    std::string_view name_;
    std::uint64_t hash_ = 14695981039346656037U;
};

struct Shape;
struct Slot {
    std::string name;
    SlotType type = SlotType::text;
    const Shape* shape = nullptr;  // of objects and lists
};

struct Shape {
    explicit Shape(std::string called) : name(std::move(called)) {}
    std::string name;
    std::vector<Slot> slots;
    auto index(const SlotName& slot) const -> int { return places_[place(slot.hash())].slot; }  // -1 when there is none
    void add(Slot slot);

private:
    struct Place {
        std::uint64_t hash = 0;  // of the name
        int slot = -1;
    };
    auto place(std::uint64_t hash) const -> std::size_t {
        return probe(places_.size(), hash, [&](std::size_t at) { return places_[at].slot < 0 || places_[at].hash == hash; });
    }
    std::vector<Place> places_ = std::vector<Place>(2);
};

// `shape NAME { field:type ... }` and `page NAME { ... }`, `+ NAME` taking over another's fields;
// types are text, html, url, flag, `NAME` for an object and `[NAME]` for a list. `//` begins a comment.
// Every list NAME brings a flag has_NAME, set when it is not empty.
// A contract is part of the program: a mistake in it is a bug.
class Contract {
public:
    explicit Contract(std::string_view text);
    auto shape(std::string_view name) const -> const Shape&;
    auto pages() const -> const std::vector<const Shape*>& { return pages_; }

private:
    std::deque<Shape> shapes_;
    std::map<std::string, Shape*, std::less<>> by_name_;
    std::vector<const Shape*> pages_;
};

}  // namespace praxis::templates
