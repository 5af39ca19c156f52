#include "commands/options.h"

#include <CLI/CLI.hpp>

#include <iostream>

#include "fields/date.h"

namespace praxis::commands {
namespace {

void add_shared(CLI::App& command, Options& options) {
    command.add_option("--source,-s", options.source, "The folder that holds content/, themes/ and locale/")->type_name("DIR");
    command.add_option("--lang", options.language, "The language of messages (en, es, fr); the environment's when left out")
        ->type_name("LANG");
    command.add_option("--jobs,-j", options.jobs, "How many threads; one a processor when left out")->type_name("N");
    command.add_option("--cache", options.cache, "Where to remember what was read, or `none`; where the system keeps caches when left out")
        ->type_name("DIR");
}

void add_build(CLI::App& app, Options& options) {
    CLI::App* build = app.add_subcommand("build", "Build the site from content/ into public/");
    add_shared(*build, options);
    build->add_option("--output,-o", options.output, "The folder to publish into; public/ in the source folder when left out")
        ->type_name("DIR");
    build->add_option("--base-url", options.base_url, "The address of the published site, instead of the one in bank.yaml")
        ->type_name("URL");
    build->add_option("--only", options.only, "Only these languages of the bank")->delimiter(',')->type_name("LANG,..");
    build->add_flag("--drafts", options.drafts, "Publish drafts too");
    build->add_flag("--strict", options.strict, "Treat warnings as errors");
    build->add_flag("--hold", options.hold, "Leave out records in error, publish the rest, and exit with 1");
    build->add_flag("--dry-run", options.dry_run, "Say what would be written, and write nothing");
    build->add_flag("--quiet,-q", options.quiet, "Say nothing when all is well");
    build->add_flag("--verify", options.verify, "Compare what is published by what it holds, not by size and time stamp");
    build->add_flag("--sync", options.sync, "Flush to the disk before publishing: holds against power loss");
    std::vector<std::string> forms{"text", "json"};
    build
        ->add_option_function<std::string>(
            "--timings",
            [&options](const std::string& form) { options.timings = form == "json" ? Options::Timings::json : Options::Timings::text; },
            "Time and memory of each stage")
        ->expected(0, 1)
        ->default_str("text")
        ->check(CLI::IsMember({"text", "json", ""}));
    build->callback([&options] { options.command = Options::Command::build; });
}

void add_check(CLI::App& app, Options& options) {
    CLI::App* check = app.add_subcommand("check", "Run every check and write nothing");
    add_shared(*check, options);
    check->add_option("paths", options.paths, "Report on these files and folders only")->type_name("PATH");
    check->add_option("--format", options.format, "How to report")
        ->check(CLI::IsMember({"text", "short", "json", "github", "sarif"}))
        ->capture_default_str();
    check->add_option("--today", options.today, "Judge the age of verification on this day (YYYY-MM-DD)")->type_name("DATE");
    check->add_flag("--strict", options.strict, "Treat warnings as errors");
    check->callback([&options] { options.command = Options::Command::check; });
}

void add_explain(CLI::App& app, Options& options) {
    CLI::App* explain = app.add_subcommand("explain", "Explain the code of a diagnostic");
    add_shared(*explain, options);
    explain->add_option("code", options.code, "The code, such as R101")->required()->type_name("CODE");
    explain->callback([&options] { options.command = Options::Command::explain; });
}

void add_translate(CLI::App& app, Options& options) {
    CLI::App* translate = app.add_subcommand(
        "translate", "Write the file to fill in, or say what of the original is newer; with --accept, stamp it as up to date");
    add_shared(*translate, options);
    translate->add_option("id", options.id, "The id of a record, or its folder (practices/<id>)")->required()->type_name("ID");
    translate->add_option("--to", options.to, "The language of the translation")->required()->type_name("L");
    translate->add_flag("--accept", options.accept, "The translation was compared with the original as it is now: stamp it");
    translate->callback([&options] { options.command = Options::Command::translate; });
}

void add_search(CLI::App& app, Options& options) {
    CLI::App* search = app.add_subcommand("search", "Ask the index of a built site, as its pages do");
    add_shared(*search, options);
    search->add_option("query", options.query, "Words, \"phrases\", -words; - reads one query a line")->required()->type_name("QUERY");
    search->add_option("--site", options.site, "The built site; public/ in the source folder when left out")->type_name("DIR");
    search->add_option("--limit", options.limit, "How many results at most")->capture_default_str()->type_name("N");
    search->add_flag("--json", options.json, "One JSON object a query");
    search->add_flag("--insist", options.insist, "Correct no spelling");
    search->callback([&options] { options.command = Options::Command::search; });
}

void add_status(CLI::App& app, Options& options) {
    CLI::App* status = app.add_subcommand("status", "Say what each language has of the bank and what it lacks");
    add_shared(*status, options);
    status->add_option("--to", options.to, "Only this language")->type_name("L");
    status->add_flag("--json", options.json, "As JSON, described in generator/commands/STATUS.md");
    CLI::Option* letter = status->add_option("--letter", options.letter, "A message to each translator into this language, in it");
    letter->type_name("L");
    status->add_option("--since", options.since, "Letters tell what is new since this release: its label or day")
        ->type_name("RELEASE")
        ->needs(letter);
    status->add_option("--today", options.today, "Claims lapse as if this were the day (YYYY-MM-DD)")->type_name("DATE");
    status->callback([&options] { options.command = Options::Command::status; });
}

void add_new(CLI::App& app, Options& options) {
    CLI::App* create = app.add_subcommand("new", "Begin a record: write a commented file to fill in");
    add_shared(*create, options);
    create->add_option("kind", options.kind, "practice, bulletin, declaration, page, city, theme, award ...")
        ->required()
        ->type_name("KIND");
    create->add_option("--id", options.id, "Its id, also its folder's name; made from the title when left out")->type_name("ID");
    create->add_option("--title", options.title, "Its title or name")->type_name("TEXT");
    create->callback([&options] { options.command = Options::Command::create; });
}

void add_schema(CLI::App& app, Options& options) {
    CLI::App* schema = app.add_subcommand("schema", "The kinds of records as JSON Schema (draft 2020-12)");
    add_shared(*schema, options);
    schema->add_option("kind", options.kind, "Only this kind; all of them when left out")->type_name("KIND");
    schema->add_option("--write", options.output, "Write one file a kind into this folder, for editors")->type_name("DIR");
    schema->callback([&options] { options.command = Options::Command::schema; });
}

void add_serve(CLI::App& app, Options& options) {
    CLI::App* serve = app.add_subcommand("serve", "Show the site on this computer, and follow every change");
    add_shared(*serve, options);
    serve->add_option("--port,-p", options.port, "The port on 127.0.0.1, or the next free one; 0 for any")
        ->check(CLI::Range(0, 65535))
        ->capture_default_str()
        ->type_name("N");
    serve->add_flag("--drafts", options.drafts, "Show drafts too");
    serve->add_flag("--open", options.open, "Open the site in the browser");
    serve->callback([&options] { options.command = Options::Command::serve; });
}

void add_receive(CLI::App& app, Options& options) {
    CLI::App* receive = app.add_subcommand("receive", "Place what was sent in with a form, check it, and write the reply to its sender");
    add_shared(*receive, options);
    receive->add_option("files", options.paths, "Packages (<id>.praxis.zip)")->required()->type_name("FILE..");
    receive->add_option("--as", options.id, "Place the one package under this id, not its own")->type_name("ID");
    receive->callback([&options] { options.command = Options::Command::receive; });
}

auto is_day(const std::string& text) -> bool {
    const auto date = fields::parse_date(text);
    return date && date->kind == fields::Date::Kind::single && date->first.day > 0;
}

}  // namespace

auto parse_options(int count, char** arguments) -> Parsed {
    Parsed parsed;
    Options& options = parsed.options;
    CLI::App app("Praxis: a static site generator for multilingual good-practice banks.", "praxis");
    app.set_version_flag("--version", "praxis " PRAXIS_VERSION);
    app.require_subcommand(1);
    add_build(app, options);
    add_check(app, options);
    add_explain(app, options);
    add_translate(app, options);
    add_search(app, options);
    add_status(app, options);
    add_new(app, options);
    add_schema(app, options);
    add_serve(app, options);
    add_receive(app, options);
    try {
        app.parse(count, arguments);
    } catch (const CLI::ParseError& problem) {
        const bool asked = problem.get_exit_code() == 0;
        app.exit(problem, std::cout, std::cerr);
        parsed.exit_code = asked ? exit_clean : exit_usage;
        return parsed;
    }
    if (!options.today.empty() && !is_day(options.today)) {
        std::cerr << "praxis: --today: `" << options.today << "` is no day; write it as 2026-11-30\n";
        parsed.exit_code = exit_usage;
    }
    return parsed;
}

}  // namespace praxis::commands
