// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>

namespace gatehouse::doors
{

/// What is wired at a door: the file door.ini in the station's own folder (where its key is), never the database. Numbers are
/// those of the relay's own terminals.
///   [relay] address=http://192.0.2.10  password=...  switch=0  contact=0  exit=1  tamper=2  allow-unprotected=false
///   [door]  release=5  held-after=30  gather=20
struct DoorSettings {
    QUrl address; ///< empty: no relay, decisions are shown only
    QString password;
    int switchId = 0;
    std::optional<int> contactInput;
    std::optional<int> exitInput;
    std::optional<int> tamperInput;
    bool allowUnprotected = false;
    std::chrono::seconds release{5};    ///< how long the lock lets go
    std::chrono::seconds heldAfter{30}; ///< open longer than that is an event
    std::chrono::seconds gather{20};    ///< time to bring the set of badges together, from the last one

    bool operator==(const DoorSettings &) const = default;
};

/// Without a file: no relay. NotAllowed when others can read a file with a password; Invalid when a value makes no sense, or
/// says something else than it seems to: a switch that is neither true nor false, no number, an empty or a cut password.
[[nodiscard]] Result<DoorSettings> readDoorSettings(const QString &file);

} // namespace gatehouse::doors
