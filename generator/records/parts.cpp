#include "records/parts.h"

#include "base/digest.h"
#include "markdown/document.h"
#include "markdown/plain_text.h"
#include "records/record.h"
#include "yaml/node.h"

namespace praxis::records {
auto parts_of(std::string_view bytes, std::string_view language, const wording::Wording& wording) -> std::vector<Part> {
    std::vector<Part> parts;
    const FrontMatter front = split_front_matter(bytes);
    if (!front.found || !front.closed) return parts;
    const auto tree = yaml::read_yaml(bytes.substr(front.begin, front.end - front.begin), FileId::none, 0);
    for (const std::string_view key : {"title", "summary"}) {
        const yaml::Node* value = tree.value ? tree.value->find(key) : nullptr;
        if (value == nullptr) continue;
        parts.push_back({std::string(key), short_hex(hash_of(markdown::canonical_text(value->text))), {value->text}});
    }
    const std::string_view body = bytes.substr(front.body);
    const auto read = markdown::read_markdown(body, FileId::none, 0, {});
    for (const markdown::Section& section : read.value.sections) {
        const std::string_view id = wording.section_of_heading(language, section.heading);
        const std::string_view source = body.substr(section.source_begin, section.source_end - section.source_begin);
        const std::string text = markdown::canonical_text(source);
        if (text.empty()) continue;
        const std::string key = !id.empty() ? std::string(id) : section.anchor.empty() ? "lead" : section.anchor;
        Part part{key, short_hex(hash_of(text)), {}};
        for (markdown::Paragraph& paragraph :
             markdown::plain_text(std::string_view(read.value.html).substr(section.begin, section.end - section.begin)))
            part.paragraphs.push_back(std::move(paragraph.text));
        parts.push_back(std::move(part));
    }
    return parts;
}

}  // namespace praxis::records
