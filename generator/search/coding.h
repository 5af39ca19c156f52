// How the texts inside an index's files are taken apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace praxis::search {

// The pieces of a text between separators; empty ones are left out.
auto pieces(std::string_view text, char separator) -> std::vector<std::string_view>;

// A word written as a digit, how many letters it shares with the one before, and the rest.
auto front_coded(std::string_view before, std::string_view coded) -> std::string;
auto read_borders(std::string_view text) -> std::vector<std::string>;

// The number of the file that a key belongs to.
auto route(const std::vector<std::string>& borders, std::string_view key) -> std::size_t;

// What a file is called by where it begins: FNV-1a (32 bits, over code points) of its border, which is
// empty for the first; eight hexadecimal digits.
auto file_name(std::string_view border) -> std::string;
auto file_name(const std::vector<std::string>& borders, std::size_t number) -> std::string;

auto reversed(std::string_view word) -> std::string;  // letter by letter

// The value of a digit at a place; -1 where there is none.
auto digit_at(std::string_view text, std::size_t at) -> int;

}  // namespace praxis::search
