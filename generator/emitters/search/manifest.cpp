#include "emitters/search/manifest.h"

#include <array>
#include <cmath>
#include <map>

#include "base/utf8.h"
#include "emitters/search/file.h"
#include "emitters/search/inverted.h"
#include "emitters/search/levels.h"
#include "search/format.h"

namespace praxis::emitters::search {
namespace {

// Decimals that every reader turns into the same number.
auto decimal(double value) -> double {
    return std::round(value * 1000) / 1000;
}

// What a word's rarity counts (Robertson and Sparck Jones), for each power of 1.25 of its share.
void put_rarities(writers::Json& json, std::size_t records) {
    json.key("rarities").open_list();
    double share = 1;
    for (bool more = true; more; share *= 1.25) {
        json.value(decimal(std::log1p(share)));
        more = share * 1.25 <= static_cast<double>(std::max<std::size_t>(records, 1));
    }
    json.close_list();
}

// How much a level weighs, after the saturation of BM25 (k1 = 15).
void put_levels(writers::Json& json) {
    constexpr double k1 = 15;
    json.key("levels").open_list();
    for (const double weight : level_weights()) json.value(decimal(weight / (k1 + weight) * (k1 + 1)));
    json.close_list();
}

// Pairs: what is written, and all letters that are folded to it.
void put_letters(writers::Json& json, const Documents& documents, praxis::search::Analysis& analysis) {
    std::map<std::string, std::string> folded;
    const auto add = [&](char32_t letter) {
        const language::FoldedLetter& to = analysis.letters().of(letter);
        if (!to.separator && !praxis::search::is_run_letter(letter)) append_utf8(folded[to.text], letter);
    };
    constexpr char32_t latin_begin = 0xC0, latin_end = 0x180, marks_begin = 0x300, marks_end = 0x330;
    for (char32_t c = latin_begin; c < latin_end; ++c) add(c);
    for (char32_t c = marks_begin; c < marks_end; ++c) add(c);
    for (const char32_t c : documents.letters) {
        if (c < latin_begin || (c >= latin_end && c < marks_begin) || c >= marks_end) add(c);
    }
    json.key("letters").open_list();
    for (const auto& [to, letters] : folded) json.value(to).value(letters);
    json.close_list();
}

auto joined_folded(praxis::search::Analysis& analysis, const std::vector<std::string>& words) -> std::string {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : " ") + analysis.fold(word);
    return all;
}

// By these an unknown word is tried with other endings.
void put_endings(writers::Json& json, const wording::SearchWords& words) {
    json.key("endings").open_list();
    for (const auto* rules : {&words.plurals}) {
        for (const wording::EndingRule& rule : *rules)
            json.value(rule.ending).value(rule.becomes).value(static_cast<std::int64_t>(rule.least));
    }
    json.close_list();
}

void put_kinds(writers::Json& json, const std::vector<KindRange>& kinds) {
    json.key("kinds").open_list();
    for (const KindRange& kind : kinds) {
        if (kind.count == 0) continue;
        const bool record = kind.name == "practice" || kind.name == "bulletin" || kind.name == "declaration" || kind.name == "text";
        json.open_list().value(kind.name).value(kind.label).value(kind.path).value(static_cast<std::int64_t>(kind.count));
        json.value(record ? 1.0 : 0.8).value(record).close_list();
    }
    json.close_list();
}

}  // namespace

void put_manifest(const Target& target, const Contents& contents, const Documents& documents, praxis::search::Analysis& analysis) {
    writers::Json json = open_file(target.language, "m");
    json.open_object();
    json.member("version", std::int64_t{praxis::search::format_version});
    json.member("records", static_cast<std::int64_t>(documents.all.size()));
    put_kinds(json, contents.kinds);
    json.member("terms", contents.terms).member("starts", contents.spelling.by_start).member("ends", contents.spelling.by_end);
    json.member("blocks", contents.blocks);
    put_letters(json, documents, analysis);
    json.member("stop", joined_folded(analysis, analysis.words().stop_words));
    json.member("elisions", joined_folded(analysis, analysis.words().elisions));
    put_endings(json, analysis.words());
    put_levels(json);
    put_rarities(json, documents.all.size());
    json.key("facets").open_list();
    for (const FacetColumn& facet : contents.facets)
        json.value(facet.name).value(facet.label).value(static_cast<std::int64_t>(facet.values));
    json.close_list().key("orders").open_list();
    for (const std::string& order : contents.orders) json.value(order);
    json.close_list().member("passages", contents.passages).close_object().close_list();
    put_file(target.sink, target.language, "m", json);
}

}  // namespace praxis::emitters::search
