#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include "commands/cache.h"
#include "commands/commands.h"
#include "commands/composition.h"
#include "commands/last_build.h"
#include "commands/progress.h"
#include "commands/summary.h"
#include "commands/told.h"
#include "console/draw.h"
#include "pictures/picture.h"
#include "publish/publish.h"

namespace praxis::commands {
namespace {

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
    Build(const Options& options, Told* told)
        : options_(options), told_(told), workplace_(open_workplace(options)), progress_(std::make_unique<Progress>(!options.quiet)) {
        progress_->stage(workplace_.sentences.word("progress_read"));
        output_ = options.output.empty() ? options.source + "/public" : options.output;
        if (output_.starts_with("./") && output_.size() > 2) output_.erase(0, 2);
    }

    auto run() -> int {
        const int code = run_once();
        if (!again_) return code;
        // What was remembered did not hold: it is forgotten, and all is made again.
        if (loaded_->scratch().has_failed()) loaded_->cache->drop();
        if (pages_) pages_->drop();
        pages_.reset();
        loaded_.reset();
        return run_once();
    }

private:
    auto run_once() -> int {
        loaded_ = load(workplace_, options_, watch_, [&](Loaded& loaded) { return is_known(loaded); });
        if (loaded_->known) return say_again();
        if (!loaded_->error.empty()) return environment(loaded_->error);
        if (!choose_languages()) return exit_usage;
        if (!loaded_->usable) return stop();
        Composition composition(*loaded_, workplace_.jobs, workplace_.cache);
        watch_.lap("look");
        if (stops(loaded_->diagnostics, *loaded_, options_)) return stop();
        return options_.dry_run ? rehearse_into_nothing(composition) : publish(composition);
    }

    // Whether the last build was made of the same, and what it made is all there.
    auto is_known(Loaded& loaded) -> bool {
        if (workplace_.cache.empty() || options_.dry_run) return false;
        loaded.digests =
            told_ == nullptr ? digests_of_inputs(loaded.inputs, workplace_.jobs) : compare_inputs(*told_, loaded.inputs, workplace_.jobs);
        cache_ = {workplace_.cache, page_identity(loaded.inputs, loaded.digests, options_)};
        // How messages are worded and drawn is part of what is asked for.
        const std::string asked = fmt::format("{} {} {} {}", to_hex(cache_.identity), workplace_.sentences.language(),
                                              colour_of(STDERR_FILENO) == console::Colour::none, options_.strict);
        inputs_digest_ = digest_of_inputs(loaded.inputs, loaded.digests, digest_of(asked));
        last_ = read_last_build(workplace_.cache).value_or(LastBuild{});
        watch_.lap("compare");
        if (tried_again_ || last_.inputs != inputs_digest_) return false;
        // Whether the history was asked lies in what went in: it would be asked again.
        if (last_.head && *last_.head != loaded.history.head()) return false;
        return publish::intact(output_, workplace_.jobs, comparison()) == last_.manifest;
    }

    auto comparison() const -> publish::Comparison {
        if (told_ != nullptr && told_->hasty) return publish::Comparison::none;
        return options_.verify ? publish::Comparison::bytes : publish::Comparison::stamps;
    }

    auto say_again() -> int {
        progress_->end();
        tell(last_.report);
        if (told_ != nullptr) {
            told_->base_url = settings::read_settings(loaded_->inputs, options_.base_url).value.base_url;
            told_->later = last_.later;
        }
        publish::Plan plan;
        plan.keep = last_.files;
        return say(plan);
    }

    // Whether a body could not be read back; then nothing that was made may be published.
    auto lost_a_body() -> bool {
        const bool lost = loaded_->scratch().has_failed();
        if (lost && loaded_->cache) start_again();
        return lost;
    }

    void start_again() {
        again_ = !tried_again_;
        tried_again_ = true;
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
        auto assigned = routes::assign(loaded_->bank, loaded_->settings, loaded_->wording, workplace_.jobs);
        loaded_->routes = std::move(assigned.value);
        return true;
    }

    // To standard error, or to whom asked to be told.
    void tell(const std::string& text) {
        if (told_ != nullptr)
            told_->text += text;
        else
            std::fputs(text.c_str(), stderr);
    }

    // What a build has to say are errors and warnings; notes are for `check`.
    void report() {
        progress_->end();
        tell(drawn_report());
    }

    auto drawn_report() -> std::string {
        Diagnostics shown;
        std::ranges::copy_if(loaded_->diagnostics, std::back_inserter(shown),
                             [](const Diagnostic& d) { return d.severity != Severity::note; });
        return console::draw(shown, {loaded_->inputs, workplace_.sentences, console::Form::text, colour_of(STDERR_FILENO), true});
    }

    auto stop() -> int {
        report();
        if (told_ == nullptr) fmt::print(stderr, "{}\n", workplace_.sentences.word("nothing_published"));
        return exit_content;
    }

    auto environment(std::string_view reason) -> int {
        progress_->end();
        tell(fmt::format("praxis: {}\n", reason));
        return exit_environment;
    }

    auto refused(const publish::Refusal& refusal) -> int {
        progress_->end();
        if (refusal.error) return environment(refusal.error->path + ": " + refusal.error->reason);
        tell(console::draw({*refusal.diagnostic},
                           {loaded_->inputs, workplace_.sentences, console::Form::text, colour_of(STDERR_FILENO), false}));
        return exit_environment;
    }

