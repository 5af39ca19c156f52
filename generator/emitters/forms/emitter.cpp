// contribute/: what the pages that take something in need besides: the form's script, a table a kind and
// language, the names to choose from, the form in one file, and the file to fill in by hand.
#include <fmt/format.h>

#include <optional>

#include "base/parallel.h"
#include "emit/emitter.h"
#include "emitters/forms/form_script.h"
#include "emitters/forms/table.h"
#include "pages/forms.h"
#include "scaffold/record_template.h"

namespace praxis::emitters::forms {
namespace {

constexpr std::string_view colon = "colon";  // a word of diagnostics, not of the site

auto read_words(const emit::Snapshot& snapshot, std::size_t language) -> Words {
    const files::Files& files = snapshot.inputs.files();
    const std::string& tag = snapshot.settings.languages[language];
    console::Sentences sentences = console::read_sentences(files, console::choose_language(files, tag));
    console::FieldWords fields = console::read_field_words(files, tag, sentences.word(colon));
    std::vector<std::string> of_form = snapshot.wording.word_keys();
    std::erase_if(of_form, [](const std::string& key) { return !key.starts_with("form_"); });
    return {language, std::move(sentences), std::move(fields), std::move(of_form)};
}

// The page with its style and its scripts inside. Neither can close its element early: the tables escape
// `<`, and the script holds no `</`.
auto in_one_file(const emit::Snapshot& snapshot, const fields::KindEntry& kind, std::size_t language, const std::string& data)
    -> std::string {
    pages::Page page{{routes::PageKind::form, {}, static_cast<std::uint32_t>(kind.kind) + 1}, language, 1, {}};
    page.path = snapshot.routes.path(snapshot.bank, page.address, language);
    const std::string html = emit::rendered(snapshot, page).value_or(std::string());
    std::string whole;
    whole.reserve(html.size() + snapshot.look.style.size() + form_script().size() + data.size() + 64);
    std::size_t from = 0;
    const auto fill = [&](std::string_view open, std::string_view close, std::initializer_list<std::string_view> with) {
        const std::size_t at = html.find(std::string(open).append(close), from);
        if (at == std::string::npos) return;
        whole.append(html, from, at + open.size() - from);
        for (const std::string_view text : with) whole += text;
        from = at + open.size();
    };
    fill("<style>", "</style>", {snapshot.look.style});
    fill("<script>", "</script>", {form_script(), data, "praxisForm.start();"});
    return whole.append(html, from);
}

auto by_hand(const emit::Snapshot& snapshot, const fields::KindEntry& kind, const Words& words) -> std::string {
    return scaffold::record_template({kind,
                                      snapshot.settings.languages[words.language],
                                      {},
                                      {},
                                      snapshot.settings.languages,
                                      snapshot.wording,
                                      words.sentences,
                                      words.fields});
}

// What the forms of one language share.
struct Shared {
    Words words;
    std::string lists;
};

void emit_form(const emit::Snapshot& snapshot, emit::Sink& sink, const Shared& shared, const fields::KindEntry& kind) {
    const std::size_t language = shared.words.language;
    const std::string& tag = snapshot.settings.languages[language];
    const std::string table = form_table(snapshot, kind, shared.words);
    sink.put(pages::form_table(kind, tag), table);
    sink.put(pages::form_in_one_file(kind, tag), in_one_file(snapshot, kind, language, shared.lists + table));
    sink.put(pages::form_by_hand(kind, tag), by_hand(snapshot, kind, shared.words));
}

void emit_forms(const emit::Snapshot& snapshot, emit::Sink& sink) {
    sink.put(pages::form_script, form_script());
    const std::size_t languages = snapshot.site.languages.size();
    std::vector<std::optional<Shared>> shared(languages);
    parallel_for(languages, snapshot.jobs, [&](std::size_t language, unsigned) {
        shared[language] = Shared{read_words(snapshot, language), form_lists(snapshot, language)};
        sink.put(pages::form_lists(snapshot.settings.languages[language]), shared[language]->lists);
    });
    const auto& kinds = fields::kinds();
    parallel_for(languages * kinds.size(), snapshot.jobs, [&](std::size_t i, unsigned) {
        const fields::KindEntry& kind = kinds[i % kinds.size()];
        if (pages::has_form(kind.kind)) emit_form(snapshot, sink, *shared[i / kinds.size()], kind);
    });
}

}  // namespace

extern const emit::Emitter emitter;
const emit::Emitter emitter{"forms", 1, emit_forms};

}  // namespace praxis::emitters::forms
