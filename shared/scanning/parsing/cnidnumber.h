// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanresult.h"

#include <QDate>

namespace gatehouse::scanning
{

/// The check character of 17 digits: '0' to '9' or 'X'; null when `digits` are not 17 digits.
QChar cnIdCheckCharacter(QStringView digits);

/// What the same card says elsewhere; empty where it does not: birth as an ISO date, sex "M" or "F".
struct CnIdPrinted {
    QString birthDate;
    QString sex;
};

/// Adds the number's fields (documentNumber, birthDate, sex) and its checks: the check character (GB 11643), the province
/// (GB/T 2260), a birth date that the calendar has, not in the future and of somebody who may be alive, both held against what
/// is printed; where that says otherwise, number and field are unsure. `number` has 18 characters, digits and perhaps a final
/// X.
void addCnIdNumber(ScanResult &result, const QString &number, const CnIdPrinted &printed, QDate today);

} // namespace gatehouse::scanning
