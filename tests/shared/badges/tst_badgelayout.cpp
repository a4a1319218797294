// SPDX-License-Identifier: GPL-3.0-or-later
#include "badges/badgelayout.h"
#include "badges/wording.h"
#include "samplefaces.h"
#include "testprogram.h"

#include <QGuiApplication>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::badges;

namespace
{

QString textOf(const Drawing &drawing, Role role)
{
    QStringList lines;
    for (const TextLine &line : drawing.textsOf(role))
        lines.append(line.text);
    return lines.join(QLatin1Char(' ')).replace(QChar(0xa0), QLatin1Char(' ')).remove(QChar(0x2060));
}

const QList<QPair<const char *, Format>> kFormats{{"card", Format::Card86x54}, {"label", Format::Label62x100}};

} // namespace

class TestBadgeLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesOfFormats()
    {
        QCOMPARE(formatNamed(u"card"), std::optional(Format::Card86x54));
        QCOMPARE(formatNamed(u"label"), std::optional(Format::Label62x100));
        for (const char *other : {"", "Card", "labels", "paper"})
            QVERIFY2(!formatNamed(QString::fromLatin1(other)), other);
    }

    void nothingOverlaps_data()
    {
        QTest::addColumn<Format>("format");
        QTest::addColumn<BadgeFace>("face");
        for (const auto &[formatName, format] : kFormats) {
            for (const auto &name : test::sampleNames())
                QTest::addRow("%s, %s", formatName, name.what.constData()) << format << test::faceNamed(name.text);
            BadgeFace face = test::sampleFace();
            face.portrait = QImage();
            QTest::addRow("%s, no portrait", formatName) << format << face;
            face.escortRequired = false;
            face.siteName = QString(200, QLatin1Char('S'));
            face.label = QString(50, QLatin1Char('V'));
            face.validUntil = face.validFrom.addDays(300);
            QTest::addRow("%s, long small texts", formatName) << format << face;
            for (int i = 0; i < 20; ++i)
                face.zones.append({QStringLiteral("Archive of the second floor"), QStringLiteral("二层档案室")});
            QTest::addRow("%s, twenty zones", formatName) << format << face;
            face.escortRequired = true;
            QTest::addRow("%s, twenty zones with escort", formatName) << format << face;
            QTest::addRow("%s, nothing at all", formatName) << format << BadgeFace();
        }
    }

    void nothingOverlaps()
    {
        QFETCH(Format, format);
        QFETCH(BadgeFace, face);
        const auto drawing = layOutBadge(face, format, FontMeasure());
        QVERIFY(drawing.has_value());
        const QString faults = test::layoutFaults(*drawing).join(QLatin1Char(0x0a));
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
        QVERIFY(!drawing->textsOf(Role::KeepOut).isEmpty());
    }

    void saysWhatItMust_data()
    {
        QTest::addColumn<Format>("format");
        for (const auto &[formatName, format] : kFormats)
            QTest::newRow(formatName) << format;
    }

    void saysWhatItMust()
    {
        QFETCH(Format, format);
        const auto drawing = layOutBadge(test::sampleFace(), format, FontMeasure());
        QVERIFY(drawing.has_value());
        QCOMPARE(textOf(*drawing, Role::Name), QStringLiteral("Anna Maria ERIKSSON"));
        QCOMPARE(textOf(*drawing, Role::Company), QStringLiteral("Northlight Cooling"));
        QVERIFY(textOf(*drawing, Role::Host).endsWith(QStringLiteral("Li Wei")));
        QVERIFY(textOf(*drawing, Role::Validity).endsWith(QStringLiteral("24 Nov 2026 10:00 – 12:00")));
        QCOMPARE(textOf(*drawing, Role::Zones), QStringLiteral("LOBBY 大厅 · MACHINE ROOM 机房"));
        QCOMPARE(textOf(*drawing, Role::Escort), wording::escortRequired());
        QCOMPARE(textOf(*drawing, Role::Label), QStringLiteral("V-2318"));
        QCOMPARE(textOf(*drawing, Role::Site), QStringLiteral("Harbour Call Centre"));
        const QString keepOut = textOf(*drawing, Role::KeepOut);
        QVERIFY(keepOut.contains(QStringLiteral("机房：须有陪同")));
        QVERIFY(keepOut.contains(QStringLiteral("Machine room only with escort")));
    }

    void r5_aBadgeWithoutEscortSaysThatTheRoomIsClosed()
    {
        BadgeFace face = test::sampleFace();
        face.zones = {{QStringLiteral("Lobby"), QStringLiteral("大厅")}};
        face.escortRequired = false;
        for (const auto &format : kFormats) {
            const QString keepOut = textOf(*layOutBadge(face, format.second, FontMeasure()), Role::KeepOut);
            QVERIFY2(keepOut.contains(QStringLiteral("外来人员请勿进入机房")), qPrintable(keepOut));
            QVERIFY2(keepOut.contains(QStringLiteral("No entry to the machine room")), qPrintable(keepOut));
            QVERIFY2(!keepOut.contains(QStringLiteral("escort")), qPrintable(keepOut));
        }
    }

    void escortOnlyWhereItIs()
    {
        BadgeFace face = test::sampleFace();
        face.escortRequired = false;
        for (const auto &format : kFormats)
            QVERIFY(layOutBadge(face, format.second, FontMeasure())->textsOf(Role::Escort).isEmpty());
    }

    void modulesAreLargeEnough_data()
    {
        QTest::addColumn<int>("length");
        QTest::addColumn<bool>("fits");
        QTest::newRow("short") << 40 << true;
        QTest::newRow("as long as tokens get") << 184 << true;
        QTest::newRow("version 9") << 260 << true;
        QTest::newRow("version 10") << 300 << false;
        QTest::newRow("absurd") << 4000 << false;
    }

    void modulesAreLargeEnough()
    {
        QFETCH(int, length);
        QFETCH(bool, fits);
        BadgeFace face = test::sampleFace();
        face.token = QString(length, QLatin1Char('A'));
        for (const auto &format : kFormats) {
            const auto drawing = layOutBadge(face, format.second, FontMeasure());
            QCOMPARE(drawing.has_value(), fits);
            if (fits)
                QVERIFY(drawing->codes.first().module() >= kSmallestModule);
            else
                QCOMPARE(drawing.error().code, ErrorCode::Invalid);
        }
    }

    void validity_data()
    {
        QTest::addColumn<QDateTime>("from");
        QTest::addColumn<QDateTime>("until");
        QTest::addColumn<QString>("text");
        const QDateTime from(QDate(2026, 11, 24), QTime(10, 0));
        QTest::newRow("one day") << from << from.addSecs(7200) << QStringLiteral("24 Nov 2026 10:00 – 12:00");
        QTest::newRow("over midnight") << from << from.addSecs(15 * 3600)
                                       << QStringLiteral("24 Nov 2026 10:00 – 25 Nov 2026 01:00");
        QTest::newRow("over new year") << QDateTime(QDate(2026, 12, 31), QTime(22, 0))
                                       << QDateTime(QDate(2027, 1, 1), QTime(2, 0))
                                       << QStringLiteral("31 Dec 2026 22:00 – 1 Jan 2027 02:00");
        QTest::newRow("missing") << QDateTime() << from << QString();
    }

    void validity()
    {
        QFETCH(QDateTime, from);
        QFETCH(QDateTime, until);
        QFETCH(QString, text);
        QCOMPARE(validityText(from, until), text);
        QCOMPARE(validityText(from.toUTC(), until.toUTC()), text);
    }
};

GATEHOUSE_TEST(QGuiApplication, TestBadgeLayout);
#include "tst_badgelayout.moc"
