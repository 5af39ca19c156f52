#include "records/stored.h"

#include "base/binary.h"
#include "fields/numbers.h"

namespace praxis::records {
namespace {

using values::Value;

class Storer {
public:
    BinaryWriter out;

    void value(const Value& value) {
        out.put_number(fields::number_of(value.field));
        out.put_number(value.begin);
        out.put_number(value.end - value.begin);
        out.put(static_cast<std::uint8_t>(static_cast<unsigned>(value.form) | (static_cast<unsigned>(value.sureness) << 4U) |
                                          (value.official ? 0x80U : 0U)));
        out.put(static_cast<std::uint8_t>(value.data.index()));
        std::visit([&](const auto& data) { put(data); }, value.data);
        out.put_text(value.text);
        out.put_list(value.items, [&](const Value& item) { this->value(item); });
    }

    void span(const Span& span) {
        out.put_number(span.begin);
        out.put_number(span.end - span.begin);
        out.put(span.sureness);
    }

    void outline(const Outline& outline) {
        out.put_list(outline.sections, [&](const Section& section) {
            for (const std::string* text : {&section.id, &section.heading, &section.anchor}) out.put_text(*text);
            out.put(section.canonical);
            span(section.span);
            for (const std::uint32_t number : {section.begin, section.end, section.words}) out.put_number(number);
        });
        out.put_list(outline.links, [&](const markdown::Link& link) {
            out.put_text(link.destination);
            span(link.span);
            out.put(link.picture);
        });
        out.put_list(outline.citations, [&](const markdown::Citation& citation) {
            out.put_text(citation.source);
            span(citation.span);
        });
        out.put_list(outline.anchors, [&](const std::string& anchor) { out.put_text(anchor); });
    }

private:
    template <class Data>
    void put(const Data& data) {
        // A target is a number of one build.
        if constexpr (!std::is_same_v<Data, std::monostate> && !std::is_same_v<Data, values::Target>) out.put(data);
    }
};

class Restorer {
public:
    Restorer(std::string_view bytes, FileId file) : in(bytes), file_(file) {}
    BinaryReader in;

    // Values are nested as deep as the field table; damage must not lead deeper.
    auto value(int depth = 0) -> Value {
        Value value;
        value.field = fields::field_of(in.get_small());
        value.begin = in.get_small();
        value.end = value.begin + in.get_small();
        const auto flags = in.get<std::uint8_t>();
        value.form = static_cast<values::Form>(flags & 0x0FU);
        value.sureness = static_cast<Span::Sureness>((flags >> 4U) & 0x07U);
        value.official = (flags & 0x80U) != 0;
        data(value, in.get<std::uint8_t>());
        value.text = in.get_text();
        if (depth > most_depth) damaged_ = true;
        if (!is_damaged()) in.get_list(value.items, [&] { return this->value(depth + 1); });
        return value;
    }

    auto span() -> Span {
        const std::uint32_t begin = in.get_small(), end = begin + in.get_small();
        return {file_, begin, end, in.get<Span::Sureness>()};
    }

    void outline(Outline& outline) {
        in.get_list(outline.sections, [&] {
            Section section;
            for (std::string* text : {&section.id, &section.heading, &section.anchor}) *text = in.get_text();
            section.canonical = in.get<bool>();
            section.span = span();
            for (std::uint32_t* into : {&section.begin, &section.end, &section.words}) *into = in.get_small();
            return section;
        });
        in.get_list(outline.links, [&] {
            std::string destination(in.get_text());
            const Span place = span();
            return markdown::Link{std::move(destination), place, in.get<bool>()};
        });
        in.get_list(outline.citations, [&] {
            std::string source(in.get_text());
            return markdown::Citation{std::move(source), span()};
        });
        in.get_list(outline.anchors, [&] { return std::string(in.get_text()); });
    }

    auto is_damaged() const -> bool { return damaged_ || in.is_bad(); }

private:
    static constexpr int most_depth = 16;

    void data(Value& value, std::uint8_t index) {
        switch (index) {
            case 0: break;
            case 1: value.data = in.get<double>(); break;
            case 2: value.data = in.get<bool>(); break;
            case 3: value.data = in.get<fields::Date>(); break;
            case 4: damaged_ = true; break;
            case 5: value.data = in.get<values::Tag>(); break;
            default: damaged_ = true;
        }
    }

    FileId file_;
    bool damaged_ = false;
};

}  // namespace

auto stored(const Record& record) -> std::string {
    Storer storer;
    storer.out.put(record.translation);
    storer.value(record.fields);
    storer.outline(record.outline);
    storer.out.put_list(record.fingerprints, [&](const auto& one) {
        storer.out.put_text(one.first);
        storer.out.put_text(one.second);
    });
    return std::move(storer.out.bytes);
}

auto stored(const Value& value) -> std::string {
    Storer storer;
    storer.value(value);
    return std::move(storer.out.bytes);
}

auto stored(const Outline& outline) -> std::string {
    Storer storer;
    storer.outline(outline);
    return std::move(storer.out.bytes);
}

auto restore(std::string_view bytes, Record& record) -> bool {
    Restorer restorer(bytes, record.file);
    record.translation = restorer.in.get<bool>();
    record.fields = restorer.value();
    restorer.outline(record.outline);
    restorer.in.get_list(record.fingerprints, [&] {
        std::string key(restorer.in.get_text());
        return std::pair(std::move(key), std::string(restorer.in.get_text()));
    });
    return !restorer.is_damaged() && restorer.in.is_at_end();
}

}  // namespace praxis::records
