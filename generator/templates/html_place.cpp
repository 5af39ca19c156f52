#include "templates/html_place.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>

namespace praxis::templates {
namespace {

auto is_name_char(char c) -> bool {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == ':' || c == '_';
}

}  // namespace

auto HtmlPlace::takes_address() const -> bool {
    static constexpr std::array<std::string_view, 7> names{"href", "src", "action", "formaction", "poster", "cite", "data"};
    return std::ranges::find(names, attribute) != names.end();
}

void HtmlPlace::in_content(std::string_view text, std::size_t& at) {
    const std::size_t open = text.find('<', at);
    if (open == std::string_view::npos) {
        at = text.size();
        return;
    }
    at = open + 1;
    if (text.substr(at).starts_with("!--")) {
        kind = Kind::comment;
        at += 3;
        return;
    }
    const bool closes = at < text.size() && text[at] == '/';
    std::size_t end = at + (closes ? 1 : 0);
    while (end < text.size() && is_name_char(text[end])) ++end;
    const std::string name = lower_ascii(text.substr(at, end - at));
    element = name == "script" || name == "style" ? name : std::string();
    kind = Kind::tag;
    word_.clear();
    at = end;
}

void HtmlPlace::in_tag(std::string_view text, std::size_t& at) {
    const char c = text[at];
    if (c == '>') {
        kind = element.empty() ? Kind::content : Kind::raw;
        ++at;
    } else if (is_name_char(c)) {
        const std::size_t begin = at;
        while (at < text.size() && is_name_char(text[at])) ++at;
        word_ = lower_ascii(text.substr(begin, at - begin));
    } else if (c == '=') {
        attribute = word_;
        ++at;
        const bool quoted = at < text.size() && text[at] == '"';
        kind = quoted ? Kind::attribute : Kind::unquoted;
        at += quoted ? 1 : 0;
    } else {
        ++at;
    }
}

void HtmlPlace::follow(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        switch (kind) {
            case Kind::content: in_content(text, at); break;
            case Kind::tag: in_tag(text, at); break;
            case Kind::attribute:
                at = std::min(text.find('"', at), text.size());
                if (at < text.size()) kind = Kind::tag;
                ++at;
                break;
            case Kind::unquoted:
                at = std::min(text.find_first_of(" \n>", at), text.size());
                if (at < text.size()) kind = Kind::tag;
                break;
            case Kind::comment: {
                const std::size_t close = text.find("-->", at);
                if (close != std::string_view::npos) kind = Kind::content;
                at = close == std::string_view::npos ? text.size() : close + 3;
                break;
            }
            case Kind::raw:
                at = std::min(text.find("</" + element, at), text.size());
                if (at < text.size()) {
                    kind = Kind::tag;
                    element.clear();
                    at += 2;
                }
                break;
        }
    }
}

}  // namespace praxis::templates
