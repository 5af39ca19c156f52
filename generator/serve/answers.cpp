#include "serve/answers.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/digest.h"
#include "base/html.h"
#include "base/utf8.h"

namespace praxis::serve {
namespace {

constexpr std::size_t digest_digits = 8;

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    auto operator=(Descriptor&& other) noexcept -> Descriptor& {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    auto get() const -> int { return number_; }

private:
    int number_;
};

auto is_name(std::string_view name) -> bool {
    if (name.empty() || name.starts_with('.')) return false;
    return std::ranges::none_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\\' || c == 0x7f; });
}

auto escaped(std::string_view text) -> std::string {
    std::string out;
    append_escaped(out, text, Quotes::both);
    return out;
}

// Scripts of the policy's own page may speak with the server they came from.
void allow_listening(std::string& html) {
    const std::size_t meta = html.find("<meta http-equiv=\"Content-Security-Policy\" content=\"");
    if (meta == std::string::npos) return;
    const std::size_t from = html.find("content=\"", meta) + 9, to = html.find('"', from);
    if (to == std::string::npos) return;
    static constexpr std::string_view directive = "connect-src ";
    const std::size_t known = std::string_view(html).substr(0, to).find(directive, from);
    if (known == std::string::npos)
        html.insert(from, "connect-src 'self'; ");
    else
        html.insert(known + directive.size(), "'self' ");
}

}  // namespace

auto is_own_host(std::string_view host, int port) -> bool {
    const std::string name = lower_ascii(host);
    return std::ranges::any_of(std::array{"127.0.0.1", "localhost", "[::1]"},
                               [&](const char* own) { return name == fmt::format("{}:{}", own, port) || (port == 80 && name == own); });
}

auto names_of(std::string_view path) -> std::optional<std::vector<std::string>> {
    if (!path.starts_with('/')) return std::nullopt;
    std::vector<std::string> names;
    for (path.remove_prefix(1); path.find('/') != std::string_view::npos; path.remove_prefix(path.find('/') + 1))
        names.emplace_back(path.substr(0, path.find('/')));
    names.emplace_back(path.empty() ? "index.html" : path);
    if (!std::ranges::all_of(names, is_name)) return std::nullopt;
    return names;
}

auto read_below(const std::string& folder, const std::vector<std::string>& names) -> std::optional<std::string> {
    Descriptor at(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
    for (std::size_t i = 0; i < names.size() && at.get() >= 0; ++i) {
        const int kind = i + 1 < names.size() ? O_DIRECTORY : O_NONBLOCK;
        at = Descriptor(::openat(at.get(), names[i].c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | kind));
    }
    struct stat status {};
    if (at.get() < 0 || ::fstat(at.get(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
    std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
    std::size_t size = 0;
    while (size < bytes.size()) {
        const ssize_t read = ::read(at.get(), bytes.data() + size, bytes.size() - size);
        if (read < 0 && errno == EINTR) continue;
        if (read <= 0) return std::nullopt;
        size += static_cast<std::size_t>(read);
    }
    return bytes;
}

auto type_of(std::string_view path) -> std::string_view {
    static constexpr std::pair<std::string_view, std::string_view> types[] = {
        {".html", "text/html; charset=utf-8"},
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".json", "application/json"},
        {".geojson", "application/geo+json"},
        {".webmanifest", "application/manifest+json"},
        {".xml", "application/xml"},
        {".txt", "text/plain; charset=utf-8"},
        {".csv", "text/csv; charset=utf-8"},
        {".ics", "text/calendar; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".jpg", "image/jpeg"},
        {".jpeg", "image/jpeg"},
        {".webp", "image/webp"},
        {".avif", "image/avif"},
        {".gif", "image/gif"},
        {".ico", "image/x-icon"},
        {".woff2", "font/woff2"},
        {".pdf", "application/pdf"},
        {".epub", "application/epub+zip"},
        {".zip", "application/zip"},
    };
    const auto* found = std::ranges::find_if(types, [&](const auto& type) { return path.ends_with(type.first); });
    return found == std::end(types) ? "application/octet-stream" : found->second;
}

auto is_named_by_digest(std::string_view name) -> bool {
    const std::size_t end = name.rfind('.');
    if (end == std::string_view::npos || end <= digest_digits || name[end - digest_digits - 1] != '.') return false;
    return std::ranges::all_of(name.substr(end - digest_digits, digest_digits),
                               [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

auto with_reload(std::string html, std::string_view version) -> std::string {
    const std::string script = fmt::format("<script defer src=\"{}\" data-version=\"{}\"></script>\n", reload_path(), escaped(version));
    const std::size_t end = html.find("</head>");
    html.insert(end == std::string::npos ? html.size() : end, script);
    allow_listening(html);
    return html;
}

auto reload_path() -> const std::string& {
    static const std::string path = fmt::format("/.praxis/reload.{}.js", to_hex(digest_of(reload_script())).substr(0, digest_digits));
    return path;
}

auto with_local_addresses(std::string html, std::string_view base_url) -> std::string {
    if (base_url.empty()) return html;
    const std::string there = "=\"" + escaped(base_url);
    for (std::size_t at = html.find(there); at != std::string::npos; at = html.find(there, at + 3)) html.replace(at, there.size(), "=\"/");
    return html;
}

auto page_without_site(const State& state) -> std::string {
    return fmt::format(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"color-scheme\" content=\"light "
        "dark\">\n<title>Praxis</title>\n</head>\n<body>\n"
        "<noscript><h1>{}</h1><pre>{}</pre></noscript>\n</body>\n</html>\n",
        escaped(state.notice.language), escaped(state.notice.title), escaped(state.notice.text));
}

}  // namespace praxis::serve
