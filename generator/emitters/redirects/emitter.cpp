// A small page at every address that sends on: ids where a slug is set, former addresses. It works
// from disk too, because it names a file. For whoever kept an old link.
#include "emit/emitter.h"
#include "templates/view.h"

namespace praxis::emitters::redirects {
namespace {

void emit_redirects(const emit::Snapshot& snapshot, emit::Sink& sink) {
    for (const routes::Redirect& redirect : snapshot.routes.redirects()) {
        const wording::Locale* locale = snapshot.wording.find(redirect.language);
        std::size_t language = 0;
        while (snapshot.settings.languages[language] != redirect.language) ++language;
        const auto program = snapshot.programs[language].find("redirect");
        if (program == snapshot.programs[language].end()) continue;
        templates::Arena arena;
        templates::View view(pages::contract().shape("redirect"), arena);
        view.text("lang", redirect.language).text("title", snapshot.site.title(language, redirect.target).text);
        view.url("target", routes::relative(redirect.from, redirect.to))
            .url("canonical", snapshot.settings.base_url + routes::encoded(redirect.to));
        view.text("label", snapshot.wording.word(*locale, "redirect_label"));
        std::string html;
        templates::render(html, program->second, view);
        sink.put_page(redirect.from, html);
    }
}

}  // namespace

extern const emit::Emitter emitter;
const emit::Emitter emitter{"redirects", 1, emit_redirects};

}  // namespace praxis::emitters::redirects
