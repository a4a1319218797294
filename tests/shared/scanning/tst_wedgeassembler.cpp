// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/wedgeassembler.h"
#include "parsing/scannerpayload.h"
#include "testprogram.h"

#include <QTest>

using namespace gatehouse::scanning;

namespace
{
enum class Controls { AsControlKeys, AsFunctionKeys, AsAltCodes };

/// A keyboard with a hand or a scanner at it.
class Keyboard
{
public:
    QByteArray payload() const { return payloads.value(0); }

    void press(int key, const QString &text, Qt::KeyboardModifiers modifiers = {}, bool repeat = false)
    {
        now += pace;
        take(wedge.press({key, modifiers, text, repeat, now}));
    }

    void type(QChar c) { press(c.toUpper().unicode(), c); }

    void send(const QByteArray &bytes, Controls controls)
    {
        for (const char c : bytes) {
            if (c == '\r')
                press(Qt::Key_Return, QStringLiteral("\r"));
            else if (uchar(c) >= 0x20)
                type(QLatin1Char(c));
            else
                sendControl(uchar(c), controls);
        }
    }

    void wait(qint64 milliseconds)
    {
        const qint64 until = now + milliseconds;
        for (auto deadline = wedge.deadline(); deadline && *deadline <= until; deadline = wedge.deadline()) {
            now = std::max(now, *deadline);
            take(wedge.elapse(now));
        }
        now = until;
    }

    WedgeAssembler wedge;
    qint64 now = 1000;
    qint64 pace = 3;
    QString typed;
    QList<QByteArray> payloads;
    int failures = 0;

private:
    void take(const WedgeAssembler::Outcome &outcome)
    {
        for (const WedgeKey &key : outcome.typed)
            typed += key.text;
        payloads += outcome.payloads;
        failures += outcome.failed ? 1 : 0;
    }

    void sendControl(int code, Controls controls)
    {
        if (controls == Controls::AsControlKeys) {
            press(Qt::Key_Control, {}, Qt::ControlModifier);
            press(code + Qt::Key_At, QChar(code), Qt::ControlModifier);
        } else if (controls == Controls::AsFunctionKeys) {
            press(code == '\n' ? int(Qt::Key_Down) : Qt::Key_F1 + code - 0x16, {});
        } else {
            press(Qt::Key_Alt, {}, Qt::AltModifier);
            for (const QChar digit : QStringLiteral("%1").arg(code, 3, 10, QLatin1Char('0')))
                press(digit.unicode(), digit, Qt::AltModifier | Qt::KeypadModifier);
        }
    }
};

const QByteArray typedLicence =
    QByteArrayLiteral("@\n\x1e\rANSI 636000080002DL00410278DL"
                      "DAQX00000001\nDCSMOTORIST\nDDEN\nDACUTOPIA\nDDFN\nDADANNE\nDDGN\nDBD06062019\n"
                      "DBB02291988\nDBA12102034\nDBC2\nDAG1 SAMPLE ST\nDAIANYTOWN\nDAJVA\nDAK232690000  \n"
                      "DCF0000\nDCGUSA\r");
const QByteArray typedTd1 =
    QByteArrayLiteral("I<UTOD231458907<<<<<<<<<<<<<<<\r7408122F1204159UTO<<<<<<<<<<<6\rERIKSSON<<ANNA<MARIA<<<<<<<<<<\r");
} // namespace

class TestWedgeAssembler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void peopleTypeUndisturbed_data();
    void peopleTypeUndisturbed();
    void keyThatRepeatsIsAPersons();
    void stuckKeyIsNoScanner();
    void scannerNeverTypes_data();
    void scannerNeverTypes();
    void aFloodIsAFailedRead();
    void capsLockChangesNothing();
    void scannerWithoutTerminator();
    void typingBeforeAndAfterAScan();
    void controlKeyOfAPersonPasses();
    void twoScansInARow();
    void characterOfEachControlKey_data();
    void characterOfEachControlKey();
};

void TestWedgeAssembler::peopleTypeUndisturbed_data()
{
    QTest::addColumn<qint64>("pace");
    QTest::newRow("slow") << qint64(400);
    QTest::newRow("a fast typist") << qint64(60);
    QTest::newRow("just slower than a scanner") << WedgeAssembler::gap + 1;
}

