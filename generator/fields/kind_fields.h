// One function a kind: its fields. Used only by `kinds.cpp`, which makes the table of kinds.
#pragma once

#include "fields/field.h"

namespace praxis::fields {

auto practice_fields() -> std::span<const Field>;
auto bulletin_fields() -> std::span<const Field>;
auto declaration_fields() -> std::span<const Field>;
auto page_fields() -> std::span<const Field>;
auto city_fields() -> std::span<const Field>;
auto theme_fields() -> std::span<const Field>;
auto award_fields() -> std::span<const Field>;
auto organisation_fields() -> std::span<const Field>;
auto network_fields() -> std::span<const Field>;
auto cluster_fields() -> std::span<const Field>;
auto event_fields() -> std::span<const Field>;
auto vocabulary_fields() -> std::span<const Field>;

}  // namespace praxis::fields
