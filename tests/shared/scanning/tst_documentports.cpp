// SPDX-License-Identifier: GPL-3.0-or-later
// The serial devices against simulated ones at the far end of a pseudo-terminal.
#include "pseudoterminal.h"
#include "simulatedcard.h"
#include "testprogram.h"

#include "devices/cnidcardreader.h"
#include "devices/serialscanner.h"

#include <QSignalSpy>
#include <QTest>

using namespace gatehouse::scanning;
using namespace gatehouse::test;

namespace
{
/// A reader's security module: answers each command as its makers document it, or wrongly in the way it is told.
class SimulatedReader
{
public:
    enum class Fault { None, WrongChecksum, HalfAnswer, Silent, NoiseBefore, OneByteAtATime };

    SimulatedReader()
    {
        line.received = [this](const QByteArray &bytes) { onBytes(bytes); };
    }

    void put(const CnIdRecord &record) { data = cardData(record); }
    void takeAway() { data.clear(); }

    PseudoTerminal line;
    Fault fault = Fault::None;
    int faults = -1;            ///< how many answers are faulty; -1 all
    bool goneAfterFind = false; ///< the card is taken away between finding and reading
    bool hidesReadCard = false; ///< like many modules: a card that was read is not found again
    int commands = 0;
    QByteArray data;

private:
    void onBytes(const QByteArray &bytes)
    {
        m_received += bytes;
        while (m_received.size() >= 10) { // each command that a reader gets here has ten bytes
            const QByteArray command = m_received.left(10);
            m_received.remove(0, 10);
            ++commands;
            answer(command);
        }
    }

    void answer(const QByteArray &command)
    {
        if (command == sam::findCard())
            reply(data.isEmpty() || (hidesReadCard && data == m_read) ? "000080" : "00009f00000000");
        else if (command == sam::selectCard())
            reply(data.isEmpty() || goneAfterFind ? "000081" : "0000900000000000000000");
        else if (command == sam::readFixed() && !data.isEmpty())
            reply("000090", m_read = data);
        else
            reply("000041");
    }

    void reply(const char *hex, const QByteArray &more = {})
    {
        QByteArray bytes = sam::frame(QByteArray::fromHex(hex) + more);
        const Fault now = faults == 0 ? Fault::None : fault;
        if (faults > 0)
            --faults;
        switch (now) {
        case Fault::WrongChecksum:
            bytes.back() = char(bytes.back() ^ 0x55);
            break;
        case Fault::HalfAnswer:
            bytes.truncate(bytes.size() / 2);
            break;
        case Fault::Silent:
            return;
        case Fault::NoiseBefore:
            bytes.prepend(QByteArray::fromHex("00ffaa96aaaa69"));
            break;
        case Fault::OneByteAtATime:
            for (const char c : bytes)
                line.send(QByteArray(1, c));
            return;
        case Fault::None:
            break;
        }
        line.send(bytes);
    }

    QByteArray m_received;
    QByteArray m_read;
};

CnIdRecord secondRecord()
{
    CnIdRecord record = sampleRecord();
    record.name = QStringLiteral("李样本");
    return record;
}
} // namespace

class TestDocumentPorts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scannerReadsWhatItIsSent();
    void scannerIsPluggedInAgain();
    void floodIsAFailedRead();
    void cardIsReadOnce_data();
    void cardIsReadOnce();
    void cardPutOnAgainIsReadAgain();
    void disturbedLine_data();
    void disturbedLine();
    void cardTakenAwayTooEarly();
    void cardThatCannotBeRead();
    void unpluggedReaderComesBack();
    void silentModuleIsLost();
    void absentReaderIsLookedFor();
    void stoppedReaderIsSilent();
};

void TestDocumentPorts::scannerReadsWhatItIsSent()
{
    PseudoTerminal line;
    QVERIFY(line.plugIn());
    SerialScanner scanner(line.path() + QStringLiteral(",9600"));
    QSignalSpy read(&scanner, &DocumentPort::payloadRead);
    scanner.start();
    QVERIFY(scanner.isOpen());
    QVERIFY(line.send("GH1:ABC\r\n"));
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(read.at(0).at(0).toByteArray(), QByteArrayLiteral("GH1:ABC"));
    const QByteArray licence = QByteArrayLiteral("@\n\x1e\rANSI 636000080002DL00310020DLDAQX00000001\nDCSMOTORIST\nDACANNE\r");
    QVERIFY(line.send(licence)); // nothing but silence ends it
    QTRY_COMPARE(read.size(), 2);
    QCOMPARE(read.at(1).at(0).toByteArray(), licence);
}

