// The forms of single values: what a country, an e-mail address or an address of the web looks like.
#pragma once

#include <optional>
#include <string_view>

#include "fields/field.h"

namespace praxis::values {

// Whether `text` has the form that `type` asks for; types without a form of their own always have it.
auto has_form(fields::Type type, std::string_view text) -> bool;

// A decimal number as written: digits, an optional point, an optional minus. No exponents, no octal.
auto parse_number(std::string_view text) -> std::optional<double>;

// An address that looks like a person's: `name.surname@`, or a mailbox of a free provider.
auto is_personal_email(std::string_view address) -> bool;

}  // namespace praxis::values
