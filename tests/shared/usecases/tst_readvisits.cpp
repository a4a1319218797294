// SPDX-License-Identifier: GPL-3.0-or-later
#include "escortcrew.h"
#include "machineroom.h"
#include "testprogram.h"
#include "testsite.h"
#include "usecases/badges.h"
#include "usecases/decidevisit.h"
#include "usecases/invitations.h"
#include "usecases/readroom.h"
#include "usecases/readvisits.h"

#include <QTest>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::usecases;
using gatehouse::test::EscortCrew;
using gatehouse::test::machineRoom;
using gatehouse::test::must;
using gatehouse::test::TestSite;

Q_DECLARE_METATYPE(LogSearch)

class TestReadVisits : public QObject
{
    Q_OBJECT

    static Visit request(TestSite &site, const QString &given, const QString &surname, const QString &company)
    {
        VisitRequest wanted = site.meeting();
        wanted.visitors = {TestSite::visitor(given, surname)};
        wanted.visitors.front().record.company = company;
        return must(requestVisit(site.kiosk().at(), wanted)).front();
    }

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<CardIndex> m_cards;

private Q_SLOTS:
    void initTestCase()
    {
        m_site = std::make_unique<TestSite>();
        m_cards = std::make_unique<CardIndex>();
        request(*m_site, QStringLiteral("Anna Maria"), QStringLiteral("Eriksson"), QStringLiteral("Northlight Cooling"));
        request(*m_site, QStringLiteral("晓东"), QStringLiteral("王"), QStringLiteral("北光制冷"));
        request(*m_site, QStringLiteral("José"), QStringLiteral("Müller"), QStringLiteral("Reyes & Co"));
        request(*m_site, QStringLiteral("Wei"), QStringLiteral("单"), QString());
    }

