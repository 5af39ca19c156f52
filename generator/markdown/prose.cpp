#include "markdown/prose.h"

#include <algorithm>

namespace praxis::markdown {
namespace {

class Mask {
public:
    explicit Mask(std::string_view body) : text_(body) {}

    auto run() -> std::string {
        between("<!--", "-->");
        between("`", "`");
        between("](", ")");
        between("[^", "]");
        between("<http", ">");
        foreign_passages();
        return std::move(text_);
    }

private:
    void hide(std::size_t from, std::size_t to) {
        std::fill(text_.begin() + static_cast<std::ptrdiff_t>(from), text_.begin() + static_cast<std::ptrdiff_t>(to), '|');
    }

    void between(std::string_view open, std::string_view close) {
        for (std::size_t at = text_.find(open); at != std::string::npos; at = text_.find(open, at)) {
            const std::size_t end = text_.find(close, at + open.size());
            if (end == std::string::npos) return;
            hide(at, end + close.size());
            at = end + close.size();
        }
    }

    // `[texto]{lang=pt}`
    void foreign_passages() {
        constexpr std::string_view mark = "]{lang=";
        for (std::size_t at = text_.find(mark); at != std::string::npos; at = text_.find(mark, at + 1)) {
            const std::size_t open = text_.rfind('[', at);
            if (open != std::string::npos) hide(open, at);
        }
    }

    std::string text_;
};

}  // namespace

auto prose_of(std::string_view body) -> std::string {
    return Mask(body).run();
}

}  // namespace praxis::markdown
