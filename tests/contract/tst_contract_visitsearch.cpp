// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "testprogram.h"

using namespace gatehouse;
using namespace gatehouse::domain;

using Change = std::function<void(VisitQuery &)>;
Q_DECLARE_METATYPE(Change)

/// Six visits, one minute apart; each row of the table names the numbers that it finds, newest first.
class TestContractVisitSearch : public test::ContractTest
{
    Q_OBJECT

    StaffId hostOf(int number) const { return m_hosts[number % 2]; }

    void fill()
    {
        m_hosts[0] = rows.id<StaffId>();
        m_hosts[1] = rows.id<StaffId>();
        m_party = rows.id<PartyId>();
        m_visits.clear();
        TAKE(write, store().beginWrite());
        for (int number = 1; number <= 6; ++number) {
            Visit visit = rows.visit(number);
            visit.host = number == 6 ? std::nullopt : std::optional(hostOf(number));
            visit.state = number <= 2 ? VisitState::Requested : number <= 4 ? VisitState::OnSite : VisitState::Departed;
            visit.zones = {ZoneId{QStringLiteral("lobby")}};
            if (number >= 4)
                visit.zones.push_back(ZoneId{QStringLiteral("office")});
            if (number == 2 || number == 3)
                visit.party = m_party;
            SUCCEEDS(write->visits().insert(visit));
            m_visits.push_back(visit);
        }
        SUCCEEDS(write->badges().insert(rows.badge(m_visits[2].id, 0xfedcba9876543210ULL)));
        SUCCEEDS(write->badges().insert(rows.badge(m_visits[2].id, 5)));
        SUCCEEDS(write->badges().insert(rows.badge(m_visits[4].id, 6)));
        SUCCEEDS(write->commit());
    }

