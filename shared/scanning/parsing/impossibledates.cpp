// SPDX-License-Identifier: GPL-3.0-or-later
#include "impossibledates.h"

#include "isodate.h"

namespace gatehouse::scanning
{

namespace
{
constexpr qsizetype wholeDate = 10; // of some births only the year is known, of some issues only the month

/// It is in no field because it is no day. A Chinese number has one check for all that its date of birth must be.
bool isLeftOut(const ScanResult &result, const QString &name)
{
    return result.checks.contains({name + QStringLiteral("Calendar"), false}) ||
           (result.kind == Kind::CnId && name == u"birthDate" && result.checks.contains({name, false}));
}

bool isImpossible(const Field &field, const QDate &today)
{
    const QDate date = QDate::fromString(field.value, Qt::ISODate);
    if (!date.isValid())
        return field.value.size() >= wholeDate;
    return field.name == u"birthDate" && (date > today || date.addYears(oldestHolder) < today);
}
} // namespace

QStringList impossibleDates(const ScanResult &result, const QDate &today)
{
    QStringList names;
    for (const char *date : {"birthDate", "issueDate", "expiryDate"}) {
        const QString name = QString::fromLatin1(date);
        const auto field = result.field(name);
        if (field ? isImpossible(*field, today) : isLeftOut(result, name))
            names << name;
    }
    return names;
}

} // namespace gatehouse::scanning
