#include <fmt/format.h>

#include <mutex>
#include <optional>

#include "base/digest.h"
#include "base/parallel.h"
#include "input/codes.h"
#include "records/cache.h"
#include "records/check_prose.h"
#include "records/codes.h"
#include "records/parts.h"
#include "records/record.h"
#include "records/stored.h"
#include "values/read_object.h"
#include "yaml/node.h"

namespace praxis::records {
namespace {

using fields::Kind;

constexpr std::uint64_t most_front_matter = 64 * 1024;
constexpr std::uint64_t byte_order_mark = 3;  // bytes that reading leaves out
constexpr std::uint64_t most_record = most_front_matter + markdown::most_body_bytes + 16;
constexpr std::uint64_t most_entity = 1024 * 1024;

// A stamp sets `key=fingerprint` one after the other, between quotation marks.
auto is_special_in_stamp(char c) -> bool {
    return static_cast<unsigned char>(c) <= 0x20 || c == '=' || c == '"' || c == '\\' || c == 0x7F;
}

// Reads one file into its record; `environment` is set when the machine, not the content, failed.
class FileReader {
public:
    FileReader(const Reading& reading, const LanguageGuess& guess, FileId file)
        : reading_(reading), guess_(guess), input_(reading.inputs[file]) {
        outcome.value.file = file;
        outcome.value.kind = input_.kind;
        outcome.value.id = input_.id;
        outcome.value.language = input_.language;
        outcome.value.fields.form = values::Form::object;
    }

    Outcome<Record> outcome;
    std::optional<files::SystemError> environment;

    void run() {
        if (!read_fields()) outcome.value.broken = true;
    }

private:
    auto file() const -> FileId { return outcome.value.file; }

    auto give_up(Diagnostic diagnostic) -> bool {
        outcome.diagnostics.push_back(std::move(diagnostic));
        return false;
    }

    auto read_fields() -> bool {
        const bool markdown = input_.role == input::Role::record;
        const std::uint64_t limit = markdown ? most_record : most_entity;
        const bool compared = reading_.cache != nullptr && reading_.digests != nullptr;
        if (compared && is_known((*reading_.digests)[static_cast<std::size_t>(file())])) return true;
        const auto bytes = reading_.inputs.read(file(), limit + byte_order_mark + 1);
        if (!bytes) return give_up(diagnose(input::codes::unreadable, whole_file(file()), {bytes.error().reason}));
        if (bytes->size() > limit)
            return give_up(diagnose(input::codes::too_large, whole_file(file()),
                                    {std::to_string(reading_.inputs.size(file())), std::to_string(limit)}));
        const Digest digest = reading_.cache == nullptr ? Digest{} : digest_of(*bytes);
        if (reading_.cache != nullptr && !compared && is_known(digest)) return true;
        const bool good = read_text(*bytes, markdown);
        // What was found wrong is told by every build: such files are read again.
        if (reading_.cache != nullptr && good && outcome.diagnostics.empty() && !environment) keep(digest);
        return good;
    }

    auto read_text(const std::string& bytes, bool markdown) -> bool {
        outcome.diagnostics = input::check_text(bytes, file());
        if (has_errors(outcome.diagnostics)) return false;
        return markdown ? read_markdown_record(bytes) : read_entity(bytes);
    }

    auto is_known(const Digest& digest) -> bool {
        const Cache::Entry* known = reading_.cache->find(input_.path, digest);
        if (known == nullptr) return false;
        const auto bytes = reading_.scratch.read(known->record);
        Record record = outcome.value;
        if (!bytes || !restore(*bytes, record)) return false;
        outcome.value = std::move(record);
        outcome.value.body = known->body;
        reading_.cache->keep(*known);
        return true;
    }

    void keep(const Digest& digest) {
        const auto slice = reading_.scratch.append(stored(outcome.value));
        if (slice) reading_.cache->keep({input_.path, digest, *slice, outcome.value.body});
    }