    void searchFindsNamesInAnyScript_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("labels");
        const auto row = [](const char *name, const char *text, const QStringList &labels) {
            QTest::newRow(name) << QString::fromUtf8(text) << labels;
        };
        const QStringList all{QStringLiteral("V-1"), QStringLiteral("V-2"), QStringLiteral("V-3"), QStringLiteral("V-4")};
        row("everything", "", all);
        row("surname", "eriksson", {QStringLiteral("V-1")});
        row("one letter wrong", "erikson", {QStringLiteral("V-1")});
        row("two letters swapped", "eriskson", {QStringLiteral("V-1")});
        row("Chinese", "王晓东", {QStringLiteral("V-2")});
        row("pinyin", "wang xiaodong", {QStringLiteral("V-2")});
        row("initials", "wxd", {QStringLiteral("V-2")});
        row("without accents", "jose muller", {QStringLiteral("V-3")});
        row("company", "northlight", {QStringLiteral("V-1")});
        row("yes is not Reyes", "yes", {});
        row("surname's own reading: shan, not dan", "shan", {QStringLiteral("V-4")});
        row("number", "V-3", {QStringLiteral("V-3")});
        row("two numbers", "V-3 v2", {QStringLiteral("V-2"), QStringLiteral("V-3")});
        row("number of none beside one", "V-3 V-99", {QStringLiteral("V-3")});
        row("number and another's name", "V-3 eriksson", {});
        row("state", "requested", all);
        row("no such state yet", "departed", {});
        row("today", "today", all);
        row("another day", "2026-11-20", {});
        row("this month", "2026-11", all);
        row("this month in Chinese", "2026年11月", all);
        row("another month", "2026-10", {});
        row("a short day", "2026/11/4", {});
        row("a day in Chinese", "2026年11月23日", {});
        row("from and until", "2026-11-10..2026-11-24", all);
        row("from and until of a month", "2026-11-10..24", all);
        row("until before", "2026-11-10..23", {});
        row("until first", "2026-11-30..1", all);
        row("months", "2026-10..2026-12", all);
        row("a phone number of eight digits", "20260230", {});
        row("days, the last one first", "today 2026-11-20", all);
        row("days before", "2026-11-20 2026-11-22", {});
        row("host", "host:li", all);
        row("host and name", "host:wei anna", {QStringLiteral("V-1")});
        row("zone", "office", all);
        row("two zones", "lobby office", all);
        row("two zones, one of nobody", "office machine room", {});
        row("state of two words", "on site", {});
        row("two states of which one is theirs", "on site requested", all);
        row("zone in Chinese", "机房", {});
        row("zone of two words", "machine room", {});
        row("zone and name", "eriksson OFFICE", {QStringLiteral("V-1")});
        row("a zone begun", "offi", all);
        row("a zone of nobody begun", "machine", {});
        row("two zones of which one is begun", "lobby of", all);
        row("one letter is no zone", "o", {QStringLiteral("V-1"), QStringLiteral("V-3")});
        row("a zone begun and a name", "eriksson OFF", {QStringLiteral("V-1")});
        row("a zone begun before a name", "off eriksson", {QStringLiteral("V-1")});
        row("a zone begun and another day", "off 2026-11-20", {});
        row("no zone's beginning", "ffice", {});
        row("markup", "'; DROP TABLE visit; --", {});
    }
    void searchFindsNamesInAnyScript()
    {
        QFETCH(QString, text);
        LogSearch search;
        search.text = text;
        QStringList labels;
        for (const VisitRow &row : must(searchLog(m_site->admin().at(), m_site->guard(), *m_cards, search)))
            labels << visitLabel(row.visit.number);
        labels.sort();
        QTEST(labels, "labels");
    }

    void aWordMayBeANameAndAZoneBegun_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<QStringList>("labels"); // newest first
        QTest::newRow("both") << 500 << QStringList{visitLabel(3), visitLabel(2), visitLabel(1)};
        QTest::newRow("the name before the zone") << 2 << QStringList{visitLabel(3), visitLabel(1)};
    }
    void aWordMayBeANameAndAZoneBegun()
    {
        QFETCH(int, limit);
        TestSite site;
        for (const char *surname : {"Offner", "Li", "Wang"}) {
            request(site, QStringLiteral("Anna"), QString::fromLatin1(surname), {});
            site.clock.advance(std::chrono::seconds(1));
        }
        CardIndex cards;
        LogSearch search;
        search.text = QStringLiteral("off");
        search.limit = limit;
        QStringList labels;
        for (const VisitRow &row : must(searchLog(site.admin().at(), site.guard(), cards, search)))
            labels << visitLabel(row.visit.number);
        QTEST(labels, "labels");
    }

    void theNewestOfAllZonesBegunAreFound()
    {
        TestSite site;
        const QStringList zones{QStringLiteral("lobby"), QStringLiteral("lounge"), QStringLiteral("lobby"),
                                QStringLiteral("lounge")};
        for (const QString &zone : zones) {
            Visit visit = request(site, QStringLiteral("Anna"), QStringLiteral("Li"), {});
            visit.zones = {ZoneId{zone}};
            auto transaction = must(site.kiosk().at().store.beginWrite());
            must(transaction->visits().update(visit, visit.state));
            must(transaction->commit());
            site.clock.advance(std::chrono::seconds(1));
        }
        CardIndex cards;
        LogSearch search;
        search.text = QStringLiteral("lo");
        search.limit = 2;
        QStringList labels;
        for (const VisitRow &row : must(searchLog(site.admin().at(), site.guard(), cards, search)))
            labels << visitLabel(row.visit.number);
        QCOMPARE(labels, (QStringList{visitLabel(4), visitLabel(3)}));
    }

    void aStateIsFoundByWhatItIsCalled_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("its name") << QStringLiteral("on-site") << true;
        QTest::newRow("two words") << QStringLiteral("On site") << true;
        QTest::newRow("the window's word") << QStringLiteral("在场") << true;
        QTest::newRow("another state") << QStringLiteral("closed by system") << false;
    }
    void aStateIsFoundByWhatItIsCalled()
    {
        QFETCH(QString, text);
        TestSite site;
        const auto boot = must(announceBoot(site.kiosk().at()));
        must(issueBadge(site.kiosk().at(), boot, site.approvedVisit().id));
        CardIndex cards;
        LogSearch search;
        search.text = text;
        search.stateWords = {{QStringLiteral("在场"), VisitState::OnSite}};
        QTEST(!must(searchLog(site.admin().at(), site.guard(), cards, search)).empty(), "found");
    }

    void whatIsTypedRestrictsBesideWhatIsChosen_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<LogSearch>("chosen");
        QTest::addColumn<int>("found");
        const auto row = [](const char *name, const char *text, const std::function<void(LogSearch &)> &choose, int found) {
            LogSearch chosen;
            choose(chosen);
            QTest::newRow(name) << QString::fromUtf8(text) << chosen << found;
        };
        const QDate day(2026, 11, 24);
        const auto states = [](const std::vector<VisitState> &chosen) { return [=](LogSearch &s) { s.states = chosen; }; };
        row("the same state", "requested", states({VisitState::Requested}), 4);
        row("another state", "departed", states({VisitState::Requested}), 0);
        row("one of the states", "requested", states({VisitState::Requested, VisitState::Departed}), 4);
        row(
            "days within", "2026-11-24", [&](LogSearch &s) { s.from = s.until = day; }, 4);
        row(
            "days before", "2026-11-24", [&](LogSearch &s) { s.until = day.addDays(-1); }, 0);
        row(
            "days after", "2026-11", [&](LogSearch &s) { s.from = day.addDays(1); }, 0);
        row(
            "another zone", "lobby", [](LogSearch &s) { s.zone = ZoneId{QStringLiteral("machine-room")}; }, 0);
        row(
            "two zones of theirs", "lobby", [](LogSearch &s) { s.zone = ZoneId{QStringLiteral("office")}; }, 4);
    }
    void whatIsTypedRestrictsBesideWhatIsChosen()
    {
        QFETCH(QString, text);
        QFETCH(LogSearch, chosen);
        chosen.text = text;
        QTEST(int(must(searchLog(m_site->admin().at(), m_site->guard(), *m_cards, chosen)).size()), "found");
    }

    void whatLooksLikeADateMustBeOne_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("wrong");
        const auto row = [](const char *name, const QString &text, const QString &wrong) {
            QTest::newRow(name) << text << wrong;
        };
        row("no such day", u"li 2026-02-30"_qs, u"2026-02-30"_qs);
        row("no such month", u"2026-13"_qs, u"2026-13"_qs);
        row("no day yet", u"2026-11-"_qs, u"2026-11-"_qs);
        row("no until", u"2026-11-10.."_qs, u"2026-11-10.."_qs);
        row("until no such day", u"2026-11-10..31"_qs, u"2026-11-10..31"_qs);
        row("a day after a month", u"2026-11..12"_qs, u"2026-11..12"_qs);
        row("three days", u"2026-11-10..2026-11-11..12"_qs, u"2026-11-10..2026-11-11..12"_qs);
        row("no such day in Chinese", u"2026年2月30日"_qs, u"2026年2月30日"_qs);
        row("the day first", u"24.11.2026"_qs, u"24.11.2026"_qs);
        row("the month first", u"11/24/2026"_qs, u"11/24/2026"_qs);
        row("a day", u"2026-02-28"_qs, {});
        row("a day with dots", u"2026.02.28"_qs, {});
        row("a phone number", u"138-0013-8000 0571-88"_qs, {});
        row("eight digits", u"20260230"_qs, {});
        row("a name", u"wang"_qs, {});
    }
    void whatLooksLikeADateMustBeOne()
    {
        QFETCH(QString, text);
        LogSearch search;
        search.text = text;
        const auto rows = searchLog(m_site->admin().at(), m_site->guard(), *m_cards, search);
        QTEST(rows ? QString() : wrongDate(rows.error()), "wrong");
        QCOMPARE(requireDates(text).has_value(), rows.has_value());
    }

    void severalHostsOfANameAreOneSearch_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("chosen"); // the first host, in the box
        QTest::addColumn<int>("limit");
        QTest::addColumn<QStringList>("labels"); // newest first
        const auto label = [](int number) { return visitLabel(number); };
        QTest::newRow("both") << QStringLiteral("host:li") << false << 500
                              << QStringList{label(4), label(3), label(2), label(1)};
        QTest::newRow("the newest of both")
            << QStringLiteral("host:li") << false << 3 << QStringList{label(4), label(3), label(2)};
        QTest::newRow("by the name alone") << QStringLiteral("li") << false << 3 << QStringList{label(4), label(3), label(2)};
        QTest::newRow("one of them chosen") << QStringLiteral("host:li") << true << 500 << QStringList{label(3), label(1)};
        QTest::newRow("another one chosen") << QStringLiteral("host:na") << true << 500 << QStringList{};
        QTest::newRow("nobody's name") << QStringLiteral("host:zz") << false << 500 << QStringList{};
        QTest::newRow("no name at all") << QStringLiteral("--") << false << 500 << QStringList{};
    }
    void severalHostsOfANameAreOneSearch()
    {
        QFETCH(QString, text);
        QFETCH(bool, chosen);
        QFETCH(int, limit);
        TestSite site;
        const StaffId other = site.addStaff(QStringLiteral("4001"), QStringLiteral("Li Na"), {});
        VisitRequest wanted = site.meeting();
        for (int i = 0; i < 4; ++i) {
            wanted.host = i % 2 == 0 ? site.host() : other;
            must(requestVisit(site.kiosk().at(), wanted));
            site.clock.advance(std::chrono::seconds(1));
        }
        CardIndex cards;
        LogSearch search;
        search.text = text;
        search.limit = limit;
        if (chosen)
            search.host = site.host();
        QStringList labels;
        for (const VisitRow &row : must(searchLog(site.admin().at(), site.guard(), cards, search)))
            labels << visitLabel(row.visit.number);
        QTEST(labels, "labels");
    }

    void waitingIsOldestFirst()
    {
        const auto rows = must(waitingVisits(m_site->admin().at(), m_site->guard(), *m_cards));
        QCOMPARE(rows.size(), std::size_t(4));
        QCOMPARE(rows.front().name, QStringLiteral("Anna Maria Eriksson"));
        QCOMPARE(rows.front().hostName, QStringLiteral("Li Wei"));
    }

    void csvIsDefusedAndSigned()
    {
        auto rows = must(searchLog(m_site->admin().at(), m_site->manager(), *m_cards, {}));
        rows.front().company = QStringLiteral("=HYPERLINK(\"x\"),\ny");
        QCOMPARE(exportCsv(m_site->admin().at(), m_site->guard(), visitsByKey(rows)).error().code, ErrorCode::NotAllowed);
        const QString csv = QString::fromUtf8(must(exportCsv(m_site->admin().at(), m_site->manager(), visitsByKey(rows))));
        QVERIFY(csv.contains(QStringLiteral("\"'=HYPERLINK(\"\"x\"\"),\ny\"")));
        QCOMPARE(csv.count(QStringLiteral("\r\n")), 6);
        QVERIFY(csv.contains(QStringLiteral("exported by Chen Yu (1001)")));
    }

    void aDepartureBeforeTheArrivalIsMarkedInACsv_data()
    {
        QTest::addColumn<int>("stayed");
        QTest::addColumn<QString>("end");
        QTest::newRow("by a wrong clock") << -1 << u",\"true\"\r\n"_qs;
        QTest::newRow("at once") << 0 << u",\"\"\r\n"_qs;
        QTest::newRow("later") << 1 << u",\"\"\r\n"_qs;
    }
    void aDepartureBeforeTheArrivalIsMarkedInACsv()
    {
        QFETCH(int, stayed);
        QFETCH(QString, end);
        VisitRow row;
        row.visit.state = VisitState::Departed;
        row.visit.enteredAt = m_site->clock.now();
        row.visit.leftAt = m_site->clock.now().addSecs(stayed);
        const QString csv = QString::fromUtf8(must(exportCsv(m_site->admin().at(), m_site->manager(), visitsByKey({row}))));
        QCOMPARE(csv.count(u",\"clockWrong\"\r\n"_qs), 1);
        QVERIFY2(csv.contains(u"\"departed\""_qs + end), qPrintable(csv));
    }

    void nothingInACsvRuns_data()
    {
        QTest::addColumn<QString>("company");
        QTest::addColumn<QString>("cell");
        QTest::newRow("equals") << u"=1+1"_qs << u"\"'=1+1\""_qs;
        QTest::newRow("plus") << u"+1"_qs << u"\"'+1\""_qs;
        QTest::newRow("minus") << u"-1"_qs << u"\"'-1\""_qs;
        QTest::newRow("at") << u"@SUM(A1)"_qs << u"\"'@SUM(A1)\""_qs;
        QTest::newRow("tab") << u"\t=1"_qs << u"\"'\t=1\""_qs;
        QTest::newRow("line feed") << u"\n=1"_qs << u"\"'\n=1\""_qs;
        QTest::newRow("full-width equals") << u"\uFF1D1+1"_qs << u"\"'\uFF1D1+1\""_qs;
        QTest::newRow("full-width plus") << u"\uFF0B1"_qs << u"\"'\uFF0B1\""_qs;
        QTest::newRow("full-width minus") << u"\uFF0D1"_qs << u"\"'\uFF0D1\""_qs;
        QTest::newRow("full-width at") << u"\uFF20A"_qs << u"\"'\uFF20A\""_qs;
        QTest::newRow("split at semicolons") << u"Aster;=1+1"_qs << u"\"Aster;=1+1\""_qs;
        QTest::newRow("harmless") << u"Aster 3-A"_qs << u"\"Aster 3-A\""_qs;
    }
    void nothingInACsvRuns()
    {
        QFETCH(QString, company);
        QFETCH(QString, cell);
        auto rows = must(searchLog(m_site->admin().at(), m_site->manager(), *m_cards, {}));
        rows.front().company = company;
        const QString csv = QString::fromUtf8(must(exportCsv(m_site->admin().at(), m_site->manager(), visitsByKey(rows))));
        QVERIFY2(csv.contains(QLatin1Char(',') + cell + QLatin1Char(',')), qPrintable(csv));
    }

    void overdueComesFirst()
    {
        TestSite site;
        const auto boot = must(announceBoot(site.kiosk().at()));
        const Visit early = site.approvedVisit();
        must(issueBadge(site.kiosk().at(), boot, early.id));
        site.clock.advance(std::chrono::hours(3));
        const Visit late = site.approvedVisit();
        must(issueBadge(site.kiosk().at(), boot, late.id));
        site.clock.advance(std::chrono::hours(2));
        CardIndex cards;
        const auto rows = must(visitsOnSite(site.admin().at(), site.guard(), cards));
        QCOMPARE(rows.size(), std::size_t(2));
        QVERIFY(isOverdue(rows[0].visit, site.clock.now()));
        QVERIFY(!isOverdue(rows[1].visit, site.clock.now()));
        must(recordRollCall(site.admin().at(), site.guard(), 2));
    }

    void r4_theHostSaysWhatTheWorkIs_data()
    {
        QTest::addColumn<QString>("area");
        QTest::addColumn<QString>("changeNumber");
        QTest::addColumn<QString>("method");
        QTest::addColumn<bool>("made");
        const QString area = QStringLiteral("Rack B07");
        QTest::newRow("all of it") << area << QStringLiteral("CHG-7") << QStringLiteral("hot-work") << true;
        QTest::newRow("nothing") << QString() << QString() << QString() << true;
        QTest::newRow("the method alone") << QString() << QString() << QStringLiteral("look-only") << true;
        QTest::newRow("no change number") << area << QStringLiteral("<b>") << QString() << false;
        QTest::newRow("a method that there is not") << area << QString() << QStringLiteral("by-magic") << false;
        QTest::newRow("a long story") << QString(201, QLatin1Char('x')) << QString() << QString() << false;
    }
    void r4_theHostSaysWhatTheWorkIs()
    {
        QFETCH(QString, area);
        QFETCH(QString, changeNumber);
        QFETCH(QString, method);
        TestSite site;
        NewInvitation wanted{site.host(),
                             PurposeId{QStringLiteral("machine-room-work")},
                             {},
                             site.clock.now(),
                             site.clock.now().addSecs(7200),
                             {QString(), area, changeNumber, method}};
        const auto made = createInvitation(site.admin().at(), site.guard(), wanted);
        QTEST(made.has_value(), "made");
        if (!made) {
            QCOMPARE(made.error().code, ErrorCode::Invalid);
            return;
        }
        VisitRequest invited = site.meeting();
        invited.invitation = must(readInvitation(site.kiosk().at(), made->token)).invitation.id;
        const Visit visit = must(requestVisit(site.kiosk().at(), invited)).front();
        QCOMPARE(must(openCase(site.admin().at(), site.guard(), visit.id)).hostWork, wanted.work);
    }

    void r9_whoApprovesByADutyReadsTheHostsWords_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QString>("method");
        QTest::addColumn<bool>("reads");
        QTest::newRow("the keeper") << "keeper" << QStringLiteral("hand-tools") << true;
        QTest::newRow("the lead") << "lead" << QStringLiteral("hand-tools") << true;
        QTest::newRow("the fire keeper of hot work") << "fireKeeper" << QStringLiteral("hot-work") << true;
        QTest::newRow("the fire keeper while the method is open") << "fireKeeper" << QString() << true;
        QTest::newRow("the fire keeper of other work") << "fireKeeper" << QStringLiteral("hand-tools") << false;
        QTest::newRow("a guard") << "guard" << QStringLiteral("hand-tools") << true;
        QTest::newRow("somebody without a duty") << "colleague" << QStringLiteral("hand-tools") << false;
    }
    void r9_whoApprovesByADutyReadsTheHostsWords()
    {
        QFETCH(QString, who);
        QFETCH(QString, method);
        QFETCH(bool, reads);
        TestSite site;
        EscortCrew crew(site);
        const std::map<QString, StaffSession *> people{{QStringLiteral("keeper"), &crew.keeper},
                                                       {QStringLiteral("lead"), &crew.lead},
                                                       {QStringLiteral("fireKeeper"), &crew.fireKeeper},
                                                       {QStringLiteral("guard"), &site.guard()},
                                                       {QStringLiteral("colleague"), &crew.colleague}};
        const HostWork words{QStringLiteral("Replace the fan"), QStringLiteral("Rack B07"), QStringLiteral("CHG-7"), method};
        const InvitationMade made = must(createInvitation(site.admin().at(), site.guard(),
                                                          {site.host(),
                                                           PurposeId{QStringLiteral("machine-room-work")},
                                                           {},
                                                           site.clock.now().addSecs(60),
                                                           site.clock.now().addSecs(7200),
                                                           words}));
        auto transaction = must(beginRead(site.admin().at()));
        const HostWork read = must(workOfInvitation(*transaction, site.admin().at(), *people.at(who), made.invitation.id));
        QCOMPARE(read.method, method); // a code of the ledger: which approvals are needed
        QCOMPARE(read.reason, reads ? words.reason : QString());
        QCOMPARE(read.area, reads ? words.area : QString());
        QCOMPARE(read.changeNumber, reads ? words.changeNumber : QString());
    }

    void r9_theKeeperSeesTheHostsWordsWithTheRequest()
    {
        TestSite site;
        EscortCrew crew(site);
        const HostWork words{QStringLiteral("Replace the fan"), QStringLiteral("Rack B07"), QString(),
                             QStringLiteral("hand-tools")};
        VisitRequest invited = site.meeting();
        invited.invitation = must(createInvitation(site.admin().at(), site.guard(),
                                                   {site.host(),
                                                    PurposeId{QStringLiteral("machine-room-work")},
                                                    {},
                                                    site.clock.now(),
                                                    site.clock.now().addSecs(7200),
                                                    words}))
                                 .invitation.id;
        must(requestVisit(site.kiosk().at(), invited));
        CardIndex cards;
        const RoomView view = must(readRoom(site.admin().at(), crew.keeper, cards, machineRoom));
        QCOMPARE(view.visitors.front().hostWork, words);
        QCOMPARE(must(readRoom(site.admin().at(), crew.colleague, cards, machineRoom)).visitors.front().hostWork, HostWork{});
    }

    void whoSeesWhichInvitations_data()
    {
        QTest::addColumn<QString>("reader");
        QTest::addColumn<QStringList>("purposes"); // newest first
        QTest::addColumn<QStringList>("codes");    // of those that the reader made
        const QString interview = QStringLiteral("interview");
        const QString meeting = QStringLiteral("meeting");
        const QString tour = QStringLiteral("tour");
        QTest::newRow("a manager sees all") << QStringLiteral("1001") << QStringList{tour, meeting, interview} << QStringList{};
        QTest::newRow("a guard sees all, and shows the own ones")
            << QStringLiteral("1042") << QStringList{tour, meeting, interview} << QStringList{meeting};
        QTest::newRow("another sees those made and hosted")
            << QStringLiteral("4001") << QStringList{tour, interview} << QStringList{tour};
        QTest::newRow("nobody else sees any") << QStringLiteral("4002") << QStringList{} << QStringList{};
    }
    void whoSeesWhichInvitations()
    {
        QFETCH(QString, reader);
        TestSite site;
        const auto &at = site.admin().at();
        const StaffId own = site.addStaff(QStringLiteral("4001"), QStringLiteral("He Lan"), {Role::Auditor});
        site.addStaff(QStringLiteral("4002"), QStringLiteral("Gu Min"), {Role::Auditor});
        const StaffSession he = site.signInAs(QStringLiteral("4001"));
        const auto invite = [&](const StaffSession &session, const StaffId &host, const char *purpose) {
            site.clock.advance(std::chrono::seconds(1));
            const QDateTime now = site.clock.now();
            return must(
                createInvitation(at, session, {host, PurposeId{QString::fromLatin1(purpose)}, {}, now, now.addSecs(7200)}));
        };
        must(revokeInvitation(at, site.secondGuard(), invite(site.secondGuard(), own, "interview").invitation.id));
        invite(site.guard(), site.host(), "meeting");
        invite(he, site.host(), "tour");
        const std::map<QString, StaffSession *> present{{QStringLiteral("1001"), &site.manager()},
                                                        {QStringLiteral("1042"), &site.guard()}};
        std::optional<StaffSession> other;
        if (!present.contains(reader))
            other.emplace(site.signInAs(reader));
        QStringList purposes;
        QStringList codes;
        for (const InvitationRow &row : must(invitationList(at, other ? *other : *present.at(reader)))) {
            const QString purpose = row.invitation.purpose.key;
            purposes << purpose;
            codes << (row.token.isEmpty() ? QStringList() : QStringList{purpose});
            QCOMPARE(row.invitation.revoked, purpose == QLatin1String("interview"));
            QCOMPARE(row.mayRevoke, !row.invitation.revoked);
            QVERIFY(!row.hostName.isEmpty() && !row.createdByName.isEmpty());
        }
        QTEST(purposes, "purposes");
        QTEST(codes, "codes");
    }

    void invitations()
    {
        TestSite site;
        NewInvitation wanted{site.host(),
                             PurposeId{QStringLiteral("inspection")},
                             {ZoneId{QStringLiteral("machine-room")}},
                             site.clock.now(),
                             site.clock.now().addSecs(7200)};
        const InvitationMade made = must(createInvitation(site.admin().at(), site.guard(), wanted));
        const InvitationAnswer answer = must(readInvitation(site.kiosk().at(), made.token));
        QCOMPARE(answer.hostName, QStringLiteral("Li Wei"));
        QCOMPARE(answer.invitation.zones.size(), std::size_t(3));
        VisitRequest invited = site.meeting();
        invited.invitation = answer.invitation.id;
        const Visit visit = must(requestVisit(site.kiosk().at(), invited)).front();
        QCOMPARE(visit.purpose.key, QStringLiteral("inspection"));
        QCOMPARE(visit.windowUntil, wanted.until);
        QString forged = made.token;
        forged[forged.size() - 4] = forged[forged.size() - 4] == QLatin1Char('A') ? QLatin1Char('B') : QLatin1Char('A');
        QVERIFY(!readInvitation(site.kiosk().at(), forged));
        site.clock.advance(std::chrono::hours(3));
        QCOMPARE(readInvitation(site.kiosk().at(), made.token).error().code, ErrorCode::Expired);
    }
};

GATEHOUSE_TEST(QCoreApplication, TestReadVisits);
#include "tst_readvisits.moc"
