// Makes ZIP archives byte by byte, also such as no honest program makes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace praxis::tests {

struct Entry {
    std::string name, bytes;
    bool is_link = false, is_locked = false;
    std::uint32_t told_size = 0;  // where the archive lies about it
};

auto packed(const std::vector<Entry>& entries) -> std::string;

// The entries of a section: `@ NAME [link|locked|longer|huge|hex]`, then the text of the file.
auto entries_in(const std::string& text) -> std::vector<Entry>;

}  // namespace praxis::tests
