// What a request may ask for, and what a page gets on its way out. The files themselves stay as they were built.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "serve/board.h"

namespace praxis::serve {

// Whether a Host header names this server: a page of another host must not reach it by a name of its own.
auto is_own_host(std::string_view host, int port) -> bool;

// The names on the way to a file; nothing where one leads out, is hidden, or is none of ours. A path that
// ends in a slash is that of its index.html.
auto names_of(std::string_view path) -> std::optional<std::vector<std::string>>;

// The bytes of a file below `folder`, where no name on the way is a link.
auto read_below(const std::string& folder, const std::vector<std::string>& names) -> std::optional<std::string>;

auto type_of(std::string_view path) -> std::string_view;

// Whether a file's name carries the digest of its bytes, so that a browser may keep it.
auto is_named_by_digest(std::string_view name) -> bool;

// The page with the script that loads it again, which its Content-Security-Policy then allows to listen.
auto with_reload(std::string html, std::string_view version) -> std::string;

// The page of 404.html leads to where the site will stand; here it leads to this server.
auto with_local_addresses(std::string html, std::string_view base_url) -> std::string;

// What is shown as long as nothing could be built.
auto page_without_site(const State& state) -> std::string;

auto reload_script() -> const std::string&;
auto reload_path() -> const std::string&;  // named by its digest
auto overlay_style() -> const std::string&;

}  // namespace praxis::serve