void TestDocumentPorts::scannerIsPluggedInAgain()
{
    PseudoTerminal line;
    QVERIFY(line.plugIn());
    SerialScanner scanner(line.path());
    QSignalSpy read(&scanner, &DocumentPort::payloadRead);
    QSignalSpy lost(&scanner, &DocumentPort::lost);
    QSignalSpy recovered(&scanner, &DocumentPort::recovered);
    QSignalSpy failed(&scanner, &DocumentPort::readFailed);
    scanner.start();
    QVERIFY(line.send("GH1:CUT OFF"));
    line.unplug();
    QTRY_COMPARE(lost.size(), 1);
    QVERIFY(!scanner.isOpen());
    QVERIFY(line.plugIn());
    QTRY_COMPARE(recovered.size(), 1);
    QVERIFY(line.send("GH1:ABC\r"));
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(read.at(0).at(0).toByteArray(), QByteArrayLiteral("GH1:ABC"));
    QCOMPARE(lost.size(), 1);
    QVERIFY(failed.size() <= 1);
}

void TestDocumentPorts::floodIsAFailedRead()
{
    PseudoTerminal line;
    QVERIFY(line.plugIn());
    SerialScanner scanner(line.path());
    QSignalSpy read(&scanner, &DocumentPort::payloadRead);
    QSignalSpy failed(&scanner, &DocumentPort::readFailed);
    scanner.start();
    QVERIFY(line.send("@\n\x1e\rANSI 636000080002DL00310020DLDCS"));
    for (int sent = 0; sent < 10000; sent += 500) {
        QVERIFY(line.send(QByteArray(500, 'A')));
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(line.send("GH1:ABC\r"));
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(failed.size(), 1);
}

void TestDocumentPorts::cardIsReadOnce_data()
{
    QTest::addColumn<bool>("hides");
    QTest::newRow("module that finds it again and again") << false;
    QTest::newRow("module that finds each card once") << true;
}

void TestDocumentPorts::cardIsReadOnce()
{
    QFETCH(bool, hides);
    SimulatedReader reader;
    reader.hidesReadCard = hides;
    QVERIFY(reader.line.plugIn());
    CnIdCardReader port(reader.line.path());
    QSignalSpy read(&port, &DocumentPort::payloadRead);
    QSignalSpy failed(&port, &DocumentPort::readFailed);
    port.start();
    QTRY_VERIFY(reader.commands >= 1);
    QVERIFY(read.isEmpty());
    reader.put(sampleRecord());
    QTRY_COMPARE(read.size(), 1);
    const ScanResult result = parseScannerPayload(read.at(0).at(0).toByteArray(), QDate(2026, 11, 24));
    QVERIFY(result.valid);
    QCOMPARE(result.value(u"documentNumber"), sampleRecord().number);
    const int before = reader.commands;
    QTRY_VERIFY(reader.commands >= before + 4); // it goes on looking
    QCOMPARE(read.size(), 1);
    QVERIFY(failed.isEmpty());
}

void TestDocumentPorts::cardPutOnAgainIsReadAgain()
{
    SimulatedReader reader;
    QVERIFY(reader.line.plugIn());
    CnIdCardReader port(reader.line.path());
    QSignalSpy read(&port, &DocumentPort::payloadRead);
    reader.put(sampleRecord());
    port.start();
    QTRY_COMPARE(read.size(), 1);
    reader.put(secondRecord()); // so fast that its absence was not seen
    QTRY_COMPARE(read.size(), 2);
    reader.takeAway();
    const int before = reader.commands;
    QTRY_VERIFY(reader.commands >= before + 2);
    reader.put(secondRecord());
    QTRY_COMPARE(read.size(), 3);
    QCOMPARE(read.at(1).at(0), read.at(2).at(0));
}

void TestDocumentPorts::disturbedLine_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("faults");
    const auto row = [](const char *name, SimulatedReader::Fault fault, int faults) {
        QTest::newRow(name) << int(fault) << faults;
    };
    row("wrong checksum, twice", SimulatedReader::Fault::WrongChecksum, 2);
    row("half an answer, once", SimulatedReader::Fault::HalfAnswer, 1);
    row("no answer, once", SimulatedReader::Fault::Silent, 1);
    row("noise before each", SimulatedReader::Fault::NoiseBefore, -1);
    row("one byte at a time", SimulatedReader::Fault::OneByteAtATime, -1);
}

