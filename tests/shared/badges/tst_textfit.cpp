// SPDX-License-Identifier: GPL-3.0-or-later
#include "badges/textfit.h"
#include "samplefaces.h"
#include "testprogram.h"

#include <QGuiApplication>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::badges;

namespace
{
const QRectF kBox(10, 10, 33, 14);
const TextStyle kStyle{Role::Name, 5.4, 2.3, 4, {true, false}, false, Qt::AlignLeft | Qt::AlignTop};
} // namespace

class TestTextFit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void staysInItsBox_data()
    {
        QTest::addColumn<QString>("text");
        for (const auto &name : test::sampleNames())
            QTest::newRow(name.what.constData()) << name.text;
    }

    void staysInItsBox()
    {
        QFETCH(QString, text);
        const FontMeasure measure;
        for (const Qt::Alignment align :
             {Qt::AlignLeft | Qt::AlignTop, Qt::AlignRight | Qt::AlignVCenter, Qt::AlignHCenter | Qt::AlignBottom}) {
            TextStyle style = kStyle;
            style.align = align;
            const auto lines = fitText(text, kBox, style, measure);
            QCOMPARE(lines.isEmpty(), printable(text).isEmpty());
            for (const TextLine &line : lines)
                QVERIFY2(kBox.adjusted(-0.02, -0.02, 0.02, 0.02).contains(line.box), qPrintable(line.text));
        }
    }

    void shrinksBeforeItBreaksWords()
    {
        const auto lines = fitText(QStringLiteral("Featherstonehaugh"), kBox, kStyle, FontMeasure());
        QCOMPARE(lines.size(), 1);
        QVERIFY(lines.first().size < 5.4);
        QVERIFY(!lines.first().elided);
    }

    void wrapsAtFullSize()
    {
        const auto lines = fitText(QStringLiteral("Anna Maria ERIKSSON"), kBox, kStyle, FontMeasure());
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.at(0).text, QStringLiteral("Anna Maria"));
        QCOMPARE(lines.at(1).text, QStringLiteral("ERIKSSON"));
    }

    void elidesAtTheSmallestSize()
    {
        const auto lines = fitText(QString(10000, QLatin1Char('M')), kBox, kStyle, FontMeasure());
        QVERIFY(lines.last().elided);
        QVERIFY(lines.last().text.endsWith(QChar(0x2026)));
        QCOMPARE(lines.size(), 4);
    }

    void keepsTheWholeTextWhenItCan()
    {
        for (const auto &name : test::sampleNames()) {
            const auto lines = fitText(name.text, kBox, kStyle, FontMeasure());
            QString joined;
            for (const TextLine &line : lines)
                joined += line.text;
            if (!lines.isEmpty() && !lines.first().elided) {
                QString whole = printable(name.text);
                QCOMPARE(joined.remove(QLatin1Char(' ')), whole.remove(QLatin1Char(' ')));
            }
        }
    }

    void rightToLeftLinesShareTheirRightEdge()
    {
        const auto lines = fitText(QStringLiteral("عبد الرحمن بن محمد الأنصاري"), kBox, kStyle, FontMeasure());
        QVERIFY(lines.size() > 1);
        for (const TextLine &line : lines) {
            QVERIFY(line.rightToLeft);
            QVERIFY(qAbs(line.box.right() - lines.first().box.right()) < 0.01);
        }
    }

    void cleansTypedText_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("printed");
        QTest::newRow("line ends") << QStringLiteral("a\r\nb\tc\u2028d") << QStringLiteral("a b c d");
        QTest::newRow("override") << QStringLiteral("a\u202eb\u2066c\u200f") << QStringLiteral("abc");
        QTest::newRow("joiner stays") << QStringLiteral("می\u200cخواهم") << QStringLiteral("می\u200cخواهم");
        QTest::newRow("composed") << QStringLiteral("e\u0301") << QStringLiteral("é");
        QTest::newRow("marks") << QStringLiteral("q\u0300\u0301\u0302\u0303\u0304") << QStringLiteral("q\u0300\u0301\u0302");
        QTest::newRow("marks without a letter") << QStringLiteral("\u0301\u0302 a") << QStringLiteral("a");
        QTest::newRow("markup is text") << QStringLiteral("<b>&amp;") << QStringLiteral("<b>&amp;");
        QTest::newRow("lone surrogate") << QString(QChar(0xd83d)) + QStringLiteral("x") << QStringLiteral("?x");
    }

    void cleansTypedText()
    {
        QFETCH(QString, typed);
        QFETCH(QString, printed);
        QCOMPARE(badges::printable(typed), printed);
    }
};

GATEHOUSE_TEST(QGuiApplication, TestTextFit);
#include "tst_textfit.moc"
