#include "emit/emitter.h"
#include "pages/composer.h"

namespace praxis::emit {

auto rendered(const Snapshot& snapshot, const pages::Page& page) -> std::optional<std::string> {
    const auto program = snapshot.programs.find(routes::page_name(page.address.kind));
    if (program == snapshot.programs.end()) return std::nullopt;
    templates::Arena arena;
    pages::Composer composer(snapshot.site, page, arena);
    const templates::View view = composer.compose();
    const wording::Locale& locale = *snapshot.site.languages[page.language].locale;
    std::string html, word;
    html.reserve(32 * 1024);
    templates::render(html, program->second, view, [&](std::string_view key) -> std::string_view {
        word = snapshot.wording.word(locale, key);
        return word;
    });
    return html;
}

}  // namespace praxis::emit
