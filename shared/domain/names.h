// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>
#include <utility>

namespace gatehouse::domain
{

/// A table between the values of an enumeration and their stable names in the database and the ledger.
template <typename Enum, std::size_t N>
using NameTable = std::array<std::pair<Enum, QLatin1String>, N>;

template <typename Enum, std::size_t N>
QString nameIn(const NameTable<Enum, N> &table, Enum value)
{
    for (const auto &[candidate, name] : table) {
        if (candidate == value)
            return name;
    }
    return {};
}

template <typename Enum, std::size_t N>
std::optional<Enum> valueIn(const NameTable<Enum, N> &table, QStringView name)
{
    for (const auto &[value, candidate] : table) {
        if (candidate == name)
            return value;
    }
    return std::nullopt;
}

} // namespace gatehouse::domain
