// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "briefingcontroller.h"
#include "services.h"

#include <QImage>
#include <QObject>
#include <QVariantList>
#include <QVariantMap>

#include <memory>

namespace gatehouse::scanning
{
struct LiveResult;
}
namespace gatehouse::usecases
{
struct InvitationAnswer;
}

namespace gatehouse::kiosk
{

class ScanController;

/// Checking in, from the purpose to the badge. The purpose decides the pages (pages()); answers survive going back and a change
/// of the language. A party is a list of members, of which one is edited at a time; host, purpose and company are asked once.
/// Ids of the visits are made before the first try, so that sending again changes nothing. Everything is overwritten and
/// forgotten on reset(). Lists are rebuilt only when their rows change, not while a person types into one. GUI thread only.
class CheckInController : public QObject
{
    Q_OBJECT

    // purpose, zones
    Q_PROPERTY(QVariantList purposes READ purposes NOTIFY purposesChanged) ///< {key, name, entering}
    Q_PROPERTY(QString purposeKey READ purposeKey NOTIFY purposeChanged)
    Q_PROPERTY(
        bool documentShown READ documentShown NOTIFY membersChanged) ///< the flow began with a document before the camera
    Q_PROPERTY(QString purposeName READ purposeName NOTIFY purposeChanged)
    Q_PROPERTY(QVariantList optionalZones READ optionalZones NOTIFY zonesChanged) ///< {key, name, chosen}
    Q_PROPERTY(bool escortNeeded READ escortNeeded NOTIFY zonesChanged) ///< one of them is entered with an escort only

    // notice, terms: sections are {heading (may be empty), text}
    Q_PROPERTY(QString noticeTitle READ noticeTitle NOTIFY noticesChanged)
    Q_PROPERTY(QVariantList noticeSections READ noticeSections NOTIFY noticesChanged)
    Q_PROPERTY(int noticeVersion READ noticeVersion NOTIFY noticesChanged)
    Q_PROPERTY(QString termsTitle READ termsTitle NOTIFY noticesChanged)
    Q_PROPERTY(QVariantList termsSections READ termsSections NOTIFY noticesChanged)
    Q_PROPERTY(int termsVersion READ termsVersion NOTIFY noticesChanged)
    Q_PROPERTY(QString typedSignature READ typedSignature WRITE setTypedSignature NOTIFY signatureChanged)

    // details, company
    Q_PROPERTY(QVariantList fields READ fields NOTIFY fieldsChanged) ///< {name, label, value, trust, required, kind: "text"
                                                                     ///< "date" "choice", choices: [{value, label}]}
    Q_PROPERTY(QVariantMap fieldProblems READ fieldProblems NOTIFY fieldProblemsChanged) ///< name -> sentence; set by next()
    Q_PROPERTY(bool typing READ typing NOTIFY fieldsChanged)                             ///< no document was read
    Q_PROPERTY(bool asksCompany READ asksCompany NOTIFY purposeChanged)
    Q_PROPERTY(QString company READ company WRITE setCompany NOTIFY companyChanged)
    Q_PROPERTY(QString phone READ phone WRITE setPhone NOTIFY companyChanged)

    // host
    Q_PROPERTY(QString hostQuery READ hostQuery WRITE setHostQuery NOTIFY hostQueryChanged) ///< searched from two characters on
    Q_PROPERTY(QVariantList hostResults READ hostResults NOTIFY hostResultsChanged)         ///< {id, name}; at most five
    Q_PROPERTY(bool hostSearched READ hostSearched NOTIFY
                   hostResultsChanged) ///< results are those of hostQuery: "nobody found" may be said
    Q_PROPERTY(QString hostId READ hostId NOTIFY hostChanged)
    Q_PROPERTY(QString hostName READ hostName NOTIFY hostChanged)
    Q_PROPERTY(
        bool hostUnknown READ hostUnknown WRITE setHostUnknown NOTIFY hostChanged) ///< "I don't know": the guard will ask

