#include "publish/manifest.h"

#include "support/catch.h"

namespace praxis::publish {

namespace {

auto text_of(const Manifest& manifest) -> std::string {
    std::vector<std::pair<std::string_view, const Known*>> files;
    for (const auto& [path, known] : manifest) files.emplace_back(path, &known);
    return write_manifest(files);
}

}  // namespace

TEST_CASE("a manifest is read back as written, and a damaged one not at all", "[unit]") {
    Manifest manifest;
    manifest.emplace("es/index.html", Known{digest_of("a"), 1, 123456789});
    manifest.emplace("assets/a b.css", Known{digest_of("b"), 2, -1});
    const std::string text = text_of(manifest);
    const auto back = read_manifest(text);
    REQUIRE(back);
    CHECK(text_of(*back) == text);
    CHECK(!read_manifest(""));
    CHECK(!read_manifest("another file\n"));
    CHECK(!read_manifest(text + "half a line\n"));
    CHECK(!read_manifest("praxis manifest 1\n" + to_hex(digest_of("a")) + " 1 1 ../../etc/passwd\n"));
}

TEST_CASE("a journal counts only when it was written to its end", "[unit]") {
    const std::string text = write_journal({{"a.html"}, {"b.html"}});
    const auto journal = read_journal(text);
    REQUIRE(journal);
    CHECK(journal->place == std::vector<std::string>{"a.html"});
    CHECK(journal->remove == std::vector<std::string>{"b.html"});
    for (std::size_t size = 0; size + 1 < text.size(); ++size) CHECK(!read_journal(text.substr(0, size)));
    CHECK(!read_journal("praxis journal 1\nremove /etc/passwd\nend\n"));
}

}  // namespace praxis::publish
