// A number for every field of the table, nested ones too: the same in every run of one program.
#pragma once

#include <cstdint>

#include "fields/field.h"

namespace praxis::fields {

inline constexpr std::uint16_t no_field = 0xFFFF;

auto number_of(const Field* field) -> std::uint16_t;  // `no_field` for null
auto field_of(std::uint32_t number) -> const Field*;  // null for what is no number of a field

}  // namespace praxis::fields
