// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"

#include <QByteArray>
#include <QDateTime>

#include <optional>

namespace gatehouse::domain
{

enum class StationKind { Kiosk, Door, Admin, Tool };

/// A machine that acts. Its Ed25519 key is enrolled by a signed statement; the row is an index over it.
struct Station {
    StationId id;
    QString name;
    StationKind kind = StationKind::Kiosk;
    QByteArray signPublicKey;
    bool revoked = false;

    bool operator==(const Station &) const = default;
};

/// The X25519 key that a kiosk makes at each start, signed by the station; mail to the kiosk is sealed to it and dies with it.
struct StationBoot {
    StationId station;
    QByteArray bootPublicKey;
    QByteArray signature; ///< of the station's key over security::bootMessage()
    QDateTime since;

    bool operator==(const StationBoot &) const = default;
};

/// That the station is alive, in its own word; kept outside the ledger, the last one only.
struct StationPulse {
    StationId station;
    QDateTime at;
    QByteArray signature; ///< of the station's key over security::pulseMessage()

    bool operator==(const StationPulse &) const = default;
};

QString stationKindName(StationKind kind);
std::optional<StationKind> stationKindFromName(QStringView name);

} // namespace gatehouse::domain
