#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "commands/commands.h"
#include "commands/composition.h"
#include "console/draw.h"
#include "publish/publish.h"

namespace praxis::commands {
namespace {

auto colour_of(int descriptor) -> console::Colour {
    const char* refused = std::getenv("NO_COLOR");
    const bool plain = (refused != nullptr && *refused != '\0') || ::isatty(descriptor) == 0;
    return plain ? console::Colour::none : console::Colour::terminal;
}

// With --hold an error in a record holds that record; any other error still stops.
auto stops(const Diagnostics& diagnostics, const Loaded& loaded, const Options& options) -> bool {
    return std::ranges::any_of(diagnostics, [&](const Diagnostic& d) {
        if (d.severity == Severity::note || (d.severity == Severity::warning && !options.strict)) return false;
        const auto target = options.hold ? loaded.bank.entity_of(d.span.file) : std::nullopt;
        return !target || !loaded.bank[*target].held;
    });
}

class Build {
public:
    explicit Build(const Options& options) : options_(options), workplace_(open_workplace(options)) {
        output_ = options.output.empty() ? options.source + "/public" : options.output;
        if (output_.starts_with("./") && output_.size() > 2) output_.erase(0, 2);
    }

    auto run() -> int {
        const int code = run_once();
        if (!damaged_) return code;
        // What the cache held was not what had been written: it is forgotten, and all is read again.
        loaded_->cache->drop();
        loaded_.reset();
        return run_once();
    }

private:
    auto run_once() -> int {
        loaded_ = load(workplace_, options_, watch_);
        if (!loaded_->error.empty()) return environment(loaded_->error);
        if (!choose_languages()) return exit_usage;
        if (!loaded_->usable) return stop();
        Composition composition(*loaded_, workplace_.jobs);
        watch_.lap("look");
        if (stops(loaded_->diagnostics, *loaded_, options_)) return stop();
        return options_.dry_run ? rehearse_into_nothing(composition) : publish(composition);
    }

    // Whether a body could not be read back; then nothing that was made may be published.
    auto lost_a_body() -> bool {
        const bool lost = loaded_->scratch().has_failed();
        damaged_ = lost && loaded_->cache && !tried_again_;
        tried_again_ = tried_again_ || lost;
        return lost;
    }

    auto choose_languages() -> bool {
        for (const std::string& language : options_.only) {
            if (std::ranges::find(loaded_->settings.languages, language) != loaded_->settings.languages.end()) continue;
            complain(fmt::format("--only: `{}` is not a language of this bank", language));
            return false;
        }
        if (options_.only.empty()) return true;
        std::erase_if(loaded_->settings.languages,
                      [&](const std::string& l) { return std::ranges::find(options_.only, l) == options_.only.end(); });
        auto assigned = routes::assign(loaded_->bank, loaded_->settings, loaded_->wording);
        loaded_->routes = std::move(assigned.value);
        return true;
    }

    // Errors and warnings of a build go to standard error; notes are for `check`.
    void report() {
        Diagnostics shown;
        std::ranges::copy_if(loaded_->diagnostics, std::back_inserter(shown),
                             [](const Diagnostic& d) { return d.severity != Severity::note; });
        const std::string text =
            console::draw(shown, {loaded_->inputs, workplace_.sentences, console::Form::text, colour_of(STDERR_FILENO), true});
        std::fputs(text.c_str(), stderr);
    }

    auto stop() -> int {
        report();
        fmt::print(stderr, "{}\n", workplace_.sentences.word("nothing_published"));
        return exit_content;
    }

    auto environment(std::string_view reason) -> int {
        complain(reason);
        return exit_environment;
    }

    auto refused(const publish::Refusal& refusal) -> int {
        if (refusal.error) return environment(refusal.error->path + ": " + refusal.error->reason);
        const std::string text = console::draw(
            {*refusal.diagnostic}, {loaded_->inputs, workplace_.sentences, console::Form::text, colour_of(STDERR_FILENO), false});
        std::fputs(text.c_str(), stderr);
        return exit_environment;
    }

