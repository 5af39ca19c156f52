// The status for people: a table of counts a language, then what is to be done, record by record.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "commands/status.h"

namespace praxis::commands {
namespace {

constexpr std::array<std::string_view, 5> columns{"complete", "stale", "partial", "missing", "machine"};
constexpr std::size_t most_label = 44;

auto padded(std::string text, std::size_t width) -> std::string {
    const std::size_t length = code_points(text);
    return length < width ? text + std::string(width - length, ' ') : text;
}

auto counts_of(const bank::Tally& tally) -> std::array<std::size_t, 5> {
    return {tally.complete, tally.stale, tally.partial, tally.missing, tally.machine};
}

struct Row {
    std::string label;
    const bank::Tally* tally = nullptr;  // null: a heading of the rows below
};

class TextWriter {
public:
    explicit TextWriter(const StatusReport& report) : report_(report) {}

    auto run() -> std::string {
        for (const bank::Coverage& coverage : report_.languages) {
            if (!out_.empty()) out_ += "\n";
            language(coverage);
        }
        return out_;
    }

private:
    auto word(std::string_view key) const -> std::string { return report_.workplace.sentences.word(key); }

    void language(const bank::Coverage& coverage) {
        const std::string name = report_.loaded.wording.find(coverage.language)->name;
        const std::string whole = std::to_string(coverage.all.complete), all = std::to_string(coverage.all.total());
        out_ += report_.workplace.sentences.told("status_head",
                                                 {{"name", name}, {"language", coverage.language}, {"complete", whole}, {"all", all}}) +
                "\n";
        std::vector<Row> rows{{word("status_all"), &coverage.all}};
        for (const auto& [kind, tally] : coverage.kinds) rows.push_back({"  " + kind_name(kind), &tally});
        add(rows, word("status_by_theme"), coverage.themes);
        add(rows, word("status_by_city"), coverage.cities);
        table(rows);
        to_do(coverage);
    }

    auto kind_name(fields::Kind kind) const -> std::string { return word("kind." + std::string(fields::entry(kind).name)); }

    // Of themes and cities only those that lack something: the others are complete.
    void add(std::vector<Row>& rows, const std::string& heading, const std::map<bank::Target, bank::Tally>& tallies) const {
        std::vector<Row> found;
        for (const auto& [target, tally] : tallies) {
            if (!tally.is_whole()) found.push_back({"  " + title_in(report_.loaded.bank[target], report_.locale.tag), &tally});
        }
        if (found.empty()) return;
        std::ranges::stable_sort(
            found, [&](const Row& a, const Row& b) { return report_.locale.order->key(a.label) < report_.locale.order->key(b.label); });
        rows.push_back({heading, nullptr});
        rows.insert(rows.end(), found.begin(), found.end());
    }

    void table(const std::vector<Row>& rows) {
        std::size_t width = 0;
        for (const Row& row : rows) width = std::max(width, std::min(code_points(row.label), most_label));
        out_ += std::string(width + 2, ' ');
        std::array<std::size_t, 5> widths{};
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::string head = word("status_" + std::string(columns[i]));
            widths[i] = code_points(head) + 2;
            out_ += "  " + head;
        }
        out_ += "\n";
        for (const Row& row : rows) {
            out_ += "  " + (row.tally == nullptr ? row.label : padded(std::string(prefix(row.label, most_label)), width));
            if (row.tally != nullptr) {
                const auto counts = counts_of(*row.tally);
                for (std::size_t i = 0; i < counts.size(); ++i) out_ += fmt::format("{:>{}}", counts[i], widths[i]);
            }
            out_ += "\n";
        }
    }

    auto parts(fields::Kind kind, const std::vector<std::string>& keys) const -> std::string {
        std::string text;
        for (const std::string& key : keys)
            text += (text.empty() ? "" : ", ") + part_name(report_.loaded.wording, report_.locale, report_.words, kind, key);
        return text;
    }

    void to_do(const bank::Coverage& coverage) {
        for (const bank::Standing& standing : coverage.standings) {
            if (standing.state == bank::Standing::State::complete && !standing.machine) continue;
            out_ += fmt::format("  {}{}{}", folder_of(report_.loaded.bank, standing.target), word("colon"),
                                word("status_" + std::string(bank::state_name(standing.state))));
            if (standing.machine) out_ += ", " + word("status_machine");
            if (!standing.confirmed && !standing.stale.empty())
                out_ += word("status_join") + word("status_unconfirmed");
            else if (!standing.stale.empty())
                out_ += word("status_join") +
                        report_.workplace.sentences.told("status_stale_parts", {{"parts", parts(standing.target.kind, standing.stale)}});
            if (standing.state == bank::Standing::State::partial)
                out_ += word("status_join") + report_.workplace.sentences.told("status_lacking_parts",
                                                                               {{"parts", parts(standing.target.kind, standing.lacking)}});
            if (const bank::Claim* claim = report_.loaded.bank.claim_on(standing.target, coverage.language, report_.today)) {
                const std::string until = fields::to_string(claim->until);
                out_ += word("status_join") + report_.workplace.sentences.told("status_claim", {{"who", claim->who}, {"until", until}});
            }
            out_ += "\n";
        }
    }

    const StatusReport& report_;
    std::string out_;
};

}  // namespace

auto status_text(const StatusReport& report) -> std::string {
    return TextWriter(report).run();
}

}  // namespace praxis::commands
