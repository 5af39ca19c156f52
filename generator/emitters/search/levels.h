// How much a word counts in a record: BM25F over its fields (Robertson, Zaragoza and Taylor, CIKM 2004), in sixteen
// levels. Made of all documents of a language, whose average lengths it holds.
#pragma once

#include <array>
#include <cstdint>

#include "emitters/search/documents.h"

namespace praxis::emitters::search {

using Times = std::array<std::uint16_t, text_field_count>;  // that a word stands in each field

class Levels {
public:
    using Shares = std::array<double, text_field_count>;

    explicit Levels(const Documents& documents);

    // By what a word's times in each field are divided: the longer the field, the less they count.
    auto shares_of(const Document& document) const -> Shares;
    static auto of(const Times& times, const Shares& shares) -> std::uint8_t;

private:
    std::array<double, text_field_count> averages_{};
};

// The lowest weight of each level, and the weight that ranking takes for it.
auto level_bounds() -> const std::array<double, 16>&;
auto level_weights() -> const std::array<double, 16>&;

}  // namespace praxis::emitters::search
