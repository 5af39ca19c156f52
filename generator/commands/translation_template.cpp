#include "commands/translation_template.h"

#include <fmt/format.h>

#include <algorithm>

#include "language/text.h"
#include "markdown/document.h"
#include "scaffold/record_template.h"

namespace praxis::commands {
namespace {

using values::Form;
using values::Value;

auto is_translated(const Value& value) -> bool {
    if (value.field == nullptr || value.form == Form::broken) return false;
    const std::string_view key = value.field->key;
    return key != "slug" && key != "aliases" && key != "contributors" && key != "translation";
}

// Whether something below can be translated: an item of a list only by its id.
auto holds_words(const Value& value) -> bool {
    if (value.form == Form::words) return true;
    if (value.form == Form::list && (value.field == nullptr || value.field->item_key.empty())) return false;
    return std::ranges::any_of(value.items, holds_words);
}

// A text inside an HTML comment cannot end it.
auto in_comment(std::string_view text) -> std::string {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at).starts_with("<!--")) {
            at = std::min(text.find("-->", at), text.size() - 3) + 2;  // a remark of the author's own
        } else if (text.substr(at).starts_with("-->")) {
            out += "--&gt;";
            at += 2;
        } else {
            out += text[at];
        }
    }
    const std::size_t first = out.find_first_not_of("\r\n");
    const std::size_t last = out.find_last_not_of(" \r\n");
    return first == std::string::npos ? std::string() : out.substr(first, last + 1 - first);
}

class TemplateWriter {
public:
    TemplateWriter(const Loaded& loaded, const bank::Entity& entity, const std::string& language, const console::Sentences& sentences)
        : loaded_(loaded), entity_(entity), language_(language), sentences_(sentences) {}

    auto run(std::string_view bytes) -> std::string {
        front_matter(bytes);
        body(bytes);
        return std::move(out_);
    }

private:
    void remark(const std::string& indent, std::string_view text) {
        for (std::size_t at = 0; at <= text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            out_ += fmt::format("{}# {}\n", indent, text.substr(at, end - at));
            at = end + 1;
        }
    }

    // What the bank has agreed to call the things that the original speaks of.
    void terms(std::string_view bytes) {
        const glossary::Glossary& glossary = loaded_.glossary;
        const auto used = glossary.used_in(bytes.substr(records::split_front_matter(bytes).body), entity_.original);
        bool begun = false;
        for (const std::size_t term : used) {
            const std::string_view own = glossary.term_in(term, language_);
            if (own.empty()) continue;
            if (!begun) remark({}, sentences_.word("template_terms"));
            begun = true;
            std::string avoided;
            for (const std::string& form : glossary.forms_in(term, "forbidden", language_)) avoided += (avoided.empty() ? "" : ", ") + form;
            remark("", "  " + sentences_.told("template_term", {{"original", glossary.term_in(term, entity_.original)},
                                                                {"term", own},
                                                                {"avoided", avoided.empty() ? std::string_view("no") : avoided}}));
        }
    }

    void front_matter(std::string_view bytes) {
        const std::string id = fmt::format("{}/{}", fields::entry(entity_.kind).folder, entity_.id);
        const std::string name = language::language_name(language_, sentences_.language());
        const std::string original = language::language_name(entity_.original, sentences_.language());
        out_ = "---\n";
        remark({}, sentences_.told("template_about", {{"id", id}, {"language", name}, {"original", original}}));
        remark({}, sentences_.word("template_fields"));
        remark({}, sentences_.word("template_body"));
        remark({}, sentences_.told("template_then", {{"id", id}, {"tag", language_}}));
        terms(bytes);
        out_ += "\n";
        words_of(entity_.facts, {});
        remark({}, sentences_.word("template_slug"));
        out_ += fmt::format("# slug:\ntranslation:\n  of: {}\n", entity_.original);
        remark("  ", sentences_.word("template_by"));
        out_ += "  # by:\n---\n";
    }

    void words_of(const Value& object, const std::string& indent) {
        for (const Value& value : object.items) {
            if (!is_translated(value) || !holds_words(value)) continue;
            if (value.form == Form::words) {
                phrase(value, indent);
                continue;
            }
            out_ += fmt::format("{}{}:\n", indent, value.field->key);
            if (value.form == Form::object)
                words_of(value, indent + "  ");
            else
                items_of(value, indent + "  ");
        }
    }

    void items_of(const Value& list, const std::string& indent) {
        for (const Value& item : list.items) {
            if (!holds_words(item)) continue;
            const std::string_view key = values::key_of(item, *list.field);
            out_ += fmt::format("{}{}:\n", indent, list.field->item_key == "name" ? scaffold::quoted_yaml(key) : std::string(key));
            words_of(item, indent + "  ");
        }
    }

    void phrase(const Value& words, const std::string& indent) {
        remark(indent, fmt::format("{}: {}", entity_.original, words.items.front().text));
        const fields::Field& field = *words.field;
        const std::string least = std::to_string(static_cast<int>(field.least)), most = std::to_string(static_cast<int>(field.most));
        if (field.most > 0) remark(indent, sentences_.told("template_length", {{"least", least}, {"most", most}}));
        out_ += fmt::format("{}{}: \"\"\n", indent, field.key);
    }

    void body(std::string_view bytes) {
        const records::FrontMatter front = records::split_front_matter(bytes);
        const auto read = markdown::read_markdown(bytes.substr(front.body), entity_.file, front.body, {});
        for (const markdown::Section& section : read.value.sections) {
            const std::string_view source = bytes.substr(section.source_begin, section.source_end - section.source_begin);
            const bool headed = !section.heading.empty();
            const std::size_t line = headed ? std::min(source.find('\n'), source.size()) : 0;
            const std::string text = in_comment(source.substr(line));
            if (headed) heading(section.heading);
            if (!text.empty()) out_ += fmt::format("\n<!--\n{}\n-->\n", text);
        }
    }

    // In the language where the heading is known, else as it is, to be translated.
    void heading(const std::string& heading) {
        const std::string_view id = loaded_.wording.section_of_heading(entity_.original, heading);
        const wording::Locale* locale = loaded_.wording.find(language_);
        const bool known = !id.empty() && locale != nullptr;
        out_ += fmt::format("\n## {}\n", known ? loaded_.wording.heading(*locale, id) : std::string_view(heading));
        if (!known) out_ += fmt::format("\n<!-- {} -->\n", sentences_.word("template_heading"));
    }

    const Loaded& loaded_;
    const bank::Entity& entity_;
    const std::string& language_;
    const console::Sentences& sentences_;
    std::string out_;
};

}  // namespace

auto translation_template(const Loaded& loaded, const bank::Entity& entity, std::string_view bytes, const std::string& language,
                          const console::Sentences& sentences) -> std::string {
    return TemplateWriter(loaded, entity, language, sentences).run(bytes);
}

}  // namespace praxis::commands
