#include "commands/composition.h"

namespace praxis::commands {

Composition::Composition(Loaded& loaded, unsigned jobs, std::string cache) : loaded_(loaded), jobs_(jobs), cache_(std::move(cache)) {
    auto look = look::read_look(loaded.inputs, loaded.settings.look, emit::page_kinds());
    look_ = std::move(look.value);
    auto programs = emit::fit(look_, loaded.wording);
    programs_ = std::move(programs.value);
    append(look.diagnostics, std::move(programs.diagnostics));
    add(std::move(look.diagnostics));
}

void Composition::add(Diagnostics more) {
    settings::apply_severities(more, loaded_.settings);
    append(loaded_.diagnostics, std::move(more));
    sort_and_unite(loaded_.diagnostics);
}

auto Composition::emit(emit::Destination destination) -> emit::Output {
    auto hung = gallery::hang({loaded_.inputs, loaded_.bank, loaded_.digests, cache_, jobs_});
    files::KnownResults known(destination.cache ? destination.cache->path + "/bank.results" : std::string(),
                              destination.cache ? destination.cache->identity : Digest{});
    const pages::Sources sources{loaded_.inputs,    loaded_.settings, loaded_.wording, loaded_.bank, loaded_.routes,
                                 loaded_.scratch(), loaded_.glossary, hung.value,      known};
    const pages::Site site = pages::prepare(sources, emit::asset_paths(look_, loaded_.inputs), jobs_);
    known.save();
    const auto all_pages = pages::all_pages(site);
    const auto digests = destination.pages == nullptr ? pages::Digests{} : pages::digests_of(site, jobs_);
    const auto programs = emit::with_words(programs_, loaded_.wording, loaded_.settings.languages);
    const emit::Snapshot snapshot{loaded_.inputs, loaded_.settings, loaded_.wording, loaded_.bank, loaded_.routes, look_,
                                  site,           programs,         all_pages,       jobs_,        &digests,       destination.cache};
    emit::Output output = emit::run(snapshot, std::move(destination));
    append(output.diagnostics, std::move(hung.diagnostics));
    if (!output.uncertain) add(output.diagnostics);
    return output;
}

auto rehearse(const Workplace& workplace, Loaded& loaded, emit::Writer writer) -> emit::Output {
    Composition composition(loaded, workplace.jobs, workplace.cache);
    return has_errors(loaded.diagnostics) ? emit::Output{} : composition.emit({std::move(writer), {}, nullptr, nullptr});
}

}  // namespace praxis::commands
