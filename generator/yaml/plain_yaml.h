// The plain part of a YAML text, read without yaml-cpp, which matches regular expressions letter by letter and took a
// sixth of a build (decision 0008). What is not plain beyond doubt is left to yaml-cpp, errors included.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "yaml/node.h"

namespace praxis::yaml {

struct PlainPart {
    std::vector<Node> keys, items;  // of the map at the root
    std::size_t end = 0;            // where the rest of the text begins: at a key in the first column, or at its end
};

// The leading entries of the map at the root that can mean one thing only: keys of letters, digits and `_-./`; maps by
// indentation; lists by dashes; lists and maps in brackets on one line; text that begins with a letter or a digit and
// holds nothing that YAML reads, or that stands in double quotes on one line; a paragraph below `>-`. Entries end before a
// key that comes twice. The tree is the one that yaml-cpp makes, places included (tests/unit/yaml).
auto plain_part(std::string_view text, FileId file, std::uint32_t offset) -> PlainPart;

}  // namespace praxis::yaml