void TestWedgeAssembler::peopleTypeUndisturbed()
{
    QFETCH(qint64, pace);
    Keyboard keyboard;
    keyboard.pace = pace;
    for (const QChar c : QStringLiteral("GH1: is typed by hand"))
        keyboard.type(c);
    keyboard.press(Qt::Key_Return, QStringLiteral("\r"));
    keyboard.wait(WedgeAssembler::gap + 1);
    QCOMPARE(keyboard.typed, QStringLiteral("GH1: is typed by hand\r"));
    QVERIFY(keyboard.payloads.isEmpty());
    QVERIFY(!keyboard.wedge.deadline());
}

void TestWedgeAssembler::keyThatRepeatsIsAPersons()
{
    Keyboard keyboard;
    keyboard.pace = 33;
    keyboard.type(u'a');
    for (int i = 0; i < 20; ++i)
        keyboard.press(Qt::Key_A, QStringLiteral("a"), {}, true);
    QCOMPARE(keyboard.typed, QString(21, u'a'));
    QVERIFY(!keyboard.wedge.isReceiving());
}

void TestWedgeAssembler::stuckKeyIsNoScanner()
{
    Keyboard keyboard;
    for (int i = 0; i < 20; ++i)
        keyboard.type(u'7');
    keyboard.wait(WedgeAssembler::gap + 1);
    QCOMPARE(keyboard.typed, QString(20, u'7'));
}

void TestWedgeAssembler::scannerNeverTypes_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("controls");
    const std::pair<Controls, const char *> ways[] = {{Controls::AsControlKeys, "control keys"},
                                                      {Controls::AsFunctionKeys, "function keys"},
                                                      {Controls::AsAltCodes, "Alt codes"}};
    for (const auto &[controls, way] : ways) {
        const int number = int(controls);
        QTest::addRow("badge, %s", way) << QByteArrayLiteral("GH1:%69 VD92EX0\r") << QByteArrayLiteral("GH1:%69 VD92EX0")
                                        << "badge" << number;
        QTest::addRow("invitation, %s", way)
            << QByteArrayLiteral("GI1:ABC\r") << QByteArrayLiteral("GI1:ABC") << "invite" << number;
        QTest::addRow("licence, %s", way) << typedLicence << typedLicence << "aamva" << number;
        QTest::addRow("zone of three lines, %s", way) << typedTd1 << typedTd1.chopped(1) << "mrz-td1" << number;
        QTest::addRow("article, %s", way) << QByteArrayLiteral("4006381333931\r") << QByteArrayLiteral("4006381333931")
                                          << "barcode" << number;
        QTest::addRow("shipping label, %s", way) << QByteArrayLiteral("[)>\x1e"
                                                                      "01\x1d"
                                                                      "840\x1d"
                                                                      "001\x1e\r")
                                                 << QByteArrayLiteral("[)>\x1e"
                                                                      "01\x1d"
                                                                      "840\x1d"
                                                                      "001\x1e")
                                                 << "barcode" << number;
    }
}

void TestWedgeAssembler::scannerNeverTypes()
{
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, payload);
    QFETCH(QString, kind);
    QFETCH(int, controls);
    Keyboard keyboard;
    keyboard.send(sent, Controls(controls));
    keyboard.wait(PayloadFramer::silence + WedgeAssembler::gap + 1);
    QCOMPARE(keyboard.typed, QString());
    QCOMPARE(keyboard.payloads, QList<QByteArray>{payload});
    QCOMPARE(kindName(parseScannerPayload(payload, QDate(2026, 1, 1)).kind), kind);
    QVERIFY(!keyboard.wedge.isReceiving());
    QVERIFY(!keyboard.wedge.deadline());
}

void TestWedgeAssembler::aFloodIsAFailedRead()
{
    Keyboard keyboard;
    keyboard.send("@\n" + QByteArray(PayloadFramer::longestPayload, 'A'), Controls::AsControlKeys);
    keyboard.wait(PayloadFramer::silence + WedgeAssembler::gap + 1);
    QCOMPARE(keyboard.failures, 1);
    QVERIFY(keyboard.payloads.isEmpty() && keyboard.typed.isEmpty());
    QVERIFY(!keyboard.wedge.deadline());
}

void TestWedgeAssembler::capsLockChangesNothing()
{
    const QByteArray sent[] = {QByteArrayLiteral("GH1:ABC\r"), typedLicence, typedTd1};
    for (const QByteArray &bytes : sent) {
        Keyboard plain;
        plain.send(bytes, Controls::AsControlKeys);
        plain.wait(1000);
        Keyboard caps;
        caps.send(bytes.toLower(), Controls::AsControlKeys);
        caps.wait(1000);
        QCOMPARE(caps.payloads.size(), 1);
        const QDate today(2026, 1, 1);
        QCOMPARE(parseScannerPayload(caps.payload(), today), parseScannerPayload(plain.payload(), today));
    }
}

