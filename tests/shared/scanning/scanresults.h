// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parsing/scanresult.h"

#include <QDate>
#include <QMap>
#include <QStringList>

namespace gatehouse::test
{
/// The day on which the documents of these tests are read.
inline const QDate today{2026, 11, 24};

using FieldMap = QMap<QString, QString>;

/// The fields that were read, by their names.
inline FieldMap fieldMap(const scanning::ScanResult &result)
{
    FieldMap map;
    for (const scanning::Field &field : result.fields)
        map.insert(field.name, field.value);
    return map;
}

/// The names of the fields that the reader marks as unsure.
inline QStringList doubtful(const scanning::ScanResult &result)
{
    QStringList names;
    for (const scanning::Field &field : result.fields) {
        if (field.trust == scanning::Trust::Unsure)
            names.append(field.name);
    }
    return names;
}
} // namespace gatehouse::test
