// Catch2, version 2 or 3: the one place that knows which.
#pragma once

#ifdef PRAXIS_CATCH_2
#include <catch2/catch.hpp>
#else
#include <catch2/catch_all.hpp>
#endif
