// The same records as a site for Hugo: record pages in three languages, paginated lists, theme, city and
// award pages, a home page, a sitemap. Templates say about what Praxis's look says.
#include <fmt/format.h>

#include "records.h"

namespace praxis::bench {
namespace {

constexpr std::string_view config = R"(baseURL: https://bank.example/
defaultContentLanguage: es
defaultContentLanguageInSubdir: true
uglyURLs: true
relativeURLs: true
paginate: 30
disableKinds: [RSS]
taxonomies: {theme: themes, city: cities, award: awards}
languages:
  es: {languageName: Español, contentDir: content/es, title: Banco, weight: 1}
  en: {languageName: English, contentDir: content/en, title: Bank, weight: 2}
  fr: {languageName: Français, contentDir: content/fr, title: Banque, weight: 3}
)";

constexpr std::string_view base = R"(<!doctype html>
<html lang="{{ .Language.Lang }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} · {{ .Site.Title }}</title>
{{ with .Summary }}<meta name="description" content="{{ plainify . }}">{{ end }}
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end }}
<link rel="stylesheet" href="{{ "style.css" | relURL }}">
</head>
<body>
<a class="skip" href="#main">skip</a>
<header><a href="{{ "/" | relLangURL }}">{{ .Site.Title }}</a>
<ul>{{ range .AllTranslations }}<li><a lang="{{ .Language.Lang }}" href="{{ .RelPermalink }}">{{ .Language.LanguageName }}</a></li>{{ end }}</ul>
<nav><ul>{{ range slice "practices" "themes" "cities" "awards" }}<li><a href="{{ printf "/%s/" . | relLangURL }}">{{ . }}</a></li>{{ end }}</ul></nav>
</header>
<main id="main">{{ block "main" . }}{{ end }}</main>
<footer><p>1 · 2026-01-01</p><p>CC-BY-4.0</p><p><a href="mailto:info@bank.example?subject={{ .RelPermalink }}">report an error</a></p></footer>
</body>
</html>
)";

constexpr std::string_view single = R"({{ define "main" }}
<nav><ol><li><a href="{{ "/" | relLangURL }}">{{ .Site.Title }}</a></li><li><a href="{{ "/practices/" | relLangURL }}">practices</a></li></ol></nav>
<h1>{{ .Title }}</h1>
<p>{{ .Params.summary }}</p>
<dl>
<dt>city</dt>{{ range .GetTerms "cities" }}<dd><a href="{{ .RelPermalink }}">{{ .Title }}</a></dd>{{ end }}
<dt>theme</dt>{{ range .GetTerms "themes" }}<dd><a href="{{ .RelPermalink }}">{{ .Title }}</a></dd>{{ end }}
<dt>start</dt><dd>{{ .Params.start }}</dd><dt>status</dt><dd>{{ .Params.status }}</dd>
{{ range .GetTerms "awards" }}<dt>award</dt><dd><a href="{{ .RelPermalink }}">{{ .Title }}</a></dd>{{ end }}
</dl>
{{ .TableOfContents }}
{{ .Content }}
<table><tr><th>people</th><td>{{ .Params.people }}</td><td>2020</td></tr></table>
<ol>{{ range .Params.sources }}<li id="source-{{ .id }}"><a href="{{ .url }}">{{ .title }}</a></li>{{ end }}</ol>
{{ end }}
)";

constexpr std::string_view card = R"(<article><p>{{ range .GetTerms "cities" }}{{ .Title }}{{ end }}</p>
<h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3><p>{{ .Params.summary }}</p><p>{{ .Params.start }} · {{ .Params.status }}</p>
<ul>{{ range .GetTerms "themes" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ range .GetTerms "awards" }}<p>{{ .Title }}</p>{{ end }}</article>
)";

constexpr std::string_view listing = R"({{ define "main" }}
<h1>{{ .Title }}</h1>
{{ $pages := .Paginate .Pages.ByTitle }}
<p>{{ len .Pages }}</p>
{{ range $pages.Pages }}{{ partial "card.html" . }}{{ end }}
<nav>{{ with $pages.Prev }}<a href="{{ .URL }}">previous</a>{{ end }}{{ $pages.PageNumber }} / {{ $pages.TotalPages }}{{ with $pages.Next }}<a href="{{ .URL }}">next</a>{{ end }}</nav>
{{ end }}
)";

constexpr std::string_view terms = R"({{ define "main" }}
<h1>{{ .Title }}</h1>
<ul>{{ range .Data.Terms.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>
{{ end }}
)";

constexpr std::string_view home = R"({{ define "main" }}
<h1>{{ .Site.Title }}</h1>
{{ range first 6 (where .Site.RegularPages "Section" "practices").ByTitle }}{{ partial "card.html" . }}{{ end }}
<ul>{{ range .Site.Taxonomies.themes.ByCount }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>
{{ end }}
)";

auto list(std::string_view prefix, const std::vector<int>& numbers) -> std::string {
    std::string text;
    for (const int number : numbers) text += fmt::format("{}{}{}", text.empty() ? "" : ", ", prefix, number);
    return "[" + text + "]";
}

// A bundle of facts cannot be shared between languages there: each file carries them.
void write_record(const Record& record, const std::string& folder, bool lingual) {
    for (std::size_t i = 0; i < record.texts.size(); ++i) {
        const Text& text = record.texts[i];
        const std::size_t language = lingual ? i : static_cast<std::size_t>(record.original);
        std::string out = fmt::format(
            "---\ntitle: {}\nsummary: {}\ncities: {}\nthemes: {}\nawards: [{}]\nstart: {}\nstatus: active\npeople: {}\nsources:\n  - {{id: "
            "s1, "
            "title: Informe {}, url: \"https://source.example/{}\"}}\n---\n",
            text.title, text.summary, list("city-", record.cities), list("theme-", record.themes), record.awarded ? "prize-2020" : "",
            record.start, record.people, record.number, record.number);
        for (const Section& section : text.sections)
            out += fmt::format("## {}\n\n{}[^s1]\n\n- {}\n- {}\n\n{}\n\n", section.heading, section.first, section.points[0],
                               section.points[1], section.second);
        out += fmt::format("[^s1]: Informe {}\n", record.number);
        write_file(fmt::format("{}/content/{}/practices/practice-{}.md", folder, languages[language], record.number), out);
    }
}

}  // namespace

void write_hugo(Maker& maker, const std::string& folder) {
    const std::pair<std::string_view, std::string_view> files[] = {
        {"config.yaml", config},
        {"layouts/_default/baseof.html", base},
        {"layouts/_default/single.html", single},
        {"layouts/_default/list.html", listing},
        {"layouts/_default/terms.html", terms},
        {"layouts/index.html", home},
        {"layouts/partials/card.html", card},
        {"static/style.css", "body { margin: 0 }\n"},
    };
    for (const auto& [path, text] : files) write_file(fmt::format("{}/{}", folder, path), std::string(text));
    for (int i = 0; i < maker.size().records; ++i) write_record(maker.record(i), folder, maker.size().shape == Shape::lingual);
}

}  // namespace praxis::bench
