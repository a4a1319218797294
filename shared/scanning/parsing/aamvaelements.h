// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>

#include <optional>

namespace gatehouse::scanning
{

/// The header of the AAMVA DL/ID card design standard, annex D.12.3 (2020) and its forerunners.
struct AamvaHeader {
    /// Compliance indicator, file type, IIN, version, a number of subfiles and a subfile of a card are all there. Which numbers
    /// are given to issuers is not asked, and any version may come (00 to 99); none is refused that a later standard may make.
    bool wellFormed = false;
    QByteArray issuer;       ///< the six digits of the IIN; may be empty
    int version = -1;        ///< 0 to 99; -1 unknown
    QByteArray subfile;      ///< "DL", "ID" or "EN"; may be empty
    qsizetype bodyStart = 0; ///< where the first subfile's data may begin
};

/// The data elements of a payload by their three-letter ids, as text without control characters and outer spaces.
struct AamvaElements {
    AamvaHeader header;
    QHash<QString, QString> values;
    bool separated = true; ///< false: the terminators are lost, the elements were told apart by their form
    QString unfinished;    ///< id of an element that the end of the payload may have cut; may be empty

    /// Ids of elements of which something may be lost: invisible characters or line ends stood inside, a field was too short,
    /// or a terminator is gone and one element stands in another's value.
    QSet<QString> doubtful;
    QSet<QString> disputed; ///< ids of elements that stand there again with another value; `values` has the first
    bool repeated = false;  ///< another header follows, and what it heads

    bool isDisputed(const char *id) const { return disputed.contains(QLatin1String(id)); }
    bool isDamaged(const QString &id) const { return id == unfinished || doubtful.contains(id) || disputed.contains(id); }
    bool has(const char *id) const { return values.contains(QLatin1String(id)); }
    QString value(const char *id) const { return values.value(QLatin1String(id)); }
};

/// Nullopt when it is no such payload. Offsets and lengths of the subfile table are not trusted: the elements are found by
/// their ids, since many jurisdictions print wrong tables.
std::optional<AamvaElements> readAamvaElements(const QByteArray &payload);

} // namespace gatehouse::scanning
