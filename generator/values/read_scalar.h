// Reads one scalar by its field: what is written as text becomes a number, a date, a closed value.
// Only for the files of this folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "report/diagnostic.h"
#include "values/value.h"
#include "yaml/node.h"

namespace praxis::values {

class ScalarReader {
public:
    explicit ScalarReader(Diagnostics& found) : found_(found) {}

    auto read(const yaml::Node& node, const fields::Field& field) -> std::optional<Value>;
    void check_length(const yaml::Node& node, const fields::Field& field);
    auto bad_form(const yaml::Node& node, const fields::Field& field, std::string_view expected) -> std::optional<Value>;
    static auto trimmed(const std::string& text) -> std::string;

private:
    auto formed(const yaml::Node& node, const fields::Field& field, Value value) -> std::optional<Value>;
    auto number(const yaml::Node& node, const fields::Field& field, Value value) -> std::optional<Value>;
    auto date(const yaml::Node& node, const fields::Field& field, Value value) -> std::optional<Value>;
    auto truth(const yaml::Node& node, const fields::Field& field, Value value) -> std::optional<Value>;
    auto closed(const yaml::Node& node, const fields::Field& field, Value value) -> std::optional<Value>;
    auto file(const yaml::Node& node, const fields::Field& field, Value value) -> std::optional<Value>;
    void report(const Code& code, const yaml::Node& at, std::vector<std::string> arguments, std::vector<std::string> suggestions = {});
    Diagnostics& found_;
};

}  // namespace praxis::values
