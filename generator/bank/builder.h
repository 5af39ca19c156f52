// The bank while it is made: the steps of `link`, one file each. Only for the files of this folder.
#pragma once

#include <functional>
#include <mutex>
#include <unordered_map>

#include "bank/bank.h"
#include "base/parallel.h"
#include "report/suggest.h"

namespace praxis::bank {

class Builder {
public:
    Builder(const Linking& given, Diagnostics& into) : linking(given), found(into) {}

    Bank bank;
    const Linking& linking;
    Diagnostics& found;

    void join(std::vector<records::Record> records);  // join.cpp
    void resolve();                                   // resolve.cpp
    void compare_translations();                      // translations.cpp
    void recall();                                    // recall.cpp
    void resolve_texts();                             // texts.cpp
    void take_claims();                               // claims.cpp
    void leave_out(const Diagnostics& earlier);       // leave_out.cpp
    void index();                                     // index.cpp

    auto table(Kind kind) -> std::vector<Entity>& { return bank.tables_[static_cast<std::size_t>(kind)]; }
    auto destinations(FileId file) -> std::vector<Destination>& { return bank.destinations_[static_cast<std::size_t>(file)]; }

    void report(const Code& code, Span span, std::vector<std::string> arguments = {}, std::vector<std::string> suggestions = {}) {
        stop_when_beside_others();
        found.push_back(diagnose(code, span, std::move(arguments), std::move(suggestions)));
    }
    // The nearest of the known names, for as many mistakes as a person reads: each takes a look at all.
    template <class Known>
    auto nearest_ids(std::string_view wanted, Known known) -> std::vector<std::string> {
        stop_when_beside_others();
        if (guesses_left_ == 0) return {};
        --guesses_left_;
        return nearest(wanted, known());
    }
    // The number of the item with this id. Long lists are looked at once.
    auto index_of(std::span<const Value> items, std::string_view id) -> std::optional<std::uint32_t>;  // resolve.cpp
    // An item whose own id was wrong has been reported; whatever names it is not reported once more.
    auto are_all_named(std::span<const Value> items) -> bool { return !index_of(items, {}); }
    void for_each(const std::function<void(Entity&)>& visit) {
        for (auto& entities : bank.tables_) {
            for (Entity& entity : entities) visit(entity);
        }
    }
    // Visits all on all cores, those of one table or of the whole bank. Of what is reported the order counts: a visit that
    // has something to report ends there, and is made once more, in order, when nobody works beside it any more. So a
    // visit may be made twice, and changes nothing that another one reads.
    template <class Visit>
    void for_each_beside(std::vector<Entity*> all, Visit visit) {
        std::vector<char> speaks(all.size(), 0);
        beside_others_ = true;
        parallel_for(all.size(), linking.jobs, [&](std::size_t i, unsigned) {
            try {
                visit(*all[i]);
            } catch (const HasToReport&) {
                speaks[i] = 1;
            }
        });
        beside_others_ = false;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (speaks[i] != 0) visit(*all[i]);
        }
    }
    auto all_entities() -> std::vector<Entity*> {
        std::vector<Entity*> all;
        for_each([&](Entity& entity) { all.push_back(&entity); });
        return all;
    }

private:
    struct HasToReport {};
    void stop_when_beside_others() const {
        if (beside_others_) throw HasToReport();
    }

    auto joined(const std::vector<records::Record*>& group, Diagnostics& own) const -> Entity;  // join.cpp
    auto new_entity(records::Record& original) const -> Entity;                                 // join.cpp
    auto links() -> std::vector<Link>;                                                          // index.cpp
    bool beside_others_ = false;
    int guesses_left_ = 200;
    std::mutex guard_;  // of the long lists
    std::map<const Value*, std::unordered_map<std::string_view, std::uint32_t>> long_lists_;
};

// The rules, each over the whole bank; what they find is told where it was written.
void check_states(const Bank& bank, const Linking& linking, Diagnostics& found);   // check_states.cpp
void check_records(const Bank& bank, const Linking& linking, Diagnostics& found);  // check_records.cpp
void check_awards(const Bank& bank, Diagnostics& found);                           // check_awards.cpp
void check_networks(const Bank& bank, Diagnostics& found);                         // check_networks.cpp
void check_periods(const Bank& bank, Diagnostics& found);                          // check_periods.cpp
void check_places(const Bank& bank, Diagnostics& found);                           // check_places.cpp
void check_unused(const Bank& bank, Diagnostics& found);                           // check_places.cpp
void check_events(const Bank& bank, Diagnostics& found);                           // check_events.cpp
void check_hierarchies(const Bank& bank, Diagnostics& found);                      // check_hierarchies.cpp
void check_likeness(const Bank& bank, unsigned jobs, Diagnostics& found);          // check_likeness.cpp
void check_images(const Bank& bank, const Linking& linking, Diagnostics& found);   // check_images.cpp

auto kind_word(Kind kind) -> std::string;
// Whether the record's sources could be read, each with its id: only then may one be called unknown.
auto knows_sources(const Entity& entity) -> bool;
// Whether a field was written without fault, or not at all.
auto is_readable(const Entity& entity, std::string_view key) -> bool;
// The files whose paths begin with `folder`, which lie together in the path order of the inputs.
auto files_below(const input::InputSet& inputs, std::string_view folder) -> std::span<const input::InputFile>;
// A whole number as people write it, whatever its size.
auto whole(double number) -> std::string;

}  // namespace praxis::bank
