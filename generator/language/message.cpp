#include "language/message.h"

#include <unicode/locid.h>
#include <unicode/messagepattern.h>
#include <unicode/plurrule.h>

#include <algorithm>
#include <array>

#include "base/check.h"
#include "language/icu_text.h"

namespace praxis::language {
namespace {

using Part = UMessagePatternPartType;
using Pieces = std::vector<Message::Piece>;

auto text_between(const icu::MessagePattern& pattern, int from, int to) -> std::string {
    return to_utf8(pattern.getPatternString().tempSubStringBetween(from, to));
}

auto kind_of(UMessagePatternArgType type) -> Message::Piece::Kind {
    switch (type) {
        case UMSGPAT_ARG_TYPE_PLURAL: return Message::Piece::Kind::cardinal;
        case UMSGPAT_ARG_TYPE_SELECTORDINAL: return Message::Piece::Kind::ordinal;
        case UMSGPAT_ARG_TYPE_SELECT: return Message::Piece::Kind::select;
        default: return Message::Piece::Kind::argument;
    }
}

auto read_pieces(const icu::MessagePattern& pattern, int start) -> Pieces;

// One `{name, plural, ...}`: its cases from its first selector to its limit.
auto read_argument(const icu::MessagePattern& pattern, int start) -> Message::Piece {
    const int limit = pattern.getLimitPartIndex(start);
    Message::Piece piece{.kind = kind_of(pattern.getPart(start).getArgType()),
                         .text = to_utf8(pattern.getSubstring(pattern.getPart(start + 1)))};
    if (piece.kind == Message::Piece::Kind::argument) return piece;
    int at = start + 2;
    if (at < limit && icu::MessagePattern::Part::hasNumericValue(pattern.getPartType(at)))
        piece.offset = pattern.getNumericValue(pattern.getPart(at++));
    while (at < limit) {
        Message::Case one{.selector = to_utf8(pattern.getSubstring(pattern.getPart(at++)))};
        if (icu::MessagePattern::Part::hasNumericValue(pattern.getPartType(at))) one.exact = pattern.getNumericValue(pattern.getPart(at++));
        one.pieces = read_pieces(pattern, at);
        at = pattern.getLimitPartIndex(at) + 1;
        piece.cases.push_back(std::move(one));
    }
    return piece;
}

// `start` is a MSG_START part. Depth is bounded by ICU's own nesting limit.
auto read_pieces(const icu::MessagePattern& pattern, int start) -> Pieces {
    Pieces pieces;
    const int limit = pattern.getLimitPartIndex(start);
    int from = pattern.getPart(start).getLimit();
    const auto add_text = [&](int to) {
        if (to > from) pieces.push_back({.kind = Message::Piece::Kind::text, .text = text_between(pattern, from, to)});
    };
    for (int at = start + 1; at <= limit; ++at) {
        const icu::MessagePattern::Part& part = pattern.getPart(at);
        add_text(part.getIndex());
        from = part.getLimit();
        if (part.getType() == UMSGPAT_PART_TYPE_REPLACE_NUMBER) {
            pieces.push_back({.kind = Message::Piece::Kind::number});
        } else if (part.getType() == UMSGPAT_PART_TYPE_ARG_START) {
            pieces.push_back(read_argument(pattern, at));
            at = pattern.getLimitPartIndex(at);
            from = pattern.getPart(at).getLimit();
        }
    }
    return pieces;
}

auto find(Arguments arguments, std::string_view name) -> const Argument* {
    const auto at = std::ranges::find(arguments, name, &Argument::name);
    return at == arguments.end() ? nullptr : at;
}

auto choose(const Message::Piece& piece, const Argument& argument, const Plurals& plurals) -> const Message::Case* {
    using Kind = Message::Piece::Kind;
    const bool numeric = piece.kind != Kind::select;
    if (numeric) {
        for (const Message::Case& one : piece.cases) {
            if (one.exact && *one.exact == argument.number) return &one;
        }
    }
    const double number = argument.number - piece.offset;
    const std::string_view wanted = !numeric                       ? argument.text
                                    : piece.kind == Kind::cardinal ? plurals.cardinal(number)
                                                                   : plurals.ordinal(number);
    const Message::Case* other = nullptr;
    for (const Message::Case& one : piece.cases) {
        if (one.selector == wanted) return &one;
        if (one.selector == "other") other = &one;
    }
    return other;
}

void fill(std::string& out, const Pieces& pieces, Arguments arguments, const Plurals& plurals, std::string_view number) {
    for (const Message::Piece& piece : pieces) {
        if (piece.kind == Message::Piece::Kind::text) {
            out += piece.text;
        } else if (piece.kind == Message::Piece::Kind::number) {
            out += number;
        } else if (const Argument* argument = find(arguments, piece.text); argument == nullptr) {
            out += '{' + piece.text + '}';
        } else if (piece.kind == Message::Piece::Kind::argument) {
            out += argument->text;
        } else if (const Message::Case* one = choose(piece, *argument, plurals)) {
            fill(out, one->pieces, arguments, plurals, argument->text);
        }
    }
}

void collect_names(const Pieces& pieces, std::vector<std::string>& names) {
    for (const Message::Piece& piece : pieces) {
        const bool named = piece.kind != Message::Piece::Kind::text && piece.kind != Message::Piece::Kind::number;
        if (named && std::ranges::find(names, piece.text) == names.end()) names.push_back(piece.text);
        for (const Message::Case& one : piece.cases) collect_names(one.pieces, names);
    }
}

}  // namespace

struct Plurals::Engine {
    std::unique_ptr<icu::PluralRules> cardinal, ordinal;
};

namespace {

// The categories of CLDR, so that callers get a view that lives for ever.
auto category(const icu::PluralRules& rules, double number) -> std::string_view {
    const icu::UnicodeString keyword = rules.select(number);
    for (const std::string_view name : {"other", "one", "many", "few", "two", "zero"}) {
        if (keyword == from_utf8(name)) return name;
    }
    return "other";
}

}  // namespace

Plurals::Plurals(std::string_view language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = locale_of(language);
    auto engine = std::make_shared<Engine>();
    engine->cardinal.reset(icu::PluralRules::forLocale(locale, UPLURAL_TYPE_CARDINAL, status));
    engine->ordinal.reset(icu::PluralRules::forLocale(locale, UPLURAL_TYPE_ORDINAL, status));
    CHECK(U_SUCCESS(status));
    engine_ = std::move(engine);
}

auto Plurals::cardinal(double number) const -> std::string_view {
    return category(*engine_->cardinal, number);
}
auto Plurals::ordinal(double number) const -> std::string_view {
    return category(*engine_->ordinal, number);
}

void Message::append_to(std::string& out, Arguments arguments, const Plurals& plurals) const {
    fill(out, pieces_, arguments, plurals, {});
}

auto Message::argument_names() const -> std::vector<std::string> {
    std::vector<std::string> names;
    collect_names(pieces_, names);
    return names;
}

auto parse_message(std::string_view text) -> Expected<Message, std::size_t> {
    Message message;
    if (text.find_first_of("{}'") == std::string_view::npos) {
        if (!text.empty()) message.pieces_.push_back({.kind = Message::Piece::Kind::text, .text = std::string(text)});
        return message;
    }
    UErrorCode status = U_ZERO_ERROR;
    UParseError error{};
    const icu::MessagePattern pattern(from_utf8(text), &error, status);
    if (U_FAILURE(status)) {
        const int offset = std::max(error.offset, 0);
        return failure(to_utf8(from_utf8(text).tempSubStringBetween(0, offset)).size());
    }
    message.pieces_ = read_pieces(pattern, 0);
    return message;
}

}  // namespace praxis::language
