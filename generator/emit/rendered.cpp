#include "emit/emitter.h"
#include "pages/composer.h"

namespace praxis::emit {

auto rendered(const Snapshot& snapshot, const pages::Page& page) -> std::optional<std::string> {
    const Programs& programs = snapshot.programs[page.language];
    const auto program = programs.find(routes::page_name(page.address.kind));
    if (program == programs.end()) return std::nullopt;
    templates::Arena arena;
    pages::Composer composer(snapshot.site, page, arena);
    const templates::View view = composer.compose();
    std::string html;
    html.reserve(32 * 1024);
    templates::render(html, program->second, view);
    return html;
}

}  // namespace praxis::emit
