// Resolves what bodies point to: files of the bank, anchors in them, sources, pictures.
#include <algorithm>

#include "bank/builder.h"
#include "bank/codes.h"

namespace praxis::bank {
namespace {

auto is_external(std::string_view address) -> bool {
    return address.starts_with("http:") || address.starts_with("https:") || address.starts_with("mailto:");
}

// The path that a relative address names, seen from a file; nothing when it leaves content/.
auto path_from(std::string_view file, std::string_view address) -> std::optional<std::string> {
    std::vector<std::string_view> parts;
    const auto push = [&](std::string_view path) {
        for (std::size_t at = 0; at <= path.size();) {
            const std::size_t slash = std::min(path.find('/', at), path.size());
            const std::string_view part = path.substr(at, slash - at);
            at = slash + 1;
            if (part.empty() || part == ".") continue;
            if (part != "..")
                parts.push_back(part);
            else if (parts.size() <= 1)
                return false;
            else
                parts.pop_back();
        }
        return true;
    };
    push(file.substr(0, file.rfind('/')));
    if (address.starts_with('/') || !push(address)) return std::nullopt;
    std::string path;
    for (const std::string_view part : parts) {
        if (!path.empty()) path += '/';
        path += part;
    }
    return path;
}

// How a file writes the path of another one.
auto written_from(std::string_view file, std::string_view to) -> std::string {
    std::size_t common = 0;
    for (std::size_t i = 0; i < std::min(file.size(), to.size()) && file[i] == to[i]; ++i) common = file[i] == '/' ? i + 1 : common;
    std::string written;
    for (const char c : file.substr(common)) {
        if (c == '/') written += "../";
    }
    return written + std::string(to.substr(common));
}

// Percent signs undone (RFC 3986 section 2.1), as anchors of headings need it.
auto decoded(std::string_view text) -> std::string {
    std::string out;
    const auto digit = [](char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool coded = text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
        if (!coded) {
            out += text[i];
            continue;
        }
        out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
        i += 2;
    }
    return out;
}

auto anchors_of(const Text& text) -> std::vector<std::string_view> {
    std::vector<std::string_view> anchors;
    for (const records::Section& section : text.outline.sections) {
        if (!section.anchor.empty()) anchors.push_back(section.anchor);
    }
    for (const std::string& anchor : text.outline.anchors) anchors.push_back(anchor);
    return anchors;
}

class TextResolver {
public:
    TextResolver(Builder& builder, const Entity& entity, const Text& text) : builder_(builder), entity_(entity), text_(text) {}

    void run() {
        auto& destinations = builder_.destinations(text_.file);
        destinations.clear();
        for (const markdown::Link& link : text_.outline.links) destinations.push_back(link.picture ? picture(link) : destination(link));
        if (!knows_sources(entity_)) return;
        std::vector<std::string_view> known;
        for (const Value& source : entity_.facts.items_of("sources")) known.push_back(source.text_of("id"));
        for (const markdown::Citation& citation : text_.outline.citations) {
            if (std::ranges::find(known, citation.source) == known.end())
                builder_.report(codes::unknown_citation, citation.span, {citation.source},
                                builder_.nearest_ids(citation.source, [&] { return known; }));
        }
    }

private:
    auto destination(const markdown::Link& link) -> Destination {
        if (link.destination.empty()) return {};
        if (is_external(link.destination)) return {.kind = Destination::Kind::external};
        const std::size_t hash = link.destination.find('#');
        const std::string path = decoded(std::string_view(link.destination).substr(0, hash));
        const std::string anchor = hash == std::string::npos ? std::string() : decoded(std::string_view(link.destination).substr(hash + 1));
        if (path.empty()) return own_anchor(link, anchor);
        const auto target_path = path_from(builder_.linking.inputs[text_.file].path, path);
        if (!target_path) {
            builder_.report(codes::link_leaves_bank, link.span, {link.destination});
            return {};
        }
        const auto file = builder_.linking.inputs.find(*target_path);
        const auto target = file ? builder_.bank.entity_of(*file) : std::nullopt;
        if (!target) return dead(link, *target_path);
        if (builder_.linking.inputs[*file].role == input::Role::attachment) return attachment(link, *target, *file);
        return record_anchor(link, *target, *file, anchor);
    }

