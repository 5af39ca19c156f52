// sitemap.xml (sitemaps.org 0.9, with xhtml:link alternates) and robots.txt. For search engines.
// Pages that show a text of another language stand in neither.
#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/html.h"
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

// One page in all its languages: their addresses in full, and links to them where there are several.
struct Versions {
    std::vector<std::pair<const pages::Page*, std::string>> addresses;
    std::string links;
};

auto versions_of(const emit::Snapshot& snapshot) -> std::map<std::pair<routes::Address, std::size_t>, Versions> {
    std::map<std::pair<routes::Address, std::size_t>, Versions> all;
    for (const pages::Page& page : snapshot.pages) {
        if (is_listed(snapshot, page)) all[{page.address, page.number}].addresses.emplace_back(&page, absolute(snapshot, page.path));
    }
    for (auto& [name, versions] : all) {
        for (const auto& [page, address] : versions.addresses) {
            if (versions.addresses.size() > 1)
                versions.links += fmt::format(FMT_COMPILE("<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>"),
                                              snapshot.settings.languages[page->language], address);
        }
    }
    return all;
}

void emit_sitemap(const emit::Snapshot& snapshot, emit::Sink& sink) {
    const auto all = versions_of(snapshot);
    constexpr std::string_view head =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
        "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
    std::vector<std::string> files{std::string(head)};
    std::size_t count = 0;
    for (const pages::Page& page : snapshot.pages) {
        if (!is_listed(snapshot, page)) continue;
        if (count++ == most_addresses) {
            files.emplace_back(head);
            count = 1;
        }
        const Versions& versions = all.at({page.address, page.number});
        const auto own = std::ranges::find(versions.addresses, &page, &std::pair<const pages::Page*, std::string>::first);
        files.back() += fmt::format(FMT_COMPILE("<url><loc>{}</loc>{}</url>\n"), own->second, versions.links);
    }
    std::string index =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    for (std::size_t i = 0; i < files.size(); ++i) {
        const std::string path = files.size() == 1 ? "sitemap.xml" : fmt::format("sitemap.{}.xml", i + 1);
        sink.put(path, files[i] + "</urlset>\n");
        index += fmt::format("<sitemap><loc>{}</loc></sitemap>\n", absolute(snapshot, path));
    }
    if (files.size() > 1) sink.put("sitemap.xml", index + "</sitemapindex>\n");
    sink.put("robots.txt", fmt::format("User-agent: *\nAllow: /\n\nSitemap: {}sitemap.xml\n", snapshot.settings.base_url));
}

}  // namespace

extern const emit::Emitter emitter;
const emit::Emitter emitter{"sitemap", 1, emit_sitemap};

}  // namespace praxis::emitters::sitemap
