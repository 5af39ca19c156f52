// Everything frozen, as given to emitters: they only read it, and never see each other.
// It guarantees that the look's templates fit the pages. Made by the command, after `fit`.
#pragma once

#include <map>

#include "look/look.h"
#include "pages/contract.h"
#include "pages/digests.h"
#include "pages/site.h"

namespace praxis::emit {

using Programs = std::map<std::string, templates::Program, std::less<>>;  // by page kind, of one language or for all

// Where emitters may keep what the next build can use, for the same `identity`: program, words, settings, look.
struct CacheFolder {
    std::string path;
    Digest identity;
};

struct Snapshot {
    const input::InputSet& inputs;
    const settings::Settings& settings;
    const wording::Wording& wording;
    const bank::Bank& bank;
    const routes::Routes& routes;
    const look::Look& look;
    const pages::Site& site;
    const std::vector<Programs>& programs;  // by language
    const std::vector<pages::Page>& pages;
    unsigned jobs = 1;
    const pages::Digests* digests = nullptr;  // where there is a cache of pages
    const CacheFolder* cache = nullptr;
};

// Compiles every template against the shape of its page: what does not fit is reported, once.
auto fit(const look::Look& look, const wording::Wording& wording) -> Outcome<Programs>;
// The same with the words of each language in their places.
auto with_words(const Programs& programs, const wording::Wording& wording, const std::vector<std::string>& languages)
    -> std::vector<Programs>;
auto page_kinds() -> std::vector<std::string>;

// Where the look's style sheet, script and icon stand: their names carry their digests.
auto asset_paths(const look::Look& look, const input::InputSet& inputs) -> pages::Assets;

}  // namespace praxis::emit
