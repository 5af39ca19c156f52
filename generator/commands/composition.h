// From a linked bank to its output: the look, fitted to the pages, and the emitters run over both.
// It lives as long as the bank it was made for. Made by `build` and by `rehearse`.
#pragma once

#include "commands/load.h"
#include "emit/emitter.h"

namespace praxis::commands {

class Composition {
public:
    // Reads the look and compiles it; what does not fit is added to the bank's diagnostics.
    // `cache`: the cache's folder, where copies of pictures are kept; empty: none.
    Composition(Loaded& loaded, unsigned jobs, std::string cache);
    // Composes every page and runs the emitters; what they found is added too.
    auto emit(emit::Destination destination) -> emit::Output;

private:
    void add(Diagnostics more);
    Loaded& loaded_;
    unsigned jobs_;
    std::string cache_;
    look::Look look_;
    emit::Programs programs_;
};

// Composes the whole output too, in memory, so that nothing is found only when publishing.
// Returns the emitted tree; what is found is added to the diagnostics.
auto rehearse(const Workplace& workplace, Loaded& loaded, emit::Writer writer) -> emit::Output;

}  // namespace praxis::commands
