#include <fmt/format.h>

#include "commands/arrival.h"
#include "packages/codes.h"

namespace praxis::commands {

auto open_arrival(const files::Files& own, std::string_view file, std::string_view bytes, std::string_view as)
    -> Outcome<std::optional<Arrival>> {
    Outcome<std::optional<Arrival>> outcome;
    auto read = packages::read_package(file, bytes);
    outcome.diagnostics = std::move(read.diagnostics);
    if (!read.value) return outcome;
    packages::Package& package = *read.value;
    if (!as.empty()) package.id = as;
    const fields::KindEntry& kind = fields::entry(package.kind);
    const bool record = kind.format == fields::Format::markdown;
    const std::string top = fmt::format("content/{}/{}", kind.folder, package.id), place = record ? top : top + ".yaml";
    if (own.exists(place)) {
        outcome.diagnostics.push_back(diagnose(packages::codes::already_there, {}, {package.id, place}));
        return outcome;
    }
    Arrival arrival;
    arrival.files.emplace_back(record ? top + "/" + package.record.name : place, std::move(package.record.bytes));
    for (packages::PackedFile& picture : package.pictures) arrival.files.emplace_back(top + "/" + picture.name, std::move(picture.bytes));
    arrival.package = std::move(package);
    outcome.value = std::move(arrival);
    return outcome;
}

}  // namespace praxis::commands