void TestDocumentPorts::disturbedLine()
{
    QFETCH(int, fault);
    QFETCH(int, faults);
    SimulatedReader reader;
    reader.fault = SimulatedReader::Fault(fault);
    reader.faults = faults;
    reader.put(sampleRecord());
    QVERIFY(reader.line.plugIn());
    CnIdCardReader port(reader.line.path());
    QSignalSpy read(&port, &DocumentPort::payloadRead);
    QSignalSpy failed(&port, &DocumentPort::readFailed);
    port.start();
    QTRY_COMPARE_WITH_TIMEOUT(read.size(), 1, 10000);
    QCOMPARE(cnIdRecordFromPayload(read.at(0).at(0).toByteArray()), std::optional(sampleRecord()));
    QVERIFY(failed.isEmpty());
}

void TestDocumentPorts::cardTakenAwayTooEarly()
{
    SimulatedReader reader;
    reader.goneAfterFind = true;
    reader.put(sampleRecord());
    QVERIFY(reader.line.plugIn());
    CnIdCardReader port(reader.line.path());
    QSignalSpy read(&port, &DocumentPort::payloadRead);
    QSignalSpy failed(&port, &DocumentPort::readFailed);
    port.start();
    QTRY_VERIFY(reader.commands >= 2);
    reader.takeAway();
    QTRY_COMPARE(failed.size(), 1);
    reader.goneAfterFind = false;
    reader.put(sampleRecord());
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(failed.size(), 1);
}

void TestDocumentPorts::cardThatCannotBeRead()
{
    SimulatedReader reader;
    reader.put(sampleRecord());
    reader.data[4 + 248] = 'I'; // a foreigner's permanent residence card
    reader.data[4 + 249] = 0;
    QVERIFY(reader.line.plugIn());
    CnIdCardReader port(reader.line.path());
    QSignalSpy read(&port, &DocumentPort::payloadRead);
    QSignalSpy failed(&port, &DocumentPort::readFailed);
    port.start();
    QTRY_COMPARE(failed.size(), 1);
    const int before = reader.commands;
    QTRY_VERIFY(reader.commands >= before + 9);
    QCOMPARE(failed.size(), 1); // said once while it lies there
    QVERIFY(read.isEmpty());
    reader.takeAway();
    const int after = reader.commands;
    QTRY_VERIFY(reader.commands >= after + 2);
    reader.put(sampleRecord());
    QTRY_COMPARE(read.size(), 1);
}

void TestDocumentPorts::unpluggedReaderComesBack()
{
    SimulatedReader reader;
    QVERIFY(reader.line.plugIn());
    CnIdCardReader port(reader.line.path());
    QSignalSpy read(&port, &DocumentPort::payloadRead);
    QSignalSpy lost(&port, &DocumentPort::lost);
    QSignalSpy recovered(&port, &DocumentPort::recovered);
    port.start();
    QTRY_VERIFY(reader.commands >= 1);
    reader.line.unplug();
    QTRY_COMPARE(lost.size(), 1);
    QVERIFY(!port.isOpen());
    reader.put(sampleRecord());
    QVERIFY(reader.line.plugIn());
    QTRY_COMPARE(recovered.size(), 1);
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(lost.size(), 1);
}

void TestDocumentPorts::silentModuleIsLost()
{
    SimulatedReader reader;
    reader.fault = SimulatedReader::Fault::Silent;
    QVERIFY(reader.line.plugIn());
    CnIdCardReader port(reader.line.path());
    QSignalSpy lost(&port, &DocumentPort::lost);
    QSignalSpy recovered(&port, &DocumentPort::recovered);
    port.start();
    QTRY_COMPARE_WITH_TIMEOUT(lost.size(), 1, 15000);
    QVERIFY(!port.isOpen());
    reader.fault = SimulatedReader::Fault::None;
    QTRY_COMPARE(recovered.size(), 1);
    QVERIFY(port.isOpen());
}

void TestDocumentPorts::absentReaderIsLookedFor()
{
    SimulatedReader reader;
    reader.put(sampleRecord());
    CnIdCardReader port(reader.line.path());
    QSignalSpy read(&port, &DocumentPort::payloadRead);
    QSignalSpy lost(&port, &DocumentPort::lost);
    port.start();
    QTRY_COMPARE(lost.size(), 1);
    QVERIFY(reader.line.plugIn());
    QTRY_COMPARE(read.size(), 1);
}

void TestDocumentPorts::stoppedReaderIsSilent()
{
    SimulatedReader reader;
    QVERIFY(reader.line.plugIn());
    CnIdCardReader port(reader.line.path());
    QSignalSpy read(&port, &DocumentPort::payloadRead);
    port.start();
    QTRY_VERIFY(reader.commands >= 1);
    port.stop();
    QVERIFY(!port.isOpen());
    reader.put(sampleRecord());
    QVERIFY(!read.wait(700));
    port.start();
    QTRY_COMPARE(read.size(), 1);
}

GATEHOUSE_TEST(QCoreApplication, TestDocumentPorts);
#include "tst_documentports.moc"
