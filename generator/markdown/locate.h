// Where something of a block stands in the source. cmark-gfm's inline positions are often wrong, so
// the written form is searched in the block's own lines; what is not found exactly gets the line.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "report/diagnostic.h"

namespace praxis::markdown {

class Locator {
public:
    Locator(std::string_view body, FileId file, std::uint32_t offset);

    // The next place of `written` in lines first to last (from 1), after those found before.
    auto find(std::string_view written, int first_line, int last_line) -> Span;
    auto line(int number) const -> Span;
    // Byte offset in the file of the start of a line; of the end of the body past the last.
    auto line_start(int number) const -> std::uint32_t;
    auto text_of(int first_line, int last_line) const -> std::string_view;

private:
    auto start(int number) const -> std::size_t;
    std::string_view body_;
    FileId file_;
    std::uint32_t offset_;
    std::vector<std::size_t> lines_;
    std::map<std::string, std::size_t, std::less<>> searched_;
};

}  // namespace praxis::markdown
