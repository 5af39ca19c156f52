#include "base/html.h"
#include "templates/template.h"

namespace praxis::templates {
namespace {

struct Loop {
    const std::pmr::vector<View>* items;
    std::size_t next;
    std::size_t start;  // the op after `each`
};

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
    praxis::append_escaped(out, text, Quotes::both);
}

void render(std::string& out, const Program& program, const View& view, const Words& words) {
    std::vector<const View*> scopes{&view};
    std::vector<Loop> loops;
    for (std::size_t at = 0; at < program.ops.size();) {
        const Op& op = program.ops[at++];
        const auto cell = [&]() -> const Cell& { return scopes[scopes.size() - 1 - op.up]->cell(op.slot); };
        switch (op.kind) {
            case Op::Kind::text: out += program.piece(op); break;
            case Op::Kind::escaped: append_escaped(out, cell().text); break;
            case Op::Kind::raw: out += cell().text; break;
            case Op::Kind::word: append_escaped(out, words(program.piece(op))); break;
            case Op::Kind::when: at = cell().is_set() ? at : op.jump; break;
            case Op::Kind::unless: at = cell().is_set() ? op.jump : at; break;
            case Op::Kind::each: {
                const auto* items = cell().items;
                if (items == nullptr || items->empty()) {
                    at = op.jump;
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
