#include "values/read_object.h"

namespace praxis::values {

auto read_table(const input::InputSet& inputs, const Table& table) -> Outcome<Value> {
    Outcome<Value> outcome;
    outcome.value.form = Form::object;
    const auto bytes = inputs.read(table.file, table.most_bytes);
    if (!bytes) return outcome;
    outcome.diagnostics = input::check_text(*bytes, table.file);
    if (has_errors(outcome.diagnostics)) return outcome;
    auto tree = yaml::read_yaml(*bytes, table.file, 0);
    append(outcome.diagnostics, std::move(tree.diagnostics));
    if (!tree.value) return outcome;
    auto read = read_object(*tree.value, table.fields, {table.file, Writing::by_language, {}, table.kind});
    append(outcome.diagnostics, std::move(read.diagnostics));
    outcome.value = std::move(read.value);
    return outcome;
}

}  // namespace praxis::values
