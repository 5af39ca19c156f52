// A YAML text as a tree with places: maps, lists and scalars as text, nothing typed.
// It guarantees one document, a map at its root, unique plain keys, no anchors, aliases or tags, a
// bounded depth, and that the text was read to its end. Made by `read_yaml`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/diagnostic.h"

namespace praxis::yaml {

enum class NodeKind : std::uint8_t { scalar, list, map };

struct Node {
    NodeKind kind = NodeKind::scalar;
    bool quoted = false;      // written in quotes, or as a block
    Span span;                // of a scalar: exact when it stands on one line
    std::string text;         // of a scalar
    std::vector<Node> keys;   // of a map, in the order written
    std::vector<Node> items;  // of a list, or the values of a map

    auto is_empty_scalar() const -> bool { return kind == NodeKind::scalar && !quoted && text.empty(); }
    auto find(std::string_view key) const -> const Node*;
};

struct Limits {
    std::size_t depth = 32;
};

// Reads the part of a file that begins at `offset`. A text without content is an empty map.
// Sizes are limited by the caller, before it reads.
auto read_yaml(std::string_view text, FileId file, std::uint32_t offset, Limits limits = {}) -> Outcome<std::optional<Node>>;

}  // namespace praxis::yaml
