// SPDX-License-Identifier: GPL-3.0-or-later
#include "devices/payloadframer.h"
#include "parsing/scannerpayload.h"
#include "testprogram.h"

#include <QTest>

using namespace gatehouse::scanning;

namespace
{
using Frames = QList<QByteArray>;

const QByteArray body =
    QByteArrayLiteral("DLDAQT64235789\nDCSSAMPLE\nDDEN\nDACMICHAEL\nDDFN\nDADJOHN\nDDGN\nDCUJR\nDBD06062019\n"
                      "DBB06061986\nDBA12102024\nDBC1\nDAG2300 WEST BROAD STREET\nDAIRICHMOND\nDAJVA\n"
                      "DAK232690000  \nDCF2424244747474786102204\nDCGUSA\n\r");

// A licence whose table says that its data is that long.
QByteArray licenceOf(qsizetype length)
{
    const QByteArray header = QByteArrayLiteral("@\n\x1e\rANSI 636000100001DL0031");
    return header + QByteArray::number(length).rightJustified(4, '0') + body;
}
const QByteArray licence = licenceOf(body.size());
const QByteArray td3 =
    QByteArrayLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\rL898902C36UTO7408122F1204159ZE184226B<<<<<10");
const QByteArray td1 =
    QByteArrayLiteral("I<UTOD231458907<<<<<<<<<<<<<<<\r7408122F1204159UTO<<<<<<<<<<<6\rERIKSSON<<ANNA<MARIA<<<<<<<<<<");

struct Clocked {
    PayloadFramer framer;
    qint64 now = 1000;
    Frames got;

    void send(const QByteArray &bytes) { got += framer.feed(bytes, now); }
    void wait(qint64 milliseconds)
    {
        now += milliseconds;
        if (auto ended = framer.elapse(now))
            got.append(*ended);
    }
};
} // namespace

class TestPayloadFramer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void terminatedPayloads_data();
    void terminatedPayloads();
    void byteByByteIsTheSame();
    void licenceEndsBySilence();
    void licenceWithAWrongTableIsNotCutShort();
    void zoneNeedsAllItsLines();
    void silenceEndsWhatHasNoTerminator();
    void floodIsDroppedWhole();
    void deadlineOnlyWhilePending();
    void whatIsFramedIsRead();
};

void TestPayloadFramer::terminatedPayloads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Frames>("payloads");
    QTest::newRow("CR") << QByteArrayLiteral("GH1:ABC\r") << Frames{"GH1:ABC"};
    QTest::newRow("LF") << QByteArrayLiteral("GI1:ABC\n") << Frames{"GI1:ABC"};
    QTest::newRow("CR LF") << QByteArrayLiteral("GH1:ABC\r\n") << Frames{"GH1:ABC"};
    QTest::newRow("STX and ETX") << QByteArrayLiteral("\x02GH1:ABC\x03") << Frames{"GH1:ABC"};
    QTest::newRow("two in one piece") << QByteArrayLiteral("4006381333931\r\nGH1:ABC\r\n")
                                      << Frames{"4006381333931", "GH1:ABC"};
    QTest::newRow("line ends alone") << QByteArrayLiteral("\r\n\r\n \r") << Frames{};
    QTest::newRow("zone of three lines") << td1 + '\r' << Frames{td1};
    QTest::newRow("zone of two lines") << td3 + '\r' << Frames{td3};
    QTest::newRow("two zones") << td3 + '\r' + td1 + '\r' << Frames{td3, td1};
    QTest::newRow("zone in one line") << QByteArray(td3).replace("\r", "") + '\r' << Frames{QByteArray(td3).replace("\r", "")};
    QTest::newRow("zone after a barcode") << "A1234\r" + td3 + "\r\n" << Frames{"A1234", td3};
}

void TestPayloadFramer::terminatedPayloads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(Frames, payloads);
    PayloadFramer framer;
    QCOMPARE(framer.feed(bytes, 5), payloads);
    QVERIFY(framer.elapse(5 + PayloadFramer::silence) == std::nullopt);
}

void TestPayloadFramer::byteByByteIsTheSame()
{
    Clocked line;
    for (const char c : "\x02GH1:ABC\x03" + td3 + "\r\n" + "GI1:X\n") {
        line.send(QByteArray(1, c));
        line.now += 1;
    }
    QCOMPARE(line.got, (Frames{"GH1:ABC", td3, "GI1:X"}));
}

