// search/: an index of all things for each language, cut into small scripts, and the query core that
// reads them (FORMAT.md). For readers, from any host or from disk.
#include "emit/emitter.h"

#include "emitters/search/manifest.h"
#include "emitters/search/opensearch.h"
#include "emitters/search/query_script.h"
#include "emitters/search/remembered.h"

namespace praxis::emitters::search {
namespace {

// The more words there are, the larger their files: the list of files is part of every search.
auto shard_bytes(std::size_t records) -> std::size_t {
    return records <= 12'000 ? 4096 : records <= 50'000 ? 8192 : 10'240;
}

void emit_language(const emit::Snapshot& snapshot, emit::Sink& sink, const std::vector<const pages::Page*>& things, std::size_t language) {
    const bool passages = snapshot.settings.emitter_option("search", "passages") == "full";
    Remembered remembered(snapshot.cache, snapshot.settings.languages[language]);
    const Documents documents = read_documents(snapshot, things, language, passages, remembered);
    praxis::search::Analysis analysis(snapshot.site.languages[language].locale->search);
    const Target target{sink, snapshot.settings.languages[language], snapshot.jobs, documents.all.size(),
                        shard_bytes(documents.all.size())};
    Contents contents;
    {
        Inverted index = invert(documents, analysis, snapshot.jobs);
        contents.terms = put_terms(target, index);
        contents.spelling = put_spelling(target, index);
        index.postings = std::vector<Posting>();  // places need as much room again; `{}` would keep it
        put_positions(target, index, documents);
    }
    contents.kinds = kind_ranges(snapshot, documents, language);
    contents.blocks = put_blocks(target, documents, contents.kinds);
    contents.facets = put_facets(target, snapshot, documents, language);
    contents.orders = put_orders(target, snapshot, documents, language);
    contents.passages = passages;
    if (passages) put_passages(target, documents);
    put_manifest(target, contents, documents, analysis);
    put_opensearch(snapshot, sink, language);
    remembered.save(documents);
}

void emit_search(const emit::Snapshot& snapshot, emit::Sink& sink) {
    const auto things = number_things(snapshot);
    for (std::size_t language = 0; language < snapshot.site.languages.size(); ++language) emit_language(snapshot, sink, things, language);
    sink.put("search/query.js", query_script());
}

}  // namespace

extern const emit::Emitter emitter;
const emit::Emitter emitter{"search", 1, emit_search};

}  // namespace praxis::emitters::search
