// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demopeople.h"

#include "usecases/initsite.h"

namespace gatehouse::ctl
{

struct DemoOptions {
    int weeks = 3; ///< how far back the visits go; 0: only the last hours
    security::KeyCost cost = security::KeyCost::Moderate;
    QDateTime until; ///< the demo's present; nothing is recorded later
};

/// What somebody holds before the door's camera, and types there.
struct DemoCard {
    QString pin;
    QString token; ///< of the staff badge
    QDateTime validFrom;
    QDateTime validUntil;
};

struct DemoSignIn {
    DemoStaff person;
    QString password;
    std::optional<DemoCard> card; ///< guards, escorts and managers have one
};

struct DemoSite {
    usecases::NewSite site;
    QString siteName;
    std::vector<DemoSignIn> signIns;
    int visits = 0;
};

/// Makes a site in an empty database and lets weeks of visits happen in it, each step through its use case and signed by the
/// person or station that does it, at a time that the demo's clock gives. Needs a QGuiApplication; blocks for seconds.
/// Errors as the use cases have them; Conflict when there is a site already.
[[nodiscard]] Result<DemoSite> makeDemoSite(domain::Store &store, const security::StationVault &vault, Randomness &randomness,
                                            const DemoOptions &options);

} // namespace gatehouse::ctl
