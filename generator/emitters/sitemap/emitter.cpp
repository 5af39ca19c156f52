// sitemap.xml (sitemaps.org 0.9, with xhtml:link alternates) and robots.txt. For search engines.
// Pages that show a text of another language stand in neither.
#include <fmt/format.h>

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

auto entry(const emit::Snapshot& snapshot, const std::vector<const pages::Page*>& versions, const pages::Page& page) -> std::string {
    std::string xml = fmt::format("<url><loc>{}</loc>", absolute(snapshot, page.path));
    for (const pages::Page* other : versions) {
        if (versions.size() > 1)
            xml += fmt::format("<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>", snapshot.settings.languages[other->language],
                               absolute(snapshot, other->path));
    }
    return xml + "</url>\n";
}

void emit_sitemap(const emit::Snapshot& snapshot, emit::Sink& sink) {
    std::map<std::pair<routes::Address, std::size_t>, std::vector<const pages::Page*>> versions;
    for (const pages::Page& page : snapshot.pages) {
        if (is_listed(snapshot, page)) versions[{page.address, page.number}].push_back(&page);
    }
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
        files.back() += entry(snapshot, versions.at({page.address, page.number}), page);
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
