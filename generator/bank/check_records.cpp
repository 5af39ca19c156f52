// Rules inside one record: parties, indicators, sources, its reviewer, the age of its last check.
#include <algorithm>
#include <cstdlib>
#include <map>

#include "bank/builder.h"
#include "bank/codes.h"
#include "report/suggest.h"

namespace praxis::bank {
namespace {

class RecordCheck {
public:
    RecordCheck(const Entity& entity, const Linking& linking, Diagnostics& found) : entity_(entity), linking_(linking), found_(found) {}

    void run() {
        if (const Value* organisation = entity_.facts.find("organisation");
            organisation != nullptr && organisation->form == values::Form::object)
            check_party(*organisation);
        for (const Value& partner : entity_.facts.items_of("partners")) check_party(partner);
        for (const Value& indicator : entity_.facts.items_of("indicators")) check_indicator(indicator);
        check_sources();
        check_reviewer();
        check_age();
        check_order();
        for (const Text& text : entity_.texts) check_headings(text);
    }

private:
    void report(const Code& code, const Value& at, std::vector<std::string> arguments) {
        Span span = at.span(entity_.file);
        if (at.form == values::Form::object) span.sureness = Span::Sureness::line;
        found_.push_back(diagnose(code, span, std::move(arguments)));
    }

    void check_party(const Value& party) {
        if (!party.was_written("name") && !party.was_written("id")) report(codes::nameless_party, party, {std::string(party.field->key)});
    }

    void check_indicator(const Value& indicator) {
        const std::string id(indicator.text_of("id"));
        const Value& place = id.empty() ? indicator : *indicator.find("id");
        const bool valued = indicator.was_written("value") || (indicator.was_written("from") && indicator.was_written("to"));
        if (!valued) report(codes::indicator_without_value, place, {id});
        if (!indicator.was_written("year") && !indicator.was_written("period")) report(codes::indicator_without_time, place, {id});
    }

    void check_sources() {
        std::map<std::string_view, const Value*> seen;
        for (const Value& source : entity_.facts.items_of("sources")) {
            const Value* url = source.find("url");
            if (url == nullptr) continue;
            const auto [at, is_new] = seen.emplace(url->text, &source);
            if (is_new) continue;
            report(codes::repeated_source_address, *url, {url->text, std::string(at->second->text_of("id"))});
            found_.back().related.push_back(at->second->find("url")->span(entity_.file));
        }
    }

    // Somebody of the practice's own city makes it at most `reviewed`.
    void check_reviewer() {
        const Value* review = entity_.facts.find("review");
        const Value* city = review == nullptr ? nullptr : review->find("city");
        if (entity_.state != State::peer_reviewed || city == nullptr || city->target() == nullptr) return;
        for (const Value& own : entity_.facts.items_of("cities")) {
            if (own.target() != nullptr && *own.target() == *city->target()) report(codes::own_reviewer, *city, {city->text});
        }
    }

    void check_age() {
        const fields::Date* verified = entity_.facts.date_of("last_verified");
        if (linking_.today.empty() || verified == nullptr || entity_.withdrawn) return;
        const auto last = fields::latest(*verified);
        const auto now = fields::parse_date(linking_.today);
        if (!last || !now) return;
        fields::Day limit = *last;
        limit.year = static_cast<std::int16_t>(limit.year + linking_.settings.verify_after_years);
        if (limit < now->first)
            report(codes::not_verified_lately, *entity_.facts.find("last_verified"),
                   {entity_.facts.find("last_verified")->text, std::to_string(linking_.settings.verify_after_years)});
    }

    // A heading within two letters of a known one was likely meant to be it.
    void check_headings(const Text& text) {
        const wording::Locale* locale = linking_.wording.find(text.language);
        if (entity_.kind != Kind::practice || locale == nullptr) return;
        for (const records::Section& section : text.outline.sections) {
            if (section.canonical || section.heading.size() < 6) continue;
            for (const auto& [id, known] : locale->headings) {
                if (edit_distance(section.heading, known, 2) > 2) continue;
                found_.push_back(diagnose(codes::heading_like, section.span, {section.heading}, {known}));
                break;
            }
        }
    }

    // Readers compare practices section by section: the known ones come in one order.
    void check_order() {
        if (entity_.kind != Kind::practice || entity_.texts.empty()) return;
        const auto order = fields::practice_sections();
        std::ptrdiff_t last = -1;
        std::string_view last_heading;
        for (const records::Section& section : entity_.texts.front().outline.sections) {
            if (!section.canonical) continue;
            const std::ptrdiff_t place = std::ranges::find(order, section.id) - order.begin();
            if (place < last)
                found_.push_back(diagnose(codes::section_out_of_order, section.span, {section.heading, std::string(last_heading)}));
            if (place >= last) last_heading = section.heading;
            last = std::max(last, place);
        }
    }

    const Entity& entity_;
    const Linking& linking_;
    Diagnostics& found_;
};

}  // namespace

void check_records(const Bank& bank, const Linking& linking, Diagnostics& found) {
    for (const fields::KindEntry& kind : fields::kinds()) {
        if (kind.format != fields::Format::markdown) continue;
        for (const Entity& entity : bank.entities(kind.kind)) {
            if (!entity.broken) RecordCheck(entity, linking, found).run();
        }
    }
}

}  // namespace praxis::bank
