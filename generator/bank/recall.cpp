// What stale translations were made from: the former words of their originals, where the repository's
// history has them. What a stamp says decides, not dates: the state that has its fingerprint is the one.
#include <algorithm>
#include <set>

#include "bank/builder.h"
#include "history/history.h"
#include "records/parts.h"

namespace praxis::bank {
namespace {

constexpr std::uint64_t most_bytes = 256 * 1024;

// An original that some translation is behind.
struct Behind {
    Entity* entity = nullptr;
    std::vector<records::Part> now;
    std::set<std::pair<std::string, std::string>> wanted;  // key and fingerprint
};

auto without(const std::vector<std::string>& paragraphs, const std::vector<std::string>& others) -> std::vector<std::string> {
    std::vector<std::string> left;
    for (const std::string& one : paragraphs) {
        if (std::ranges::find(others, one) == others.end()) left.push_back(one);
    }
    return left;
}

void take(Behind& behind, const records::Part& former) {
    const auto now = std::ranges::find(behind.now, former.key, &records::Part::key);
    const std::vector<std::string> none;
    const auto& paragraphs = now == behind.now.end() ? none : now->paragraphs;
    for (Text& text : behind.entity->texts) {
        for (std::size_t i = 0; i < text.changed.size(); ++i) {
            if (text.changed[i] == former.key && text.made_from[i] == former.fingerprint)
                text.changes.push_back({former.key, without(former.paragraphs, paragraphs), without(paragraphs, former.paragraphs)});
        }
    }
}

}  // namespace

void Builder::recall() {
    if (linking.history == nullptr) return;
    std::vector<Behind> all;
    std::vector<std::string> paths;
    for_each([&](Entity& entity) {
        Behind behind{&entity, {}, {}};
        for (const Text& text : entity.texts) {
            for (std::size_t i = 0; i < text.changed.size(); ++i) {
                if (!text.made_from[i].empty()) behind.wanted.emplace(text.changed[i], text.made_from[i]);
            }
        }
        if (behind.wanted.empty() || entity.broken) return;
        const auto bytes = linking.inputs.read(entity.file, most_bytes);
        if (bytes) behind.now = records::parts_of(*bytes, entity.original, linking.wording);
        paths.push_back(linking.inputs[entity.file].path);
        all.push_back(std::move(behind));
    });
    linking.history->look_back(paths, [&](std::size_t i, std::string_view bytes) {
        for (const records::Part& part : records::parts_of(bytes, all[i].entity->original, linking.wording)) {
            if (all[i].wanted.erase({part.key, part.fingerprint}) > 0) take(all[i], part);
        }
        return all[i].wanted.empty();
    });
    const auto place = [](const Text& text, const Change& change) {
        return std::ranges::find(text.changed, change.key) - text.changed.begin();
    };
    for (const Behind& behind : all) {
        for (Text& text : behind.entity->texts)
            std::ranges::sort(text.changes, {}, [&](const Change& change) { return place(text, change); });
    }
}

}  // namespace praxis::bank
