#include "base/parallel.h"

#include <signal.h>

#include <condition_variable>
#include <deque>
#include <stop_token>
#include <system_error>
#include <thread>

namespace praxis {
namespace {

// Work that is being shared out.
struct Call {
    const std::function<void(unsigned)>* share;
    unsigned workers;
    unsigned next = 1;  // the first worker that nobody is yet; 0 is the caller
    unsigned busy = 0;
};

// The threads that help. They are made when they are first asked for: a thread for each call costs a small bank a
// tenth of its time, most of it for memory that is given back and fetched again.
class Helpers {
public:
    void run(unsigned workers, const std::function<void(unsigned)>& share) {
        Call call{&share, workers};
        {
            const std::scoped_lock lock(guard_);
            hire(workers - 1);
            open_.push_back(&call);
        }
        for (unsigned i = 1; i < workers; ++i) called_.notify_one();
        share(0);
        std::unique_lock lock(guard_);
        std::erase(open_, &call);
        returned_.wait(lock, [&] { return call.busy == 0; });
    }

private:
    // Where the system gives no more threads, those that are there do it all.
    void hire(std::size_t count) {
        try {
            while (threads_.size() < count) threads_.emplace_back([this](const std::stop_token& stop) { help(stop); });
        } catch (const std::system_error&) {
        }
    }

    void help(const std::stop_token& stop) {
        sigset_t signals;
        sigfillset(&signals);
        pthread_sigmask(SIG_BLOCK, &signals, nullptr);  // they are for whoever asked for them
        std::unique_lock lock(guard_);
        while (called_.wait(lock, stop, [&] { return !open_.empty(); })) {
            Call& call = *open_.front();
            const unsigned worker = call.next++;
            if (call.next == call.workers) open_.pop_front();
            ++call.busy;
            lock.unlock();
            (*call.share)(worker);
            lock.lock();
            if (--call.busy == 0) returned_.notify_all();
        }
    }

    std::mutex guard_;
    std::condition_variable_any called_;
    std::condition_variable returned_;
    std::deque<Call*> open_;             // with workers that nobody is yet; of callers that wait
    std::vector<std::jthread> threads_;  // last: they use all the others
};

}  // namespace

void share_out(unsigned workers, const std::function<void(unsigned)>& share) {
    static Helpers helpers;
    helpers.run(workers, share);
}

}  // namespace praxis
