// SPDX-License-Identifier: GPL-3.0-or-later
#include "cnidnumber.h"

#include "isodate.h"
#include "provincecodes.h"

#include <array>

namespace gatehouse::scanning
{

namespace
{
// GB/T 2260; the number of a foreigner with permanent residence (cards since 2023) has a 9 before the province's code.
bool provinceHolds(const QString &number)
{
    const bool resident = number[0] == u'9';
    return !provinceName(QStringView(number).mid(resident ? 1 : 0, 2)).isEmpty();
}
} // namespace

void addCnIdNumber(ScanResult &result, const QString &number, const CnIdPrinted &printed, QDate today)
{
    const bool digit = cnIdCheckCharacter(QStringView(number).left(17)) == number.back();
    const Trust trust = digit ? Trust::Checked : Trust::Unsure;
    const QDate birth = QDate::fromString(number.mid(6, 8), QStringLiteral("yyyyMMdd"));
    const bool birthSound = birth.isValid() && birth <= today && birth.addYears(oldestHolder) >= today;
    const QString iso = isoDate(birth);
    const QString sex = (number[16].digitValue() % 2) == 1 ? QStringLiteral("M") : QStringLiteral("F");

    const bool birthAgrees = printed.birthDate.isEmpty() || printed.birthDate == iso;
    const bool sexAgrees = printed.sex.isEmpty() || printed.sex == sex;

    // Of a number and a print that contradict each other either may be wrong.
    result.add(QStringLiteral("documentNumber"), number, birthAgrees && sexAgrees ? trust : Trust::Unsure);
    result.add(QStringLiteral("birthDate"), iso, birthSound && birthAgrees ? trust : Trust::Unsure);
    result.add(QStringLiteral("sex"), sex, sexAgrees ? trust : Trust::Unsure);
    result.addCheck(QStringLiteral("documentNumber"), digit);
    result.addCheck(QStringLiteral("province"), provinceHolds(number));
    result.addCheck(QStringLiteral("birthDate"), birthSound && birthAgrees);
    result.addCheck(QStringLiteral("sex"), sexAgrees);
}

QChar cnIdCheckCharacter(QStringView digits)
{
    constexpr std::array<int, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    constexpr QStringView characters = u"10X98765432";
    if (digits.size() != 17)
        return {};
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        if (digits[i] < u'0' || digits[i] > u'9')
            return {};
        sum += (digits[i].unicode() - u'0') * weights[static_cast<std::size_t>(i)];
    }
    return characters[sum % 11];
}

} // namespace gatehouse::scanning
