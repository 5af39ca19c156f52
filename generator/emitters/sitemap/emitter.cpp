// sitemap.xml (sitemaps.org 0.9, with xhtml:link alternates) and robots.txt. For search engines.
// Pages that show a text of another language stand in neither.
#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <span>
#include <tuple>

#include "base/html.h"
#include "base/parallel.h"
#include "emit/emitter.h"

namespace praxis::emitters::sitemap {
namespace {

using routes::PageKind;

constexpr std::size_t most_addresses = 50'000;

auto has_own_text(const emit::Snapshot& snapshot, const pages::Page& page) -> bool {
    const bool record = page.address.kind == PageKind::practice || page.address.kind == PageKind::bulletin ||
                        page.address.kind == PageKind::declaration || page.address.kind == PageKind::text;
    return !record || snapshot.bank[page.address.target].text(snapshot.settings.languages[page.language]) != nullptr;
}

auto is_listed(const emit::Snapshot& snapshot, const pages::Page& page) -> bool {
    const PageKind kind = page.address.kind;
    return kind != PageKind::missing && kind != PageKind::held && kind != PageKind::chooser && has_own_text(snapshot, page);
}

auto absolute(const emit::Snapshot& snapshot, std::string_view path) -> std::string {
    std::string out;
    append_escaped(out, snapshot.settings.base_url + routes::encoded(path), Quotes::none);
    return out;
}

// The listed pages with their addresses in full, and for each what links it to its other languages.
struct Listed {
    const pages::Page* page;
    std::string address;
    std::size_t links;  // place among the links
};
struct Listing {
    std::vector<Listed> pages;
    std::vector<std::string> links;
};

auto listing_of(const emit::Snapshot& snapshot) -> Listing {
    Listing listing;
    for (const pages::Page& page : snapshot.pages) {
        if (is_listed(snapshot, page)) listing.pages.push_back({&page, {}, 0});
    }
    parallel_for(listing.pages.size(), snapshot.jobs,
                 [&](std::size_t i, unsigned) { listing.pages[i].address = absolute(snapshot, listing.pages[i].page->path); });
    std::vector<Listed*> order;
    for (Listed& one : listing.pages) order.push_back(&one);
    const auto name = [](const Listed* one) { return std::tie(one->page->address, one->page->number); };
    std::ranges::stable_sort(order, {}, name);
    for (auto begin = order.begin(); begin != order.end();) {
        const auto end = std::find_if(begin, order.end(), [&](const Listed* one) { return name(one) != name(*begin); });
        std::string links;
        for (auto at = begin; at != end; ++at) {
            (*at)->links = listing.links.size();
            if (end - begin > 1)
                fmt::format_to(std::back_inserter(links), FMT_COMPILE("<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>"),
                               snapshot.settings.languages[(*at)->page->language], (*at)->address);
        }
        listing.links.push_back(std::move(links));
        begin = end;
    }
    return listing;
}

constexpr std::string_view head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
    "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
constexpr std::string_view tail = "</urlset>\n";

// A file is one large text: each job writes the entries of its part where they will stand.
struct File {
    std::unique_ptr<char[]> letters;
    std::size_t size;
};

auto file_of(const Listing& listing, std::span<const Listed> pages, unsigned jobs) -> File {
    static constexpr std::string_view begin = "<url><loc>", middle = "</loc>", end = "</url>\n";
    std::vector<std::size_t> places{head.size()};
    for (const Listed& one : pages)
        places.push_back(places.back() + begin.size() + one.address.size() + middle.size() + listing.links[one.links].size() + end.size());
    File file{nullptr, places.back() + tail.size()};
    file.letters = std::make_unique_for_overwrite<char[]>(file.size);
    std::ranges::copy(head, file.letters.get());
    std::ranges::copy(tail, &file.letters[places.back()]);
    parallel_for(pages.size(), jobs, [&](std::size_t i, unsigned) {
        char* at = &file.letters[places[i]];
        for (const std::string_view part :
             {begin, std::string_view(pages[i].address), middle, std::string_view(listing.links[pages[i].links]), end})
            at = std::ranges::copy(part, at).out;
    });
    return file;
}

void emit_sitemap(const emit::Snapshot& snapshot, emit::Sink& sink) {
    const Listing listing = listing_of(snapshot);
    const std::size_t files = std::max<std::size_t>((listing.pages.size() + most_addresses - 1) / most_addresses, 1);
    std::string index =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    for (std::size_t i = 0; i < files; ++i) {
        const std::string path = files == 1 ? "sitemap.xml" : fmt::format("sitemap.{}.xml", i + 1);
        const std::size_t from = i * most_addresses, to = std::min(from + most_addresses, listing.pages.size());
        const File file = file_of(listing, std::span(listing.pages).subspan(from, to - from), snapshot.jobs);
        sink.put(path, std::string_view(file.letters.get(), file.size));
        index += fmt::format("<sitemap><loc>{}</loc></sitemap>\n", absolute(snapshot, path));
    }
    if (files > 1) sink.put("sitemap.xml", index + "</sitemapindex>\n");
    sink.put("robots.txt", fmt::format("User-agent: *\nAllow: /\n\nSitemap: {}sitemap.xml\n", snapshot.settings.base_url));
}

}  // namespace

extern const emit::Emitter emitter;
const emit::Emitter emitter{"sitemap", 1, emit_sitemap};

}  // namespace praxis::emitters::sitemap