void TestWedgeAssembler::scannerWithoutTerminator()
{
    Keyboard keyboard;
    keyboard.send("GH1:ABC", Controls::AsControlKeys);
    QVERIFY(keyboard.payloads.isEmpty());
    QVERIFY(keyboard.wedge.isReceiving());
    keyboard.wait(PayloadFramer::silence);
    QCOMPARE(keyboard.payloads, QList<QByteArray>{"GH1:ABC"});
    QCOMPARE(keyboard.typed, QString());
}

void TestWedgeAssembler::typingBeforeAndAfterAScan()
{
    Keyboard keyboard;
    keyboard.pace = 120;
    for (const QChar c : QStringLiteral("Mo"))
        keyboard.type(c);
    keyboard.wait(120);
    keyboard.pace = 2;
    keyboard.send("GH1:ABC\r", Controls::AsControlKeys);
    keyboard.wait(120);
    keyboard.pace = 120;
    for (const QChar c : QStringLiteral("torist"))
        keyboard.type(c);
    keyboard.wait(120);
    QCOMPARE(keyboard.typed, QStringLiteral("Motorist"));
    QCOMPARE(keyboard.payloads, QList<QByteArray>{"GH1:ABC"});
}

void TestWedgeAssembler::controlKeyOfAPersonPasses()
{
    WedgeAssembler wedge;
    const WedgeKey control{Qt::Key_Control, Qt::ControlModifier, {}, false, 100};
    const WedgeKey c{Qt::Key_C, Qt::ControlModifier, QStringLiteral("\x03"), false, 110};
    QCOMPARE(wedge.press(control).typed, QList<WedgeKey>{control});
    QVERIFY(wedge.press(c).typed.isEmpty());
    QCOMPARE(wedge.elapse(*wedge.deadline()).typed, QList<WedgeKey>{c});
}

void TestWedgeAssembler::twoScansInARow()
{
    Keyboard keyboard;
    keyboard.send("GH1:ABC\r\nGI1:DEF\r\n", Controls::AsControlKeys);
    keyboard.wait(1000);
    QCOMPARE(keyboard.payloads, (QList<QByteArray>{"GH1:ABC", "GI1:DEF"}));
    QCOMPARE(keyboard.typed, QString());
}

void TestWedgeAssembler::characterOfEachControlKey_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("control");
    QTest::addColumn<int>("code");
    QTest::newRow("Ctrl+J, line feed") << int(Qt::Key_J) << true << 0x0a;
    QTest::newRow("Ctrl+M, carriage return") << int(Qt::Key_M) << true << 0x0d;
    QTest::newRow("Ctrl+], group separator") << int(Qt::Key_BracketRight) << true << 0x1d;
    QTest::newRow("Ctrl+^, record separator") << int(Qt::Key_AsciiCircum) << true << 0x1e;
    QTest::newRow("Ctrl+6, the same without Shift") << int(Qt::Key_6) << true << 0x1e;
    QTest::newRow("Ctrl+_, unit separator") << int(Qt::Key_Underscore) << true << 0x1f;
    QTest::newRow("F7, file separator") << int(Qt::Key_F7) << false << 0x1c;
    QTest::newRow("F8, group separator") << int(Qt::Key_F8) << false << 0x1d;
    QTest::newRow("F9, record separator") << int(Qt::Key_F9) << false << 0x1e;
    QTest::newRow("F10, unit separator") << int(Qt::Key_F10) << false << 0x1f;
    QTest::newRow("Enter") << int(Qt::Key_Enter) << false << 0x0d;
    QTest::newRow("Tab") << int(Qt::Key_Tab) << false << 0x09;
}

void TestWedgeAssembler::characterOfEachControlKey()
{
    QFETCH(int, key);
    QFETCH(bool, control);
    QFETCH(int, code);
    WedgeKey pressed;
    pressed.key = key;
    pressed.modifiers = control ? Qt::ControlModifier : Qt::NoModifier;
    QCOMPARE(wedgeCharacter(pressed), QString(QChar(code)));
}

GATEHOUSE_TEST(QCoreApplication, TestWedgeAssembler);
#include "tst_wedgeassembler.moc"
