// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QObject>
#include <QVariantList>

#include <memory>

namespace gatehouse::scanning
{
struct LiveResult;
}

namespace gatehouse::kiosk
{

class CameraFeed;
class CheckInController;
class CheckOutController;
class DoorController;
class InvitationController;
class ScanController;

/// The root of what QML sees: which page is shown, and what every page has. Pages call next() for their primary action and
/// back() for the way back; which page follows is decided here and in the flows, never in QML. All texts that come from here
/// are ready sentences in the chosen language; they change with languageChanged. GUI thread only; what takes time runs on the
/// services' worker and comes back as a change of a property.
///
/// Time comes from Services::clock and moves only in tick(), which main calls four times a second.
class KioskController : public QObject
{
    Q_OBJECT
    Q_MOC_INCLUDE("camera/camerafeed.h")
    Q_MOC_INCLUDE("flows/checkincontroller.h")
    Q_MOC_INCLUDE("flows/checkoutcontroller.h")
    Q_MOC_INCLUDE("flows/doorcontroller.h")
    Q_MOC_INCLUDE("flows/invitationcontroller.h")
    Q_MOC_INCLUDE("flows/scancontroller.h")

    // Where we are
    Q_PROPERTY(QString page READ page NOTIFY pageChanged) ///< one of pages.h
    Q_PROPERTY(int step READ step NOTIFY pageChanged)     ///< 1..stepCount; 0 where steps make no sense
    Q_PROPERTY(int stepCount READ stepCount NOTIFY pageChanged)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY pageChanged)
    Q_PROPERTY(bool canGoNext READ canGoNext NOTIFY canGoNextChanged)      ///< enables the primary action
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)                     ///< something is being written; next() waits for it
    Q_PROPERTY(QString problemCode READ problemCode NOTIFY problemChanged) ///< empty: none. What went wrong on this page
    Q_PROPERTY(QString problemText READ problemText NOTIFY problemChanged) ///< its sentence

    // What is always there
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QVariantList languages READ languages CONSTANT) ///< {code, name in its own script}
    Q_PROPERTY(
        QStringList welcomes READ welcomes NOTIFY languageChanged) ///< in every language until one is chosen, then in that
    Q_PROPERTY(QStringList otherLanguages READ otherLanguages NOTIFY languageChanged) ///< codes, until one is chosen
    Q_PROPERTY(QString siteName READ siteName NOTIFY siteChanged)
    Q_PROPERTY(QString stationName READ stationName NOTIFY languageChanged)
    Q_PROPERTY(QString zoneName READ zoneName NOTIFY siteChanged) ///< door station: English name of its zone
    Q_PROPERTY(QString zoneNameChinese READ zoneNameChinese NOTIFY siteChanged)
    Q_PROPERTY(
        bool offersBriefing READ offersBriefing NOTIFY siteChanged) ///< a zone asks for one: who is registered may pass it here
    Q_PROPERTY(QString clockText READ clockText NOTIFY clockChanged) ///< "09:41"
    Q_PROPERTY(bool largeText READ largeText WRITE setLargeText NOTIFY appearanceChanged)
    Q_PROPERTY(bool highContrast READ highContrast WRITE setHighContrast NOTIFY appearanceChanged)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY appearanceChanged)
    Q_PROPERTY(bool mayReadAloud READ mayReadAloud CONSTANT)                              ///< this kiosk has a voice
    Q_PROPERTY(bool readAloud READ readAloud WRITE setReadAloud NOTIFY appearanceChanged) ///< pages are read to the visitor
    Q_PROPERTY(bool windowed READ windowed CONSTANT)
    Q_PROPERTY(bool mayClose READ mayClose NOTIFY mayCloseChanged) ///< the window may accept a close event
    Q_PROPERTY(bool guardCalled READ guardCalled NOTIFY guardCalledChanged)
    Q_PROPERTY(bool callingGuard READ callingGuard NOTIFY guardCalledChanged) ///< asked for, not written yet

    // Whether it works
    Q_PROPERTY(bool online READ online NOTIFY troubleChanged)      ///< the database is open and this station is trusted
    Q_PROPERTY(QString trouble READ trouble NOTIFY troubleChanged) ///< code, see trouble.h; empty: all is well
    Q_PROPERTY(QString troubleTitle READ troubleTitle NOTIFY troubleChanged)
    Q_PROPERTY(QString troubleText READ troubleText NOTIFY troubleChanged)
    Q_PROPERTY(QString troubleAdvice READ troubleAdvice NOTIFY troubleChanged) ///< for staff only

    // Idle and pick-up
    Q_PROPERTY(int idleRemaining READ idleRemaining NOTIFY idleChanged) ///< seconds of "Are you still there?"; -1: not shown
    Q_PROPERTY(int idleTotal READ idleTotal CONSTANT)                   ///< 30
    Q_PROPERTY(QVariantList readyNumbers READ readyNumbers NOTIFY
                   readyNumbersChanged) ///< {number, ready (badge), state: "ready" "desk" "briefing"}

    // The flows
    Q_PROPERTY(gatehouse::kiosk::CheckInController *checkIn READ checkIn CONSTANT)
    Q_PROPERTY(gatehouse::kiosk::CheckOutController *checkOut READ checkOut CONSTANT)
    Q_PROPERTY(gatehouse::kiosk::DoorController *door READ door CONSTANT)
    Q_PROPERTY(gatehouse::kiosk::ScanController *scan READ scan CONSTANT)
    Q_PROPERTY(gatehouse::kiosk::InvitationController *invitation READ invitation CONSTANT)
    Q_PROPERTY(gatehouse::kiosk::CameraFeed *camera READ camera CONSTANT) ///< for CameraView.feed

