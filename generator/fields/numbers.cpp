#include "fields/numbers.h"

#include <unordered_map>
#include <vector>

namespace praxis::fields {
namespace {

struct Numbers {
    std::vector<const Field*> fields;
    std::unordered_map<const Field*, std::uint16_t> numbers;

    Numbers() {
        for (const KindEntry& kind : kinds()) add(kind.fields);
        add(bank_fields());
    }

    void add(std::span<const Field> all) {
        for (const Field& field : all) {
            if (!numbers.emplace(&field, static_cast<std::uint16_t>(fields.size())).second) continue;
            fields.push_back(&field);
            add(field.fields);
        }
    }
};

auto table() -> const Numbers& {
    static const Numbers numbers;
    return numbers;
}

}  // namespace

auto number_of(const Field* field) -> std::uint16_t {
    const auto at = table().numbers.find(field);
    return at == table().numbers.end() ? no_field : at->second;
}

auto field_of(std::uint32_t number) -> const Field* {
    return number < table().fields.size() ? table().fields[number] : nullptr;
}

}  // namespace praxis::fields
