#include "templates/view.h"

#include <cstring>

#include "base/check.h"

namespace praxis::templates {

static_assert(std::is_trivially_copyable_v<Cell>);

auto Arena::copy(std::string_view text) -> std::string_view {
    if (text.empty()) return {};
    auto* bytes = static_cast<char*>(memory_.allocate(text.size(), 1));
    std::memcpy(bytes, text.data(), text.size());
    return {bytes, text.size()};
}

View::View(const Shape& shape, Arena& arena) : shape_(&shape), arena_(&arena) {
    const std::size_t bytes = sizeof(Cell) * std::max<std::size_t>(shape.slots.size(), 1);
    cells_ = static_cast<Cell*>(arena.resource()->allocate(bytes, alignof(Cell)));
    std::memset(static_cast<void*>(cells_), 0, bytes);  // a cell of zeros is an empty one
}

auto View::index_of(const SlotName& name, SlotType type) const -> int {
    const int index = shape_->index(name);
    if (index < 0) std::fprintf(stderr, "praxis: shape %s has no slot %s\n", shape_->name.c_str(), std::string(name.name()).c_str());
    CHECK(index >= 0 && shape_->slots[static_cast<std::size_t>(index)].type == type);
    return index;
}

auto View::slot_of(const SlotName& name, SlotType type) -> Cell& {
    return cells_[index_of(name, type)];
}

auto View::text(const SlotName& slot, std::string_view value) -> View& {
    slot_of(slot, SlotType::text).text = arena_->copy(value);
    return *this;
}

auto View::html(const SlotName& slot, std::string_view value) -> View& {
    slot_of(slot, SlotType::html).text = arena_->copy(value);
    return *this;
}

auto View::url(const SlotName& slot, std::string_view value) -> View& {
    slot_of(slot, SlotType::url).text = arena_->copy(value);
    return *this;
}

auto View::flag(const SlotName& slot, bool value) -> View& {
    slot_of(slot, SlotType::flag).text = value ? std::string_view("1") : std::string_view();
    return *this;
}

auto View::new_child(const SlotName& name, SlotType type) -> View {
    const int index = index_of(name, type);
    Cell& cell = cells_[index];
    if (type == SlotType::list) (&cell)[1].text = "1";  // has_NAME follows its list
    if (cell.items == nullptr) {
        void* memory = arena_->resource()->allocate(sizeof(std::pmr::vector<View>), alignof(std::pmr::vector<View>));
        cell.items = new (memory) std::pmr::vector<View>(arena_->resource());
    }
    auto& items = const_cast<std::pmr::vector<View>&>(*cell.items);
    const Shape& shape = *shape_->slots[static_cast<std::size_t>(index)].shape;
    items.push_back(View(shape, *arena_));
    return items.back();
}

auto View::object(const SlotName& slot) -> View {
    return new_child(slot, SlotType::object);
}
auto View::item(const SlotName& slot) -> View {
    return new_child(slot, SlotType::list);
}

auto View::share(const SlotName& name, const View& from) -> View& {
    const int own = shape_->index(name), other = from.shape_->index(name);
    CHECK(own >= 0 && other >= 0);
    const Slot &slot = shape_->slots[static_cast<std::size_t>(own)], &given = from.shape_->slots[static_cast<std::size_t>(other)];
    CHECK(slot.type == given.type && slot.shape == given.shape);
    cells_[own] = from.cells_[other];
    if (slot.type == SlotType::list) cells_[own + 1] = from.cells_[other + 1];  // has_NAME
    return *this;
}

auto View::has(const SlotName& slot) const -> bool {
    const int index = shape_->index(slot);
    return index >= 0 && cells_[index].is_set();
}

}  // namespace praxis::templates
