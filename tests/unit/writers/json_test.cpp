#include "writers/json.h"

#include "support/catch.h"

namespace praxis::writers {

TEST_CASE("JSON is separated, escaped, and safe in a script", "[unit]") {
    Json json;
    json.open_object().member("a", "x\"\\\n\x01</script>").member("n", std::int64_t{-3}).member("t", true);
    json.key("list").open_list().value("é").value(1.5).open_object().close_object().close_list().close_object();
    CHECK(json.text() == R"({"a":"x\"\\\n\u0001\u003c/script\u003e","n":-3,"t":true,"list":["é",1.5,{}]})");
}

}  // namespace praxis::writers