    // work in an escorted zone
    Q_PROPERTY(QString workReason READ workReason WRITE setWorkReason NOTIFY workChanged)
    Q_PROPERTY(QString workArea READ workArea WRITE setWorkArea NOTIFY workChanged)
    Q_PROPERTY(QString changeNumber READ changeNumber WRITE setChangeNumber NOTIFY workChanged)
    Q_PROPERTY(QVariantList workMethods READ workMethods NOTIFY workChanged) ///< {key, label, chosen, hot}
    Q_PROPERTY(bool hotWork READ hotWork NOTIFY workChanged)                 ///< the fire keeper has to approve
    Q_PROPERTY(
        QVariantList workTimes READ workTimes NOTIFY workChanged) ///< {minutes, label, chosen}; empty: an invitation says
    Q_PROPERTY(bool tour READ tour NOTIFY purposeChanged)         ///< all of it is optional

    // items
    Q_PROPERTY(QVariantList items READ items NOTIFY itemsChanged) ///< {kind, label, count, prohibited, note}
    Q_PROPERTY(QString itemsNote READ itemsNote WRITE setItemsNote NOTIFY itemsNoteChanged) ///< what "other" is
    Q_PROPERTY(QStringList prohibitedNames READ prohibitedNames NOTIFY zonesChanged)

    // briefing, quiz
    Q_PROPERTY(gatehouse::kiosk::BriefingController *briefing READ briefing CONSTANT)
    Q_PROPERTY(bool briefingPassed READ briefingPassed NOTIFY membersChanged) ///< by the member who is edited
    Q_PROPERTY(int briefingDays READ briefingDays NOTIFY zonesChanged)        ///< how long a passed one holds

    // briefing, quiz, badge, briefed of somebody who is registered already
    Q_PROPERTY(bool owesBriefing READ owesBriefing NOTIFY statusChanged)  ///< somebody of the party that waits
    Q_PROPERTY(QString briefedVisit READ briefedVisit NOTIFY flowChanged) ///< "V-2318", whose briefing it is; else empty
    Q_PROPERTY(QString nothingOwedUntil READ nothingOwedUntil NOTIFY
                   flowChanged) ///< the badge that was shown owes no briefing, and is valid until then; else empty

    // portrait
    Q_PROPERTY(
        QString portraitState READ portraitState NOTIFY portraitChanged) ///< "live" "counting" "taken" "declined" "unavailable"
    Q_PROPERTY(int portraitCountdown READ portraitCountdown NOTIFY portraitChanged)
    Q_PROPERTY(QImage portrait READ portrait NOTIFY portraitChanged) ///< for PictureView.image

    // party
    Q_PROPERTY(QVariantList members READ members NOTIFY membersChanged) ///< {index, name, complete}
    Q_PROPERTY(int memberCount READ memberCount NOTIFY membersChanged)
    Q_PROPERTY(bool mayAddMember READ mayAddMember NOTIFY membersChanged)

    // review
    Q_PROPERTY(QVariantList reviewRows READ reviewRows NOTIFY
                   reviewChanged) ///< {page, member, heading (or empty), label, value, trust}

    // waiting
    Q_PROPERTY(
        QVariantList stages READ stages NOTIFY statusChanged) ///< {key, label, state: "done" "now" "later" "failed", time}
    Q_PROPERTY(QString visitLabel READ visitLabel NOTIFY statusChanged)       ///< "V-2318"
    Q_PROPERTY(QString questionCode READ questionCode NOTIFY questionChanged) ///< the guard asks; empty: nothing
    Q_PROPERTY(int questionNumber READ questionNumber NOTIFY questionChanged) ///< another one for each question
    Q_PROPERTY(QString questionText READ questionText NOTIFY questionChanged)
    Q_PROPERTY(bool questionTakesAnswer READ questionTakesAnswer NOTIFY questionChanged) ///< else only "I understood"
    Q_PROPERTY(
        int secondsToFree READ secondsToFree NOTIFY waitChanged)      ///< until the kiosk gives a number by itself; -1: not now
    Q_PROPERTY(int pickupNumber READ pickupNumber NOTIFY waitChanged) ///< 0: none yet
    Q_PROPERTY(bool slipPrinted READ slipPrinted NOTIFY waitChanged)  ///< the number came out on paper too

