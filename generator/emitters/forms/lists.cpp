// Names to choose from, by title: what a reference, a frame or an item of a vocabulary may be.
#include <fmt/format.h>

#include <algorithm>

#include "emitters/forms/table.h"
#include "writers/json.h"

namespace praxis::emitters::forms {
namespace {

using fields::Kind;
using values::Target;

class ListWriter {
public:
    ListWriter(const emit::Snapshot& snapshot, std::size_t language)
        : snapshot_(snapshot), language_(language), own_(snapshot.site.languages[language]) {}

    auto run() -> std::string {
        json_.open_object();
        for (const fields::KindEntry& kind : fields::kinds()) {
            // Records are too many to choose from: a form takes their addresses.
            if (kind.format == fields::Format::yaml) things(kind);
        }
        editions();
        json_.key("frames").open_list();
        for (const Target& target : of(Kind::vocabulary)) {
            if (snapshot_.bank[target].facts.is_true("frame")) vocabulary(target);
        }
        json_.close_list().key("items").open_list();
        for (const Target& target : of(Kind::vocabulary)) {
            if (!snapshot_.bank[target].facts.is_true("frame")) vocabulary(target);
        }
        json_.close_list().close_object();
        return fmt::format("praxisForm.lists({});\n", json_.text());
    }

private:
    auto of(Kind kind) const -> std::vector<Target> {
        std::vector<Target> all;
        const auto entities = snapshot_.bank.entities(kind);
        for (std::uint32_t i = 0; i < entities.size(); ++i) {
            if (entities[i].is_present() && !entities[i].withdrawn) all.push_back({kind, i, 0});
        }
        std::ranges::sort(all, {}, [&](const Target& target) { return snapshot_.site.rank(language_, target); });
        return all;
    }

    void pair(std::string_view id, std::string_view name) { json_.open_list().value(id).value(name).close_list(); }

    void things(const fields::KindEntry& kind) {
        json_.key(kind.name).open_list();
        for (const Target& target : of(kind.kind)) pair(snapshot_.bank[target].id, name_of(target));
        json_.close_list();
    }

    // Of a city with its country, as readers know it.
    auto name_of(const Target& target) const -> std::string {
        const std::string& title = snapshot_.site.title(language_, target).text;
        const auto country =
            target.kind == Kind::city ? snapshot_.routes.country_number(snapshot_.bank[target].facts.text_of("country")) : std::nullopt;
        if (!country || title.ends_with(')')) return title;
        return snapshot_.wording.word(*own_.locale, "place", {{"city", title}, {"country", own_.countries[*country]}});
    }

    void editions() {
        json_.key("edition").open_list();
        for (const Target& award : of(Kind::award)) {
            for (const values::Value& edition : snapshot_.bank[award].facts.items_of("editions")) {
                const std::string id = fmt::format("{}/{}", snapshot_.bank[award].id, edition.text_of("id"));
                const std::string year(edition.text_of("year"));
                pair(id, snapshot_.wording.word(*own_.locale, "edition_title",
                                                {{"award", snapshot_.site.title(language_, award).text}, {"year", year}}));
            }
        }
        json_.close_list();
    }

    void vocabulary(const Target& target) {
        const bank::Entity& entity = snapshot_.bank[target];
        json_.open_object().member("id", entity.id).member("name", snapshot_.site.title(language_, target).text);
        json_.key("items").open_list();
        for (const values::Value& item : entity.facts.items_of("items"))
            pair(item.text_of("id"), pages::phrase_of(item.find("names"), own_, {}).text);
        json_.close_list().close_object();
    }

    const emit::Snapshot& snapshot_;
    std::size_t language_;
    const pages::Site::Language& own_;
    writers::Json json_;
};

}  // namespace

auto form_lists(const emit::Snapshot& snapshot, std::size_t language) -> std::string {
    return ListWriter(snapshot, language).run();
}

}  // namespace praxis::emitters::forms
