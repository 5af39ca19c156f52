// The site itself: pages through the look, its style sheet, script and assets, and the pictures and
// documents of the records. For readers.
#include "base/parallel.h"
#include "emit/emitter.h"
#include "emitters/site/pictures.h"

namespace praxis::emitters::site {
namespace {

constexpr std::uint64_t most_attachment_bytes = 64 * 1024 * 1024;

void emit_pages(const emit::Snapshot& snapshot, emit::Sink& sink) {
    parallel_for(snapshot.pages.size(), snapshot.jobs, [&](std::size_t i, unsigned) {
        const pages::Page& page = snapshot.pages[i];
        if (sink.keep_page(page.path)) return;
        const bank::Trace trace;
        if (const auto html = emit::rendered(snapshot, page)) sink.put_page(page.path, *html, trace);
    });
}

void emit_look(const emit::Snapshot& snapshot, emit::Sink& sink) {
    sink.put(snapshot.site.assets.style, snapshot.look.style);
    sink.put(snapshot.site.assets.script, snapshot.look.script);
    const pages::Assets& assets = snapshot.site.assets;
    if (!assets.later_script.empty()) {
        sink.put(assets.later_script, snapshot.look.later_script);
        sink.put(assets.later_style, snapshot.look.later_style);
    }
    for (const look::Asset& asset : snapshot.look.assets) {
        if (const auto bytes = snapshot.inputs.read(asset.file, most_attachment_bytes)) sink.put("assets/" + asset.name, *bytes);
    }
}

// A picture that is also listed as a document is asked for as it is.
auto is_document(const bank::Entity& entity, std::string_view name) -> bool {
    return std::ranges::any_of(entity.facts.items_of("documents"),
                               [&](const values::Value& one) { return one.text_of("file") == name || one.text_of("transcript") == name; });
}

void emit_copies(const emit::Snapshot& snapshot, emit::Sink& sink) {
    const gallery::Gallery& gallery = snapshot.site.gallery;
    std::vector<FileId> pictures;
    for (const auto& [file, hung] : gallery.all()) pictures.push_back(file);
    parallel_for(pictures.size(), snapshot.jobs, [&](std::size_t i, unsigned) {
        const FileId file = pictures[i];
        const auto& copies = gallery.find(file)->all;
        for (std::size_t n = 0; n < copies.size(); ++n) {
            const std::string path = routes::copy_path(snapshot.inputs[file].path, gallery.name_of(file, copies[n]));
            if (!sink.keep(path, copies[n].size, copies[n].digest)) sink.put(path, gallery.bytes(file, n));
        }
    });
}

// Only files of records that are on the site, and of those only what the record lists.
void emit_attachments(const emit::Snapshot& snapshot, emit::Sink& sink) {
    for (std::size_t i = 0; i < snapshot.inputs.all().size(); ++i) {
        const input::InputFile& file = snapshot.inputs.all()[i];
        const auto owner = file.role == input::Role::attachment && !file.broken ? snapshot.bank.entity_of(FileId(i)) : std::nullopt;
        if (!owner || !snapshot.bank[*owner].is_present() || snapshot.bank[*owner].withdrawn) continue;
        const std::string_view name = std::string_view(file.path).substr(file.path.rfind('/') + 1);
        if (!bank::lists_file(snapshot.bank[*owner], name)) continue;
        if (snapshot.site.gallery.find(FileId(i)) != nullptr && !is_document(snapshot.bank[*owner], name)) continue;
        const auto bytes = snapshot.inputs.read(FileId(i), most_attachment_bytes);
        if (bytes) sink.put(routes::attachment_path(file.path), without_camera_data(*bytes));
    }
}

void emit_site(const emit::Snapshot& snapshot, emit::Sink& sink) {
    emit_pages(snapshot, sink);
    emit_look(snapshot, sink);
    emit_copies(snapshot, sink);
    emit_attachments(snapshot, sink);
}

}  // namespace

extern const emit::Emitter emitter;
const emit::Emitter emitter{"site", 1, emit_site};

}  // namespace praxis::emitters::site
