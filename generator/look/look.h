// A look: templates parsed, its style sheets and scripts put together, assets listed.
// It guarantees that it was written for this contract and has a template for every page kind; whether
// templates fit the pages is decided in `emit`. Made by `read_look`.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "input/input_set.h"
#include "templates/template.h"

namespace praxis::look {

inline constexpr std::string_view contract_version = "1";

struct Asset {
    std::string name;  // below assets/
    FileId file = FileId::none;
};

struct Look {
    std::string name;
    std::map<std::string, templates::Template, std::less<>> pages;
    std::map<std::string, templates::Template, std::less<>> parts;
    std::string style, script;
    std::string later_style, later_script;  // what few ask for: the script loads it on first use
    std::vector<Asset> assets;
};

// `page_kinds` are those that the look must serve.
auto read_look(const input::InputSet& inputs, std::string_view name, const std::vector<std::string>& page_kinds) -> Outcome<Look>;

}  // namespace praxis::look
