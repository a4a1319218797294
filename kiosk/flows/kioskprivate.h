// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "announcer.h"
#include "checkincontroller.h"
#include "checkoutcontroller.h"
#include "doorcontroller.h"
#include "invitationcontroller.h"
#include "kioskcontroller.h"
#include "pages.h"
#include "scancontroller.h"
#include "waitingroom.h"

namespace gatehouse::kiosk
{

inline constexpr int idleSeconds = 30; ///< of "Are you still there?", see look.md

/// The inside of KioskController, which is written in three parts: what happens (kioskcontroller.cpp), how staff leave
/// (kioskrelease.cpp) and what QML reads (kioskviews.cpp).
struct KioskController::Private {
    enum class Flow { None, CheckIn, CheckOut, Invitation, Leave };

    explicit Private(Services &with)
        : services(with), announcer(with), checkIn(with), checkOut(with), door(with), scan(with), invitation(with)
    {
    }

    Services &services;
    Announcer announcer;
    CheckInController checkIn;
    CheckOutController checkOut;
    DoorController door;
    ScanController scan;
    InvitationController invitation;

    Flow flow = Flow::None;
    bool opened = false; // the gateway has answered once
    QString page = page::starting;
    QString problem;
    bool languageChosen = false;
    bool largeText = false;
    bool highContrast = false;
    bool reducedMotion = false;
    bool mayLeave = false;
    bool checkingCode = false; ///< an exit code
    int wrongCodes = 0;        ///< in a row, since the program started
    std::chrono::milliseconds codeAgainAt{0};
    bool released = false;               ///< staff asked for it; done as soon as no visitor is in the middle of something
    std::optional<qint64> releasedAfter; ///< the ledger's head when this program first saw it: what was released before is over
    std::optional<std::chrono::milliseconds> guardCalledAt;
    std::optional<std::chrono::milliseconds> guardNotCalledAt;
    bool callingGuard = false;                                      // asked for, not answered yet
    std::unique_ptr<QObject> visitor = std::make_unique<QObject>(); // answers for who was here before die with it
    std::chrono::milliseconds touched{0};
    int idleRemaining = -1;
    QString clock;
    bool adopted = false;
    std::chrono::milliseconds lapsedAt{0};
    std::vector<usecases::ReadyNumber> ready;

    bool atDoor() const { return services.settings.station == QLatin1String("door"); }
    QString wantedPage() const;
    bool doorIsNone() const;
    bool waitsForVisitor() const;
    std::optional<domain::PurposeId> callPurpose() const;
};

} // namespace gatehouse::kiosk
