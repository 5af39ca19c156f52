// One file of an index: a script that hands one JSON list over to the query core.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "emit/emitter.h"
#include "emitters/search/shards.h"
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

// A file of entries in the order of their keys: each key front coded, what it holds, a semicolon.
class EntryFile {
public:
    void add(std::string_view key, std::string_view holds) {
        append_front_coded(text_, before_, key);
        text_ += holds;
        text_ += ';';
        before_ = key;
    }
    void put(emit::Sink& sink, std::string_view language, std::string_view name) const {
        writers::Json json = open_file(language, name);
        json.value(text_).close_list();
        put_file(sink, language, name, json);
    }

private:
    std::string text_;
    std::string_view before_;  // of the entries given, which outlive the file
};

}  // namespace praxis::emitters::search