    auto rehearse_into_nothing(Composition& composition) -> int {
        const emit::Output output =
            composition.emit([](std::string_view, std::string_view, const Digest&) -> Expected<void, files::SystemError> { return {}; });
        if (lost_a_body()) return damaged_ ? exit_environment : environment(workplace_.sentences.word("scratch_damaged"));
        if (stops(output.diagnostics, *loaded_, options_)) return stop();
        const auto plan = publish::plan_only(output_, output.tree);
        if (!plan) return refused(plan.error());
        for (const std::string& path : plan->create) fmt::print("create {}\n", path);
        for (const std::string& path : plan->replace) fmt::print("replace {}\n", path);
        for (const std::string& path : plan->remove) fmt::print("remove {}\n", path);
        return finish(output, *plan);
    }

    auto publish(Composition& composition) -> int {
        auto session =
            publish::Session::open(output_, options_.sync ? publish::Session::Durability::power_loss : publish::Session::Durability::kill);
        if (!session) return refused(session.error());
        const emit::Output output = composition.emit(
            [&](std::string_view path, std::string_view bytes, const Digest& digest) { return session->put(path, bytes, digest); });
        watch_.lap("emit");
        if (output.error) return environment(output.error->path + ": " + output.error->reason);
        if (lost_a_body()) return damaged_ ? exit_environment : environment(workplace_.sentences.word("scratch_damaged"));
        if (stops(output.diagnostics, *loaded_, options_)) return stop();
        const auto plan = session->commit(output.tree);
        watch_.lap("publish");
        if (!plan) return refused(plan.error());
        return finish(output, *plan);
    }

    auto finish(const emit::Output& output, const publish::Plan& plan) -> int {
        report();
        list_held();
        if (options_.timings == Options::Timings::text) std::fputs(watch_.text().c_str(), stderr);
        if (options_.timings == Options::Timings::json)
            std::fputs(watch_.json().c_str(), stdout);
        else if (!options_.quiet)
            summary(output, plan);
        return has_errors(loaded_->diagnostics) ? exit_content : exit_clean;
    }

    void list_held() {
        for (const fields::KindEntry& kind : fields::kinds()) {
            for (const bank::Entity& entity : loaded_->bank.entities(kind.kind)) {
                if (entity.held) fmt::print(stderr, "{}: {}/{}\n", workplace_.sentences.word("held"), kind.folder, entity.id);
            }
        }
    }

    void summary(const emit::Output& output, const publish::Plan& plan) {
        std::size_t stale = 0;
        for (const fields::KindEntry& kind : fields::kinds()) {
            for (const bank::Entity& entity : loaded_->bank.entities(kind.kind))
                stale += static_cast<std::size_t>(std::ranges::count(entity.texts, bank::Text::State::stale, &bank::Text::state));
        }
        if (stale > 0) fmt::print("{}\n", workplace_.sentences.counted("stale_translations", stale));
        const auto message = language::parse_message(workplace_.sentences.word(options_.dry_run ? "would_build" : "built"));
        std::string line;
        const auto number = [](std::size_t n) { return std::to_string(n); };
        const std::string seconds = fmt::format("{:.2f}", watch_.seconds());
        const std::string pages = number(output.pages), languages = number(loaded_->settings.languages.size()),
                          files = number(output.tree.size());
        const std::string created = number(plan.create.size()), replaced = number(plan.replace.size()),
                          removed = number(plan.remove.size());
        if (message) {
            message->append_to(line,
                               {{"pages", pages},
                                {"languages", languages, static_cast<double>(loaded_->settings.languages.size())},
                                {"files", files},
                                {"created", created},
                                {"replaced", replaced},
                                {"removed", removed},
                                {"seconds", seconds},
                                {"file", output_ + "/index.html"}},
                               language::Plurals(workplace_.sentences.language()));
        }
        fmt::print("{}\n", line);
    }

    const Options& options_;
    Workplace workplace_;
    Stopwatch watch_;
    std::string output_;
    std::unique_ptr<Loaded> loaded_;
    bool damaged_ = false, tried_again_ = false;
};

}  // namespace

auto build(const Options& options) -> int {
    return Build(options).run();
}

}  // namespace praxis::commands
