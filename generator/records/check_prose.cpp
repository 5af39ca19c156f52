#include "records/check_prose.h"

#include <map>

#include "markdown/prose.h"
#include "records/codes.h"

namespace praxis::records {
namespace {

// Three minutes of reading: a choice of ours, three times the longest section of the shipped bank.
constexpr std::uint32_t most_words = 700;
constexpr int most_times = 3;

void check_languages(const Prose& prose, const LanguageGuess& guess, Diagnostics& found) {
    const std::string_view body = prose.bytes.substr(prose.from);
    for (std::size_t at = 0; at < body.size();) {
        const std::size_t end = std::min(body.find("\n\n", at), body.size());
        const std::string_view block = body.substr(at, end - at);
        // What looks foreign is looked at again without remarks, addresses and marked passages.
        if (!guess.other_than(prose.language, block).empty()) {
            const std::string_view other = guess.other_than(prose.language, markdown::prose_of(block));
            const std::size_t first = block.find_first_not_of("\r\n ");
            const Span span{prose.file, static_cast<std::uint32_t>(prose.from + at + first),
                            static_cast<std::uint32_t>(prose.from + at + std::min(block.find('\n', first), block.size())),
                            Span::Sureness::exact};
            if (!other.empty()) found.push_back(diagnose(codes::foreign_block, span, {std::string(other), std::string(prose.language)}));
        }
        at = end + 2;
    }
}

void check_lengths(const markdown::Document& document, Diagnostics& found) {
    for (const markdown::Section& section : document.sections) {
        if (section.words > most_words && !section.heading.empty())
            found.push_back(
                diagnose(codes::long_section, section.span, {section.heading, std::to_string(section.words), std::to_string(most_words)}));
    }
}

void check_links(const markdown::Document& document, Diagnostics& found) {
    std::map<std::string_view, int> times;
    for (const markdown::Link& link : document.links) {
        const bool outside = link.destination.starts_with("https://") || link.destination.starts_with("http://");
        if (outside && !link.picture && ++times[link.destination] == most_times)
            found.push_back(diagnose(codes::repeated_link, link.span, {link.destination}));
    }
}

}  // namespace

auto check_prose(const Prose& prose, const markdown::Document& document, const LanguageGuess& guess) -> Diagnostics {
    Diagnostics found;
    check_languages(prose, guess, found);
    check_lengths(document, found);
    check_links(document, found);
    return found;
}

}  // namespace praxis::records
