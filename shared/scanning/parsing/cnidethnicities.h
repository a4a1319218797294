// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace gatehouse::scanning
{

/// The 56 ethnic groups as the resident ID card prints them (GB/T 3304), without 族 except where it is part of the name.
const QStringList &cnEthnicities();

/// The printed form of `text` ("汉族" -> "汉"), or nothing when it names no group.
QString cnEthnicity(const QString &text);

} // namespace gatehouse::scanning
