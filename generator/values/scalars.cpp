#include "values/scalars.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "input/input_set.h"
#include "language/text.h"

namespace praxis::values {
namespace {

using fields::Type;

auto all_of(std::string_view text, auto test) -> bool {
    return !text.empty() && std::ranges::all_of(text, test);
}
auto is_digit(char c) -> bool {
    return c >= '0' && c <= '9';
}
auto is_letter(char c) -> bool {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// http or https with a host, and no white space, quotes or control characters (RFC 3986).
auto is_web_address(std::string_view text) -> bool {
    const std::size_t start = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
    if (start == 0 || text.size() > 2000) return false;
    const bool clean = all_of(text, [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && std::string_view("\"<>\\^`{|}\x7F").find(c) == std::string_view::npos;
    });
    const std::string_view host = text.substr(start, text.find_first_of("/?#", start) - start);
    return clean && host.find('.') != std::string_view::npos && host.find('@') == std::string_view::npos;
}

auto is_email(std::string_view text) -> bool {
    const std::size_t at = text.find('@');
    if (at == 0 || at == std::string_view::npos || text.size() > 254) return false;
    const auto local = [](char c) { return is_letter(c) || is_digit(c) || std::string_view(".-_+").find(c) != std::string_view::npos; };
    const auto domain = [](char c) { return is_letter(c) || is_digit(c) || c == '.' || c == '-'; };
    const std::string_view host = text.substr(at + 1);
    return all_of(text.substr(0, at), local) && all_of(host, domain) && host.find('.') != std::string_view::npos && host.back() != '.';
}

auto is_license(std::string_view text) -> bool {
    return text.size() <= 60 && all_of(text, [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '+'; });
}

}  // namespace

auto has_form(Type type, std::string_view text) -> bool {
    switch (type) {
        case Type::id: return input::is_id(text);
        case Type::url: return is_web_address(text);
        case Type::email: return is_email(text);
        case Type::language: return language::is_language_tag(text);
        case Type::country: return language::is_country(text);
        case Type::currency: return language::is_currency(text);
        case Type::license: return is_license(text);
        case Type::year: return text.size() == 4 && all_of(text, is_digit) && text != "0000";
        case Type::wikidata:
            return text.size() >= 2 && text.size() <= 12 && text[0] == 'Q' && text[1] != '0' && all_of(text.substr(1), is_digit);
        case Type::color:
            return text.size() == 6 && all_of(text, [](char c) { return is_digit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); });
        default: return true;
    }
}

auto parse_number(std::string_view text) -> std::optional<double> {
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    const bool plain = !digits.empty() && digits.size() <= 18 && is_digit(digits.front()) && is_digit(digits.back()) &&
                       std::ranges::all_of(digits, [](char c) { return is_digit(c) || c == '.'; }) && std::ranges::count(digits, '.') <= 1;
    if (!plain) return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

auto is_personal_email(std::string_view address) -> bool {
    static constexpr std::array<std::string_view, 12> offices{"info",  "contact", "contacto", "hello",   "office",      "oficina",
                                                              "press", "prensa",  "mail",     "service", "secretariat", "secretaria"};
    static constexpr std::array<std::string_view, 9> free_hosts{"gmail.com", "hotmail.com", "outlook.com", "yahoo.com", "yahoo.es",
                                                                "yahoo.fr",  "icloud.com",  "live.com",    "proton.me"};
    const std::size_t at = address.find('@');
    const std::string_view local = address.substr(0, at), host = address.substr(at + 1);
    if (std::ranges::find(free_hosts, host) != free_hosts.end()) return true;
    const std::size_t dot = local.find_first_of("._");
    if (dot == std::string_view::npos || dot == 0 || dot + 1 == local.size()) return false;
    const bool office =
        std::ranges::any_of(offices, [&](std::string_view name) { return local.substr(0, dot) == name || local.substr(dot + 1) == name; });
    return !office && all_of(local.substr(0, dot), is_letter) && all_of(local.substr(dot + 1), is_letter);
}

}  // namespace praxis::values
