// search/<language>.opensearch.xml: by it a browser offers the site's search of its own
// (OpenSearch 1.1 draft 6, "OpenSearch description document").
#include "emitters/search/opensearch.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/html.h"
#include "base/utf8.h"

namespace praxis::emitters::search {

void put_opensearch(const emit::Snapshot& snapshot, emit::Sink& sink, std::size_t language) {
    constexpr std::size_t most_short_name = 16;
    const auto escaped = [](std::string_view text) {
        std::string out;
        append_escaped(out, text, Quotes::both);
        return out;
    };
    const std::string& tag = snapshot.settings.languages[language];
    const std::string name = pages::phrase_of(snapshot.settings.fields.find("names"), snapshot.site.languages[language], {}).text;
    std::string short_name(prefix(name, most_short_name));
    if (short_name.size() < name.size()) short_name.resize(std::min(short_name.rfind(' '), short_name.size()));
    const std::string page = snapshot.routes.path(snapshot.bank, {routes::PageKind::search}, language);
    sink.put(fmt::format("search/{}.opensearch.xml", tag),
             fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                         "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n<ShortName>{}</ShortName>\n"
                         "<Description>{}</Description>\n<Language>{}</Language>\n<InputEncoding>UTF-8</InputEncoding>\n"
                         "<Url type=\"text/html\" template=\"{}{}?q={{searchTerms}}\"/>\n</OpenSearchDescription>\n",
                         escaped(short_name), escaped(name), tag, escaped(snapshot.settings.base_url), escaped(routes::encoded(page))));
}

}  // namespace praxis::emitters::search
