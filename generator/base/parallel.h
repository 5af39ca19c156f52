// An ordered parallel map: results come back in the order of their numbers, whatever the threads did.
// It guarantees the same result for every number of jobs as long as the function is pure.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace praxis {

// Calls `share(worker)` at most once for each worker below `workers`, which is at least 2, and always for 0, on this
// thread; the others run on threads that are kept until the program ends. Returns when all have returned. A share that
// no thread has taken up when this thread's is done is left out: there is nothing left of it. `share` throws nothing,
// and may share out in its turn.
void share_out(unsigned workers, const std::function<void(unsigned)>& share);

// Calls `work(index, worker)` once for each index below `count`; `worker` is below `jobs`, and one
// worker's calls never overlap. The first exception (by time) is thrown again when all have stopped.
template <class Work>
void parallel_for(std::size_t count, unsigned jobs, Work&& work) {
    const auto workers = static_cast<unsigned>(std::min<std::size_t>(std::max(jobs, 1U), count));
    if (workers <= 1) {
        for (std::size_t i = 0; i < count; ++i) work(i, 0U);
        return;
    }
    const std::size_t step = std::clamp<std::size_t>(count / (workers * std::size_t{16}), 1, 64);
    std::atomic<std::size_t> next{0};
    std::exception_ptr thrown;
    std::mutex guard;
    share_out(workers, [&](unsigned worker) {
        try {
            for (std::size_t at = next.fetch_add(step); at < count; at = next.fetch_add(step)) {
                for (std::size_t i = at; i < std::min(at + step, count); ++i) work(i, worker);
            }
        } catch (...) {
            const std::scoped_lock lock(guard);
            if (!thrown) thrown = std::current_exception();
            next = count;
        }
    });
    if (thrown) std::rethrow_exception(thrown);
}

template <class Make>
auto parallel_map(std::size_t count, unsigned jobs, Make&& make) {
    std::vector<decltype(make(std::size_t{}, 0U))> results(count);
    parallel_for(count, jobs, [&](std::size_t i, unsigned worker) { results[i] = make(i, worker); });
    return results;
}

}  // namespace praxis
