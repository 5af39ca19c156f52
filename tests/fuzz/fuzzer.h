// Damages text at random, but repeatably: bytes lost, doubled and changed, and words put in on which
// readers branch.
#pragma once

#include <random>
#include <string>
#include <string_view>

namespace praxis::fuzz {

// What no random byte would hit: the words on which readers branch.
inline constexpr std::string_view dictionary[] = {"---\n",
                                                  "\n",
                                                  ": ",
                                                  "- ",
                                                  "[",
                                                  "]",
                                                  "{",
                                                  "}",
                                                  "\"",
                                                  "'",
                                                  "|\n",
                                                  ">",
                                                  "&a ",
                                                  "*a",
                                                  "!!x ",
                                                  "<!--",
                                                  "-->",
                                                  "<b>",
                                                  "[^s1]",
                                                  "[x](",
                                                  ")",
                                                  "]{lang=pt}",
                                                  "![",
                                                  "`",
                                                  "**",
                                                  "|a|b|\n|-|-|\n",
                                                  "> ",
                                                  "1. ",
                                                  "../",
                                                  "\xC3\xB1",
                                                  "\xE2\x80\xAE",
                                                  "\xFF",
                                                  "{{",
                                                  "}}",
                                                  "{{#title}}",
                                                  "{{/title}}",
                                                  "{{>card}}",
                                                  "0",
                                                  "2014-13-45",
                                                  "javascript:",
                                                  "&#58;",
                                                  "\t",
                                                  "__praxis_end__"};

class Fuzzer {
public:
    explicit Fuzzer(unsigned seed) : random_(seed) {}

    auto mutated(std::string text) -> std::string {
        for (std::size_t n = 1 + random_() % 6; n > 0; --n) {
            const std::size_t at = text.empty() ? 0 : random_() % text.size();
            switch (random_() % 6) {
                case 0: text.insert(at, dictionary[random_() % std::size(dictionary)]); break;
                case 1: text.erase(at, 1 + random_() % 12); break;
                case 2:
                    if (!text.empty()) text[at] = static_cast<char>(random_());
                    break;
                case 3: text.insert(at, text.substr(random_() % (text.size() + 1), random_() % 60)); break;
                case 4: text.resize(at); break;
                default: {
                    std::string run;
                    const std::string_view word = dictionary[random_() % std::size(dictionary)];
                    for (std::size_t k = random_() % 300; k > 0; --k) run += word;
                    text.insert(at, run);
                }
            }
        }
        return text;
    }

    auto pick(std::size_t count) -> std::size_t { return random_() % count; }

private:
    std::mt19937 random_;
};

}  // namespace praxis::fuzz
