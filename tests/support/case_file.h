// A golden case: one text file with virtual input files and what must come of them.
//
//   # a theme that does not exist is reported where it was written
//   --- content/practices/redes/es.md
//   ...the file...
//   --- expect
//   ...the whole report...
//
// Before the case's own files stands a small bank that has no problem (cases/base/). Other sections:
//   --- remove PATH            takes a file of the base away (or a folder with all below)
//   --- bytes PATH             the file as hexadecimal bytes
//   --- repeat N PATH          the section's text, N times
//   --- link PATH              a symbolic link
//   --- unreadable PATH        a file of the base that may not be read
//   --- edit PATH              lines `old => new`, each replaced once in a file of the base; in
//                              what is new, `\n` begins a new line
//   --- options WORDS          drafts, hold, lang=es, today=2026-11-21, form=short|json|github|sarif, emit
//   --- output PATH            after the run: a file of the site (with `emit`), compared whole
//   --- package NAME           a package that is sent in, file by file (packed.h)
//   --- folder PATH            a file that stands in the output folder before publishing
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace praxis::tests {

struct Section {
    std::string head, text;
};

struct CaseFile {
    std::string path, title;
    std::vector<Section> sections;
};

auto read_case(const std::string& path) -> CaseFile;
void write_case(const CaseFile& file);

// All files below tests/<folder> that end in .txt, in byte order.
auto case_paths(const std::string& folder) -> std::vector<std::string>;

auto read_text(const std::string& path) -> std::string;
auto root() -> std::string;  // of the checkout

}  // namespace praxis::tests
