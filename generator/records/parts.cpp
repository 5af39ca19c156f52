#include "records/parts.h"

#include "base/digest.h"
#include "markdown/plain_text.h"
#include "records/record.h"
#include "yaml/node.h"

namespace praxis::records {

auto fingerprint_of(std::string_view canonical_text) -> std::string {
    return short_hex(hash_of(canonical_text));
}

auto part_key(const markdown::Section& section, std::string_view canonical_id) -> std::string {
    if (!canonical_id.empty()) return std::string(canonical_id);
    return section.anchor.empty() ? "lead" : section.anchor;
}

auto parts_of(std::string_view bytes, std::string_view language, const wording::Wording& wording) -> std::vector<Part> {
    std::vector<Part> parts;
    const FrontMatter front = split_front_matter(bytes);
    if (!front.found || !front.closed) return parts;
    const auto tree = yaml::read_yaml(bytes.substr(front.begin, front.end - front.begin), FileId::none, 0);
    for (const std::string_view key : {"title", "summary"}) {
        const yaml::Node* value = tree.value ? tree.value->find(key) : nullptr;
        if (value == nullptr) continue;
        parts.push_back({std::string(key), fingerprint_of(markdown::canonical_text(value->text)), {value->text}});
    }
    const std::string_view body = bytes.substr(front.body);
    const auto read = markdown::read_markdown(body, FileId::none, 0, {});
    for (const markdown::Section& section : read.value.sections) {
        const std::string text = markdown::canonical_text(body.substr(section.source_begin, section.source_end - section.source_begin));
        if (text.empty()) continue;
        Part part{part_key(section, wording.section_of_heading(language, section.heading)), fingerprint_of(text), {}};
        for (markdown::Paragraph& paragraph :
             markdown::plain_text(std::string_view(read.value.html).substr(section.begin, section.end - section.begin)))
            part.paragraphs.push_back(std::move(paragraph.text));
        parts.push_back(std::move(part));
    }
    return parts;
}

}  // namespace praxis::records
