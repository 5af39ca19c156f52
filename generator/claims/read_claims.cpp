#include "claims/claims.h"
#include "values/read_object.h"

namespace praxis::claims {
namespace {

constexpr std::uint64_t most_claims_bytes = 1024 * 1024;

}  // namespace

auto read_claims(const input::InputSet& inputs) -> Outcome<Claims> {
    Outcome<Claims> outcome;
    outcome.value.fields.form = values::Form::object;
    const auto file = inputs.find("content/claims.yaml");
    if (!file || inputs[*file].broken) return outcome;
    outcome.value.file = *file;
    auto read = values::read_table(inputs, {*file, most_claims_bytes, fields::claims_fields(), "claims"});
    outcome.value.fields = std::move(read.value);
    outcome.diagnostics = std::move(read.diagnostics);
    return outcome;
}

}  // namespace praxis::claims
