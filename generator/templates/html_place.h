// Where in an HTML text a value would stand: a small scanner that follows literal template text, so
// that values are refused where escaping by type would not protect.
#pragma once

#include <string>
#include <string_view>

namespace praxis::templates {

class HtmlPlace {
public:
    enum class Kind : unsigned char { content, tag, attribute, unquoted, comment, raw } kind = Kind::content;
    std::string attribute;  // the name of the attribute at hand, lower case
    std::string element;    // the element whose raw text this is (script, style)

    void follow(std::string_view text);
    // Whether the attribute takes an address (HTML, section "Attributes").
    auto takes_address() const -> bool;
    friend auto operator==(const HtmlPlace& a, const HtmlPlace& b) -> bool {
        return a.kind == b.kind && (a.kind != Kind::attribute || a.attribute == b.attribute);
    }

private:
    void in_content(std::string_view text, std::size_t& at);
    void in_tag(std::string_view text, std::size_t& at);
    std::string word_;
};

}  // namespace praxis::templates
