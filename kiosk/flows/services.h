// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "badges/badgelayout.h"
#include "badges/printers.h"
#include "base/clock.h"
#include "base/randomness.h"

#include "doors/doorsettings.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace gatehouse::doors
{
class DoorPort;
}

namespace gatehouse::usecases
{
class Door;
}

namespace gatehouse::scanning
{
class LiveScanner;
}

namespace gatehouse::kiosk
{

class CameraFeed;
class Gateway;

/// What a door station has besides: see DoorController.
struct DoorServices {
    std::shared_ptr<usecases::Door> door; ///< null: this machine has no door's key
    doors::DoorPort &port;
    doors::DoorSettings settings;
    /// Sounds for a decision; the screen says the same.
    std::function<void(bool admitted)> chime = {};
};

/// How this kiosk was started and set up.
struct KioskSettings {
    QString station = QStringLiteral("lobby"); ///< or "door"
    QString zone;                              ///< of a door station
    bool windowed = false;
    QStringList languages{QStringLiteral("en"),
                          QStringLiteral("zh_CN")};         ///< those that the site switched on, the first is the default
    badges::Format badgeFormat = badges::Format::Card86x54; ///< what the printer takes, and the screen shows
    badges::Printer printer; ///< of badges and pick-up numbers: a folder for PDF files, or one of the system
    bool speech = true;      ///< pick-up numbers and the idle countdown are spoken; a door chimes
    QByteArray exitCodeHash; ///< of the exit code, see security::hashCode; empty: no code was set
};

/// What the flows need from outside, made by KioskContext or by a test. Everything must outlive the controllers.
struct Services {
    const Clock &clock;
    Randomness &randomness;
    Gateway &gateway;
    CameraFeed &camera;
    scanning::LiveScanner &scanner;
    KioskSettings settings;
    /// Installs the translations of a language; called before languageChanged goes out.
    std::function<void(const QString &)> installLanguage = {};
    /// Says a sentence aloud in this language; an empty one falls silent. Nothing where the kiosk has no voice.
    std::function<void(const QString &text, const QString &language)> say = {};
    DoorServices *door = nullptr; ///< of a door station only
    /// The one in use; KioskController sets it.
    QString language = QStringLiteral("en");
    /// After every badge: whether the printer took it.
    std::function<void(bool took)> printerAnswered = {};
};

} // namespace gatehouse::kiosk
