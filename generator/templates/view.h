// Views: the finished words, numbers and links of one page, in the form of a shape. A view lives in
// its arena and is dropped with it. Made by `pages`, read by `render`.
#pragma once

#include <memory>
#include <memory_resource>
#include <string_view>
#include <vector>

#include "templates/shape.h"

namespace praxis::templates {

class Arena {
public:
    auto resource() -> std::pmr::memory_resource* { return &memory_; }
    auto copy(std::string_view text) -> std::string_view;

private:
    std::pmr::monotonic_buffer_resource memory_{16 * 1024};
};

class View;
struct Cell {
    std::string_view text;                          // texts, html, urls; `1` for a set flag
    const std::pmr::vector<View>* items = nullptr;  // objects (one) and lists
    auto is_set() const -> bool { return !text.empty() || (items != nullptr); }
};

class View {
public:
    View(const Shape& shape, Arena& arena);

    // Each sets the slot of that name, which must have the right type: anything else is a bug.
    auto text(const SlotName& slot, std::string_view value) -> View&;
    auto html(const SlotName& slot, std::string_view value) -> View&;
    auto url(const SlotName& slot, std::string_view value) -> View&;
    auto flag(const SlotName& slot, bool value = true) -> View&;
    auto object(const SlotName& slot) -> View;  // a new view in the slot
    auto item(const SlotName& slot) -> View;    // one more at the end of the list
    auto has(const SlotName& slot) const -> bool;
    // What the slot of that name holds in another view: not copied, so that its arena must outlive this one.
    auto share(const SlotName& slot, const View& from) -> View&;

    auto cell(int slot) const -> const Cell& { return cells_[slot]; }
    auto shape() const -> const Shape& { return *shape_; }
    auto arena() const -> Arena& { return *arena_; }

private:
    auto index_of(const SlotName& name, SlotType type) const -> int;
    auto slot_of(const SlotName& name, SlotType type) -> Cell&;
    auto new_child(const SlotName& name, SlotType type) -> View;
    const Shape* shape_;
    Arena* arena_;
    Cell* cells_;
};

}  // namespace praxis::templates
