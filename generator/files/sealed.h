// Files by which one build remembers for the next: a head that names the format, what is remembered, and
// a hash of that (XXH3, 64 bits). It guarantees that what is read is what was written.
#pragma once

#include <string>
#include <string_view>

namespace praxis::files {

// What is remembered; empty where there is no file, or it is damaged, or of another format.
auto read_sealed(const std::string& path, std::string_view head) -> std::string;
// Replaces the file whole. A disk that refuses leaves nothing, or what was there.
void write_sealed(const std::string& path, std::string_view head, std::string_view remembered);

}  // namespace praxis::files
