// Holds each translation against its original: what it may name, and what of the original is newer.
// The stamp is made by `praxis translate --accept`; no clock is asked, nor a history (recall.cpp does).
#include <algorithm>

#include "bank/builder.h"
#include "bank/codes.h"

namespace praxis::bank {
namespace {

using values::Form;

// The fingerprints of what a translation was made from, by field or section; of a field named twice the first counts.
using Marks = std::vector<std::pair<std::string_view, std::string_view>>;

// `title=1a2b3c4d context=...`: nothing when it is not of that form.
auto parse_stamp(std::string_view stamp) -> std::optional<Marks> {
    Marks marks;
    if (stamp.empty() || stamp == "unknown") return marks;
    for (std::size_t at = 0; at < stamp.size();) {
        const std::size_t end = std::min(stamp.find(' ', at), stamp.size());
        const std::string_view pair = stamp.substr(at, end - at);
        const std::size_t equals = pair.rfind('=');
        at = end + 1;
        if (pair.empty()) continue;
        if (equals == std::string_view::npos || equals == 0 || pair.size() - equals != 9) return std::nullopt;
        const auto hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
        if (!std::ranges::all_of(pair.substr(equals + 1), hex)) return std::nullopt;
        marks.emplace_back(pair.substr(0, equals), pair.substr(equals + 1));
    }
    return marks;
}

class Comparison {
public:
    Comparison(Builder& builder, const Entity& entity, Text& text)
        : builder_(builder), facts_(entity.facts), original_(entity.texts.front()), text_(text) {}

    void run() {
        text_.changed.clear();
        text_.made_from.clear();
        const Value* translation = text_.fields.find("translation");
        if (translation == nullptr) return;
        const Value* of = translation->find("of");
        if (of != nullptr && of->text != original_.language)
            builder_.report(codes::wrong_original, of->span(text_.file), {of->text, original_.language});
        compare(text_.fields, facts_);
        const auto stamp = parse_stamp(translation->text_of("source"));
        if (!stamp)
            builder_.report(codes::bad_stamp, translation->find("source")->span(text_.file), {std::string(translation->text_of("source"))});
        const Marks marks = stamp.value_or(Marks());
        for (const auto& [key, fingerprint] : original_.fingerprints) {
            const auto known = std::ranges::find(marks, key, &Marks::value_type::first);
            if (known == marks.end() || known->second != fingerprint) {
                text_.changed.push_back(key);
                text_.made_from.emplace_back(known == marks.end() ? std::string_view() : known->second);
            }
        }
        text_.state = text_.changed.empty() ? Text::State::complete : Text::State::stale;
    }

private:
    // Words of a translation must have something to translate.
    void compare(const Value& mine, const Value& original) {
        for (const Value& value : mine.items) {
            if (value.field == nullptr || value.form == Form::broken) continue;
            const std::string_view key = value.field->key;
            if (key == "translation" || key == "contributors" || key == "aliases" || key == "slug") continue;
            const Value* other = original.find(key);
            if (other == nullptr) {
                Span span = value.span(text_.file);
                if (value.form == Form::object || value.form == Form::list) span.sureness = Span::Sureness::line;
                if (!original.was_written(key)) builder_.report(codes::field_not_in_original, span, {std::string(key), original_.language});
            } else if (value.form == Form::object) {
                compare(value, *other);
            } else if (value.form == Form::list && !value.field->item_key.empty()) {
                compare_items(value, *other);
            }
        }
    }

    void compare_items(const Value& mine, const Value& original) {
        std::vector<std::string_view> known;
        for (const Value& item : original.items) known.push_back(values::key_of(item, *mine.field));
        for (const Value& item : mine.items) {
            const auto at = std::ranges::find(known, item.text);
            if (at != known.end())
                compare(item, original.items[static_cast<std::size_t>(at - known.begin())]);
            else
                builder_.report(codes::item_not_in_original, item.span(text_.file),
                                {item.text, std::string(mine.field->key), original_.language},
                                builder_.nearest_ids(item.text, [&] { return known; }));
        }
    }

    Builder& builder_;
    const Value& facts_;
    const Text& original_;
    Text& text_;
};

}  // namespace

void Builder::compare_translations() {
    for_each_beside(all_entities(), [&](Entity& entity) {
        if (entity.broken) return;
        for (std::size_t i = 1; i < entity.texts.size(); ++i) Comparison(*this, entity, entity.texts[i]).run();
    });
}

}  // namespace praxis::bank
