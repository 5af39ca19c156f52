#include "files/known_results.h"

#include <fstream>

#include "support/catch.h"
#include "support/program.h"

namespace praxis::files {

TEST_CASE("a result is known to the next build of the same program, as long as builds ask for it", "[unit]") {
    const tests::Workshop folder;
    const std::string path = folder.path("bank.results");
    const Digest program{1, 2}, one = digest_of("one"), two = digest_of("two");
    {
        KnownResults results(path, program);
        CHECK(results.find(one) == nullptr);
        results.keep(one, "1");
        results.keep(two, std::string("2\0", 2));
        results.save();
    }
    {
        KnownResults results(path, program);
        REQUIRE(results.find(two) != nullptr);
        CHECK(*results.find(two) == std::string("2\0", 2));
        results.keep(digest_of("three"), "3");
        results.save();
    }
    KnownResults third(path, program);
    CHECK(third.find(one) == nullptr);
    CHECK(third.find(two) != nullptr);
    CHECK(KnownResults(path, Digest{1, 3}).find(two) == nullptr);
    CHECK(KnownResults("", program).find(two) == nullptr);

    std::fstream(path, std::ios::in | std::ios::out | std::ios::binary).seekp(40).put('x');
    CHECK(KnownResults(path, program).find(two) == nullptr);
}

}  // namespace praxis::files
