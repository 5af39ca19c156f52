#include "serve/answers.h"

#include <filesystem>
#include <fstream>

#include "support/catch.h"

namespace praxis::serve {

using Names = std::optional<std::vector<std::string>>;

TEST_CASE("a host is this server's by a loopback name and its port", "[unit]") {
    for (const char* own : {"127.0.0.1:8000", "localhost:8000", "LocalHost:8000", "[::1]:8000"}) CHECK(is_own_host(own, 8000));
    for (const char* other : {"", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:80000", "bank.example:8000", "localhost.bank.example:8000",
                              "127.0.0.1:8000:8000", "0.0.0.0:8000", "127.1:8000", " 127.0.0.1:8000"}) {
        CAPTURE(other);
        CHECK_FALSE(is_own_host(other, 8000));
    }
    CHECK(is_own_host("localhost", 80));
}

TEST_CASE("an address is the names on the way to a file below, or nothing", "[unit]") {
    CHECK(names_of("/") == Names({"index.html"}));
    CHECK(names_of("/en/") == Names({"en", "index.html"}));
    CHECK(names_of("/en/a b.html") == Names({"en", "a b.html"}));
    for (const std::string out : {"", "en", "//", "/en//a", "/..", "/en/../a", "/.praxis", "/en/.hidden/a", "/a\\b", "/./a"}) {
        CAPTURE(out);
        CHECK(names_of(out) == Names());
    }
    CHECK(names_of(std::string("/a\0b", 4)) == Names());
    CHECK(names_of("/a\nb") == Names());
}

TEST_CASE("files are read below a folder only, and never through a link", "[unit]") {
    namespace fs = std::filesystem;
    const fs::path root = fs::temp_directory_path() / ("praxis-answers-" + std::to_string(::getpid())), site = root / "site";
    fs::create_directories(site / "en");
    std::ofstream(root / "secret.txt") << "secret";
    std::ofstream(site / "en" / "a.html") << "page";
    fs::create_symlink(root / "secret.txt", site / "link.txt");
    fs::create_directory_symlink(root, site / "folder");
    fs::create_directory_symlink(site, root / "site-link");
    CHECK(read_below(site.string(), {"en", "a.html"}) == std::optional<std::string>("page"));
    for (const std::vector<std::string>& names :
         std::vector<std::vector<std::string>>{{"link.txt"}, {"folder", "secret.txt"}, {"en"}, {"none"}, {"en", "a.html", "b"}})
        CHECK(read_below(site.string(), names) == std::nullopt);
    CHECK(read_below((root / "site-link").string(), {"en", "a.html"}) == std::nullopt);
    fs::remove_all(root);
}

TEST_CASE("a page gets the script, and leave to listen", "[unit]") {
    const std::string meta = R"(<meta http-equiv="Content-Security-Policy" content=")", script = "<script defer src=\"" + reload_path();
    const std::string tag = script + "\" data-version=\"a&quot;-1\"></script>\n";
    CHECK(with_reload("<head></head><p>", "a\"-1") == "<head>" + tag + "</head><p>");
    CHECK(with_reload("no head", "a\"-1") == "no head" + tag);
    CHECK(with_reload("<head>" + meta + "default-src 'none'\"></head>", "a\"-1") ==
          "<head>" + meta + "connect-src 'self'; default-src 'none'\">" + tag + "</head>");
    CHECK(with_reload("<head>" + meta + "connect-src https:\"></head>", "a\"-1") ==
          "<head>" + meta + "connect-src 'self' https:\">" + tag + "</head>");
}

TEST_CASE("addresses of the published site lead to this server", "[unit]") {
    CHECK(with_local_addresses(R"(<a href="https://b.example/x/en/a.html"><a href="https://c.example/">)", "https://b.example/x/") ==
          R"(<a href="/en/a.html"><a href="https://c.example/">)");
    CHECK(with_local_addresses(R"(<a href="en">)", "") == R"(<a href="en">)");
}

TEST_CASE("a browser may keep what is named by its digest", "[unit]") {
    for (const char* kept : {"style.b4e1d341.css", "script.38bb5f90.js"}) CHECK(is_named_by_digest(kept));
    for (const char* other : {"style.css", "b4e1d341.css", "style.b4e1d34g.css", "style.B4E1D341.css", "style-b4e1d341.css", "a", ""})
        CHECK_FALSE(is_named_by_digest(other));
}

TEST_CASE("types are told by names", "[unit]") {
    CHECK(type_of("a.html") == "text/html; charset=utf-8");
    CHECK(type_of("a.webp") == "image/webp");
    CHECK(type_of("a.unknown") == "application/octet-stream");
}

}  // namespace praxis::serve
