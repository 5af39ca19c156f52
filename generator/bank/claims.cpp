// Whose translations are in hand: each claim names a record that there is.
#include "bank/builder.h"
#include "bank/codes.h"

namespace praxis::bank {
namespace {

// `practices/redes`, as `praxis status` names it.
auto record_named(const Bank& bank, std::string_view name) -> std::optional<Target> {
    const std::size_t slash = name.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    const auto kind = fields::kind_of_folder(name.substr(0, slash));
    return kind ? bank.find(*kind, name.substr(slash + 1)) : std::nullopt;
}

}  // namespace

void Builder::take_claims() {
    if (linking.claims == nullptr) return;
    const auto now = fields::parse_date(linking.today);
    for (const Value& claim : linking.claims->all()) {
        const Value* record = claim.find("record");
        const fields::Date* until = claim.date_of("until");
        const auto last = until == nullptr ? std::nullopt : fields::latest(*until);
        if (record == nullptr || !last) continue;
        const auto target = record_named(bank, record->text);
        if (!target) {
            report(codes::claim_of_nothing, record->span(linking.claims->file), {record->text});
            continue;
        }
        if (!linking.today.empty() && now && *last < now->first)
            report(codes::lapsed_claim, claim.find("until")->span(linking.claims->file), {record->text, claim.find("until")->text});
        bank.claims_.push_back({*target, std::string(claim.text_of("language")), std::string(claim.text_of("who")), *last});
    }
}

auto Bank::claim_on(const Target& record, std::string_view language, const fields::Day& day) const -> const Claim* {
    const Claim* found = nullptr;
    for (const Claim& claim : claims_) {
        const bool fits = claim.record == record && claim.language == language && claim.until >= day;
        if (fits && (found == nullptr || claim.until >= found->until)) found = &claim;
    }
    return found;
}

}  // namespace praxis::bank
