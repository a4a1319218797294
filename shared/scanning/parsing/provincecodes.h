// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse::scanning
{

/// The province-level unit of the first two digits of a GB/T 2260 code, e.g. "北京市" for "11"; empty when there is none.
/// Includes 83, which residence permits for people from Taiwan use in place of 71.
QString provinceName(QStringView twoDigits);

/// Whether a text begins with the name of such a unit, or with what is left of it where its kind is not written (广西南宁市).
bool beginsWithProvince(const QString &text);

} // namespace gatehouse::scanning
