// One content file, typed: a record in one language, or an entity. Nothing cross-file is claimed.
// It guarantees the shape of its kind; its body lies in the scratch file, only its outline is kept.
// Made by `read_records`, one file after another in parallel.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/digest.h"
#include "files/scratch.h"
#include "glossary/glossary.h"
#include "input/input_set.h"
#include "markdown/document.h"
#include "values/value.h"
#include "wording/wording.h"

namespace praxis::records {

class Cache;

// A section as its outline keeps it; `id` is canonical where the language's headings know it.
struct Section {
    std::string id, heading, anchor;
    bool canonical = false;
    Span span;
    std::uint32_t begin = 0, end = 0;  // of its HTML in the body
    std::uint32_t words = 0;
};

struct Outline {
    std::vector<Section> sections;
    std::vector<markdown::Link> links;
    std::vector<markdown::Citation> citations;
    std::vector<std::string> anchors;
};

struct Record {
    FileId file = FileId::none;
    fields::Kind kind = fields::Kind::practice;
    std::string id, language;
    bool translation = false;
    bool broken = false;  // could not be read: known, nothing more is said of it
    values::Value fields;
    Outline outline;
    files::Scratch::Slice body;
    // Field path or section id -> fingerprint of the source text (first 8 digits of XXH3-64).
    std::vector<std::pair<std::string, std::string>> fingerprints;
};

struct Reading {
    const input::InputSet& inputs;
    const wording::Wording& wording;
    files::Scratch& scratch;
    unsigned jobs = 1;
    Cache* cache = nullptr;                        // whose scratch file is `scratch`
    const std::vector<Digest>* digests = nullptr;  // of the inputs, where they are known already
    const glossary::Glossary* glossary = nullptr;
};

// Every record and entity file, in path order. Environment errors end the reading.
auto read_records(const Reading& reading) -> Expected<Outcome<std::vector<Record>>, files::SystemError>;

// Where front matter ends and the body begins, in bytes; `found` is false when there is none.
struct FrontMatter {
    bool found = false, closed = false;
    std::uint32_t begin = 0, end = 0, body = 0;
};
auto split_front_matter(std::string_view bytes) -> FrontMatter;

}  // namespace praxis::records
