#include "files/files.h"

#include <algorithm>

#include "support/catch.h"
#include "support/program.h"

namespace praxis::files {
namespace {

auto paths_of(const std::vector<Entry>& entries) -> std::vector<std::string> {
    std::vector<std::string> paths;
    for (const Entry& entry : entries) paths.push_back(entry.path);
    return paths;
}

}  // namespace

// A folder's entries stand behind siblings that begin like it and go on with what comes before a slash.
TEST_CASE("a folder is listed in the order of the bytes of its paths", "[unit]") {
    const tests::Workshop folder;
    for (const char* file : {"top/a/deep.md", "top/a-b/one", "top/a-b/c-d/two", "top/a-b/c/two", "top/a-b/c.md", "top/a.md", "top/b/x/y/z",
                             "top/b/x-", "top/b/x.y/q", "top/b0", "top/c/1", "top/é/ñ"})
        folder.write(file, "12345");
    for (const unsigned jobs : {1U, 3U}) {
        const DiskFiles disk(folder.path(), jobs);
        const auto listed = disk.list("top");
        REQUIRE(listed);
        const auto paths = paths_of(*listed);
        CHECK(paths == std::vector<std::string>{"top/a",        "top/a-b",       "top/a-b/c",   "top/a-b/c-d", "top/a-b/c-d/two",
                                                "top/a-b/c.md", "top/a-b/c/two", "top/a-b/one", "top/a.md",    "top/a/deep.md",
                                                "top/b",        "top/b/x",       "top/b/x-",    "top/b/x.y",   "top/b/x.y/q",
                                                "top/b/x/y",    "top/b/x/y/z",   "top/b0",      "top/c",       "top/c/1",
                                                "top/é",        "top/é/ñ"});
        CHECK(std::ranges::is_sorted(paths));
        CHECK(disk.size("top/a.md") == 5);
        CHECK(disk.size("top/none") == 0);
    }
}

}  // namespace praxis::files
