// `Expected<T, E>`: a value or the reason why there is none. A name for tl::expected, so that the
// standard one can take its place.
#pragma once

#include <tl/expected.hpp>

namespace praxis {

template <class T, class E>
using Expected = tl::expected<T, E>;

template <class E>
auto failure(E error) -> tl::unexpected<E> {
    return tl::unexpected<E>(std::move(error));
}

}  // namespace praxis
