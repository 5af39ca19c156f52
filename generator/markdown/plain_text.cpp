#include "markdown/plain_text.h"

#include <algorithm>
#include <array>

#include "base/byte_set.h"
#include "markdown/document.h"

namespace praxis::markdown {
namespace {

// Tags within which a paragraph goes on.
auto is_inline(std::string_view name) -> bool {
    static constexpr std::array<std::string_view, 9> names{"a", "em", "strong", "code", "span", "sup", "sub", "img", "input"};
    return std::ranges::find(names, name) != names.end();
}

auto tag_name(std::string_view tag) -> std::string_view {
    const std::size_t begin = tag.starts_with('/') ? 1 : 0;
    return tag.substr(begin, std::min(tag.find_first_of(" >/", begin), tag.size()) - begin);
}

// The renderer writes these four and no others.
auto character(std::string_view& rest) -> char {
    static constexpr std::array<std::pair<std::string_view, char>, 4> entities{
        {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}}};
    for (const auto& [entity, c] : entities) {
        if (!rest.starts_with(entity)) continue;
        rest.remove_prefix(entity.size());
        return c;
    }
    const char c = rest.front();
    rest.remove_prefix(1);
    return c;
}

// Where a tag, a reference, a slot or a line begins.
constexpr ByteSet not_text = [] {
    ByteSet set("<&\n");
    set.add(slot_open);
    return set;
}();

}  // namespace

auto plain_text(std::string_view html) -> std::vector<Paragraph> {
    std::vector<Paragraph> all;
    Paragraph open;
    const auto close = [&] {
        const bool blank = open.text.find_first_not_of(" \n") == std::string::npos;
        if (!blank) all.push_back(std::move(open));
        open = {};
    };
    for (std::string_view rest = html; !rest.empty();) {
        if (rest.front() == markdown::slot_open) {
            rest.remove_prefix(std::min(rest.find(markdown::slot_close), rest.size() - 1) + 1);
        } else if (rest.front() == '<') {
            const std::size_t end = std::min(rest.find('>'), rest.size() - 1);
            const std::string_view name = tag_name(rest.substr(1, end));
            if (name == "br") open.text += ' ';
            if (!is_inline(name) && name != "br") {
                close();
                open.heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && rest[1] != '/';
            }
            rest.remove_prefix(end + 1);
        } else if (rest.front() == '\n') {
            open.text += ' ';
            rest.remove_prefix(1);
        } else if (rest.front() == '&') {
            open.text += character(rest);
        } else {
            const std::size_t size = not_text.find(rest);
            open.text += rest.substr(0, size);
            rest.remove_prefix(size);
        }
    }
    close();
    return all;
}

}  // namespace praxis::markdown