    auto rehearse_into_nothing(Composition& composition) -> int {
        const emit::Output output =
            composition.emit({[](std::string_view, std::string_view, const Digest&) -> Expected<void, files::SystemError> { return {}; },
                              {},
                              nullptr,
                              nullptr});
        if (lost_a_body()) return again_ ? exit_environment : environment(workplace_.sentences.word("scratch_damaged"));
        if (stops(output.diagnostics, *loaded_, options_)) return stop();
        const auto plan = publish::plan_only(output_, output.tree, comparison());
        if (!plan) return refused(plan.error());
        for (const std::string& path : plan->create) fmt::print("create {}\n", path);
        for (const std::string& path : plan->replace) fmt::print("replace {}\n", path);
        for (const std::string& path : plan->remove) fmt::print("remove {}\n", path);
        return finish(output, *plan);
    }

    auto publish(Composition& composition) -> int {
        auto session = publish::Session::open(
            output_, options_.sync ? publish::Session::Durability::power_loss : publish::Session::Durability::kill, comparison());
        if (!session) return refused(session.error());
        progress_->stage(workplace_.sentences.word("progress_write"));
        if (loaded_->cache) pages_.emplace(cache_.path + "/bank.pages", cache_.identity);
        const emit::Output output = composition.emit({[&](std::string_view path, std::string_view bytes, const Digest& digest) {
                                                          progress_->one_more();
                                                          return session->put(path, bytes, digest);
                                                      },
                                                      [&](std::string_view path, const Digest& digest) {
                                                          progress_->one_more();
                                                          return session->keep(path, digest);
                                                      },
                                                      pages_ ? &*pages_ : nullptr, loaded_->cache ? &cache_ : nullptr,
                                                      told_ != nullptr && told_->hasty ? &told_->later : nullptr});
        watch_.lap("emit");
        if (output.uncertain) {
            start_again();
            return exit_environment;
        }
        if (output.error) return environment(output.error->path + ": " + output.error->reason);
        if (lost_a_body()) return again_ ? exit_environment : environment(workplace_.sentences.word("scratch_damaged"));
        if (stops(output.diagnostics, *loaded_, options_)) return stop();
        const auto plan = session->commit(output.tree);
        if (pages_) pages_->finish();
        watch_.lap("publish");
        if (!plan) return refused(plan.error());
        const int code = finish(output, *plan);
        if (told_ != nullptr) tell_of_files(*told_, output, *plan, last_);
        if (told_ == nullptr || !told_->put_off) remember(*plan);
        return code;
    }

    auto finish(const emit::Output& output, const publish::Plan& plan) -> int {
        report();
        say_what_is_absent();
        if (told_ != nullptr) told_->base_url = loaded_->settings.base_url;
        list_held();
        const auto head = loaded_->history.was_asked() ? std::optional(loaded_->history.head()) : std::nullopt;
        last_ = {inputs_digest_, {}, head, {}, output.pages, loaded_->settings.languages.size(), output.tree.size(), stale(), {}};
        say(plan);
        return has_errors(loaded_->diagnostics) ? exit_content : exit_clean;
    }

    void say_what_is_absent() {
        if (pictures::is_built()) return;
        const auto is_picture = [](const input::InputFile& file) {
            return file.role == input::Role::attachment && std::ranges::any_of(std::array{".jpg", ".jpeg", ".png", ".webp"},
                                                                               [&](const char* end) { return file.path.ends_with(end); });
        };
        if (std::ranges::any_of(loaded_->inputs.all(), is_picture)) tell(workplace_.sentences.word("pictures_absent") + "\n");
    }

    auto say(const publish::Plan& plan) -> int {
        progress_->end();
        if (told_ != nullptr) return exit_clean;
        if (options_.timings == Options::Timings::text) std::fputs(watch_.text().c_str(), stderr);
        if (options_.timings == Options::Timings::json)
            std::fputs(watch_.json().c_str(), stdout);
        else if (!options_.quiet)
            print_summary({last_, plan, watch_.seconds(), output_, options_.dry_run}, workplace_.sentences);
        return exit_clean;
    }

    // So that the next build can tell whether anything has changed.
    void remember(const publish::Plan& plan) {
        if (!loaded_->cache || has_errors(loaded_->diagnostics)) return;
        last_.manifest = plan.manifest;
        last_.report = drawn_report();
        write_last_build(workplace_.cache, last_);
    }

    auto stale() const -> std::uint64_t {
        std::uint64_t count = 0;
        for (const fields::KindEntry& kind : fields::kinds()) {
            for (const bank::Entity& entity : loaded_->bank.entities(kind.kind))
                count += static_cast<std::uint64_t>(std::ranges::count(entity.texts, bank::Text::State::stale, &bank::Text::state));
        }
        return count;
    }

    void list_held() {
        for (const fields::KindEntry& kind : fields::kinds()) {
            for (const bank::Entity& entity : loaded_->bank.entities(kind.kind)) {
                if (entity.held) fmt::print(stderr, "{}: {}/{}\n", workplace_.sentences.word("held"), kind.folder, entity.id);
            }
        }
    }

    const Options& options_;
    Told* told_;
    Workplace workplace_;
    std::unique_ptr<Progress> progress_;
    Stopwatch watch_;
    std::string output_;
    std::unique_ptr<Loaded> loaded_;
    emit::CacheFolder cache_;
    std::optional<emit::PageCache> pages_;
    Digest inputs_digest_;
    LastBuild last_;
    bool again_ = false, tried_again_ = false;
};

}  // namespace

auto build(const Options& options, std::shared_ptr<void>& remains) -> int {
    const auto work = std::make_shared<Build>(options, nullptr);
    remains = work;
    return work->run();
}

auto build(const Options& options, Told& told) -> int {
    const auto work = std::make_shared<Build>(options, &told);
    told.remains = work;
    return work->run();
}

}  // namespace praxis::commands