    // done, denied, delivery
    Q_PROPERTY(QImage badgeImage READ badgeImage NOTIFY badgeChanged)
    Q_PROPERTY(int badgeIndex READ badgeIndex NOTIFY badgeChanged) ///< 1..badgeCount of a party; next() shows the next one
    Q_PROPERTY(int badgeCount READ badgeCount NOTIFY badgeChanged)
    Q_PROPERTY(QVariantList badgeFacts READ badgeFacts NOTIFY badgeChanged) ///< {kind: one of badgeFactKinds(), text}
    Q_PROPERTY(QString printText READ printText NOTIFY badgeChanged) ///< "is being printed", or what to do when it could not
    Q_PROPERTY(bool printFailed READ printFailed NOTIFY badgeChanged)
    Q_PROPERTY(QString refusedText READ refusedText NOTIFY badgeChanged)   ///< some of the party get no badge; else empty
    Q_PROPERTY(int secondsToClear READ secondsToClear NOTIFY clearChanged) ///< done, denied, pickup, delivery clear themselves
    Q_PROPERTY(QString deniedText READ deniedText NOTIFY statusChanged)
    Q_PROPERTY(QString deliveryState READ deliveryState NOTIFY statusChanged) ///< "calling" "called" "attended" "failed"

public:
    explicit CheckInController(Services &services, QObject *parent = nullptr);
    ~CheckInController() override;

    Q_INVOKABLE void choosePurpose(const QString &key);
    Q_INVOKABLE void setZoneChosen(const QString &key, bool chosen);
    Q_INVOKABLE void setSignature(const QByteArray &png); ///< SignaturePad.png(); empty clears
    Q_INVOKABLE void setField(const QString &name, const QString &value);
    Q_INVOKABLE void chooseHost(const QString &id);
    Q_INVOKABLE void clearHost();
    Q_INVOKABLE void chooseWorkMethod(const QString &key);
    Q_INVOKABLE void chooseWorkTime(int minutes);
    Q_INVOKABLE void setItemCount(const QString &kind, int count);
    Q_INVOKABLE void leaveBriefing(); ///< passed before, or not possible here: the guard sees to it
    Q_INVOKABLE void startBriefing(); ///< from waiting: who owes it passes it now, and waits on
    Q_INVOKABLE void takePortrait();  ///< counts down three seconds, then takes it
    Q_INVOKABLE void retakePortrait();
    Q_INVOKABLE void declinePortrait(); ///< and goes on
    Q_INVOKABLE void addMember();
    Q_INVOKABLE void removeMember(int index);
    Q_INVOKABLE void editMember(int index);
    /// From review to one page; next() there returns to review.
    Q_INVOKABLE void editPage(const QString &page, int member = 0);
    Q_INVOKABLE void answerQuestion(const QString &answer);
    /// "I wait elsewhere": gives the number at once.
    Q_INVOKABLE void waitElsewhere();
    /// Somebody else touches the screen: the same, but not within three seconds of sending and not while the guard asks
    /// something.
    Q_INVOKABLE void nextVisitor();
    Q_INVOKABLE void withdraw(); ///< "Cancel my visit"

