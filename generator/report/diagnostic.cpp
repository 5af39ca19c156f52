#include "report/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace praxis {
namespace {

auto order(const Diagnostic& d) {
    return std::tie(d.span.file, d.span.begin, d.code->id, d.span.end, d.arguments);
}

}  // namespace

auto diagnose(const Code& code, Span span, std::vector<std::string> arguments) -> Diagnostic {
    return diagnose(code, span, std::move(arguments), {});
}

auto diagnose(const Code& code, Span span, std::vector<std::string> arguments, std::vector<std::string> suggestions) -> Diagnostic {
    return {&code, code.severity, span, std::move(arguments), std::move(suggestions), {}};
}

void append(Diagnostics& all, Diagnostics more) {
    if (all.empty()) {
        all = std::move(more);
        return;
    }
    all.insert(all.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

auto has_errors(const Diagnostics& diagnostics) -> bool {
    return std::ranges::any_of(diagnostics, [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void sort_and_unite(Diagnostics& diagnostics) {
    std::ranges::stable_sort(diagnostics, [](const auto& a, const auto& b) { return order(a) < order(b); });
    const auto same = [](const Diagnostic& a, const Diagnostic& b) { return order(a) == order(b); };
    diagnostics.erase(std::unique(diagnostics.begin(), diagnostics.end(), same), diagnostics.end());
}

}  // namespace praxis
