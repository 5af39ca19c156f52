// The bank: every record and entity, joined over its languages, linked and checked, with its derived
// indexes. Whoever holds one may follow every reference: those that did not resolve were reported
// and left out. Made by `link`; immutable from then on.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bank/trace.h"
#include "claims/claims.h"
#include "history/history.h"
#include "records/record.h"
#include "settings/settings.h"
#include "values/value.h"
#include "wording/wording.h"

namespace praxis::bank {

using fields::Kind;
using fields::State;
using values::Target;
using values::Value;

// One language of a record.
// A part of an original, in the paragraphs that differ: as a stale translation knew it, and as it is.
struct Change {
    std::string key;
    std::vector<std::string> before, now;  // plain text
};

struct Text {
    enum class State : std::uint8_t { original, complete, stale } state = State::original;
    std::string language;
    FileId file = FileId::none;
    Value fields;  // as a translation has them; those of the original are the facts of its entity
    records::Outline outline;
    files::Scratch::Slice body;
    std::vector<std::pair<std::string, std::string>> fingerprints;
    std::vector<std::string> changed;    // what of the original is newer: `title`, `results` ...
    std::vector<std::string> made_from;  // for each, the fingerprint it was translated from; empty: none
    std::vector<Change> changes;         // those whose former words the history has
};

struct Entity {
    Kind kind = Kind::practice;
    std::string id;
    FileId file = FileId::none;  // the original's
    std::string original;        // its language; empty for YAML kinds
    State state = State::reviewed;
    bool broken = false;  // could not be read
    bool held = false;    // left out by --hold; keeps its address
    bool draft = false;
    bool withdrawn = false;
    Value facts;              // of the original, or of the YAML file
    std::vector<Text> texts;  // of Markdown kinds, the original first

    // On the site, with a page of its own.
    auto is_present() const -> bool { return !broken && !held && !draft; }
    auto text(std::string_view language) const -> const Text*;
    // What the front matter of a text says.
    auto fields(const Text& text) const -> const Value& { return &text == texts.data() ? facts : text.fields; }
};

// A reference, seen from its target.
struct Link {
    Target to, from;
    const fields::Field* field = nullptr;  // the field that holds it
    std::uint32_t order = 0;               // its place among the same entity's links
};

struct Membership {
    Target who, where;  // a city or organisation; a network or cluster
    std::string_view role;
    const fields::Date* from = nullptr;
    const fields::Date* until = nullptr;
    const Value* value = nullptr;
};

struct Result {
    Target edition;                 // the award with the edition as part
    std::uint32_t distinction = 0;  // number in the award's list
    std::optional<Target> practice, city;
    const Value* value = nullptr;
};

// Somebody has a translation in hand, up to and including a day.
struct Claim {
    Target record;
    std::string language, who;
    fields::Day until;
};

// What a Markdown address means, once resolved.
struct Destination {
    enum class Kind : std::uint8_t { none, external, anchor, record, attachment } kind = Kind::none;
    Target target;
    std::string anchor;  // of the target's text, in its own language
    FileId file = FileId::none;
};

// Whether a record lists the file that lies beside it, as a picture or a document: no other is published.
auto lists_file(const Entity& entity, std::string_view name) -> bool;

class Bank {
public:
    auto entities(Kind kind) const -> std::span<const Entity> {
        Trace::note(seen_kind(kind));
        return tables_[static_cast<std::size_t>(kind)];
    }
    auto operator[](const Target& target) const -> const Entity& {
        Trace::note(seen_thing(target));
        return tables_[static_cast<std::size_t>(target.kind)][target.index];
    }
    auto find(Kind kind, std::string_view id) const -> std::optional<Target>;
    auto entity_of(FileId file) const -> std::optional<Target>;

    auto links_to(const Target& target) const -> std::span<const Link>;
    auto name_each_other(const Target& one, const Target& other) const -> bool;  // either of them the other
    auto links_to_parts_of(const Target& whole) const -> std::span<const Link>;  // and to itself
    // The targets that name `target` in a field of that key, in the order of their tables.
    auto sources_of(const Target& target, Kind kind, std::string_view key) const -> std::vector<Target>;
    auto memberships_in(const Target& where) const -> std::vector<Membership>;
    auto memberships_of(const Target& who) const -> std::vector<Membership>;
    auto results_of(const Target& target) const -> std::vector<Result>;  // practice, city or edition
    auto results() const -> const std::vector<Result>& { return results_; }

    // Who has a record in hand for a language on a day; null where nobody has. The later claim counts.
    auto claim_on(const Target& record, std::string_view language, const fields::Day& day) const -> const Claim*;

    // The edition or item that a target's part names.
    auto part(const Target& target) const -> const Value&;
    auto destinations(FileId file) const -> std::span<const Destination>;

private:
    friend class Builder;
    std::array<std::vector<Entity>, fields::kind_count> tables_;
    std::vector<std::optional<Target>> by_file_;
    std::vector<Link> links_;
    std::vector<Membership> memberships_;
    std::vector<Result> results_;
    std::vector<Claim> claims_;
    // Sorted pairs of a target and a number in the tables above, one for each side of the relation.
    std::vector<std::pair<Target, std::uint32_t>> membership_index_, result_index_;
    std::vector<std::vector<Destination>> destinations_;  // by number of the file
};

struct Linking {
    const input::InputSet& inputs;
    const settings::Settings& settings;
    const wording::Wording& wording;
    std::string today;    // YYYY-MM-DD where the caller may read a clock; else empty
    bool drafts = false;  // publish drafts too
    bool hold = false;    // leave out what is in error
    const claims::Claims* claims = nullptr;
    const history::History* history = nullptr;  // null: none is asked
    unsigned jobs = 1;
};

// `earlier` are the diagnostics of reading: with `hold` they decide too what is left out.
auto link(std::vector<records::Record> records, const Linking& linking, const Diagnostics& earlier) -> Outcome<Bank>;

}  // namespace praxis::bank
