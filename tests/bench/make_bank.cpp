// Writes a generated bank, or the same records as a Hugo site: with the same parts (hugo-full) or with few of them (hugo).
// usage: praxis_make_bank RECORDS FOLDER [SEED] [lingual|wide|deep|linked] [praxis|hugo|hugo-full]
#include <cstdlib>
#include <cstring>

#include "records.h"

auto main(int count, char** arguments) -> int {
    using namespace praxis::bench;
    if (count < 3) return 2;
    const auto given = [&](const char* word) {
        for (int i = 3; i < count; ++i) {
            if (std::strcmp(arguments[i], word) == 0) return true;
        }
        return false;
    };
    Size size{.records = std::atoi(arguments[1])};
    size.shape = given("wide") ? Shape::wide : given("deep") ? Shape::deep : given("linked") ? Shape::linked : Shape::lingual;
    Maker maker(PRAXIS_ROOT, size, count > 3 && std::atoi(arguments[3]) > 0 ? static_cast<unsigned>(std::atoi(arguments[3])) : 1U);
    if (given("hugo-full")) {
        write_hugo(maker, PRAXIS_ROOT, arguments[2]);
    } else if (given("hugo")) {
        write_lean_hugo(maker, PRAXIS_ROOT, arguments[2]);
    } else {
        write_bank(maker, arguments[2]);
    }
    return 0;
}
