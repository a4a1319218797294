// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <tl/expected.hpp>

namespace gatehouse
{

/// The value, or why there is none. Functions that return one are marked [[nodiscard]].
template <typename T>
using Result = tl::expected<T, Error>;

/// `return fail(ErrorCode::NotFound, "visit");`
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, const QString &detail = {})
{
    return tl::unexpected<Error>(Error{code, detail});
}

/// Hands on the error of another result: `if (!r) return fail(r.error());`
[[nodiscard]] inline tl::unexpected<Error> fail(const Error &error)
{
    return tl::unexpected<Error>(error);
}

} // namespace gatehouse

/// Leaves the enclosing function with the error of `expr`, a Result of any type. For statements whose value is not needed.
#define GATEHOUSE_TRY(expr)                                                                                                    \
    do {                                                                                                                       \
        if (auto gatehouseTried = (expr); !gatehouseTried)                                                                     \
            return ::gatehouse::fail(gatehouseTried.error());                                                                  \
    } while (false)

#define GATEHOUSE_CONCAT2(a, b) a##b
#define GATEHOUSE_CONCAT(a, b) GATEHOUSE_CONCAT2(a, b)

/// `GATEHOUSE_TRY_ASSIGN(auto visit, visits.byId(id));` declares visit, or leaves with the error.
#define GATEHOUSE_TRY_ASSIGN(declaration, expr)                                                                                \
    auto GATEHOUSE_CONCAT(gatehouseTried, __LINE__) = (expr);                                                                  \
    if (!GATEHOUSE_CONCAT(gatehouseTried, __LINE__))                                                                           \
        return ::gatehouse::fail(GATEHOUSE_CONCAT(gatehouseTried, __LINE__).error());                                          \
    declaration = std::move(*GATEHOUSE_CONCAT(gatehouseTried, __LINE__))
