// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "testprogram.h"

using namespace gatehouse;
using namespace gatehouse::domain;

class TestContractVisits : public test::ContractTest
{
    Q_OBJECT

    Visit fullVisit()
    {
        Visit visit = rows.visit(1);
        visit.state = VisitState::OnSite;
        visit.host = rows.id<StaffId>();
        visit.invitation = rows.id<InvitationId>();
        visit.atDesk = true;
        visit.decidedAt = rows.at(3);
        visit.decidedBy = rows.id<StaffId>();
        visit.enteredAt = rows.at(4);
        visit.leftAt = rows.at(5);
        visit.originalSeenAt = rows.at(2);
        visit.pickup = 17;
        visit.question = QStringLiteral("come-to-desk");
        return visit;
    }

private Q_SLOTS:
    void aVisitComesBackAsWritten()
    {
        const Visit full = fullVisit();
        Visit bare = rows.visit(2);
        bare.zones.clear();
        bare.windowFrom = QDateTime();
        bare.windowUntil = QDateTime();
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->visits().insert(full));
        SUCCEEDS(write->visits().insert(bare));
        SUCCEEDS(write->commit());
        TAKE(read, store().beginRead());
        TAKE(storedFull, read->visits().byId(full.id));
        QCOMPARE(storedFull, std::optional(full));
        TAKE(storedBare, read->visits().byId(bare.id));
        QCOMPARE(storedBare, std::optional(bare));
        TAKE(unknown, read->visits().byId(rows.id<VisitId>()));
        QVERIFY(!unknown);
    }

    void everyStateIsKept_data()
    {
        QTest::addColumn<int>("state");
        for (int state = 0; state <= int(VisitState::Attended); ++state)
            QTest::newRow(visitStateName(static_cast<VisitState>(state)).toLatin1().constData()) << state;
    }

    void everyStateIsKept()
    {
        QFETCH(int, state);
        Visit visit = rows.visit(1);
        visit.state = static_cast<VisitState>(state);
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->visits().insert(visit));
        TAKE(stored, write->visits().byId(visit.id));
        QCOMPARE(stored, std::optional(visit));
    }

    void insertingAgainChangesNothing()
    {
        const Visit visit = rows.visit(1);
        Visit retried = visit;
        retried.zones = {ZoneId{QStringLiteral("machine-room")}};
        retried.state = VisitState::Approved;
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->visits().insert(visit));
        SUCCEEDS(write->visits().insert(retried));
        TAKE(stored, write->visits().byId(visit.id));
        QCOMPARE(stored, std::optional(visit));
        TAKE(count, write->visits().count({}));
        QCOMPARE(count, 1);
    }

    void aNumberNamesOneVisit()
    {
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->visits().insert(rows.visit(1)));
        FAILS_WITH(write->visits().insert(rows.visit(1)), Conflict);
        SUCCEEDS(write->commit());
    }

    void updateWritesEveryValue()
    {
        Visit visit = rows.visit(1);
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->visits().insert(visit));
        const auto id = visit.id;
        visit = fullVisit();
        visit.id = id;
        visit.zones = {ZoneId{QStringLiteral("lounge")}};
        visit.purpose.key = QStringLiteral("tour");
        visit.language = QStringLiteral("en");
        visit.documentKind = QStringLiteral("none");
        visit.requestedAt = rows.at(77);
        SUCCEEDS(write->visits().update(visit, VisitState::Requested));
        TAKE(stored, write->visits().byId(id));
        QCOMPARE(stored, std::optional(visit));
    }

    void aStaleUpdateIsAConflict()
    {
        Visit visit = rows.visit(1);
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->visits().insert(visit));
        visit.state = VisitState::Approved;
        SUCCEEDS(write->visits().update(visit, VisitState::Requested));
        Visit late = visit;
        late.state = VisitState::Denied;
        late.zones.clear();
        FAILS_WITH(write->visits().update(late, VisitState::Requested), Conflict);
        FAILS_WITH(write->visits().update(rows.visit(9), VisitState::Requested), NotFound);
        SUCCEEDS(write->commit());
        TAKE(read, store().beginRead());
        TAKE(stored, read->visits().byId(visit.id));
        QCOMPARE(stored, std::optional(visit));
    }

    void numbersRunOn()
    {
        {
            TAKE(write, store().beginWrite());
            TAKE(first, write->visits().nextNumber());
            QCOMPARE(first, 1);
            TAKE(second, write->visits().nextNumber()); // a party takes several before it inserts
            QCOMPARE(second, 2);
            SUCCEEDS(write->visits().insert(rows.visit(second)));
            SUCCEEDS(write->commit());
        }
        {
            TAKE(write, store().beginWrite());
            TAKE(third, write->visits().nextNumber());
            QCOMPARE(third, 3);
        } // rolled back: nobody has seen it
        TAKE(write, store().beginWrite());
        TAKE(third, write->visits().nextNumber());
        QCOMPARE(third, 3);
        SUCCEEDS(write->visits().insert(rows.visit(41)));
        TAKE(next, write->visits().nextNumber());
        QCOMPARE(next, 42);
        write.reset();
        TAKE(read, store().beginRead());
        FAILS_WITH(read->visits().nextNumber(), ReadOnly);
    }

    void pickupNumbersAreTheSmallestFree()
    {
        TAKE(write, store().beginWrite());
        TAKE(first, write->visits().nextPickup());
        QCOMPARE(first, 1);
        int number = 0;
        std::vector<Visit> waiting;
        for (const VisitState state : {VisitState::Requested, VisitState::Approved, VisitState::Denied, VisitState::Departed}) {
            Visit visit = rows.visit(++number);
            visit.state = state;
            visit.pickup = number;
            SUCCEEDS(write->visits().insert(visit));
            waiting.push_back(visit);
        }
        TAKE(fourth, write->visits().nextPickup());
        QCOMPARE(fourth, 4); // the visit that has departed waits no longer
        for (const bool unanswered : {true, false}) {
            Visit visit = rows.visit(++number);
            visit.state = VisitState::Lapsed;
            visit.pickup = number;
            visit.decidedAt = unanswered ? std::optional<QDateTime>(rows.at(1)) : std::nullopt;
            SUCCEEDS(write->visits().insert(visit));
            waiting.push_back(visit);
        }
        TAKE(listed, write->visits().withPickup());
        QCOMPARE(listed, (std::vector<Visit>{waiting[1], waiting[2], waiting[4]})); // who withdrew needs no word
        waiting[4].pickup = 0;
        SUCCEEDS(write->visits().update(waiting[4], VisitState::Lapsed));
        waiting[1].pickup = 0;
        SUCCEEDS(write->visits().update(waiting[1], VisitState::Approved));
        TAKE(freed, write->visits().nextPickup());
        QCOMPARE(freed, 2);
        TAKE(rest, write->visits().withPickup());
        QCOMPARE(rest, (std::vector<Visit>{waiting[2]}));
    }

    void pickupNumbersEndAt999()
    {
        TAKE(write, store().beginWrite());
        for (int number = 1; number <= 999; ++number) {
            Visit visit = rows.visit(number);
            visit.pickup = number;
            visit.zones.clear();
            SUCCEEDS(write->visits().insert(visit));
        }
        FAILS_WITH(write->visits().nextPickup(), Conflict);
    }

    void consentsAreAdded()
    {
        const Visit visit = rows.visit(1);
        const Consent terms{QStringLiteral("terms"), 2, QStringLiteral("zh-CN"), QStringLiteral("finger"), rows.at(1)};
        const Consent privacy{QStringLiteral("privacy"), 7, QStringLiteral("en"), QStringLiteral("tick"), rows.at(1)};
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->visits().insert(visit));
        SUCCEEDS(write->visits().addConsent(visit.id, terms));
        SUCCEEDS(write->visits().addConsent(visit.id, privacy));
        SUCCEEDS(write->visits().addConsent(visit.id, terms)); // a retry
        TAKE(stored, write->visits().consents(visit.id));
        QCOMPARE(stored, (std::vector<Consent>{terms, privacy}));
        TAKE(others, write->visits().consents(rows.id<VisitId>()));
        QVERIFY(others.empty());
    }

    void itemsAreReplaced()
    {
        const Visit visit = rows.visit(1);
        const std::vector<Item> declared{{QStringLiteral("laptop"), 2, ItemState::Declared, {}},
                                         {QStringLiteral("usb-storage"), 1, ItemState::Deposited, QStringLiteral("T-12")},
                                         {QStringLiteral("usb-storage"), 1, ItemState::Returned, QStringLiteral("T-11")}};
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->visits().insert(visit));
        SUCCEEDS(write->visits().setItems(visit.id, declared));
        TAKE(stored, write->visits().items(visit.id));
        QCOMPARE(stored, declared);
        SUCCEEDS(write->visits().setItems(visit.id, {declared[1]}));
        TAKE(replaced, write->visits().items(visit.id));
        QCOMPARE(replaced, (std::vector<Item>{declared[1]}));
    }
};

GATEHOUSE_TEST(QCoreApplication, TestContractVisits);
#include "tst_contract_visits.moc"
