#include "serve/watch.h"

#include <poll.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "support/catch.h"

namespace praxis::serve {
namespace {

namespace fs = std::filesystem;
using Paths = std::set<std::string, std::less<>>;

// A folder of its own, watched below content/.
class Place {
public:
    Place() : root_(fs::temp_directory_path() / ("praxis-watch-" + std::to_string(::getpid()))) {
        fs::create_directories(root_ / "content" / "practices");
        write("content/bank.yaml");
    }
    Place(const Place&) = delete;
    auto operator=(const Place&) -> Place& = delete;
    ~Place() { fs::remove_all(root_); }

    auto root() const -> std::string { return root_.string(); }
    auto path(const std::string& below) const -> fs::path { return root_ / below; }
    void write(const std::string& below) const { std::ofstream(path(below)) << "text"; }

private:
    fs::path root_;
};

// Events are there when the call that made them has returned.
auto taken(Watch& watch) -> Changes {
    Changes changes;
    watch.take(changes);
    return changes;
}

}  // namespace

TEST_CASE("what changes is told by path, in folders that come later too", "[unit]") {
    const Place place;
    auto watch = Watch::open(place.root(), {"content", "locale"});
    REQUIRE(watch);
    CHECK(taken(*watch).none());
    place.write("content/bank.yaml");
    CHECK(taken(*watch).paths == Paths{"content/bank.yaml"});
    fs::create_directories(place.path("content/practices/a/b"));
    CHECK(taken(*watch).paths.contains("content/practices/a"));
    place.write("content/practices/a/b/es.md");
    CHECK(taken(*watch).paths == Paths{"content/practices/a/b/es.md"});
    fs::create_directory(place.path("locale"));
    CHECK(taken(*watch).paths == Paths{"locale"});
    place.write("locale/es.yaml");
    CHECK(taken(*watch).paths == Paths{"locale/es.yaml"});
    fs::rename(place.path("content/practices/a"), place.path("content/practices/c"));
    CHECK(taken(*watch).touch("content/practices/c/b/es.md"));
    place.write("content/practices/c/b/fr.md");
    const Changes moved = taken(*watch);
    CHECK(moved.touch("content/practices/c/b/fr.md"));
}

TEST_CASE("what editors leave beside their work does not matter", "[unit]") {
    const Place place;
    auto watch = Watch::open(place.root(), {"content"});
    REQUIRE(watch);
    for (const char* name : {"content/.bank.yaml.swp", "content/bank.yaml~", "public.html", "content/practices/.git"}) place.write(name);
    fs::create_directory(place.path("public"));
    place.write("public/index.html");
    CHECK(taken(*watch).none());
}

TEST_CASE("a save is finished when the file is closed, or has taken its place", "[unit]") {
    const Place place;
    auto watch = Watch::open(place.root(), {"content"});
    REQUIRE(watch);
    const std::string file = "content/bank.yaml", other = "content/bank.new";
    fs::rename(place.path(file), place.path(file + "~"));
    CHECK(taken(*watch).unfinished == Paths{file});
    Changes changes;
    place.write(other);
    fs::rename(place.path(other), place.path(file));
    watch->take(changes);
    CHECK(changes.unfinished.empty());
    CHECK(changes.paths == Paths{file, other});
    std::ofstream open(place.path("content/slow.yaml"));
    CHECK(taken(*watch).unfinished == Paths{"content/slow.yaml"});
}

TEST_CASE("a changed folder touches what is below", "[unit]") {
    Changes changes;
    changes.paths = {"content/practices/a", "content/bank.yaml"};
    for (const char* touched : {"content/practices/a", "content/practices/a/es.md", "content/bank.yaml"}) CHECK(changes.touch(touched));
    for (const char* same : {"content/practices/ab/es.md", "content/practices", "content", "bank.yaml"}) CHECK_FALSE(changes.touch(same));
    changes.everywhere = true;
    CHECK(changes.touch("bank.yaml"));
}

}  // namespace praxis::serve
