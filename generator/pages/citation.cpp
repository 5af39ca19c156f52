#include "pages/citation.h"

#include <fmt/compile.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/byte_set.h"
#include "base/utf8.h"
#include "language/text.h"
#include "writers/json.h"

namespace praxis::pages {
namespace {

using Named = std::pair<char32_t, std::string_view>;

// Braces are named too: BibTeX counts those that a backslash precedes.
constexpr std::array<Named, 39> characters{{
    {U'\\', "{\\textbackslash}"},
    {U'{', "{\\textbraceleft}"},
    {U'}', "{\\textbraceright}"},
    {U'~', "{\\textasciitilde}"},
    {U'^', "{\\textasciicircum}"},
    {U'&', "\\&"},
    {U'%', "\\%"},
    {U'$', "\\$"},
    {U'#', "\\#"},
    {U'_', "\\_"},
    {U'ß', "{\\ss}"},
    {U'æ', "{\\ae}"},
    {U'Æ', "{\\AE}"},
    {U'œ', "{\\oe}"},
    {U'Œ', "{\\OE}"},
    {U'ø', "{\\o}"},
    {U'Ø', "{\\O}"},
    {U'ł', "{\\l}"},
    {U'Ł', "{\\L}"},
    {U'đ', "{\\dj}"},
    {U'Đ', "{\\DJ}"},
    {U'ð', "{\\dh}"},
    {U'Ð', "{\\DH}"},
    {U'þ', "{\\th}"},
    {U'Þ', "{\\TH}"},
    {U'ı', "{\\i}"},
    {U'¿', "{?`}"},
    {U'¡', "{!`}"},
    {U'«', "{\\guillemotleft}"},
    {U'»', "{\\guillemotright}"},
    {U'“', "``"},
    {U'”', "''"},
    {U'‘', "`"},
    {U'’', "'"},
    {U'–', "--"},
    {U'—', "---"},
    {U'…', "{\\ldots}"},
    {U'\u00A0', "~"},
    {U'\u202F', "~"},
}};

constexpr std::array<Named, 14> accents{{{0x300, "`"},
                                         {0x301, "'"},
                                         {0x302, "^"},
                                         {0x303, "~"},
                                         {0x304, "="},
                                         {0x306, "u"},
                                         {0x307, "."},
                                         {0x308, "\""},
                                         {0x30A, "r"},
                                         {0x30B, "H"},
                                         {0x30C, "v"},
                                         {0x323, "d"},
                                         {0x327, "c"},
                                         {0x328, "k"}}};

template <std::size_t Size>
auto name_in(const std::array<Named, Size>& names, char32_t character) -> std::string_view {
    const auto at = std::ranges::find(names, character, &Named::first);
    return at == names.end() ? std::string_view() : at->second;
}

auto is_latin_letter(char32_t c) -> bool {
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

// A letter with its accent: `{\'e}`, `{\c{c}}`; an i loses its dot.
auto accented(char32_t letter, std::string_view accent) -> std::string {
    const std::string base = letter == U'i' || letter == U'j' ? fmt::format("{{\\{}}}", static_cast<char>(letter))
                                                              : fmt::format("{{{}}}", static_cast<char>(letter));
    return fmt::format("{{\\{}{}}}", accent, base);
}

// What LaTeX does not take as it is.
constexpr ByteSet not_plain = [] {
    ByteSet plain;
    plain.add(0x20, 0x7E);
    ByteSet others = ~plain;
    for (const auto& [character, name] : characters) {
        if (character < 0x80) others.add(static_cast<char>(character));
    }
    return others;
}();

auto latex(std::string_view text) -> std::string {
    if (not_plain.find(text) == text.size()) return std::string(text);
    const std::string apart = language::nfd(text);
    std::string out;
    for (std::size_t at = 0; at < apart.size();) {
        const char32_t character = next_code_point(apart, at);
        std::size_t after = at;
        const char32_t next = after < apart.size() ? next_code_point(apart, after) : 0;
        const std::string_view accent = is_latin_letter(character) ? name_in(accents, next) : std::string_view();
        const std::string_view name = name_in(characters, character);
        if (!accent.empty()) {
            out += accented(character, accent);
            at = after;
        } else if (!name.empty()) {
            out += name;
        } else if (!is_hidden(character) && character != U'\n') {
            append_utf8(out, character);
        } else {
            out += ' ';
        }
    }
    return language::nfc(out);
}

// RIS ends a value at the end of its line.
auto one_line(std::string_view text) -> std::string {
    std::string line(text);
    std::ranges::replace_if(
        line, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return line;
}

// A comma would make the rest a first name, and an asterisk is not allowed.
auto ris_author(std::string_view name) -> std::string {
    std::string out;
    for (const char c : one_line(name)) {
        if (c == ',')
            out += " –";
        else if (c != '*')
            out += c;
    }
    return out;
}

constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};

}  // namespace

auto bibtex(const Citation& citation) -> std::string {
    std::string out = fmt::format("@misc{{{}", citation.id);
    const auto field = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) out += fmt::format(FMT_COMPILE(",\n  {} = {}"), name, value);
    };
    const auto words = [](const std::string& text) { return text.empty() ? text : fmt::format(FMT_COMPILE("{{{}}}"), latex(text)); };
    std::string authors;
    for (const std::string& author : citation.authors)
        authors += fmt::format(FMT_COMPILE("{}{{{}}}"), authors.empty() ? "" : " and ", latex(author));
    field("author", authors.empty() ? authors : fmt::format(FMT_COMPILE("{{{}}}"), authors));
    field("title", fmt::format(FMT_COMPILE("{{{{{}}}}}"), latex(citation.title)));
    field("howpublished", words(citation.container));
    field("publisher", words(citation.publisher));
    if (citation.date.year != 0) field("year", fmt::format(FMT_COMPILE("{{{}}}"), citation.date.year));
    if (citation.date.month != 0) field("month", std::string(months[citation.date.month - 1]));
    field("edition", words(citation.release));
    field("language", words(citation.language));
    field("url", fmt::format(FMT_COMPILE("{{{}}}"), citation.address));  // percent-encoded: it holds no brace
    return out + "\n}\n";
}

