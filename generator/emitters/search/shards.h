// Cutting ordered keys into files. A border depends on the keys near it and hardly on their sizes, so
// that a changed record moves no other's: within a window of sizes the key with the lowest hash begins
// the next file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace praxis::emitters::search {

struct Piece {
    std::string_view key;
    std::size_t size = 0;
};
// The numbers of the pieces that begin a file; the first is 0. Files hold half to one and a half times
// `target`, where pieces allow.
auto cut(const std::vector<Piece>& pieces, std::size_t target) -> std::vector<std::size_t>;

// Where files begin: the first key of each but the first, shortened to what tells it from the key
// before. Cuts whose files would be called alike are taken out.
struct Files {
    std::vector<std::size_t> cuts;
    std::vector<std::string> borders;

    auto name(std::size_t number) const -> std::string;
    auto coded() const -> std::string;  // for the manifest: each front coded, a comma behind it
};
auto cut_files(const std::vector<Piece>& pieces, std::size_t target) -> Files;

// A word as a digit, how many letters it shares with another, and the rest.
void append_front_coded(std::string& out, std::string_view before, std::string_view word);

}  // namespace praxis::emitters::search
