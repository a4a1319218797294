// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookdesk.h"
#include "domain/carriedbook.h"
#include "machineroom.h"
#include "testprogram.h"

#include <QJsonArray>
#include <QTest>

using namespace gatehouse::domain;
using gatehouse::test::BookDesk;
using gatehouse::test::machineRoom;

namespace
{
/// Guard 1, employee 2, host 3 (also guard); kiosk 1. The visitor carries a camera, a USB stick and a laptop.
struct CarriedScene {
    DutyBook duties;
    EscortBook escorts{duties};
    CarriedBook book{escorts};
    BookDesk desk{&duties, &escorts, &book};
    QString guard = staffActor(desk.person(1, {Role::Guard}));
    QString employee = staffActor(desk.person(2, {}));
    StaffId host = desk.person(3, {Role::Guard});
    QString kiosk = stationActor(desk.station(1, StationKind::Kiosk));
    VisitId visit = BookDesk::visitId(1);
    Zone zone;

    CarriedScene()
    {
        zone.id = machineRoom;
        zone.escort = EscortRule::One;
        zone.prohibitedItems = {QStringLiteral("usb-storage")};
        zone.namedItems = {QStringLiteral("camera")};
        desk.define(zone);
        QJsonArray items;
        for (const char *kind : {"camera", "usb-storage", "laptop"})
            items.append(QJsonObject{{QStringLiteral("kind"), QLatin1String(kind)}, {QStringLiteral("count"), 1}});
        desk.say(action::visitRequest, kiosk, visitSubject(visit),
                 {{QStringLiteral("items"), items},
                  {QStringLiteral("host"), host.text()},
                  {QStringLiteral("zones"), QJsonArray{machineRoom.key}}});
    }
    void say(const QString &what, const QString &actor, const char *kind, const char *tag = "")
    {
        desk.say(what, actor, visitSubject(visit),
                 {{QStringLiteral("kind"), QLatin1String(kind)}, {QStringLiteral("tag"), QLatin1String(tag)}});
    }
    QStringList open() const { return book.notAdmitted(visit, zone); }
};
} // namespace

/// What a visitor has on the person, as signed statements say (R6, R7).
class TestCarriedBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void r7_whatTheZoneDoesNotAdmitIsOpenUntilHandedIn()
    {
        CarriedScene s;
        QCOMPARE(s.open(), (QStringList{"camera", "usb-storage"}));
        s.say(action::itemDeposit, s.employee, "usb-storage", "T-1");
        QCOMPARE(s.open(), (QStringList{"camera", "usb-storage"}));
        s.say(action::itemDeposit, s.guard, "usb-storage", "T-1");
        QCOMPARE(s.open(), QStringList{"camera"});
        QCOMPARE(s.book.carried(s.visit).at(1).tag, QStringLiteral("T-1"));
        s.say(action::itemReturn, s.guard, "usb-storage", "T-1"); // given back before the door: carried again
        QCOMPARE(s.open(), (QStringList{"camera", "usb-storage"}));
        QVERIFY(s.book.notAdmitted(s.visit, Zone()).isEmpty());
        QVERIFY(s.book.notAdmitted(BookDesk::visitId(9), s.zone).isEmpty());
    }

    void r7_aCameraIsAllowedByName_data()
    {
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QStringList>("open");
        const QStringList both{"camera", "usb-storage"};
        QTest::newRow("by a guard") << "guard"
                                    << "camera" << QStringList{"usb-storage"};
        QTest::newRow("by an employee") << "employee"
                                        << "camera" << both;
        QTest::newRow("by the host") << "host"
                                     << "camera" << both;
        QTest::newRow("by the kiosk") << "kiosk"
                                      << "camera" << both;
        QTest::newRow("a prohibited thing never") << "guard"
                                                  << "usb-storage" << both;
        QTest::newRow("what was not declared") << "guard"
                                               << "player" << both;
    }

    void r7_aCameraIsAllowedByName()
    {
        QFETCH(QString, by);
        QFETCH(QString, kind);
        QFETCH(QStringList, open);
        CarriedScene s;
        const QHash<QString, QString> actors{
            {"guard", s.guard}, {"employee", s.employee}, {"host", staffActor(s.host)}, {"kiosk", s.kiosk}};
        s.say(action::itemAllow, actors.value(by), kind.toLatin1().constData(), "Nikon, 42");
        QCOMPARE(s.open(), open);
    }

    void r21_onlyAGuardReconciles()
    {
        CarriedScene s;
        const QJsonObject details{{QStringLiteral("missing"), QJsonArray{QStringLiteral("laptop")}}};
        s.desk.say(action::itemReconcile, s.employee, visitSubject(s.visit), details);
        QVERIFY(!s.book.reconciliation(s.visit));
        s.desk.say(action::itemReconcile, s.guard, visitSubject(s.visit), details);
        QCOMPARE(s.book.reconciliation(s.visit)->missing, QStringList{"laptop"});
    }
};

GATEHOUSE_TEST(QCoreApplication, TestCarriedBook);
#include "tst_carriedbook.moc"
