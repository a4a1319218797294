// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checkincontroller.h"
#include "gateway.h"
#include "pages.h"
#include "presentation/notices.h"
#include "presentation/words.h"
#include "usecases/staffaccounts.h"
#include "visitdraft.h"
#include "waitingroom.h"

namespace gatehouse::kiosk
{

/// The inside of CheckInController, which is written in five parts: the flow (checkincontroller.cpp), the answers
/// (checkinanswers.cpp), what their pages show (checkinviews.cpp), all that comes after sending (checkinwaiting.cpp), and the
/// briefing of who is registered already (checkinbriefing.cpp).
struct CheckInController::Private {
    Private(CheckInController *owner, Services &with) : q(owner), services(with), room(with), briefing(with, owner) {}

    CheckInController *q;
    Services &services;
    ScanController *scan = nullptr;
    WaitingRoom room;
    BriefingController briefing;
    std::unique_ptr<QObject> context = std::make_unique<QObject>(); // answers for an earlier visitor die with it

    VisitDraft draft;
    std::size_t member = 0;
    QString page;
    bool toReview = false; ///< the page was opened from the review and leads back there
    bool busy = false;
    QString problem;
    QVariantMap fieldProblems; ///< name -> code

    QString hostQuery;
    QString searchedFor;
    std::vector<usecases::HostMatch> hosts;

    std::optional<std::chrono::milliseconds> portraitAt; ///< when the countdown ends
    int portraitCount = 0;

    std::optional<std::chrono::milliseconds> freeAt; ///< when a waiting visitor gets a number
    int numberTries = 0;                             ///< how often it got none
    std::chrono::milliseconds sentAt{0};
    bool slipPrinted = false;
    int secondsToFree = -1;
    std::optional<std::chrono::milliseconds> clearAt; ///< when a last page goes away
    int secondsToClear = -1;
    int lastQuestion = 0;
    std::size_t badge = 0;
    QString deliveryState;

    std::vector<domain::Visit> toBrief; ///< registered already; the first of them is being briefed
    QDateTime nothingOwedUntil;         ///< end of the window of a badge that owes no briefing
    bool briefsFromWaiting = false;     ///< and the page that waits comes back afterwards

    QDate today() const { return services.clock.now().toLocalTime().date(); }
    const SiteFacts &facts() const { return services.gateway.facts(); }
    presentation::SiteNames names() const { return {facts().zones, facts().purposes, services.language}; }
    MemberDraft &who() { return draft.members.at(member); }
    const MemberDraft &who() const { return draft.members.at(member); }
    bool hasMember() const { return member < draft.members.size(); }
    Asked asked() const { return askedBy(facts().zones, askedZones()); }
    /// Of the draft, and after it was sent, of the visits.
    std::vector<domain::ZoneId> askedZones() const;
    std::optional<domain::Purpose> purpose() const;
    QStringList pages() const
    {
        return draft.members.empty() ? QStringList{} : pagesOf(draft, asked(), static_cast<int>(member));
    }
    bool isComplete(const MemberDraft &of) const;
    /// On the first page "back" leads to the rest screen: not with answers, which only "start again" erases.
    bool backErases() const;
    /// In the version that is in force and in the visitor's language.
    presentation::Notice noticeText(const QString &kind) const;
    domain::Consent consent(const QString &kind, const QString &method) const;

    void newMember();
    void show(const QString &next);
    void setProblem(const QString &code);
    void setBusy(bool on);
    void clearAfter(std::chrono::milliseconds time);
    bool validate();
    bool validateDetails();
    bool validateCompany();
    bool validateItems();
    bool validateAges() const;
    void setWorkText(QString &kept, const QString &text);
    void acknowledge();
    bool quizIsOver();
    bool briefsLate() const { return page == page::badge || !toBrief.empty(); }
    void brief(Result<std::vector<domain::Visit>> owing);
    void readBadge(const QString &token);
    void nextOfBriefing();
    void saveBriefing();
    void oneIsBriefed();
    bool leaveLateBriefing();
    void submit();
    void sent(std::vector<domain::Visit> visits);
    void callGuard();
    void roomChanged();
    void nextBadge();
    void showNumber();
    void hasNoNumber();
    void takePortraitNow();
};

} // namespace gatehouse::kiosk
