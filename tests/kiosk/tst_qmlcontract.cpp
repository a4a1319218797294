// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/briefingcontroller.h"
#include "flows/checkincontroller.h"
#include "flows/checkoutcontroller.h"
#include "flows/doorcontroller.h"
#include "flows/invitationcontroller.h"
#include "flows/kioskcontroller.h"
#include "flows/pages.h"
#include "flows/scancontroller.h"
#include "kioskui/kioskui.h"
#include "testprogram.h"

#include <QDirIterator>
#include <QFile>
#include <QGuiApplication>
#include <QMetaMethod>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QRegularExpression>
#include <QTest>

using namespace gatehouse::kiosk;

/// The stand-ins of fake/, with which the pages are tested and pictured, have nothing that the real controllers lack: a page
/// that works with them finds every property and every call in the program too. And every page that a flow names has its file.
class TestQmlContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standIns_data();
    void standIns();
    void everyPageExists_data();
    void everyPageExists();
    void badgeFactsAreOfTheSameKinds();
    void everyColourIsTheThemes();

private:
    QQmlEngine m_engine;
};

void TestQmlContract::standIns_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<const QMetaObject *>("real");
    QTest::newRow("kiosk") << "FakeKiosk.qml" << &KioskController::staticMetaObject;
    QTest::newRow("check in") << "FakeCheckIn.qml" << &CheckInController::staticMetaObject;
    QTest::newRow("briefing") << "FakeBriefing.qml" << &BriefingController::staticMetaObject;
    QTest::newRow("check out") << "FakeCheckOut.qml" << &CheckOutController::staticMetaObject;
    QTest::newRow("door") << "FakeDoor.qml" << &DoorController::staticMetaObject;
    QTest::newRow("scan") << "FakeScan.qml" << &ScanController::staticMetaObject;
    QTest::newRow("invitation") << "FakeInvitation.qml" << &InvitationController::staticMetaObject;
}

void TestQmlContract::standIns()
{
    QFETCH(QString, file);
    QFETCH(const QMetaObject *, real);
    // Only for the tests themselves
    static const QStringList own = {"calls", "scenes", "steps", "chinese", "languageChosen",
                                    "call",  "field",  "show",  "said",    "plain"};
    QQmlComponent component(&m_engine, QUrl::fromLocalFile(QStringLiteral(GATEHOUSE_FAKE_DIR "/") + file));
    const std::unique_ptr<QObject> fake(component.create());
    QVERIFY2(fake, qPrintable(component.errorString()));
    const QMetaObject *meta = fake->metaObject();
    QStringList missing;
    int compared = 0;
    for (int i = QObject::staticMetaObject.propertyCount(); i < meta->propertyCount(); ++i, ++compared)
        if (const char *name = meta->property(i).name(); !own.contains(QLatin1String(name)) && real->indexOfProperty(name) < 0)
            missing.append(QLatin1String(name));
    for (int i = QObject::staticMetaObject.methodCount(); i < meta->methodCount(); ++i) {
        const QMetaMethod method = meta->method(i);
        if (method.methodType() == QMetaMethod::Signal || own.contains(QString::fromLatin1(method.name())))
            continue;
        bool found = false;
        for (int j = 0; j < real->methodCount(); ++j)
            if (real->method(j).name() == method.name() && real->method(j).parameterCount() >= method.parameterCount() &&
                real->method(j).methodType() != QMetaMethod::Signal)
                found = true;
        ++compared;
        if (!found)
            missing.append(QString::fromLatin1(method.name()) + "()");
    }
    QVERIFY(compared > 5);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(", ")));
}

void TestQmlContract::everyPageExists_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name :
         {page::starting, page::rest,      page::trouble,    page::leave,      page::doorRest, page::doorSet,
          page::doorPin,  page::doorAdmit, page::doorRefuse, page::doorReport, page::purpose,  page::zones,
          page::notice,   page::scan,      page::details,    page::company,    page::host,     page::items,
          page::terms,    page::work,      page::briefing,   page::quiz,       page::badge,    page::briefed,
          page::portrait, page::party,     page::review,     page::waiting,    page::pickup,   page::done,
          page::denied,   page::cancelled, page::delivery,   page::invitation, page::checkOut, page::checkedOut})
        QTest::newRow(qPrintable(name)) << name;
}

void TestQmlContract::everyPageExists()
{
    QFETCH(QString, name);
    gatehouse::kioskui::setUp(m_engine); // makes the resources of the pages known
    QVERIFY(QFile::exists(":/qt/qml/Gatehouse/Pages/" + name.left(1).toUpper() + name.mid(1) + "Page.qml"));
}

/// In the program, on its page and in the stand-in.
void TestQmlContract::badgeFactsAreOfTheSameKinds()
{
    gatehouse::kioskui::setUp(m_engine);
    m_engine.addImportPath(QStringLiteral(GATEHOUSE_FAKE_DIR));
    QQmlComponent standIn(&m_engine, QUrl::fromLocalFile(QStringLiteral(GATEHOUSE_FAKE_DIR "/FakeKiosk.qml")));
    const std::unique_ptr<QObject> kiosk(standIn.create());
    QVERIFY2(kiosk, qPrintable(standIn.errorString()));
    QStringList kinds = CheckInController::badgeFactKinds();
    kinds.sort();
    for (const bool chinese : {false, true}) {
        auto *flow = kiosk->property("checkIn").value<QObject *>();
        flow->setProperty("chinese", chinese);
        QStringList faked;
        for (const QVariant &fact : flow->property("badgeFacts").toList())
            faked << fact.toMap().value(QStringLiteral("kind")).toString();
        faked.sort();
        QCOMPARE(faked, kinds);
    }
    QQmlComponent page(&m_engine, QUrl(QStringLiteral("qrc:/qt/qml/Gatehouse/Pages/DonePage.qml")));
    const std::unique_ptr<QObject> done(
        page.createWithInitialProperties({{QStringLiteral("kiosk"), QVariant::fromValue(kiosk.get())}}));
    QVERIFY2(done, qPrintable(page.errorString()));
    QCOMPARE(done->property("icons").toMap().keys(), kinds);
}

void TestQmlContract::everyColourIsTheThemes()
{
    gatehouse::kioskui::setUp(m_engine);
    static const QRegularExpression literal(QStringLiteral("\"#[0-9a-fA-F]{3,8}\""));
    QStringList places;
    int files = 0;
    for (const QString &folder :
         {QStringLiteral(":/qt/qml/Gatehouse"), QStringLiteral(":/qt-project.org/imports/QtQuick/VirtualKeyboard/Styles")})
        for (QDirIterator it(folder, {QStringLiteral("*.qml")}, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
            QFile file(it.next());
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            ++files;
            if (it.fileName() != QLatin1String("Theme.qml") && QString::fromUtf8(file.readAll()).contains(literal))
                places << file.fileName();
        }
    QVERIFY2(places.isEmpty(), qPrintable(places.join(QLatin1Char(' '))));
    QVERIFY(files > 60);
}

GATEHOUSE_TEST(QGuiApplication, TestQmlContract);
#include "tst_qmlcontract.moc"