auto ris(const Citation& citation) -> std::string {
    std::string out = "TY  - ELEC\n";
    const auto line = [&](std::string_view tag, std::string_view value) {
        if (!value.empty()) out += fmt::format(FMT_COMPILE("{}  - {}\n"), tag, one_line(value));
    };
    for (const std::string& author : citation.authors) line("AU", ris_author(author));
    line("TI", citation.title);
    line("T2", citation.container);
    line("PB", citation.publisher);
    const fields::Day& day = citation.date;
    if (day.year != 0) line("PY", fmt::format(FMT_COMPILE("{:04}"), day.year));
    if (day.day != 0) line("DA", fmt::format(FMT_COMPILE("{:04}/{:02}/{:02}/"), day.year, day.month, day.day));
    line("ET", citation.release);
    line("LA", citation.language);
    line("UR", citation.address);
    line("ID", citation.id);
    return out + "ER  - \n";
}

auto csl_json(const Citation& citation) -> std::string {
    writers::Json json;
    json.open_list().open_object();
    json.member("id", citation.id).member("type", "webpage").member("title", citation.title);
    if (!citation.authors.empty()) {
        json.key("author").open_list();
        for (const std::string& author : citation.authors) json.open_object().member("literal", author).close_object();
        json.close_list();
    }
    const auto member = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) json.member(name, value);
    };
    member("container-title", citation.container);
    member("publisher", citation.publisher);
    if (citation.date.year != 0) {
        json.key("issued").open_object().key("date-parts").open_list().open_list();
        json.value(static_cast<std::int64_t>(citation.date.year));
        if (citation.date.month != 0) json.value(static_cast<std::int64_t>(citation.date.month));
        if (citation.date.day != 0) json.value(static_cast<std::int64_t>(citation.date.day));
        json.close_list().close_list().close_object();
    }
    member("version", citation.release);
    member("language", citation.language);
    member("URL", citation.address);
    json.close_object().close_list();
    return json.text() + "\n";
}

}  // namespace praxis::pages
