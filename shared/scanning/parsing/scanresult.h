// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>

#include <optional>

namespace gatehouse::scanning
{

/// What was shown. The names of design.md section 6 are made by kindName().
enum class Kind { None, CnId, MrzTd1, MrzTd2, MrzTd3, MrzMrva, MrzMrvb, Aamva, Badge, Invite, Barcode };

/// How far a field can be trusted: a check digit or signature proves it, it was read and a person should compare it, or
/// reading was unsure and a person must confirm it.
enum class Trust { Checked, Read, Unsure };

struct Field {
    QString name;  ///< one of the names of design.md section 6, e.g. "surname"
    QString value; ///< dates in ISO 8601, fillers gone, never empty
    Trust trust = Trust::Read;

    bool operator==(const Field &) const = default;
};

struct Check {
    QString name; ///< e.g. "documentNumber", "composite", "header", "requiredElements"
    bool holds = false;

    bool operator==(const Check &) const = default;
};

/// One document, as read from text or from a picture. A value; parsers are pure functions that make it.
struct ScanResult {
    Kind kind = Kind::None;
    bool valid = false; ///< all checks hold and nothing mandatory is missing
    QList<Field> fields;
    QList<Check> checks;
    QStringList raw; ///< the lines or the payload as read

    QString value(QStringView name) const;
    std::optional<Field> field(QStringView name) const;
    /// Appends the field unless the value is empty.
    void add(const QString &name, const QString &value, Trust trust = Trust::Read);
    void addCheck(const QString &name, bool holds) { checks.append({name, holds}); }

    bool operator==(const ScanResult &) const = default;
};

QString kindName(Kind kind);
/// The names of the checks that fail: nothing of the holder is in them.
QStringList failedChecks(const ScanResult &result);

/// The scan object of design.md section 6 without "file" and "elapsedMs": kind, valid, fields, checks, raw. What is none of the
/// kinds is never valid there, whatever holds of it (the old French identity card).
QJsonObject toJson(const ScanResult &result);

/// A payload for "raw": what is not UTF-8 is taken as ISO 8859-1, so that no byte is lost.
QString payloadText(const QByteArray &payload);

} // namespace gatehouse::scanning
