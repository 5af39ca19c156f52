// The two tables beside bank.yaml: the glossary and the claims of translators.
#include "fields/shared_fields.h"

namespace praxis::fields {
namespace {

constexpr auto term_fields = std::array{
    field("id", Type::id).required(), words("term").required(), words("forms").list(), words("forbidden").list(), words("definition"),
};
constexpr auto glossary_all = std::array{object("terms", term_fields).keyed("id")};

constexpr auto claim_fields = std::array{
    text("record").required(),
    field("language", Type::language).required(),
    name("who").required(),
    date("until").required(),
};
constexpr auto claims_all = std::array{object("claims", claim_fields).list()};

}  // namespace

auto glossary_fields() -> std::span<const Field> {
    return glossary_all;
}
auto claims_fields() -> std::span<const Field> {
    return claims_all;
}

}  // namespace praxis::fields
