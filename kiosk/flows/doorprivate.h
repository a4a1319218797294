// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doorcontroller.h"

#include "doors/doorport.h"
#include "doors/doorwatch.h"
#include "gateway.h"
#include "pages.h"
#include "usecases/dooroffline.h"

namespace gatehouse::kiosk
{

/// What the worker knows after a beat.
struct DoorBeat {
    domain::Contact contact = domain::Contact::NeverConnected;
    std::chrono::seconds left{0};
};

/// A badge as looked at, and whether it refuses the whole set by itself.
struct LookedBadge {
    domain::ShownBadge badge;
    std::optional<domain::Finding> finding;
    QString staffNumber;
};

inline const usecases::Workplace *workplaceOf(const Desk *desk)
{
    return desk ? &desk->workplace() : nullptr;
}

/// Between the door's parts: doorcontroller.cpp (set, PIN, decision, time), doorevents.cpp (contact, leaf, lock, alarms),
/// doorviews.cpp (what QML reads).
struct DoorController::Private {
    explicit Private(Services &with)
        : services(with), watch(with.door ? with.door->settings.heldAfter : std::chrono::seconds(30))
    {
    }

    Services &services;
    doors::DoorWatch watch;
    std::unique_ptr<QObject> context = std::make_unique<QObject>(); // answers for an earlier set die with it

    QString page;
    domain::Direction direction = domain::Direction::Enter;
    std::vector<QString> tokens;
    std::vector<LookedBadge> shown;
    std::map<domain::StaffId, domain::PinState> pins;
    std::optional<std::size_t> pinOf; // index into shown
    QByteArray pin;
    QString pinProblem;
    bool working = false;

    std::optional<domain::DoorDecision> decision;
    QString decisionId; // of the one that is shown
    QString escortName;
    enum class Report { None, Asked, Sending, Told, NotTold };
    Report report = Report::None; // of a stranger
    bool unheard = false;         // the decision went into the journal: nobody has heard of it yet
    bool lockFailed = false;
    QStringList asked;   // decisions that the lock was told and has not answered, in this order
    QStringList running; // those that the next opening belongs to
    QString leaf;

    std::optional<std::chrono::milliseconds> until;
    std::chrono::seconds total{0};
    int seconds = -1;
    std::optional<std::chrono::milliseconds> beatAt;
    bool beating = false;
    DoorBeat beat;

    std::shared_ptr<usecases::Door> door() const { return services.door ? services.door->door : nullptr; }
    domain::ZoneId zone() const { return domain::ZoneId{services.settings.zone}; }
    std::chrono::milliseconds now() const { return services.clock.steady(); }
    bool collects() const { return page == page::doorSet || page == page::doorPin || page.isEmpty(); }
    QStringList tokenList() const { return QStringList(tokens.begin(), tokens.end()); }
    domain::Finding worst() const;
    std::optional<std::size_t> nextPin() const;
    void forget();
};

} // namespace gatehouse::kiosk
