// The settings of a bank: content/bank.yaml, typed and defaulted.
// It guarantees at least one language and a base address that ends in `/`. Made by `read_settings`.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "input/input_set.h"
#include "values/value.h"

namespace praxis::settings {

struct Settings {
    FileId file = FileId::none;
    values::Value fields;                // all of it, for words and what has no line below
    std::vector<std::string> languages;  // in the order of the menu
    std::string base_url = "https://example.org/";
    std::string license = "CC-BY-4.0";
    std::string look = "default";
    std::size_t page_size = 30;
    int verify_after_years = 3;
    fields::Date release_date;
    std::string release_label;
    std::map<std::string, Severity, std::less<>> severity;  // by code

    auto emitter_is_on(std::string_view name) const -> bool;
    // What `emitters: {NAME: {OPTION: ...}}` says; empty where it says nothing.
    auto emitter_option(std::string_view name, std::string_view option) const -> std::string_view;
    auto country_name(std::string_view code, std::span<const std::string> chain) const -> std::string_view;
};

// `base_url`, when given, takes the place of the one in the file.
auto read_settings(const input::InputSet& inputs, std::string_view base_url) -> Outcome<Settings>;

// Applies the bank's own severities. Safety errors cannot be lowered.
void apply_severities(Diagnostics& diagnostics, const Settings& settings);

}  // namespace praxis::settings
