// Files that a person is to fill in: written whole where nothing stands, never over what is there.
#pragma once

#include <string>
#include <string_view>

namespace praxis::commands {

enum class Written { yes, exists, failed };

// Makes the folders above. A link in the file's place counts as being there.
auto write_new_file(const std::string& path, std::string_view bytes) -> Written;

}  // namespace praxis::commands
