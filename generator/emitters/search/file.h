// One file of an index: a script that hands one JSON list over to the query core.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "emit/emitter.h"
#include "writers/json.h"

namespace praxis::emitters::search {

inline void put_file(emit::Sink& sink, std::string_view language, std::string_view name, const writers::Json& json) {
    sink.put(fmt::format("search/{}/{}.js", language, name), fmt::format("praxisSearch.take({});\n", json.text()));
}

// The head of every file: language and name, by which the core knows what came.
inline auto open_file(std::string_view language, std::string_view name) -> writers::Json {
    writers::Json json;
    json.open_list().value(language).value(name);
    return json;
}

}  // namespace praxis::emitters::search
