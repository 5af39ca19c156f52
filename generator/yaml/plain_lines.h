// The lines with which most front matter begins, `title: some words`, read without yaml-cpp, which matches regular
// expressions letter by letter and would spend most of its time on them (decision 0008).
#pragma once

#include <string_view>
#include <vector>

#include "yaml/node.h"

namespace praxis::yaml {

struct PlainLines {
    std::vector<Node> keys, items;
    std::size_t end = 0;  // where the rest of the text begins
};

// The leading lines of a map that can mean one thing only: a key in small letters, a colon, a space, and text that
// begins with a letter or a digit and holds no `: `, no ` #`, no tab and nothing at its end; before another key in the
// first column, or the end. A key that comes twice ends them, so that its error is told by who reads all.
auto plain_lines(std::string_view text, FileId file, std::uint32_t offset) -> PlainLines;

}  // namespace praxis::yaml
