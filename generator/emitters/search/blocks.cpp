// d/N.js: what a list of results shows of each record, and x/N.js: the text for its passages.
#include <algorithm>

#include "base/parallel.h"
#include "base/utf8.h"
#include "emitters/search/file.h"
#include "emitters/search/records.h"
#include "emitters/search/shards.h"
#include "search/numbers.h"

namespace praxis::emitters::search {
namespace {

constexpr std::size_t records_in_block = 10;
constexpr std::size_t most_summary_letters = 160;

// Cut at a space, with an ellipsis.
auto shortened(const std::string& text) -> std::string {
    const std::string_view start = prefix(text, most_summary_letters);
    if (start.size() == text.size()) return text;
    const std::size_t space = start.rfind(' ');
    return std::string(start.substr(0, space == std::string_view::npos ? start.size() : space)) + "…";
}

auto without(std::string_view text, std::string_view before, std::string_view after) -> std::string_view {
    if (text.starts_with(before)) text.remove_prefix(before.size());
    if (text.ends_with(after)) text.remove_suffix(after.size());
    return text;
}

// A list whose empty end is left out.
void write_record(writers::Json& json, const Document& document, const KindRange& kind, std::string_view language) {
    const pages::Hit& hit = document.hit;
    const auto foreign = [&](const pages::Phrase& phrase) { return phrase.language == language ? std::string() : phrase.language; };
    const std::string_view id = without(hit.id, kind.name + "/", {});
    const std::string_view slug = without(document.page->path, kind.path, ".html");
    const std::vector<std::string> fields{std::string(id),
                                          id == slug ? std::string() : std::string(slug),
                                          hit.title.text,
                                          foreign(hit.title),
                                          hit.place,
                                          hit.year,
                                          shortened(hit.summary.text),
                                          foreign(hit.summary)};
    std::size_t last = fields.size();
    if (hit.marks.empty()) {
        while (last > 0 && fields[last - 1].empty()) --last;
    }
    json.open_list();
    for (std::size_t i = 0; i < last; ++i) json.value(fields[i]);
    for (const std::string& one : hit.marks) json.value(one);
    json.close_list();
}

}  // namespace

auto kind_ranges(const emit::Snapshot& snapshot, const Documents& documents, std::size_t language) -> std::vector<KindRange> {
    std::vector<KindRange> ranges;
    const wording::Locale& locale = *snapshot.site.languages[language].locale;
    for (const routes::PageKind kind : pages::found_kinds()) {
        KindRange range;
        range.name = routes::page_name(kind);
        range.label = snapshot.wording.word(locale, "found_" + range.name);
        range.first = ranges.empty() ? 0 : ranges.back().first + ranges.back().count;
        for (const Document& document : documents.all) {
            if (document.page->address.kind != kind) continue;
            if (range.count++ == 0) range.path = document.page->path.substr(0, document.page->path.rfind('/') + 1);
        }
        ranges.push_back(std::move(range));
    }
    return ranges;
}

auto put_blocks(const Target& target, const Documents& documents, const std::vector<KindRange>& kinds) -> std::string {
    std::vector<Piece> pieces;
    for (const Document& document : documents.all) pieces.push_back({document.hit.id, 1});
    const auto cuts = cut(pieces, records_in_block);
    parallel_for(cuts.size(), target.jobs, [&](std::size_t n, unsigned) {
        const std::string name = fmt::format("d/{}", n);
        writers::Json json = open_file(target.language, name);
        json.open_list();
        for (std::size_t i = cuts[n]; i < (n + 1 < cuts.size() ? cuts[n + 1] : pieces.size()); ++i) {
            const auto kind = std::ranges::find_if(kinds, [&](const KindRange& k) { return i < k.first + k.count; });
            write_record(json, documents.all[i], *kind, target.language);
        }
        json.close_list().close_list();
        put_file(target.sink, target.language, name, json);
    });
    std::string steps;
    for (std::size_t n = 1; n < cuts.size(); ++n) praxis::search::append_number(steps, static_cast<std::uint32_t>(cuts[n] - cuts[n - 1]));
    return steps;
}

void put_passages(const Target& target, const Documents& documents) {
    parallel_for(documents.all.size(), target.jobs, [&](std::size_t i, unsigned) {
        const std::string name = fmt::format("x/{}", i);
        writers::Json json = open_file(target.language, name);
        json.open_list();
        for (const std::string& paragraph : documents.all[i].passages) json.value(paragraph);
        json.close_list().close_list();
        put_file(target.sink, target.language, name, json);
    });
}

}  // namespace praxis::emitters::search
