// SPDX-License-Identifier: GPL-3.0-or-later
#include "trialwrite.h"

#include "authority.h"

namespace gatehouse::usecases
{

Result<void> tryToSave(const Workplace &workplace)
{
    constexpr int bytesOfAVisit = 512 * 1024;
    const QString key = QStringLiteral("trial:") + workplace.stationId().text();
    for (const int size : {bytesOfAVisit, 0}) {
        GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
        GATEHOUSE_TRY(transaction->site().setSetting(key, QByteArray(size, '\0')));
        GATEHOUSE_TRY(transaction->commit());
    }
    return {};
}

} // namespace gatehouse::usecases
