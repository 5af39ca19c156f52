// CHECK stops the program where an invariant of its own is broken: a bug, never bad content.
#pragma once

#include <cstdio>
#include <cstdlib>

#define CHECK(condition)                                                                      \
    do {                                                                                      \
        if (!(condition)) {                                                                   \
            std::fprintf(stderr,                                                              \
                         "praxis: broken invariant at %s:%d: %s\n"                            \
                         "This is a bug in Praxis, not in your content; please report it.\n", \
                         __FILE__, __LINE__, #condition);                                     \
            std::abort();                                                                     \
        }                                                                                     \
    } while (false)
