// SPDX-License-Identifier: GPL-3.0-or-later
// A visitor who stays has lost the badge: the lost one is dead, another one is out, and there is never a second one beside it.
#include "rawdatabase.h"
#include "testprogram.h"
#include "testsite.h"
#include "usecases/badges.h"
#include "usecases/readvisits.h"

#include <QTest>

#include <algorithm>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::usecases;
using gatehouse::test::must;
using gatehouse::test::RawDatabase;
using gatehouse::test::TestSite;

class TestLostBadges : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBadgeLostByOneWhoStaysIsReplaced()
    {
        TestSite site;
        const Workplace &desk = site.admin().at();
        const auto boot = must(announceBoot(site.kiosk().at()));
        const Visit visit = site.approvedVisit();
        const IssuedBadge old = must(issueBadge(site.kiosk().at(), boot, visit.id));
        site.clock.advance(std::chrono::minutes(5));
        const IssuedBadge fresh = must(replaceLostBadge(desk, site.guard(), visit.id));
        QCOMPARE(fresh.visit.state, VisitState::OnSite);
        QCOMPARE(fresh.visit.enteredAt, old.visit.enteredAt);
        QCOMPARE(fresh.face.name, QStringLiteral("Anna Maria Eriksson"));
        QCOMPARE(fresh.badge.validUntil, old.badge.validUntil);
        QVERIFY(fresh.badge.serial != old.badge.serial && fresh.badge.token != old.badge.token);

        // The lost one is dead at every station, the new one is the visitor's.
        const BadgeAnswer dead = must(verifyBadge(site.kiosk().at(), old.badge.token));
        QVERIFY(dead.genuine && !dead.authorised && dead.badge);
        QCOMPARE(dead.badge->state, BadgeState::Lost);
        QCOMPARE(checkOut(site.kiosk().at(), old.badge.token).error().code, ErrorCode::Conflict);
        QCOMPARE(visitOfBadge(site.kiosk().at(), old.badge.token).error().code, ErrorCode::Conflict);
        QVERIFY(must(verifyBadge(site.kiosk().at(), fresh.badge.token)).authorised);

        // Printed again it is the new one, after a restart too.
        site.admin().restart();
        QCOMPARE(must(issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id)).badge.token, fresh.badge.token);

        QStringList history;
        for (const HistoryEntry &entry : must(visitHistory(site.admin().at(), site.manager(), visit.id))) {
            QVERIFY(entry.verified);
            if (entry.entry.action.startsWith(QLatin1String("badge.")))
                history << entry.entry.action + QLatin1Char(' ') + entry.entry.details.value(QLatin1String("state")).toString();
        }
        QCOMPARE(history, (QStringList{QStringLiteral("badge.issue "), QStringLiteral("badge.revoke lost"),
                                       QStringLiteral("badge.issue ")}));

        QCOMPARE(must(checkOut(site.kiosk().at(), fresh.badge.token)).state, VisitState::Departed);
        const auto badges = must(must(beginRead(site.kiosk().at()))->badges().ofVisit(visit.id));
        QCOMPARE(badges.size(), std::size_t{2});
        QCOMPARE(badges[0].state, BadgeState::Returned);
        QCOMPARE(badges[1].state, BadgeState::Lost);
    }

    void aLostBadgeWhoseRowIsSetBackStaysLost()
    {
        TestSite site;
        const Visit visit = site.approvedVisit();
        const QString old = must(issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id)).badge.token;
        const QString fresh = must(replaceLostBadge(site.admin().at(), site.guard(), visit.id)).badge.token;
        RawDatabase(site.databasePath())
            .run(QStringLiteral("UPDATE badge SET state = 'issued', ended_at = NULL WHERE token = ?"), {old});
        QVERIFY(!must(verifyBadge(site.kiosk().at(), old)).authorised);
        QCOMPARE(checkOut(site.kiosk().at(), old).error().code, ErrorCode::Conflict);
        QCOMPARE(must(issueBadgeAtDesk(site.admin().at(), site.guard(), visit.id)).badge.token, fresh);
    }

    /// Whatever somebody makes of a badge's row, what ends the badge ends it by the ledger; and a changed row is an alarm.
    void aBadgeEndsWhateverBecameOfItsRow_data()
    {
        QTest::addColumn<QString>("act");
        QTest::addColumn<QString>("sql");
        QTest::addColumn<BadgeState>("end");
        const QString nothing = QStringLiteral("UPDATE badge SET state = state");
        const std::pair<const char *, QString> changes[]{{"as it was", nothing},
                                                         {"returned", QStringLiteral("UPDATE badge SET state = 'returned'")},
                                                         {"of nobody", QStringLiteral("UPDATE badge SET visit = ''")},
                                                         {"another token", QStringLiteral("UPDATE badge SET token = 'GH1:X'")},
                                                         {"no row", QStringLiteral("DELETE FROM badge")}};
        const std::pair<const char *, BadgeState> acts[]{{"departed without it", BadgeState::Lost},
                                                         {"lost", BadgeState::Lost},
                                                         {"printed again", BadgeState::Revoked},
                                                         {"found on a stranger", BadgeState::Revoked},
                                                         {"checked out", BadgeState::Returned}};
        for (const auto &[act, end] : acts) {
            for (const auto &[name, sql] : changes) {
                const bool sameToken = qstrcmp(act, "printed again") == 0 && (sql == nothing || qstrcmp(name, "returned") == 0);
                QTest::addRow("%s, %s", act, name) << QString::fromLatin1(act) << sql << (sameToken ? BadgeState::Issued : end);
            }
        }
    }
    void aBadgeEndsWhateverBecameOfItsRow()
    {
        QFETCH(QString, act);
        QFETCH(QString, sql);
        QFETCH(BadgeState, end);
        TestSite site;
        const Workplace &desk = site.admin().at();
        const Visit visit = site.approvedVisit();
        const Badge badge = must(issueBadgeAtDesk(desk, site.guard(), visit.id)).badge;
        RawDatabase raw(site.databasePath());
        QVERIFY(raw.run(QStringLiteral("CREATE TEMP TABLE kept AS SELECT * FROM badge")) &&
                raw.run(QStringLiteral("PRAGMA foreign_keys=OFF")) && raw.run(sql));
        QVERIFY(must(verifyBadge(desk, badge.token)).authorised); // by the ledger, as at a door
        if (act == u"departed without it") {
            QCOMPARE(must(departWithoutBadge(desk, site.guard(), visit.id)).state, VisitState::Departed);
        } else if (act == u"lost") {
            QVERIFY(must(replaceLostBadge(desk, site.guard(), visit.id)).badge.serial != badge.serial);
        } else if (act == u"printed again") {
            must(issueBadgeAtDesk(desk, site.guard(), visit.id));
        } else if (act == u"checked out") {
            QCOMPARE(must(checkOut(site.kiosk().at(), badge.token)).state, VisitState::Departed);
        } else {
            auto transaction = must(beginWrite(desk));
            QCOMPARE(must(revokeBadge(*transaction, desk, signerOf(site.guard()), badge.token)).state, BadgeState::Issued);
            must(transaction->commit());
        }
        QVERIFY(raw.run(QStringLiteral("DELETE FROM badge WHERE serial = (SELECT serial FROM kept)")) &&
                raw.run(QStringLiteral("INSERT INTO badge SELECT * FROM kept")));
        const auto read = must(beginRead(desk));
        QCOMPARE(desk.authority.badges().bySerial(badge.serial)->state, end);
        const auto entries = must(read->ledger().ofSubject(visitSubject(visit.id)));
        const bool told = std::any_of(entries.begin(), entries.end(), [](const LedgerEntry &entry) {
            return entry.action == action::alarm &&
                   entry.details.value(QLatin1String("code")).toString() == QLatin1String("records-changed");
        });
        QCOMPARE(told, end != BadgeState::Issued && !sql.endsWith(u"state = state"));
    }

    void whoGetsABadgeForALostOne_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("answer");
        const auto row = [](const char *name, const QString &answer) {
            QTest::newRow(name) << QString::fromLatin1(name) << answer;
        };
        row("on site, by a guard", QStringLiteral("done"));
        row("on site, by a manager", QStringLiteral("done"));
        row("on site, by an escort", errorName(ErrorCode::NotAllowed));
        row("lost a second time", QStringLiteral("done"));
        row("found on somebody else", QStringLiteral("done"));
        row("waiting", errorName(ErrorCode::Conflict));
        row("approved", errorName(ErrorCode::Conflict));
        row("departed", errorName(ErrorCode::Conflict));
        row("past the time of the visit", errorName(ErrorCode::Expired));
        row("by a clock that was set", errorName(ErrorCode::ClockWrong));
        row("more zones than were approved", errorName(ErrorCode::Blocked));
    }
    void whoGetsABadgeForALostOne()
    {
        QFETCH(QString, what);
        TestSite site;
        const Workplace &desk = site.admin().at();
        const bool waits = what == u"waiting";
        const Visit visit = waits ? must(requestVisit(site.kiosk().at(), site.meeting())).front() : site.approvedVisit();
        QString first;
        if (!waits && what != u"approved")
            first = must(issueBadgeAtDesk(desk, site.guard(), visit.id)).badge.token;
        const StaffSession *who = &site.guard();
        std::optional<StaffSession> other;
        if (what == u"on site, by a manager") {
            who = &site.manager();
        } else if (what == u"on site, by an escort") {
            site.addStaff(QStringLiteral("2210"), QStringLiteral("Wang Fang"), {Role::Escort}, Grade::Managerial);
            other.emplace(site.signInAs(QStringLiteral("2210")));
            who = &*other;
        } else if (what == u"lost a second time") {
            must(replaceLostBadge(desk, site.guard(), visit.id));
        } else if (what == u"found on somebody else") {
            auto transaction = must(beginWrite(desk));
            must(revokeBadge(*transaction, desk, signerOf(site.guard()), first));
            must(transaction->commit());
        } else if (what == u"departed") {
            must(checkOut(desk, first, &site.guard()));
        } else if (what == u"past the time of the visit") {
            site.clock.advance(std::chrono::hours(24));
        } else if (what == u"by a clock that was set") {
            site.clock.setWall(site.clock.now().addSecs(-3600));
        } else if (what.startsWith(u"more zones")) {
            RawDatabase(site.databasePath())
                .run(QStringLiteral("INSERT INTO visit_zone (visit, pos, zone) VALUES (?, 9, 'machine-room')"),
                     {visit.id.text()});
        }
        const auto result = replaceLostBadge(desk, *who, visit.id);
        QTEST(result ? QStringLiteral("done") : errorName(result.error().code), "answer");
        const auto out = [&] {
            const auto badges = must(must(beginRead(desk))->badges().ofVisit(visit.id));
            return std::count_if(badges.begin(), badges.end(),
                                 [](const Badge &badge) { return badge.state == BadgeState::Issued; });
        }();
        QCOMPARE(out, first.isEmpty() || what == u"departed" ? 0 : 1); // never two, and a refusal leaves the old one
    }
};

GATEHOUSE_TEST(QCoreApplication, TestLostBadges);
#include "tst_lostbadges.moc"
