// The text of a rendered body, paragraph by paragraph, tags and slots left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace praxis::markdown {

struct Paragraph {
    std::string text;
    bool heading = false;
};
auto plain_text(std::string_view html) -> std::vector<Paragraph>;

}  // namespace praxis::markdown
