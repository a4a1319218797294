// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookdesk.h"
#include "domain/passagebook.h"
#include "testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace gatehouse::domain;
using gatehouse::test::BookDesk;

class TestPassageBook : public QObject
{
    Q_OBJECT

    static QJsonObject passage(const QString &decision, const std::vector<VisitId> &visits)
    {
        QJsonArray people{QJsonObject{{QStringLiteral("staff"), BookDesk::staffId(1).text()}}};
        for (const VisitId &visit : visits)
            people.append(QJsonObject{{QStringLiteral("visit"), visit.text()}});
        return {{QStringLiteral("zone"), QStringLiteral("machine-room")},
                {QStringLiteral("decision"), decision},
                {QStringLiteral("people"), people}};
    }

private Q_SLOTS:
    void wherePassagesOfAVisitStand()
    {
        PassageBook book;
        BookDesk desk{&book};
        const StationId door = desk.station(1, StationKind::Door);
        const StationId kiosk = desk.station(2, StationKind::Kiosk);
        const VisitId first = BookDesk::visitId(1);
        const VisitId second = BookDesk::visitId(2);
        const auto say = [&](const StationId &station, const QString &action, const QJsonObject &details) {
            return desk.say(action, stationActor(station), QStringLiteral("zone:machine-room"), details);
        };
        const qint64 refused = say(door, action::passageRefuse, passage(QStringLiteral("a"), {first, first}));
        const qint64 together = say(door, action::passageEnter, passage(QStringLiteral("b"), {first, second}));
        const qint64 unused = say(door, action::passageUnused, {{QStringLiteral("decision"), QStringLiteral("b")}});
        const qint64 left = say(door, action::passageLeave, passage(QStringLiteral("c"), {second}));
        say(kiosk, action::passageEnter, passage(QStringLiteral("d"), {first})); // no door says so
        QCOMPARE(book.of(first), (std::vector<qint64>{refused, together}));
        QCOMPARE(book.of(second), (std::vector<qint64>{together, left}));
        QCOMPARE(book.of(BookDesk::visitId(3)), std::vector<qint64>());
        QCOMPARE(book.unused(door, QStringLiteral("b")), unused);
        QCOMPARE(book.unused(door, QStringLiteral("a")), qint64(0));
        QCOMPARE(book.unused(kiosk, QStringLiteral("b")), qint64(0));
    }
};

GATEHOUSE_TEST(QCoreApplication, TestPassageBook);
#include "tst_passagebook.moc"
