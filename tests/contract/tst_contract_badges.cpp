// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "testprogram.h"

using namespace gatehouse;
using namespace gatehouse::domain;

class TestContractBadges : public test::ContractTest
{
    Q_OBJECT
private Q_SLOTS:
    void everySerialComesBack_data()
    {
        QTest::addColumn<quint64>("serial");
        QTest::newRow("zero") << quint64(0);
        QTest::newRow("one") << quint64(1);
        QTest::newRow("largest signed") << quint64(0x7fffffffffffffffULL);
        QTest::newRow("smallest negative") << quint64(0x8000000000000000ULL);
        QTest::newRow("all bits") << quint64(0xffffffffffffffffULL);
    }

    void everySerialComesBack()
    {
        QFETCH(quint64, serial);
        const Visit visit = rows.visit(1);
        const Badge badge = rows.badge(visit.id, serial);
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->visits().insert(visit));
        SUCCEEDS(write->badges().insert(badge));
        TAKE(stored, write->badges().bySerial(serial));
        QCOMPARE(stored, std::optional(badge));
        TAKE(unknown, write->badges().bySerial(serial + 1));
        QVERIFY(!unknown);
        SUCCEEDS(write->commit());
    }

    void aSerialIsGivenOnce()
    {
        const Visit visit = rows.visit(1);
        const Visit other = rows.visit(2);
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->visits().insert(visit));
        SUCCEEDS(write->visits().insert(other));
        const Badge badge = rows.badge(visit.id, 7);
        SUCCEEDS(write->badges().insert(badge));
        FAILS_WITH(write->badges().insert(rows.badge(other.id, 7)), Conflict);
        SUCCEEDS(write->commit());
        TAKE(read, store().beginRead());
        TAKE(stored, read->badges().bySerial(7));
        QCOMPARE(stored, std::optional(badge));
    }

    void aStaleUpdateIsAConflict()
    {
        const Visit visit = rows.visit(1);
        Badge badge = rows.badge(visit.id, 7);
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->visits().insert(visit));
        SUCCEEDS(write->badges().insert(badge));
        badge.state = BadgeState::Returned;
        badge.endedAt = rows.at(9);
        badge.token = QStringLiteral("GH1:OTHER");
        SUCCEEDS(write->badges().update(badge, BadgeState::Issued));
        Badge late = badge;
        late.state = BadgeState::Lost;
        FAILS_WITH(write->badges().update(late, BadgeState::Issued), Conflict);
        FAILS_WITH(write->badges().update(rows.badge(visit.id, 8), BadgeState::Issued), NotFound);
        TAKE(stored, write->badges().bySerial(7));
        QCOMPARE(stored, std::optional(badge));
    }

    void badgesOfAVisitComeNewestFirst()
    {
        const Visit visit = rows.visit(1);
        const Visit other = rows.visit(2);
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->visits().insert(visit));
        SUCCEEDS(write->visits().insert(other));
        Badge first = rows.badge(visit.id, 900);
        first.state = BadgeState::Lost;
        Badge second = rows.badge(visit.id, 100);
        second.issuedAt = rows.at(5);
        SUCCEEDS(write->badges().insert(first));
        SUCCEEDS(write->badges().insert(second));
        SUCCEEDS(write->badges().insert(rows.badge(other.id, 500)));
        TAKE(badges, write->badges().ofVisit(visit.id));
        QCOMPARE(badges, (std::vector<Badge>{second, first}));
    }

    void invitationsComeBackAsWritten()
    {
        Invitation invitation;
        invitation.id = rows.id<InvitationId>();
        invitation.createdBy = rows.id<StaffId>();
        invitation.host = rows.id<StaffId>();
        invitation.purpose.key = QStringLiteral("tour");
        invitation.zones = {ZoneId{QStringLiteral("lobby")}, ZoneId{QStringLiteral("a \"quoted\" zone")}};
        invitation.windowFrom = rows.at(10);
        invitation.windowUntil = rows.at(20);
        invitation.createdAt = rows.at(0);
        Invitation later = invitation;
        later.id = rows.id<InvitationId>();
        later.windowFrom = rows.at(15);
        later.zones.clear();
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->invitations().insert(invitation));
        FAILS_WITH(write->invitations().insert(invitation), Conflict);
        SUCCEEDS(write->invitations().insert(later));
        invitation.revoked = true;
        SUCCEEDS(write->invitations().update(invitation));
        Invitation unknown = invitation;
        unknown.id = rows.id<InvitationId>();
        FAILS_WITH(write->invitations().update(unknown), NotFound);
        SUCCEEDS(write->commit());
        TAKE(read, store().beginRead());
        TAKE(stored, read->invitations().byId(invitation.id));
        QCOMPARE(stored, std::optional(invitation));
        TAKE(none, read->invitations().byId(unknown.id));
        QVERIFY(!none);
        TAKE(all, read->invitations().all());
        QCOMPARE(all, (std::vector<Invitation>{later, invitation}));
    }
};

GATEHOUSE_TEST(QCoreApplication, TestContractBadges);
#include "tst_contract_badges.moc"
