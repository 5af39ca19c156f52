// The script that draws a form, checks it and makes a package of it, as the program carries it.
#pragma once

#include <string>

namespace praxis::emitters::forms {

auto form_script() -> const std::string&;

}  // namespace praxis::emitters::forms
