// The words of diagnostics in one language: a sentence and a remedy for every code.
// English is part of the program, so there is always something to say. Made by `read_sentences`.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "files/files.h"
#include "language/message.h"
#include "report/diagnostic.h"

namespace praxis::console {

struct Sentence {
    std::string says, help;
};

class Sentences {
public:
    // The sentence and the remedy with their arguments filled in; `@group.key` becomes a word.
    auto says(const Diagnostic& diagnostic) const -> std::string;
    auto help(const Diagnostic& diagnostic) const -> std::string;  // with "did you mean", may be empty
    auto word(std::string_view key) const -> std::string;
    auto counted(std::string_view key, std::size_t count) const -> std::string;
    auto told(std::string_view key, language::Arguments arguments) const -> std::string;
    auto language() const -> const std::string& { return language_; }

private:
    friend auto read_sentences(const files::Files& files, std::string_view language) -> Sentences;
    auto filled(std::string_view pattern, const Diagnostic& diagnostic) const -> std::string;
    std::string language_;
    std::map<std::string, Sentence, std::less<>> codes_;
    std::map<std::string, std::string, std::less<>> words_;
};

// locale/diagnostics/<language>.yaml over the English of the program, sentence by sentence.
auto read_sentences(const files::Files& files, std::string_view language) -> Sentences;

// The language of `es`, `es-MX` or `es_MX.UTF-8`, where its file exists; else English.
auto choose_language(const files::Files& files, std::string_view wanted) -> std::string;

// Every code of the program, by id.
auto all_codes() -> const std::vector<const Code*>&;

auto english_diagnostics() -> std::string_view;

}  // namespace praxis::console
