// SPDX-License-Identifier: GPL-3.0-or-later
#include "staffbounds.h"

#include <algorithm>

namespace gatehouse::usecases
{

namespace
{
bool isOneLine(const QString &name)
{
    return !name.trimmed().isEmpty() && name.size() <= longestName &&
           std::all_of(name.begin(), name.end(), [](QChar character) {
               // No marks that turn the direction of what stands round them; joiners belong to scripts.
               const bool joiner = character == QChar(0x200C) || character == QChar(0x200D);
               return joiner ||
                      (character.category() != QChar::Other_Control && character.category() != QChar::Other_Format &&
                       character.category() != QChar::Separator_Line && character.category() != QChar::Separator_Paragraph);
           });
}

bool isStaffNumber(const QString &number)
{
    return !number.isEmpty() && number.size() <= longestStaffNumber &&
           std::all_of(number.begin(), number.end(),
                       [](QChar character) { return character.isLetterOrNumber() || character == QLatin1Char('-'); });
}
} // namespace

Result<void> checkStaffBounds(const QString &number, const QString &name, const QDate &agreement, const QDate &today)
{
    if (!isStaffNumber(number.trimmed()))
        return fail(ErrorCode::Invalid,
                    QStringLiteral("a staff number has letters, digits and hyphens, %1 at most").arg(longestStaffNumber));
    if (!isOneLine(name))
        return fail(ErrorCode::Invalid,
                    QStringLiteral("a person's name is one line of %1 characters at most").arg(longestName));
    if (!agreement.isValid())
        return fail(ErrorCode::Invalid, QStringLiteral("the day of the signed confidentiality agreement is needed"));
    if (agreement > today)
        return fail(ErrorCode::Invalid,
                    QStringLiteral("the confidentiality agreement cannot be signed in the future: who has not signed does "
                                   "not start"));
    return {};
}

Result<void> checkSiteName(const QString &name)
{
    if (isOneLine(name))
        return {};
    return fail(ErrorCode::Invalid, QStringLiteral("a site's name is one line of %1 characters at most").arg(longestName));
}

} // namespace gatehouse::usecases