    StaffId m_hosts[2];
    PartyId m_party;
    std::vector<Visit> m_visits;

private Q_SLOTS:
    void everyCriterion_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QList<int>>("found");
        const auto row = [](const char *name, const Change &change, const QList<int> &found) {
            QTest::newRow(name) << change << found;
        };
        row("nothing restricts", [](VisitQuery &) {}, {6, 5, 4, 3, 2, 1});
        row("from includes its time", [this](VisitQuery &q) { q.from = rows.at(3); }, {6, 5, 4, 3});
        row("until excludes its time", [this](VisitQuery &q) { q.until = rows.at(3); }, {2, 1});
        row("from and until",
            [this](VisitQuery &q) {
                q.from = rows.at(2);
                q.until = rows.at(5);
            },
            {4, 3, 2});
        row("one state", [](VisitQuery &q) { q.states = {VisitState::OnSite}; }, {4, 3});
        row("two states", [](VisitQuery &q) { q.states = {VisitState::Departed, VisitState::Requested}; }, {6, 5, 2, 1});
        row("a state twice", [](VisitQuery &q) { q.states = {VisitState::OnSite, VisitState::OnSite}; }, {4, 3});
        row("ids in two states",
            [this](VisitQuery &q) {
                q.states = {VisitState::Requested, VisitState::OnSite};
                q.ids = {m_visits[0].id, m_visits[3].id, m_visits[5].id};
            },
            {4, 1});
        row("host", [this](VisitQuery &q) { q.hosts = {hostOf(1)}; }, {5, 3, 1});
        row("two hosts", [this](VisitQuery &q) { q.hosts = {hostOf(1), hostOf(2)}; }, {5, 4, 3, 2, 1});
        row("a host twice", [this](VisitQuery &q) { q.hosts = {hostOf(1), hostOf(1)}; }, {5, 3, 1});
        row("more hosts than a statement takes",
            [this](VisitQuery &q) {
                for (int i = 0; i < 120; ++i)
                    q.hosts.push_back(i == 40 ? hostOf(1) : i == 80 ? hostOf(2) : rows.id<StaffId>());
            },
            {5, 4, 3, 2, 1});
        row("two hosts in two states",
            [this](VisitQuery &q) {
                q.hosts = {hostOf(1), hostOf(2)};
                q.states = {VisitState::Requested, VisitState::Departed};
            },
            {5, 2, 1});
        row("two hosts from a time, in a zone",
            [this](VisitQuery &q) {
                q.hosts = {hostOf(1), hostOf(2)};
                q.from = rows.at(4);
                q.zones = {ZoneId{QStringLiteral("office")}};
            },
            {5, 4});
        row("host of nobody", [this](VisitQuery &q) { q.hosts = {rows.id<StaffId>()}; }, {});
        row("zone", [](VisitQuery &q) { q.zones = {ZoneId{QStringLiteral("office")}}; }, {6, 5, 4});
        row("zone of every visit", [](VisitQuery &q) { q.zones = {ZoneId{QStringLiteral("lobby")}}; }, {6, 5, 4, 3, 2, 1});
        row("two zones",
            [](VisitQuery &q) {
                q.zones = {ZoneId{QStringLiteral("office")}, ZoneId{QStringLiteral("lobby")}};
            },
            {6, 5, 4});
        row("zone in a state, of a host",
            [this](VisitQuery &q) {
                q.zones = {ZoneId{QStringLiteral("lobby")}};
                q.states = {VisitState::OnSite};
                q.hosts = {hostOf(3)};
            },
            {3});
        row("a zone of every visit and one of none",
            [](VisitQuery &q) {
                q.zones = {ZoneId{QStringLiteral("lobby")}, ZoneId{QStringLiteral("vault")}};
            },
            {});
        row("ids in a zone",
            [this](VisitQuery &q) {
                q.zones = {ZoneId{QStringLiteral("office")}};
                q.ids = {m_visits[0].id, m_visits[4].id};
            },
            {5});
        row("zone as SQL", [](VisitQuery &q) { q.zones = {ZoneId{QStringLiteral("' OR 1=1 --")}}; }, {});
        row("party", [this](VisitQuery &q) { q.party = m_party; }, {3, 2});
        row("badge with the high bit", [](VisitQuery &q) { q.badgeSerials = {0xfedcba9876543210ULL}; }, {3});
        row("second badge of a visit", [](VisitQuery &q) { q.badgeSerials = {5}; }, {3});
        row("unknown badge", [](VisitQuery &q) { q.badgeSerials = {99}; }, {});
        row("two badges in a state",
            [](VisitQuery &q) {
                q.badgeSerials = {6, 5};
                q.states = {VisitState::Departed};
            },
            {5});
        row("two badges", [](VisitQuery &q) { q.badgeSerials = {6, 5}; }, {5, 3});
        row("two numbers", [](VisitQuery &q) { q.numbers = {2, 4}; }, {4, 2});
        row("number", [](VisitQuery &q) { q.numbers = {4}; }, {4});
        row("ids", [this](VisitQuery &q) { q.ids = {m_visits[0].id, m_visits[5].id, rows.id<VisitId>()}; }, {6, 1});
        row("an id twice", [this](VisitQuery &q) { q.ids = {m_visits[0].id, m_visits[0].id}; }, {1});
        row("all together",
            [this](VisitQuery &q) {
                q.from = rows.at(1);
                q.until = rows.at(6);
                q.states = {VisitState::OnSite};
                q.hosts = {hostOf(3)};
                q.zones = {ZoneId{QStringLiteral("lobby")}};
                q.party = m_party;
                q.badgeSerials = {5};
                q.numbers = {3};
                q.ids = {m_visits[2].id, m_visits[3].id};
            },
            {3});
        row("all but one together",
            [this](VisitQuery &q) {
                q.hosts = {hostOf(3)};
                q.numbers = {4};
            },
            {});
    }

    void everyCriterion()
    {
        fill();
        QFETCH(Change, change);
        QFETCH(QList<int>, found);
        VisitQuery query;
        change(query);
        TAKE(read, store().beginRead());
        TAKE(visits, read->visits().find(query));
        QList<int> numbers;
        for (const Visit &visit : visits) {
            numbers << visit.number;
            QCOMPARE(visit, m_visits[static_cast<std::size_t>(visit.number - 1)]);
        }
        QCOMPARE(numbers, found);
        TAKE(count, read->visits().count(query));
        QCOMPARE(count, int(found.size()));
        query.limit = 1;
        TAKE(newest, read->visits().find(query));
        QCOMPARE(newest.size(), std::size_t(found.isEmpty() ? 0 : 1));
        if (!found.isEmpty())
            QCOMPARE(newest[0].number, found[0]);
        TAKE(countAll, read->visits().count(query));
        QCOMPARE(countAll, int(found.size())); // counting has no limit
    }

    void moreIdsThanAStatementTakes()
    {
        fill();
        VisitQuery query;
        for (int i = 0; i < 70000; ++i)
            query.ids.push_back(rows.id<VisitId>());
        for (const Visit &visit : m_visits)
            query.ids.push_back(visit.id);
        query.limit = 4;
        TAKE(read, store().beginRead());
        TAKE(visits, read->visits().find(query));
        QCOMPARE(visits, (std::vector<Visit>{m_visits[5], m_visits[4], m_visits[3], m_visits[2]}));
        TAKE(count, read->visits().count(query));
        QCOMPARE(count, 6);
    }

    void visitsOfTheSameMillisecondHaveAnOrder()
    {
        TAKE(write, store().beginWrite());
        for (int number = 1; number <= 5; ++number) {
            Visit visit = rows.visit(number);
            visit.requestedAt = rows.at(0);
            SUCCEEDS(write->visits().insert(visit));
        }
        TAKE(once, write->visits().find({}));
        TAKE(again, write->visits().find({}));
        QCOMPARE(once, again);
        QCOMPARE(once.size(), std::size_t(5));
    }
};

GATEHOUSE_TEST(QCoreApplication, TestContractVisitSearch);
#include "tst_contract_visitsearch.moc"
