// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanresult.h"

#include <QByteArray>
#include <QDate>

namespace gatehouse::scanning
{

/// The text of a resident identity card's chip, or of the residence permit for people from Hong Kong, Macao and Taiwan, which
/// has the same fields but no ethnicity. Without padding.
struct CnIdRecord {
    QString name;
    QString sex;       ///< GB/T 2261.1: 1 male, 2 female
    QString ethnicity; ///< GB/T 3304: 01 to 56
    QString birth;     ///< CCYYMMDD
    QString address;
    QString number;
    QString authority;
    QString validFrom;   ///< CCYYMMDD
    QString validUntil;  ///< CCYYMMDD or 长期, no end
    bool permit = false; ///< of the second kind

    bool operator==(const CnIdRecord &) const = default;
};

/// A record as text, one field a line, name and value separated by a tab: how a card reader hands it on.
QByteArray toPayload(const CnIdRecord &record);
std::optional<CnIdRecord> cnIdRecordFromPayload(const QByteArray &payload);

/// Makes the cn-id result of it with the checks of parseCnId(). The reader's security module has verified the chip, so that
/// what holds against itself is Trust::Checked. Pure.
ScanResult parseCnIdRecord(const CnIdRecord &record, QDate today);

} // namespace gatehouse::scanning