public:
    explicit KioskController(Services &services, QObject *parent = nullptr);
    ~KioskController() override;

    // From the rest page
    Q_INVOKABLE void startCheckIn();
    Q_INVOKABLE void startInvitation();
    Q_INVOKABLE void startCheckOut();
    /// The safety briefing of somebody who has a badge already.
    Q_INVOKABLE void startBriefing();
    /// One of readyNumbers was touched: what is ready is collected, who still owes the safety briefing passes it.
    Q_INVOKABLE void collect(int number);

    // On every page
    Q_INVOKABLE void next();
    Q_INVOKABLE void back();
    /// Wipes everything that was entered and shows the rest page.
    Q_INVOKABLE void startAgain();
    Q_INVOKABLE void callGuard();
    /// Any touch or key; resets the idle time. Main calls it for every input event by itself.
    Q_INVOKABLE void touch();
    /// "I am still here": the same, named for the button.
    Q_INVOKABLE void stay() { touch(); }
    /// What a page asks, said aloud where the visitor wants that. Nothing that somebody entered.
    Q_INVOKABLE void read(const QString &text);
    /// Opens the page where the exit code is typed (a hidden gesture: hold the clock for three seconds).
    Q_INVOKABLE void openLeave();
    Q_INVOKABLE void submitExitCode(const QString &code);

    QString page() const;
    int step() const;
    int stepCount() const;
    bool canGoBack() const;
    bool canGoNext() const;
    bool busy() const;
    QString problemCode() const;
    QString problemText() const;
    QString language() const;
    void setLanguage(const QString &code);
    QVariantList languages() const;
    QStringList welcomes() const;
    QStringList otherLanguages() const;
    QString siteName() const;
    QString stationName() const;
    QString zoneName() const;
    QString zoneNameChinese() const;
    bool offersBriefing() const;
    QString clockText() const;
    bool largeText() const;
    void setLargeText(bool on);
    bool highContrast() const;
    void setHighContrast(bool on);
    bool reducedMotion() const;
    void setReducedMotion(bool on);
    bool mayReadAloud() const;
    bool readAloud() const;
    void setReadAloud(bool on);
    bool windowed() const;
    bool mayClose() const;
    bool guardCalled() const;
    bool callingGuard() const;
    bool online() const;
    QString trouble() const;
    QString troubleTitle() const;
    QString troubleText() const;
    QString troubleAdvice() const;
    int idleRemaining() const;
    int idleTotal() const;
    QVariantList readyNumbers() const;
    CheckInController *checkIn() const;
    CheckOutController *checkOut() const;
    DoorController *door() const;
    ScanController *scan() const;
    InvitationController *invitation() const;
    CameraFeed *camera() const;

    // For main and tests
    /// What a scanner or card reader has read (see scanning::DocumentPort): starts or continues the flow that it belongs to,
    /// and is dropped where nothing of the kind is asked for.
    void takePayload(const QByteArray &payload);
    void takeFailedRead();
    void tick();

Q_SIGNALS:
    void pageChanged();
    void canGoNextChanged();
    void busyChanged();
    void problemChanged();
    void languageChanged();
    void siteChanged();
    void clockChanged();
    void appearanceChanged();
    void mayCloseChanged();
    void guardCalledChanged();
    void troubleChanged();
    void idleChanged();
    void readyNumbersChanged();
    /// A visitor's data has gone from here: main lets QML collect its garbage too.
    void wiped();
    /// Staff let the kiosk go, by the exit code or from the admin app: main ends the program.
    void released();

private:
    void onDecided(const scanning::LiveResult &live);
    void onGatewayChanged();
    void speakAgain(const QString &language);
    void lookForBadges();
    void updatePage();
    void updateIdle();
    void giveUp();
    void refuseExitCode();
    void askForRelease();
    void leaveWhenFree();
    void wipe();
    void guardNotCalled();
    void setProblem(const QString &code);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse::kiosk
