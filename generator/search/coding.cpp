#include "search/coding.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "search/numbers.h"

namespace praxis::search {

auto pieces(std::string_view text, char separator) -> std::vector<std::string_view> {
    std::vector<std::string_view> found;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(separator, at), text.size());
        if (end > at) found.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return found;
}

auto digit_at(std::string_view text, std::size_t at) -> int {
    return at < text.size() ? digit_values[static_cast<unsigned char>(text[at])] : -1;
}

auto front_coded(std::string_view before, std::string_view coded) -> std::string {
    if (coded.empty()) return {};
    const int shared = std::max(digit_at(coded, 0), 0);
    const std::size_t first = prefix(coded, 1).size();
    return std::string(prefix(before, static_cast<std::size_t>(shared))) + std::string(coded.substr(first));
}

auto read_borders(std::string_view text) -> std::vector<std::string> {
    std::vector<std::string> borders;
    for (const std::string_view piece : pieces(text, ','))
        borders.push_back(front_coded(borders.empty() ? std::string_view() : borders.back(), piece));
    return borders;
}

auto route(const std::vector<std::string>& borders, std::string_view key) -> std::size_t {
    std::size_t low = 0, high = borders.size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (borders[middle] <= key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

auto file_name(std::string_view border) -> std::string {
    std::uint32_t hash = 0x811c9dc5U;
    for (std::size_t at = 0; at < border.size();) hash = (hash ^ static_cast<std::uint32_t>(next_code_point(border, at))) * 0x01000193U;
    return fmt::format("{:08x}", hash);
}

auto file_name(const std::vector<std::string>& borders, std::size_t number) -> std::string {
    return file_name(number == 0 ? std::string_view() : std::string_view(borders[number - 1]));
}

auto reversed(std::string_view word) -> std::string {
    std::string out;
    for (std::size_t end = word.size(); end > 0;) {
        std::size_t begin = end - 1;
        while (begin > 0 && (static_cast<unsigned char>(word[begin]) & 0xC0U) == 0x80) --begin;
        out += word.substr(begin, end - begin);
        end = begin;
    }
    return out;
}

}  // namespace praxis::search