    // The nearest files of the same kind and ending; the ending itself makes no two names alike.
    auto dead(const markdown::Link& link, const std::string& path) -> Destination {
        const std::size_t kind = std::min(path.find('/', std::string_view("content/").size()), path.size() - 1) + 1;
        const std::size_t dot = std::max(std::min(path.rfind('.'), path.size()), kind);
        const std::string ending = path.substr(dot);
        auto near = builder_.nearest_ids(std::string_view(path).substr(kind, dot - kind), [&] {
            std::vector<std::string_view> known;
            for (const input::InputFile& file : files_below(builder_.linking.inputs, path.substr(0, kind))) {
                const bool fits = file.path.ends_with(ending) && file.path != builder_.linking.inputs[text_.file].path;
                if (fits) known.push_back(std::string_view(file.path).substr(kind, file.path.size() - kind - ending.size()));
            }
            return known;
        });
        for (std::string& one : near) one = written_from(builder_.linking.inputs[text_.file].path, path.substr(0, kind) + one + ending);
        builder_.report(codes::dead_link, link.span, {link.destination}, std::move(near));
        return {};
    }

    // The nearest anchors, or those that begin with what was written.
    auto near(std::string_view anchor, const std::vector<std::string_view>& anchors) -> std::vector<std::string> {
        auto names = builder_.nearest_ids(anchor, [&] { return anchors; });
        for (const std::string_view known : anchors) {
            if (names.size() < 3 && !anchor.empty() && known.size() > anchor.size() && known.starts_with(anchor) &&
                known[anchor.size()] == '-')
                names.emplace_back(known);
        }
        return names;
    }

    auto own_anchor(const markdown::Link& link, const std::string& anchor) -> Destination {
        const auto anchors = anchors_of(text_);
        if (std::ranges::find(anchors, anchor) == anchors.end()) {
            builder_.report(codes::dead_anchor, link.span, {anchor, link.destination}, near(anchor, anchors));
            return {};
        }
        return {.kind = Destination::Kind::anchor, .anchor = section_id(text_, anchor)};
    }

    // The id under which a page shows a section: canonical where known, else the anchor itself.
    static auto section_id(const Text& text, const std::string& anchor) -> std::string {
        const auto at = std::ranges::find(text.outline.sections, anchor, &records::Section::anchor);
        return at == text.outline.sections.end() ? anchor : at->id;
    }

    auto record_anchor(const markdown::Link& link, const Target& target, FileId file, const std::string& anchor) -> Destination {
        Destination destination{Destination::Kind::record, target, {}, file};
        if (anchor.empty()) return destination;
        const Entity& other = builder_.bank[target];
        const auto text = std::ranges::find(other.texts, file, &Text::file);
        if (text == other.texts.end()) {
            const bool reads_none = fields::entry(other.kind).format == fields::Format::yaml;  // else the file is reported itself
            if (reads_none && !other.broken) builder_.report(codes::dead_anchor, link.span, {anchor, link.destination});
            return destination;
        }
        const auto anchors = anchors_of(*text);
        if (std::ranges::find(anchors, anchor) == anchors.end())
            builder_.report(codes::dead_anchor, link.span, {anchor, link.destination}, near(anchor, anchors));
        else
            destination.anchor = section_id(*text, anchor);
        return destination;
    }

    auto attachment(const markdown::Link& link, const Target& target, FileId file) -> Destination {
        const Entity& owner = builder_.bank[target];
        const std::string_view path = builder_.linking.inputs[file].path;
        const std::string_view name = path.substr(path.rfind('/') + 1);
        if (owner.broken || lists_file(owner, name)) return {Destination::Kind::attachment, target, {}, file};
        if (is_readable(owner, "documents") && is_readable(owner, "images"))
            builder_.report(codes::picture_not_listed, link.span, {std::string(name)});
        return {};
    }

    // A picture of a body lies beside the record and is listed in `images`, with its rights.
    auto picture(const markdown::Link& link) -> Destination {
        if (link.destination.empty()) return {};
        if (entity_.broken || !is_readable(entity_, "images")) return {};
        std::vector<std::string_view> listed;
        for (const Value& image : entity_.facts.items_of("images")) listed.push_back(image.text_of("file"));
        if (std::ranges::find(listed, link.destination) == listed.end()) {
            builder_.report(codes::picture_not_listed, link.span, {link.destination},
                            builder_.nearest_ids(link.destination, [&] { return listed; }));
            return {};
        }
        const std::string& own = builder_.linking.inputs[text_.file].path;
        const auto file = builder_.linking.inputs.find(own.substr(0, own.rfind('/') + 1) + link.destination);
        if (!file) return {};  // reported for `images`
        return {.kind = Destination::Kind::attachment, .file = *file};
    }

    Builder& builder_;
    const Entity& entity_;
    const Text& text_;
};

}  // namespace

void Builder::resolve_texts() {
    for_each_beside(all_entities(), [&](const Entity& entity) {
        for (const Text& text : entity.texts) TextResolver(*this, entity, text).run();
    });
}

}  // namespace praxis::bank
