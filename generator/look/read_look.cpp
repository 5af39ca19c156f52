#include "look/compact.h"
#include "look/look.h"

#include <algorithm>
#include <array>
#include <set>

#include "look/codes.h"
#include "report/suggest.h"
#include "yaml/node.h"

namespace praxis::look {
namespace {

constexpr std::uint64_t most_file_bytes = 1024 * 1024;

class LookReader {
public:
    LookReader(const input::InputSet& inputs, std::string_view name) : inputs_(inputs), root_("themes/" + std::string(name) + "/") {
        outcome.value.name = name;
    }

    Outcome<Look> outcome;

    void run(const std::vector<std::string>& page_kinds) {
        std::vector<FileId> files;
        for (const FileId file : inputs_.with_role(input::Role::look)) {
            if (inputs_[file].path.starts_with(root_)) files.push_back(file);
        }
        if (files.empty()) return missing_look();
        for (const FileId file : files) read(file, std::string_view(inputs_[file].path).substr(root_.size()));
        for (const std::string& page : page_kinds) {
            if (!outcome.value.pages.contains(page)) report(codes::no_page_template, {}, {page, root_ + "pages/" + page + ".html"});
        }
    }

private:
    void report(const Code& code, Span span, std::vector<std::string> arguments, std::vector<std::string> suggestions = {}) {
        outcome.diagnostics.push_back(diagnose(code, span, std::move(arguments), std::move(suggestions)));
    }

    void missing_look() {
        std::set<std::string> looks;
        for (const FileId file : inputs_.with_role(input::Role::look)) {
            const std::string& path = inputs_[file].path;
            const std::size_t slash = path.find('/', 7);
            if (slash != std::string::npos) looks.insert(path.substr(7, slash - 7));
        }
        const std::vector<std::string> known(looks.begin(), looks.end());
        report(codes::no_look, {}, {outcome.value.name}, nearest(outcome.value.name, known));
    }

    auto text_of(FileId file) -> std::string {
        auto bytes = inputs_.read(file, most_file_bytes);
        if (!bytes) return {};
        Diagnostics found = input::check_text(*bytes, file);
        const bool bad = has_errors(found);
        append(outcome.diagnostics, std::move(found));
        return bad ? std::string() : std::move(*bytes);
    }

    // `pages/x.html`, `parts/x/part.html|css|js`, `styles/*.css`, `scripts/**.js`, `assets/**`, look.yaml.
    // Files come in byte order of their paths, so parts precede scripts and styles.
    void read(FileId file, std::string_view path) {
        Look& look = outcome.value;
        const std::string_view stem = path.substr(path.rfind('/') + 1);
        if (path == "look.yaml") return check_manifest(file);
        if (path.starts_with("pages/") && path.ends_with(".html"))
            return add_template(look.pages, std::string(stem.substr(0, stem.size() - 5)), file);
        if (path.starts_with("assets/")) return look.assets.push_back({std::string(path.substr(7)), file});
        if (path.starts_with("parts/") && path.ends_with("/part.html"))
            return add_template(look.parts, std::string(path.substr(6, path.size() - 16)), file);
        if (path.starts_with("parts/") && path.ends_with("/part.css"))
            part_styles_.push_back(text_of(file));
        else if (path.starts_with("parts/") && path.ends_with("/part.js"))
            part_scripts_ += compact(text_of(file));
        else if (path.starts_with("scripts/") && path.ends_with(".js"))
            add_script(file, path);
        else if (path.starts_with("styles/later/") && path.ends_with(".css"))
            later_styles_.push_back(text_of(file));
        else if (path.starts_with("styles/") && path.ends_with(".css"))
            styles_.push_back(text_of(file));
    }

    void add_template(std::map<std::string, templates::Template, std::less<>>& into, std::string name, FileId file) {
        std::string text = text_of(file);
        const bool part = &into == &outcome.value.parts;
        if (part && text.ends_with('\n')) text.pop_back();  // a part may stand inside a line
        auto parsed = templates::parse_template(text, name, file);
        append(outcome.diagnostics, std::move(parsed.diagnostics));
        into.emplace(std::move(name), std::move(parsed.value));
    }

    // Support first, then the parts, then what starts them; what few ask for is a script of its own.
    void add_script(FileId file, std::string_view path) {
        if (path.starts_with("scripts/support/"))
            support_ += compact(text_of(file));
        else if (path.starts_with("scripts/later/"))
            outcome.value.later_script += compact(text_of(file));
        else
            start_ += compact(text_of(file));
    }

    void check_manifest(FileId file) {
        static constexpr std::array<std::string_view, 4> known{"name", "contract", "description", "license"};
        auto tree = yaml::read_yaml(text_of(file), file, 0);
        append(outcome.diagnostics, std::move(tree.diagnostics));
        if (!tree.value) return;
        for (const yaml::Node& key : tree.value->keys) {
            if (std::ranges::find(known, key.text) == known.end())
                report(codes::unknown_look_key, key.span, {key.text}, nearest(key.text, known));
        }
        const yaml::Node* version = tree.value->find("contract");
        if (version == nullptr || version->text != contract_version)
            report(codes::other_contract, version == nullptr ? whole_file(file) : version->span,
                   {version == nullptr ? std::string("?") : version->text, std::string(contract_version)});
    }

    const input::InputSet& inputs_;
    std::string root_;
    std::vector<std::string> styles_, part_styles_, later_styles_;
    std::string part_scripts_, support_, start_;

public:
    void put_together() {
        styles_.insert(styles_.end(), part_styles_.begin(), part_styles_.end());
        outcome.value.style = compact_styles(styles_);
        outcome.value.later_style = compact_styles(later_styles_);
        outcome.value.script = support_ + part_scripts_ + start_;
    }
};

}  // namespace

auto read_look(const input::InputSet& inputs, std::string_view name, const std::vector<std::string>& page_kinds) -> Outcome<Look> {
    LookReader reader(inputs, name);
    reader.run(page_kinds);
    reader.put_together();
    return std::move(reader.outcome);
}

}  // namespace praxis::look
