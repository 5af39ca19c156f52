// JSON text (RFC 8259), written in order, without a tree. `<`, `>` and `&` are escaped too, so that the
// text may stand in a script.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace praxis::writers {

class Json {
public:
    auto text() const -> const std::string& { return out_; }

    auto open_object() -> Json& { return open('{'); }
    auto close_object() -> Json& { return close('}'); }
    auto open_list() -> Json& { return open('['); }
    auto close_list() -> Json& { return close(']'); }
    auto key(std::string_view name) -> Json&;
    auto value(std::string_view text) -> Json&;
    auto value(const char* text) -> Json& { return value(std::string_view(text)); }
    auto value(std::int64_t number) -> Json&;
    auto value(double number) -> Json&;
    auto value(bool truth) -> Json&;
    template <class T>
    auto member(std::string_view name, T&& what) -> Json& {
        return key(name).value(std::forward<T>(what));
    }

private:
    auto open(char bracket) -> Json&;
    auto close(char bracket) -> Json&;
    void separate();
    void quoted(std::string_view text);
    std::string out_;
    bool first_ = true, after_key_ = false;
};

}  // namespace praxis::writers
