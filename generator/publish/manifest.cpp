#include "publish/manifest.h"

#include <fcntl.h>
#include <fmt/compile.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>

namespace praxis::publish {
namespace {

constexpr std::string_view manifest_head = "praxis manifest 1";
constexpr std::string_view journal_head = "praxis journal 1";
constexpr std::string_view journal_end = "end";

auto lines_of(std::string_view text) -> std::vector<std::string_view> {
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

template <class Number>
auto parse(std::string_view text, Number& number) -> bool {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
}

// A path of a manifest or journal that was tampered with must not lead outside the folder.
auto is_inside(std::string_view path) -> bool {
    return !path.empty() && path.front() != '/' && path.find("..") == std::string_view::npos && path.front() != '.';
}

}  // namespace

auto write_manifest(const std::vector<std::pair<std::string_view, const Known*>>& in_order) -> std::string {
    std::string text(manifest_head);
    text += '\n';
    for (const auto& [path, known] : in_order) {
        text.append(to_hex(known->digest)).append(1, ' ').append(std::to_string(known->size)).append(1, ' ');
        text.append(std::to_string(known->modified)).append(1, ' ').append(path).append(1, '\n');
    }
    return text;
}

auto read_manifest(std::string_view text) -> std::optional<Manifest> {
    const auto lines = lines_of(text);
    if (lines.empty() || lines.front() != manifest_head) return std::nullopt;
    Manifest manifest;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::size_t a = lines[i].find(' '), b = lines[i].find(' ', a + 1), c = lines[i].find(' ', b + 1);
        if (c == std::string_view::npos) return std::nullopt;
        Known known;
        const std::string_view path = lines[i].substr(c + 1);
        if (!from_hex(lines[i].substr(0, a), known.digest) || !parse(lines[i].substr(a + 1, b - a - 1), known.size) ||
            !parse(lines[i].substr(b + 1, c - b - 1), known.modified) || !is_inside(path))
            return std::nullopt;
        manifest.emplace_hint(manifest.end(), path, known);  // they are in order
    }
    return manifest;
}

auto write_journal(const Journal& journal) -> std::string {
    std::string text(journal_head);
    text += '\n';
    for (const std::string& path : journal.place) text += "place " + path + '\n';
    for (const std::string& path : journal.remove) text += "remove " + path + '\n';
    return text + std::string(journal_end) + '\n';
}

auto read_journal(std::string_view text) -> std::optional<Journal> {
    const auto lines = lines_of(text);
    if (lines.size() < 2 || lines.front() != journal_head || lines.back() != journal_end) return std::nullopt;
    Journal journal;
    for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
        const std::string_view line = lines[i];
        const bool places = line.starts_with("place "), removes = line.starts_with("remove ");
        const std::string path(line.substr(places ? 6 : removes ? 7 : 0));
        if ((!places && !removes) || !is_inside(path)) return std::nullopt;
        (places ? journal.place : journal.remove).push_back(path);
    }
    return journal;
}

auto last_error(std::string path) -> SystemError {
    return {std::move(path), std::strerror(errno)};
}

auto write_file(const std::string& path, std::string_view bytes, bool flush) -> Expected<std::int64_t, SystemError> {
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (file < 0) return failure(last_error(path));
    struct stat status {};
    bool good = true;
    for (std::size_t at = 0; good && at < bytes.size();) {
        const ssize_t put = ::write(file, bytes.data() + at, bytes.size() - at);
        if (put < 0 && errno == EINTR) continue;
        good = put > 0;
        at += good ? static_cast<std::size_t>(put) : 0;
    }
    good = good && (!flush || ::fsync(file) == 0) && ::fstat(file, &status) == 0;
    const SystemError error = good ? SystemError{} : last_error(path);
    const bool closed = ::close(file) == 0;
    if (!good) return failure(error);
    if (!closed) return failure(last_error(path));
    return std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
}

auto read_file(const std::string& path) -> std::optional<std::string> {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (file < 0) return std::nullopt;
    std::string bytes;
    char buffer[65536];
    for (ssize_t got = 1; got > 0;) {
        got = ::read(file, buffer, sizeof buffer);
        if (got > 0) bytes.append(buffer, static_cast<std::size_t>(got));
        if (got < 0 && errno == EINTR) got = 1;
    }
    ::close(file);
    return bytes;
}

auto move_file(const std::string& from, const std::string& to) -> Expected<void, SystemError> {
    if (::rename(from.c_str(), to.c_str()) == 0) return {};
    return failure(last_error(to));
}

auto remove_tree(const std::string& path) -> Expected<void, SystemError> {
    std::error_code error;
    std::filesystem::remove_all(path, error);
    if (error) return failure(SystemError{path, error.message()});
    return {};
}

auto make_folders(const std::string& path) -> Expected<void, SystemError> {
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error) return failure(SystemError{path, error.message()});
    return {};
}

}  // namespace praxis::publish
