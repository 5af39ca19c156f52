// The records as a bank for Praxis.
#include <fmt/format.h>

#include "records.h"

namespace praxis::bench {
namespace {

auto body(const Text& text) -> std::string {
    std::string out;
    for (const Section& section : text.sections)
        out += fmt::format("## {}\n\n{}[^s1]\n\n- {}\n- {}\n\n{}\n\n", section.heading, section.first, section.points[0], section.points[1],
                           section.second);
    return out;
}

void write_record(const Record& record, const std::string& folder, bool lingual) {
    for (std::size_t i = 0; i < record.texts.size(); ++i) {
        const Text& text = record.texts[i];
        const std::size_t language = lingual ? i : static_cast<std::size_t>(record.original);
        std::string out = fmt::format("---\ntitle: {}\nsummary: {}\n", text.title, text.summary);
        if (static_cast<int>(language) == record.original) {
            out += fmt::format(
                "cities: {}\nthemes: {}\nsources:\n  - {{id: s1, title: Informe {}, url: \"https://source.example/{}\"}}\nreview: {{state: "
                "submitted}}\norganisation: {{name: Ayuntamiento, kind: local-government}}\nstart: {}\nstatus: active\nrights: "
                "{{declared_by: "
                "Bench, date: 2026-01-01}}\nindicators:\n  - {{id: people, label: {}, value: {}, year: 2020, source: s1}}\n",
                list("city-", record.cities), list("theme-", record.themes), record.number, record.number, record.start, "personas",
                record.people);
            if (!record.related.empty()) out += "related: " + list("practice-", record.related) + "\n";
        } else {
            out += fmt::format("translation: {{of: {}}}\n", languages[static_cast<std::size_t>(record.original)]);
        }
        write_file(fmt::format("{}/content/practices/practice-{}/{}.md", folder, record.number, languages[language]),
                   out + "---\n" + body(text));
    }
}

}  // namespace

void write_bank(Maker& maker, const std::string& folder) {
    const Size& size = maker.size();
    write_file(
        folder + "/content/bank.yaml",
        "names: {es: Banco, en: Bank, fr: Banque}\npublisher: {name: Bench}\ncontact: {email: info@bank.example}\nlanguages: [es, en, "
        "fr]\nbase_url: https://bank.example/\nlicense: CC-BY-4.0\nrelease: {date: 2026-01-01, label: \"1\"}\n");
    for (int i = 0; i < size.themes; ++i)
        write_file(fmt::format("{}/content/themes/theme-{}.yaml", folder, i),
                   fmt::format("names: {{es: Tema {0}, en: Theme {0}, fr: Thème {0}}}\n", i));
    for (int i = 0; i < size.cities; ++i)
        write_file(fmt::format("{}/content/cities/city-{}.yaml", folder, i),
                   fmt::format("names: {}\nkind: city\ncountry: {}\n", city_name(i), country_of(i).code));
    write_file(folder + "/content/networks/net.yaml", "names: Net\nkind: global\n");
    std::string results;
    for (int i = 0; i < size.records; ++i) {
        const Record record = maker.record(i);
        write_record(record, folder, size.shape == Shape::lingual);
        if (record.awarded) results += fmt::format("      - {{distinction: winner, practice: practice-{}}}\n", i);
    }
    write_file(folder + "/content/awards/prize.yaml",
               "names: {es: Premio, en: Prize, fr: Prix}\norganiser: net\ntarget: practice\ndistinctions:\n  - {id: winner, rank: "
               "1}\neditions:\n  - id: \"2020\"\n    year: 2020\n    results:\n" +
                   results);
}

}  // namespace praxis::bench