    auto read_entity(std::string_view bytes) -> bool {
        auto tree = yaml::read_yaml(bytes, file(), 0);
        append(outcome.diagnostics, std::move(tree.diagnostics));
        if (!tree.value) return false;
        read_object(*tree.value, values::Writing::by_language);
        return true;
    }

    void read_object(const yaml::Node& map, values::Writing writing) {
        const fields::KindEntry& kind = fields::entry(input_.kind);
        const values::Context context{file(), writing, input_.language, kind.name};
        auto read = values::read_object(map, kind.fields, context);
        append(outcome.diagnostics, std::move(read.diagnostics));
        outcome.value.fields = std::move(read.value);
    }

    auto read_markdown_record(std::string_view bytes) -> bool {
        const FrontMatter front = split_front_matter(bytes);
        if (!front.found) return give_up(diagnose(codes::no_front_matter, {file(), 0, 0, Span::Sureness::line}));
        if (!front.closed) return give_up(diagnose(codes::open_front_matter, {file(), 0, 0, Span::Sureness::line}));
        if (front.end - front.begin > most_front_matter)
            return give_up(diagnose(codes::front_matter_too_large, whole_file(file()),
                                    {std::to_string(front.end - front.begin), std::to_string(most_front_matter)}));
        auto tree = yaml::read_yaml(bytes.substr(front.begin, front.end - front.begin), file(), front.begin);
        append(outcome.diagnostics, std::move(tree.diagnostics));
        const bool read_body = read_body_of(bytes, front.body);
        if (!tree.value || !read_body) return false;
        outcome.value.translation = tree.value->find("translation") != nullptr;
        read_object(*tree.value, outcome.value.translation ? values::Writing::translation : values::Writing::original);
        add_field_fingerprints(outcome.value.fields, {});
        outcome.value.fingerprints.shrink_to_fit();
        return true;
    }

    auto read_body_of(std::string_view bytes, std::uint32_t from) -> bool {
        static const language::Typography plain;
        const wording::Locale* locale = reading_.wording.find(input_.language);
        auto read = markdown::read_markdown(bytes.substr(from), file(), from, locale == nullptr ? plain : locale->typography);
        const bool refused = has_errors(read.diagnostics) && read.value.html.empty();
        append(outcome.diagnostics, std::move(read.diagnostics));
        if (refused) return false;
        check_forms(bytes, from);
        append(outcome.diagnostics, check_prose({bytes, from, file(), input_.language}, read.value, guess_));
        Outline& outline = outcome.value.outline;
        outline.sections.reserve(read.value.sections.size());
        for (markdown::Section& section : read.value.sections) {
            const std::string_view id = reading_.wording.section_of_heading(input_.language, section.heading);
            const std::string text =
                markdown::canonical_text(bytes.substr(section.source_begin, section.source_end - section.source_begin));
            if (!text.empty()) outcome.value.fingerprints.emplace_back(part_key(section, id), fingerprint_of(text));
            Section kept{id.empty() ? section.anchor : std::string(id),
                         std::move(section.heading),
                         std::move(section.anchor),
                         !id.empty(),
                         section.span,
                         section.begin,
                         section.end,
                         section.words};
            outline.sections.push_back(std::move(kept));
        }
        outline.links = std::move(read.value.links);
        outline.citations = std::move(read.value.citations);
        outline.anchors = std::move(read.value.anchors);
        // These live as long as the build: what growth has left over is given back.
        outline.links.shrink_to_fit();
        outline.citations.shrink_to_fit();
        outline.anchors.shrink_to_fit();
        auto slice = reading_.scratch.append(read.value.html);
        if (!slice)
            environment = slice.error();
        else
            outcome.value.body = *slice;
        return true;
    }

