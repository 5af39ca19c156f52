// Shapes: the fields that a view offers, with their types. They are the contract between pages and
// looks, checked when a look is compiled. Parsed from the text of a contract; immutable.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::templates {

enum class SlotType : std::uint8_t {
    text,    // escaped wherever it stands
    html,    // only in element content
    url,     // only in an attribute that takes an address
    flag,    // only as a condition
    object,  // one more view, or none
    list,    // any number of views
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
    auto index(std::string_view name) const -> int;  // -1 when there is none
    void add(Slot slot);

private:
    auto place(std::string_view name) const -> std::size_t;
    std::vector<std::int16_t> places_ = std::vector<std::int16_t>(2, -1);  // of slots, by their names' hashes
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
