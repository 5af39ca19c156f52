// f/NAME.js: the values of a facet with the records of each; s/NAME.js: all records in an order.
#include <algorithm>
#include <map>
#include <numeric>

#include "base/parallel.h"
#include "emitters/search/file.h"
#include "emitters/search/records.h"
#include "search/numbers.h"

namespace praxis::emitters::search {
namespace {

using praxis::search::append_number;

// A value of a facet, in the order in which values are shown.
struct FacetPlace {
    std::uint32_t order;
    std::string label, id;
    friend auto operator<=>(const FacetPlace&, const FacetPlace&) = default;
};

// Frames are called by their own title, all others by a word of the site.
auto facet_label(const emit::Snapshot& snapshot, const std::string& name, std::size_t language) -> std::string {
    constexpr std::string_view frames = "frames-";
    if (name.starts_with(frames)) {
        const auto frame = snapshot.bank.find(fields::Kind::vocabulary, std::string_view(name).substr(frames.size()));
        if (frame) return snapshot.site.title(language, *frame).text;
    }
    return snapshot.wording.word(*snapshot.site.languages[language].locale, "facet_" + name);
}

// Fixed width: as many digits as the highest number needs.
auto fixed(const std::vector<std::uint32_t>& numbers) -> std::string {
    std::size_t width = 1;
    for (std::size_t most = 64; most < numbers.size(); most *= 64) ++width;
    std::string text;
    for (const std::uint32_t number : numbers) {
        for (std::size_t digit = width; digit-- > 0;) text += praxis::search::digits[number >> 6 * digit & 63U];
    }
    return text;
}

}  // namespace

auto put_facets(const Target& target, const emit::Snapshot& snapshot, const Documents& documents, std::size_t language)
    -> std::vector<FacetColumn> {
    std::map<std::string, std::map<FacetPlace, std::vector<std::uint32_t>>> facets;
    std::vector<std::vector<std::vector<std::uint32_t>*>> records_of;  // the records of each worker's values
    for (const auto& values : documents.values) {
        auto& own = records_of.emplace_back();
        for (const pages::FacetValue& value : values) own.push_back(&facets[value.facet][{value.order, value.label, value.value}]);
    }
    for (std::uint32_t i = 0; i < documents.all.size(); ++i) {
        const Document& document = documents.all[i];
        for (const std::uint32_t number : document.facets) {
            auto& records = *records_of[document.worker][number];
            if (records.empty() || records.back() != i) records.push_back(i);
        }
    }
    std::vector<FacetColumn> columns;
    for (const auto& [name, values] : facets) {
        writers::Json json = open_file(target.language, "f/" + name);
        std::string records;
        json.open_list();
        for (const auto& [value, numbers] : values) {
            json.value(value.id).value(value.label);
            append_number(records, static_cast<std::uint32_t>(numbers.size()));
            for (std::size_t i = 0; i < numbers.size(); ++i) append_number(records, i == 0 ? numbers[0] : numbers[i] - numbers[i - 1] - 1);
        }
        json.close_list().value(records).close_list();
        put_file(target.sink, target.language, "f/" + name, json);
        columns.push_back({name, facet_label(snapshot, name, language), values.size()});
    }
    return columns;
}

auto put_orders(const Target& target, const emit::Snapshot& snapshot, const Documents& documents, std::size_t language)
    -> std::vector<std::string> {
    const language::Collator& collator = *snapshot.site.languages[language].locale->order;
    std::vector<std::string> titles(documents.all.size()), places(documents.all.size());
    parallel_for(documents.all.size(), target.jobs, [&](std::size_t i, unsigned) {
        const pages::Hit& hit = documents.all[i].hit;
        titles[i] = collator.key(hit.title.text);
        places[i] = hit.place.empty() ? "\xFF" : collator.key(hit.place);
    });
    const auto put = [&](const std::string& name, const std::vector<std::uint32_t>& order) {
        writers::Json json = open_file(target.language, "s/" + name);
        json.value(fixed(order)).close_list();
        put_file(target.sink, target.language, "s/" + name, json);
    };
    std::vector<std::uint32_t> by_title(documents.all.size());
    std::iota(by_title.begin(), by_title.end(), 0U);
    std::ranges::stable_sort(by_title, {}, [&](std::uint32_t i) -> const std::string& { return titles[i]; });
    put("title", by_title);
    std::vector<std::uint32_t> order = by_title;
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return -documents.all[i].date; });
    put("date", order);
    order = by_title;
    std::ranges::stable_sort(order, {}, [&](std::uint32_t i) -> const std::string& { return places[i]; });
    put("place", order);
    return {"date", "place", "title"};
}

}  // namespace praxis::emitters::search
