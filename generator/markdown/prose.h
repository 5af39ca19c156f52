// The author's own prose in a Markdown source. It guarantees that every byte stays in its place, so that
// what is found in the prose is found in the source.
#pragma once

#include <string>
#include <string_view>

namespace praxis::markdown {

// The same text with remarks, code, addresses, citations and passages marked as another language
// (`[texto]{lang=pt}`) put out of sight behind `|`.
auto prose_of(std::string_view body) -> std::string;

}  // namespace praxis::markdown