    void check_forms(std::string_view bytes, std::uint32_t from) {
        if (reading_.glossary == nullptr || reading_.glossary->avoided.empty()) return;
        for (const glossary::Hit& hit : reading_.glossary->avoided_in(bytes.substr(from), input_.language)) {
            const Span span{file(), static_cast<std::uint32_t>(from + hit.begin), static_cast<std::uint32_t>(from + hit.end),
                            Span::Sureness::exact};
            const std::string_view term = reading_.glossary->term_in(hit.term, input_.language);
            const std::string form = markdown::canonical_text(bytes.substr(from + hit.begin, hit.end - hit.begin));
            const std::string better(term.empty() ? reading_.glossary->terms()[hit.term].text_of("id") : term);
            outcome.diagnostics.push_back(diagnose(codes::avoided_form, span, {form, better, input_.language}));
        }
    }

    // Every words field of the original, by its path: `summary`, `indicators.women.label`. The slug
    // is an address, not a text.
    void add_field_fingerprints(const values::Value& object, const std::string& path) {
        for (const values::Value& value : object.items) {
            if (value.field == nullptr || value.field->key == "slug") continue;
            const std::string key = path.empty() ? std::string(value.field->key) : path + "." + std::string(value.field->key);
            if (value.form == values::Form::words) {
                outcome.value.fingerprints.emplace_back(key, fingerprint_of(markdown::canonical_text(value.items.front().text)));
            } else if (value.form == values::Form::object) {
                add_field_fingerprints(value, key);
            } else if (value.form == values::Form::list && !value.field->item_key.empty()) {
                for (const values::Value& item : value.items) {
                    std::string item_key(values::key_of(item, *value.field));
                    std::ranges::replace_if(item_key, is_special_in_stamp, '_');
                    add_field_fingerprints(item, key + "." + item_key);
                }
            }
        }
    }

    const Reading& reading_;
    const LanguageGuess& guess_;
    const input::InputFile& input_;
};

}  // namespace

auto split_front_matter(std::string_view bytes) -> FrontMatter {
    FrontMatter front;
    const auto is_fence = [](std::string_view line) {
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
        return line == "---";
    };
    const std::size_t first = bytes.find('\n');
    if (first == std::string_view::npos || !is_fence(bytes.substr(0, first))) return front;
    front.found = true;
    front.begin = static_cast<std::uint32_t>(first + 1);
    for (std::size_t at = first + 1; at <= bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        if (is_fence(bytes.substr(at, end - at))) {
            front.closed = true;
            front.end = static_cast<std::uint32_t>(at);
            front.body = static_cast<std::uint32_t>(std::min(end + 1, bytes.size()));
            return front;
        }
        at = end + 1;
    }
    return front;
}

auto read_records(const Reading& reading) -> Expected<Outcome<std::vector<Record>>, files::SystemError> {
    markdown::prepare();
    const LanguageGuess guess(reading.wording);
    std::vector<FileId> wanted;
    for (std::size_t i = 0; i < reading.inputs.all().size(); ++i) {
        const input::Role role = reading.inputs.all()[i].role;
        if (role == input::Role::record || role == input::Role::entity) wanted.push_back(FileId(i));
    }
    Outcome<std::vector<Record>> all;
    all.value.resize(wanted.size());
    std::vector<Diagnostics> found(wanted.size());
    std::optional<files::SystemError> environment;
    std::mutex guard;
    parallel_for(wanted.size(), reading.jobs, [&](std::size_t i, unsigned) {
        FileReader reader(reading, guess, wanted[i]);
        if (reading.inputs[wanted[i]].broken)
            reader.outcome.value.broken = true;
        else
            reader.run();
        if (reader.environment) {
            const std::scoped_lock lock(guard);
            environment = reader.environment;
        }
        all.value[i] = std::move(reader.outcome.value);
        found[i] = std::move(reader.outcome.diagnostics);
    });
    if (environment) return failure(*environment);
    for (Diagnostics& some : found) append(all.diagnostics, std::move(some));
    return all;
}

}  // namespace praxis::records
