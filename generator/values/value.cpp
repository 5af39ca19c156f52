#include "values/value.h"

#include <algorithm>

namespace praxis::values {

namespace {

// Pages ask for fields by the thousand: most keys differ in length or in their first letter.
auto is_of(const Value& item, std::string_view key) -> bool {
    if (item.field == nullptr || item.field->key.size() != key.size()) return false;
    const std::string_view own = item.field->key;
    return own.data() == key.data() || (!key.empty() && own.front() == key.front() && own.back() == key.back() && own == key);
}

}  // namespace

auto Value::find(std::string_view key) const -> const Value* {
    if (form != Form::object) return nullptr;
    const auto at = std::ranges::find_if(items, [&](const Value& item) { return is_of(item, key) && item.form != Form::broken; });
    return at != items.end() ? &*at : nullptr;
}

auto Value::was_written(std::string_view key) const -> bool {
    return std::ranges::any_of(items, [&](const Value& item) { return is_of(item, key); });
}

auto Value::text_of(std::string_view key) const -> std::string_view {
    const Value* found = find(key);
    return found == nullptr ? std::string_view() : std::string_view(found->text);
}

auto Value::items_of(std::string_view key) const -> const std::vector<Value>& {
    static const std::vector<Value> none;
    const Value* found = find(key);
    return found == nullptr ? none : found->items;
}

auto Value::number_of(std::string_view key) const -> const double* {
    const Value* found = find(key);
    return found == nullptr ? nullptr : std::get_if<double>(&found->data);
}

auto Value::date_of(std::string_view key) const -> const fields::Date* {
    const Value* found = find(key);
    return found == nullptr ? nullptr : std::get_if<fields::Date>(&found->data);
}

auto Value::is_true(std::string_view key) const -> bool {
    const Value* found = find(key);
    const bool* truth = found == nullptr ? nullptr : std::get_if<bool>(&found->data);
    return truth != nullptr && *truth;
}

auto language_of(const Value& phrase) -> std::string_view {
    const Tag* tag = std::get_if<Tag>(&phrase.data);
    return tag == nullptr ? std::string_view() : tag->view();
}

auto key_of(const Value& item, const fields::Field& list) -> std::string_view {
    if (!item.text.empty()) return item.text;
    const std::string_view own = item.text_of(list.item_key);
    return own.empty() ? item.text_of(list.other_item_key) : own;
}

}  // namespace praxis::values
