#include "bank/drawings.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "base/utf8.h"

namespace praxis::bank {
namespace {

auto is_space(char c) -> bool {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
auto is_letter(char c) -> bool {
    return c >= 'a' && c <= 'z';
}

// Numeric references to ASCII undone (`&#106;`), letters small: what a browser would read.
auto plain(std::string_view drawing) -> std::string {
    std::string out;
    for (std::size_t at = 0; at < drawing.size(); ++at) {
        const std::string_view reference = drawing.substr(at, 12);
        const std::size_t end = reference.starts_with("&#") ? reference.find(';') : std::string_view::npos;
        if (end != std::string_view::npos && end > 2) {
            const bool hex = (reference[2] | 0x20) == 'x';
            unsigned code = 0;
            const auto [stop, error] = std::from_chars(reference.data() + (hex ? 3 : 2), reference.data() + end, code, hex ? 16 : 10);
            if (error == std::errc{} && stop == reference.data() + end && code < 128) {
                out += static_cast<char>(code);
                at += end;
                continue;
            }
        }
        out += drawing[at];
    }
    return lower_ascii(out);
}

// The name of an element or attribute without its namespace.
auto local(std::string_view name) -> std::string_view {
    return name.substr(name.rfind(':') + 1);
}

auto bad_element(std::string_view drawing) -> std::string_view {
    static constexpr std::array<std::string_view, 9> active{"script",  "foreignobject", "iframe", "embed", "object",
                                                            "handler", "listener",      "audio",  "video"};
    for (std::size_t at = drawing.find('<'); at != std::string_view::npos; at = drawing.find('<', at + 1)) {
        const std::string_view rest = drawing.substr(at, 80);
        for (const std::string_view sign : {"<!doctype", "<!entity", "<?xml-stylesheet"}) {
            if (rest.starts_with(sign)) return sign;
        }
        const std::size_t end = std::min(rest.find_first_of(" \t\r\n/>", 1), rest.size());
        const auto bad = std::ranges::find(active, local(rest.substr(1, end - 1)));
        if (bad != active.end()) return *bad;
    }
    return {};
}

// An address stays inside the drawing (`#shape`) or is a picture of dots in its own text.
auto is_at_rest(std::string_view address) -> bool {
    while (!address.empty() && is_space(address.front())) address.remove_prefix(1);
    const bool dots = address.starts_with("data:image/png") || address.starts_with("data:image/jpeg") ||
                      address.starts_with("data:image/gif") || address.starts_with("data:image/webp");
    return address.empty() || address.front() == '#' || dots;
}

// `name = "value"`: handlers (`onload`), and addresses that lead out of the drawing.
auto bad_attribute(std::string_view drawing) -> std::string_view {
    for (std::size_t at = drawing.find('='); at != std::string_view::npos; at = drawing.find('=', at + 1)) {
        std::size_t end = at, value = at + 1;
        while (end > 0 && is_space(drawing[end - 1])) --end;
        std::size_t begin = end;
        while (begin > 0 && (is_letter(drawing[begin - 1]) || drawing[begin - 1] == ':')) --begin;
        while (value < drawing.size() && is_space(drawing[value])) ++value;
        if (value == drawing.size() || (drawing[value] != '"' && drawing[value] != '\'')) continue;
        const std::string_view name = local(drawing.substr(begin, end - begin));
        if (name.size() > 2 && name.starts_with("on")) return "on…=";
        const std::size_t close = std::min(drawing.find(drawing[value], value + 1), drawing.size());
        if (name == "href" && !is_at_rest(drawing.substr(value + 1, close - value - 1))) return "href";
    }
    return {};
}

auto bad_style(std::string_view drawing) -> std::string_view {
    if (drawing.find("@import") != std::string_view::npos) return "@import";
    for (std::size_t at = drawing.find("url("); at != std::string_view::npos; at = drawing.find("url(", at + 1)) {
        std::string_view address = drawing.substr(at + 4);
        if (address.starts_with("&quot;"))
            address.remove_prefix(6);
        else if (address.starts_with('"') || address.starts_with('\''))
            address.remove_prefix(1);
        if (!is_at_rest(address)) return "url(…)";
    }
    return {};
}

}  // namespace

auto danger_in(std::string_view drawing) -> std::string_view {
    const bool is_text = first_invalid_utf8(drawing) == std::string_view::npos && drawing.find('\0') == std::string_view::npos;
    if (!is_text) return "UTF-16";
    const std::string text = plain(drawing);
    const std::size_t encoding = std::string_view(text).substr(0, 200).find("encoding=");
    if (encoding != std::string_view::npos && text.compare(encoding + 10, 5, "utf-8") != 0) return "encoding=";
    std::string dense = text;
    std::erase_if(dense, is_space);
    if (dense.find("javascript:") != std::string::npos) return "javascript:";
    for (const auto check : {bad_element, bad_attribute, bad_style}) {
        if (const std::string_view danger = check(text); !danger.empty()) return danger;
    }
    return {};
}

}  // namespace praxis::bank
