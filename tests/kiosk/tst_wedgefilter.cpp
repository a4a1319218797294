// SPDX-License-Identifier: GPL-3.0-or-later
// A scanner in keyboard mode at the kiosk: its keys start or continue the flow that they belong to and land in no text field.
#include "devices/wedgefilter.h"
#include "kioskbench.h"
#include "testprogram.h"

#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>

using namespace gatehouse;
using namespace gatehouse::test;
namespace page = gatehouse::kiosk::page;

namespace
{
const QByteArray firstLine("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<");
const QByteArray secondLine("L898902C36UTO7408122F1204159ZE184226B<<<<<10");

/// A window with a text field that has the focus.
class Form
{
public:
    Form()
    {
        QQmlComponent component(&m_engine);
        component.setData("import QtQuick\nTextInput { focus: true }", QUrl());
        m_field.reset(qobject_cast<QQuickItem *>(component.create()));
        m_field->setParentItem(m_window.contentItem());
        m_window.show();
        m_window.requestActivate();
        m_field->forceActiveFocus();
    }
    QString text() const { return m_field->property("text").toString(); }
    QQuickWindow &window() { return m_window; }

private:
    QQmlEngine m_engine;
    QQuickWindow m_window;
    std::unique_ptr<QQuickItem> m_field;
};

/// As fast as the scanner's line allows.
void scan(QWindow &window, const QByteArray &text)
{
    for (const char character : text) {
        if (character == '\r')
            QTest::keyClick(&window, Qt::Key_Return);
        else
            QTest::keyClick(&window, character);
    }
}
} // namespace

class TestWedgeFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aScannerTypesIntoNoField_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("badge") << QByteArray("GH1:ABCDEFGHIJKLMNOP0123456789");
        QTest::newRow("machine-readable zone") << firstLine + '\r' + secondLine;
        QTest::newRow("somebody's parcel") << QByteArray("4006381333931");
    }
    void aScannerTypesIntoNoField()
    {
        QFETCH(QByteArray, payload);
        Form form;
        scanning::WedgeFilter filter;
        qApp->installEventFilter(&filter);
        QSignalSpy read(&filter, &scanning::WedgeFilter::payloadRead);
        scan(form.window(), payload + '\r');
        QTRY_COMPARE(read.count(), 1);
        QCOMPARE(read.first().first().toByteArray().trimmed(), payload);
        QCOMPARE(form.text(), QString());
    }

    void aPersonTypes()
    {
        Form form;
        scanning::WedgeFilter filter;
        qApp->installEventFilter(&filter);
        QSignalSpy read(&filter, &scanning::WedgeFilter::payloadRead);
        QString typed;
        for (const char character : QByteArray("Li Wei")) {
            QTest::keyClick(&form.window(), character);
            typed += QLatin1Char(character);
            QTRY_COMPARE(form.text(), typed); // the next key is pressed when this one is seen
        }
        QCOMPARE(read.count(), 0);
    }

    void aPassportAtRestStartsCheckingIn()
    {
        KioskBench bench;
        QVERIFY(bench.open());
        bench.kiosk.takePayload(firstLine + '\r' + secondLine + '\r');
        QTRY_COMPARE(bench.kiosk.page(), page::purpose);
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        bench.kiosk.next();
        QCOMPARE(bench.kiosk.page(), page::scan);
        QVERIFY(bench.kiosk.scan()->found());
        QCOMPARE(bench.kiosk.scan()->documentName(), QStringLiteral("Passport"));
    }

    // Peers' complaint: a scanner types a leaver's code into somebody's form.
    void aBadgeIsNoAnswer()
    {
        KioskBench bench;
        QVERIFY(bench.open()); // no camera is needed for that
        bench.kiosk.startCheckIn();
        bench.checkIn().choosePurpose(QStringLiteral("meeting"));
        bench.kiosk.next();
        QCOMPARE(bench.kiosk.page(), page::scan);
        bench.kiosk.takePayload("GH1:ABCDEFGHIJKLMNOP0123456789");
        QCOMPARE(bench.kiosk.page(), page::scan);
        QCOMPARE(bench.kiosk.scan()->guidance(), QStringLiteral("not-a-document"));
        bench.kiosk.scan()->typeInstead();
        QCOMPARE(bench.kiosk.page(), page::details);
        bench.kiosk.takePayload(firstLine + '\r' + secondLine);
        QCOMPARE(bench.kiosk.page(), page::details); // nothing was asked for
        QVERIFY(!bench.kiosk.scan()->found());
    }

    void whatADeviceCouldNotReadIsSaid_data()
    {
        QTest::addColumn<bool>("camera");
        QTest::newRow("beside a camera") << true;
        QTest::newRow("where there is none") << false;
    }
    void whatADeviceCouldNotReadIsSaid()
    {
        QFETCH(bool, camera);
        KioskBench bench;
        QVERIFY(bench.open());
        if (camera)
            bench.look();
        bench.kiosk.startCheckOut();
        bench.kiosk.takeFailedRead();
        QCOMPARE(bench.kiosk.scan()->guidance(), QStringLiteral("not-read"));
        QCOMPARE(bench.kiosk.scan()->state(), QStringLiteral("other"));
        QVERIFY(bench.kiosk.scan()->guidanceText() != bench.kiosk.scan()->guidance());
        bench.pass(std::chrono::seconds(7));
        QCOMPARE(bench.kiosk.scan()->state(), camera ? QStringLiteral("looking") : QStringLiteral("lost"));
    }

    void scanners_data()
    {
        QTest::addColumn<QString>("choice");
        QTest::addColumn<bool>("known");
        QTest::newRow("a barcode scanner") << "serial:/dev/ttyUSB0" << true;
        QTest::newRow("a card reader") << "cn-id:/dev/ttyUSB1" << true;
        QTest::newRow("no device") << "serial:" << false;
        QTest::newRow("something else") << "parallel:/dev/lp0" << false;
    }
    void scanners()
    {
        QFETCH(QString, choice);
        QTEST(kiosk::scannerFrom(choice) != nullptr, "known");
    }
};

GATEHOUSE_TEST(QGuiApplication, TestWedgeFilter);
#include "tst_wedgefilter.moc"
