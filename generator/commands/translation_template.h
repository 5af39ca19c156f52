// The file that a translator fills in: what may be translated, with the original beside it in comments.
#pragma once

#include <string>

#include "commands/load.h"

namespace praxis::commands {

// `bytes` are those of the original's file. Instructions are in the language of the translation.
auto translation_template(const Loaded& loaded, const bank::Entity& entity, std::string_view bytes, const std::string& language,
                          const console::Sentences& sentences) -> std::string;

}  // namespace praxis::commands
