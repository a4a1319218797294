// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

#include <QStringList>

namespace gatehouse::usecases
{

/// Kinds of devices that a station may miss.
namespace device
{
inline const QString camera = QStringLiteral("camera");
inline const QString scanner = QStringLiteral("scanner");        ///< a hand scanner or OCR reader
inline const QString cardReader = QStringLiteral("card-reader"); ///< of resident ID cards
inline const QString printer = QStringLiteral("printer");        ///< of badges: it did not take the last one
} // namespace device

/// This station's devices that do not answer now, instead of what it said before; none: all is well. It is a help for guards
/// and no statement: outside the ledger, unsigned, and nobody decides by it. Storage errors. Thread of the Workplace.
[[nodiscard]] Result<void> tellSilentDevices(const Workplace &workplace, const QStringList &devices);

struct SilentDevices {
    domain::Station station;
    QStringList devices;
};
/// Enrolled stations that miss something, by name, for signed-in guards, managers and administrators. NotAllowed.
[[nodiscard]] Result<std::vector<SilentDevices>> silentDevices(const Workplace &workplace, const StaffSession &session);

} // namespace gatehouse::usecases
