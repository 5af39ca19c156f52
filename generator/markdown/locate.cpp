#include "markdown/locate.h"

#include <algorithm>

namespace praxis::markdown {

Locator::Locator(std::string_view body, FileId file, std::uint32_t offset) : body_(body), file_(file), offset_(offset), lines_{0} {
    for (std::size_t at = body.find('\n'); at != std::string_view::npos; at = body.find('\n', at + 1)) lines_.push_back(at + 1);
}

auto Locator::start(int number) const -> std::size_t {
    const auto index = static_cast<std::size_t>(std::max(number, 1) - 1);
    return index < lines_.size() ? lines_[index] : body_.size();
}

auto Locator::line_start(int number) const -> std::uint32_t {
    return offset_ + static_cast<std::uint32_t>(start(number));
}

auto Locator::line(int number) const -> Span {
    return {file_, line_start(number), line_start(number), Span::Sureness::line};
}

auto Locator::text_of(int first_line, int last_line) const -> std::string_view {
    const std::size_t begin = start(first_line);
    return body_.substr(begin, start(std::max(last_line, first_line) + 1) - begin);
}

auto Locator::find(std::string_view written, int first_line, int last_line) -> Span {
    if (written.empty()) return line(first_line);
    const std::size_t end = start(std::max(last_line, first_line) + 1);
    auto known = searched_.find(written);
    const std::size_t from = known == searched_.end() ? start(first_line) : std::max(known->second, start(first_line));
    const std::size_t at = body_.find(written, from);
    if (at == std::string_view::npos || at + written.size() > end) return line(first_line);
    searched_[std::string(written)] = at + written.size();
    const auto begin = offset_ + static_cast<std::uint32_t>(at);
    return {file_, begin, begin + static_cast<std::uint32_t>(written.size())};
}

}  // namespace praxis::markdown
