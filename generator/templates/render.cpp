#include "base/check.h"
#include "base/html.h"
#include "templates/template.h"

namespace praxis::templates {
namespace {

struct Loop {
    const std::pmr::vector<View>* items;
    std::size_t next;
    const Op* start;  // after `each`
};

// Attributes stand in double quotation marks only: the compiler takes no others.
auto quotes_of(const Op& op) -> Quotes {
    return op.in_attribute ? Quotes::twofold : Quotes::none;
}

}  // namespace

auto with_words(const Program& program, const Words& words) -> Program {
    std::vector<bool> is_jumped_to(program.ops.size() + 1);
    for (const Op& op : program.ops) is_jumped_to[op.jump] = true;
    Program made;
    made.ops.reserve(program.ops.size());
    made.texts.reserve(program.texts.size() + program.texts.size() / 4);  // a word is longer than its key
    std::vector<std::uint32_t> places;                                    // where each op stands now
    places.reserve(program.ops.size() + 1);
    for (std::size_t i = 0; i < program.ops.size(); ++i) {
        Op op = program.ops[i];
        places.push_back(static_cast<std::uint32_t>(made.ops.size()));
        if (op.kind == Op::Kind::text || op.kind == Op::Kind::word) {
            const std::size_t begin = made.texts.size();
            if (op.kind == Op::Kind::text)
                made.texts += program.piece(op);
            else
                append_escaped(made.texts, words(program.piece(op)), quotes_of(op));
            const auto size = static_cast<std::uint32_t>(made.texts.size() - begin);
            const bool joins = !made.ops.empty() && made.ops.back().kind == Op::Kind::text && !is_jumped_to[i];
            if (joins) {
                made.ops.back().size += size;
                --places.back();
                continue;
            }
            op = {.kind = Op::Kind::text, .begin = static_cast<std::uint32_t>(begin), .size = size};
        }
        made.ops.push_back(op);
    }
    places.push_back(static_cast<std::uint32_t>(made.ops.size()));
    for (Op& op : made.ops) op.jump = places[op.jump];
    return made;
}

void render(std::string& out, const Program& program, const View& view) {
    std::vector<const View*> scopes{&view};
    std::vector<Loop> loops;
    const Op* const ops = program.ops.data();
    const char* const texts = program.texts.data();
    for (const Op* at = ops; at != ops + program.ops.size();) {
        const Op& op = *at++;
        const auto cell = [&]() -> const Cell& { return (*(scopes.end() - 1 - op.up))->cell(op.slot); };
        switch (op.kind) {
            case Op::Kind::text: out.append(texts + op.begin, op.size); break;
            case Op::Kind::escaped: append_escaped(out, cell().text, quotes_of(op)); break;
            case Op::Kind::raw: out += cell().text; break;
            case Op::Kind::word: CHECK(false);  // with_words puts them in
            case Op::Kind::when: at = cell().is_set() ? at : ops + op.jump; break;
            case Op::Kind::unless: at = cell().is_set() ? ops + op.jump : at; break;
            case Op::Kind::each: {
                const auto* items = cell().items;
                if (items == nullptr || items->empty()) {
                    at = ops + op.jump;
                } else {
                    loops.push_back({items, 1, at});
                    scopes.push_back(&items->front());
                }
                break;
            }
            case Op::Kind::end_each: {
                Loop& loop = loops.back();
                if (loop.next < loop.items->size()) {
                    scopes.back() = &(*loop.items)[loop.next++];
                    at = loop.start;
                } else {
                    scopes.pop_back();
                    loops.pop_back();
                }
                break;
            }
        }
    }
}

}  // namespace praxis::templates
