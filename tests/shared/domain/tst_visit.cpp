// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/sealed.h"
#include "domain/visit.h"
#include "domain/zone.h"
#include "testprogram.h"

#include <QTest>

using namespace gatehouse::domain;

class TestVisit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lifeCycle_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<QStringList>("allowed");
        QTest::newRow("requested") << int(VisitState::Requested)
                                   << QStringList{QStringLiteral("approved"), QStringLiteral("denied"),
                                                  QStringLiteral("lapsed"), QStringLiteral("attended")};
        QTest::newRow("approved") << int(VisitState::Approved)
                                  << QStringList{QStringLiteral("denied"), QStringLiteral("lapsed"), QStringLiteral("on-site")};
        QTest::newRow("on site") << int(VisitState::OnSite)
                                 << QStringList{QStringLiteral("departed"), QStringLiteral("closed-by-system")};
        QTest::newRow("denied stays denied") << int(VisitState::Denied) << QStringList{};
        QTest::newRow("departed stays departed") << int(VisitState::Departed) << QStringList{};
        QTest::newRow("closed is no departure") << int(VisitState::ClosedBySystem) << QStringList{};
    }
    void lifeCycle()
    {
        QFETCH(int, from);
        QFETCH(QStringList, allowed);
        QStringList actual;
        for (int to = 0; to <= int(VisitState::Attended); ++to) {
            if (mayChange(VisitState(from), VisitState(to)))
                actual << visitStateName(VisitState(to));
        }
        actual.sort();
        allowed.sort();
        QCOMPARE(actual, allowed);
    }

    void stateNamesRoundTrip()
    {
        for (int state = 0; state <= int(VisitState::Attended); ++state)
            QCOMPARE(visitStateFromName(visitStateName(VisitState(state))), std::optional<VisitState>(VisitState(state)));
        QVERIFY(!visitStateFromName(u"inside"));
    }

    void overdueIsDerived()
    {
        Visit visit;
        visit.windowUntil = QDateTime(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);
        visit.state = VisitState::OnSite;
        QVERIFY(!isOverdue(visit, visit.windowUntil));
        QVERIFY(isOverdue(visit, visit.windowUntil.addMSecs(1)));
        visit.state = VisitState::Departed;
        QVERIFY(!isOverdue(visit, visit.windowUntil.addDays(1)));
    }

    void displayName_data()
    {
        QTest::addColumn<QString>("full");
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("surname");
        QTest::addColumn<QString>("expected");
        QTest::newRow("latin") << QString() << QStringLiteral("Anna Maria") << QStringLiteral("Eriksson")
                               << QStringLiteral("Anna Maria Eriksson");
        QTest::newRow("chinese card") << QStringLiteral("王晓东") << QString() << QString() << QStringLiteral("王晓东");
        QTest::newRow("chinese parts: surname first")
            << QString() << QStringLiteral("晓东") << QStringLiteral("王") << QStringLiteral("王晓东");
        QTest::newRow("one name only") << QString() << QString() << QStringLiteral("Arkfreith") << QStringLiteral("Arkfreith");
    }
    void displayName()
    {
        QFETCH(QString, full);
        QFETCH(QString, given);
        QFETCH(QString, surname);
        VisitorRecord record;
        record.fields = {{QStringLiteral("fullName"), full, FieldSign::Read},
                         {QStringLiteral("givenNames"), given, FieldSign::Read},
                         {QStringLiteral("surname"), surname, FieldSign::Read}};
        QTEST(record.displayName(), "expected");
    }

    void recordsAndZonesSurviveJson()
    {
        VisitorRecord record;
        record.fields = {{QStringLiteral("surname"), QStringLiteral("O'Brien \"<b>\" 😀 עברית"), FieldSign::Checked}};
        record.documentKind = QStringLiteral("aamva");
        record.documentValid = true;
        record.company = QStringLiteral("x");
        record.itemsNote = QStringLiteral("y");
        QCOMPARE(visitorRecordFromJson(toJson(record)), record);
        for (const Zone &zone : defaultZones())
            QCOMPARE(zoneFromJson(toJson(zone)), zone);
        for (const Purpose &purpose : defaultPurposes())
            QCOMPARE(purposeFromJson(toJson(purpose)), purpose);
    }
};

GATEHOUSE_TEST(QCoreApplication, TestVisit);
#include "tst_visit.moc"