    QVariantList purposes() const;
    QString purposeKey() const;
    QString purposeName() const;
    bool documentShown() const;
    QVariantList optionalZones() const;
    bool escortNeeded() const;
    QString noticeTitle() const;
    QVariantList noticeSections() const;
    int noticeVersion() const;
    QString termsTitle() const;
    QVariantList termsSections() const;
    int termsVersion() const;
    QString typedSignature() const;
    void setTypedSignature(const QString &name);
    QVariantList fields() const;
    QVariantMap fieldProblems() const;
    bool typing() const;
    bool asksCompany() const;
    QString company() const;
    void setCompany(const QString &company);
    QString phone() const;
    void setPhone(const QString &phone);
    QString hostQuery() const;
    void setHostQuery(const QString &query);
    QVariantList hostResults() const;
    bool hostSearched() const;
    QString hostId() const;
    QString hostName() const;
    bool hostUnknown() const;
    void setHostUnknown(bool unknown);
    QString workReason() const;
    void setWorkReason(const QString &text);
    QString workArea() const;
    void setWorkArea(const QString &text);
    QString changeNumber() const;
    void setChangeNumber(const QString &text);
    QVariantList workMethods() const;
    bool hotWork() const;
    QVariantList workTimes() const;
    bool tour() const;
    QVariantList items() const;
    QString itemsNote() const;
    void setItemsNote(const QString &note);
    QStringList prohibitedNames() const;
    BriefingController *briefing() const;
    bool owesBriefing() const;
    QString briefedVisit() const;
    QString nothingOwedUntil() const;
    bool briefingPassed() const;
    int briefingDays() const;
    QString portraitState() const;
    int portraitCountdown() const;
    QImage portrait() const;
    QVariantList members() const;
    int memberCount() const;
    bool mayAddMember() const;
    QVariantList reviewRows() const;
    QVariantList stages() const;
    QString visitLabel() const;
    QString questionCode() const;
    int questionNumber() const;
    QString questionText() const;
    bool questionTakesAnswer() const;
    int secondsToFree() const;
    int pickupNumber() const;
    bool slipPrinted() const;
    QImage badgeImage() const;
    int badgeIndex() const;
    int badgeCount() const;
    QVariantList badgeFacts() const;
    /// What badgeFacts may speak of: the page has a sign for each, its stand-in one of each.
    static QStringList badgeFactKinds();
    QString printText() const;
    bool printFailed() const;
    QString refusedText() const;
    int secondsToClear() const;
    QString deniedText() const;
    QString deliveryState() const;

    // For KioskController
    void setScan(ScanController *scan);
    void begin(const scanning::LiveResult *shown = nullptr);
    void beginInvited(const usecases::InvitationAnswer &answer);
    void collect(int number);
    /// The safety briefing of somebody who is registered: by the badge that is shown next, or by a number of the rest page.
    void beginBriefing();
    void beginBriefing(int number);
    /// Nobody goes on with a briefing that was begun while waiting: waiting again. False when none was.
    bool putBriefingOff();
    void next();
    /// False when there is nothing before this page: the visitor leaves the flow.
    bool back();
    QString page() const; ///< empty while the flow is not in use
    int step() const;
    int stepCount() const;
    bool canGoBack() const;
    bool canGoNext() const;
    bool busy() const;
    QString problem() const;
    void tick();
    /// The database or the site has changed.
    void refresh();
    void siteChanged();
    void retranslate();
    /// Overwrites and forgets everything.
    void reset();

Q_SIGNALS:
    void flowChanged();  ///< page, steps
    void readyChanged(); ///< canGoNext
    void busyChanged();
    void problemChanged();
    void finished(); ///< the kiosk is free: wipe and rest
    /// Somebody who registered before is here again, and spoke this language then.
    void recognised(const QString &language);
    void purposesChanged();
    void purposeChanged();
    void zonesChanged();
    void noticesChanged();
    void signatureChanged();
    void fieldsChanged();
    void fieldProblemsChanged();
    void companyChanged();
    void workChanged();
    void hostQueryChanged();
    void hostResultsChanged();
    void hostChanged();
    void itemsChanged();
    void itemsNoteChanged();
    void portraitChanged();
    void membersChanged();
    void reviewChanged();
    void statusChanged();
    void questionChanged();
    void waitChanged();
    void badgeChanged();
    void clearChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse::kiosk