void TestPayloadFramer::licenceEndsBySilence()
{
    Clocked line;
    for (const QByteArray &piece : {licence.left(100), licence.mid(100, 1), licence.mid(101)}) {
        line.send(piece);
        QVERIFY(line.got.isEmpty());
        line.now += 20; // pauses of a USB line
    }
    line.now -= 20;
    line.wait(PayloadFramer::shortSilence);
    QCOMPARE(line.got, Frames{licence}); // as long as its header says: no need to wait longer
}

void TestPayloadFramer::licenceWithAWrongTableIsNotCutShort()
{
    // The table promises more than there is: only the long silence ends it. It promises less: what follows still belongs to it.
    const QByteArray longer = licenceOf(4000);
    Clocked line;
    line.send(longer);
    line.wait(PayloadFramer::silence - 1);
    QVERIFY(line.got.isEmpty());
    line.wait(1);
    QCOMPARE(line.got, Frames{longer});

    const QByteArray shorter = licenceOf(20);
    Clocked other;
    other.send(shorter.left(200));
    other.now += PayloadFramer::shortSilence - 1;
    other.send(shorter.mid(200));
    other.wait(PayloadFramer::shortSilence);
    QCOMPARE(other.got, Frames{shorter});
}

void TestPayloadFramer::zoneNeedsAllItsLines()
{
    Clocked line;
    line.send(td1.left(62)); // two of three lines
    line.wait(PayloadFramer::silence - 1);
    QVERIFY(line.got.isEmpty());
    line.send(td1.mid(62));
    QVERIFY(line.got.isEmpty()); // no terminator yet
    line.wait(PayloadFramer::shortSilence);
    QCOMPARE(line.got, Frames{td1});
}

void TestPayloadFramer::silenceEndsWhatHasNoTerminator()
{
    Clocked line;
    line.send("GH1:ABC");
    line.wait(PayloadFramer::silence - 1);
    QVERIFY(line.got.isEmpty());
    line.wait(1);
    QCOMPARE(line.got, Frames{"GH1:ABC"});
    // The next one begins although nobody called elapse().
    line.send("GI1:A");
    line.now += PayloadFramer::silence;
    line.send("GI1:B\r");
    QCOMPARE(line.got, (Frames{"GH1:ABC", "GI1:A", "GI1:B"}));
}

void TestPayloadFramer::floodIsDroppedWhole()
{
    Clocked line;
    line.send("@\n" + QByteArray(1 << 20, 'A'));
    line.send("GH1:AAA\r");
    line.wait(PayloadFramer::silence);
    QVERIFY(line.got.isEmpty());
    line.send("GH1:ABC\r");
    QCOMPARE(line.got, Frames{"GH1:ABC"});
}

void TestPayloadFramer::deadlineOnlyWhilePending()
{
    PayloadFramer framer;
    QVERIFY(!framer.deadline());
    framer.feed("GH1:", 7);
    QCOMPARE(framer.deadline(), std::optional<qint64>(7 + PayloadFramer::silence));
    framer.feed("A\r", 8);
    QVERIFY(!framer.deadline());
    framer.feed("A", 8);
    framer.clear();
    QVERIFY(framer.isEmpty());
}

void TestPayloadFramer::whatIsFramedIsRead()
{
    Clocked line;
    line.send("]L0" + licence);
    line.wait(PayloadFramer::silence);
    line.send(td1 + '\r');
    line.send("]Q1GH1:ABC\r");
    line.send("gi1:abc\r");
    line.send("11010519491231002X\r");
    QStringList kinds;
    for (const QByteArray &payload : line.got)
        kinds.append(kindName(parseScannerPayload(payload, QDate(2026, 1, 1)).kind));
    // A number that nothing shows to be an identity card's is a barcode.
    QCOMPARE(kinds, (QStringList{"aamva", "mrz-td1", "badge", "invite", "barcode"}));
    QCOMPARE(parseScannerPayload(line.got.at(3), QDate(2026, 1, 1)).raw, QStringList{"GI1:ABC"});
    QCOMPARE(parseScannerPayload(line.got.at(0), QDate(2026, 1, 1)).value(u"documentNumber"), QStringLiteral("T64235789"));
}

GATEHOUSE_TEST(QCoreApplication, TestPayloadFramer);
#include "tst_payloadframer.moc"
