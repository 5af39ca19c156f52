// One line a page kind.
#include "pages/composer.h"

namespace praxis::pages {

auto Composer::compose() -> View {
    switch (page_.address.kind) {
        case PageKind::home: home(); break;
        case PageKind::practice: practice(); break;
        case PageKind::bulletin: bulletin(); break;
        case PageKind::declaration: declaration(); break;
        case PageKind::text: text(); break;
        case PageKind::theme: theme(); break;
        case PageKind::city: city(); break;
        case PageKind::country: country(); break;
        case PageKind::organisation: organisation(); break;
        case PageKind::award: award(); break;
        case PageKind::edition: edition(); break;
        case PageKind::network: network(); break;
        case PageKind::cluster: cluster(); break;
        case PageKind::event: event(); break;
        case PageKind::work: work(); break;
        case PageKind::frame: frame(); break;
        case PageKind::concept_: concept_(); break;
        case PageKind::year: year(); break;
        case PageKind::facet: facet(); break;
        case PageKind::mentoring: mentoring_page(); break;
        case PageKind::crosswalk: crosswalk(); break;
        case PageKind::list: list(); break;
        case PageKind::chronology: chronology(); break;
        case PageKind::search: search(); break;
        case PageKind::glossary: glossary(); break;
        case PageKind::wanted: wanted(); break;
        case PageKind::map: map(); break;
        case PageKind::statistics: statistics(); break;
        case PageKind::compare: compare(); break;
        case PageKind::contribute:
        case PageKind::form: contribute(); break;
        case PageKind::missing: missing(); break;
        case PageKind::chooser: chooser(); break;
        case PageKind::held: held(); break;
        case PageKind::redirect: break;
    }
    return root_;
}

}  // namespace praxis::pages
