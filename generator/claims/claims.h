// Who has which translation in hand, and until when: content/claims.yaml, typed. Which record is meant is
// for `bank` to find. Made by `read_claims`.
#pragma once

#include "input/input_set.h"
#include "values/value.h"

namespace praxis::claims {

struct Claims {
    FileId file = FileId::none;
    values::Value fields;

    auto all() const -> const std::vector<values::Value>& { return fields.items_of("claims"); }
};

auto read_claims(const input::InputSet& inputs) -> Outcome<Claims>;

}  // namespace praxis::claims
