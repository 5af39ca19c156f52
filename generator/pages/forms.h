// Which kinds of things people send in, and where what their forms need stands on the site.
#pragma once

#include <fmt/format.h>

#include "pages/site.h"

namespace praxis::pages {

// The site's own prose is not asked for.
constexpr auto has_form(Kind kind) -> bool {
    return kind != Kind::page;
}
inline auto form_address(Kind kind) -> Address {
    return {PageKind::contribute, {}, static_cast<std::uint32_t>(kind) + 1};
}

inline constexpr std::string_view form_script = "contribute/form.js";
inline auto form_lists(std::string_view language) -> std::string {
    return fmt::format("contribute/lists.{}.js", language);
}
inline auto form_table(const fields::KindEntry& kind, std::string_view language) -> std::string {
    return fmt::format("contribute/{}.{}.js", kind.name, language);
}
// The form in one file, and the file to fill in by hand.
inline auto form_in_one_file(const fields::KindEntry& kind, std::string_view language) -> std::string {
    return fmt::format("contribute/{}.{}.html", kind.name, language);
}
inline auto form_by_hand(const fields::KindEntry& kind, std::string_view language) -> std::string {
    return fmt::format("contribute/{}.{}.{}", kind.name, language, kind.format == fields::Format::markdown ? "md" : "yaml");
}

}  // namespace praxis::pages
