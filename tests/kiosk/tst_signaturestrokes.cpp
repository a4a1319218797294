// SPDX-License-Identifier: GPL-3.0-or-later
#include "components/signaturestrokes.h"
#include "testprogram.h"

#include <QGuiApplication>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

using gatehouse::kioskui::SignatureStrokes;

class TestSignatureStrokes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completeness_data();
    void completeness();
    void pictureShowsTheStrokesOnly();
    void pointsStayInside();
    void clearForgets();
};

void TestSignatureStrokes::completeness_data()
{
    QTest::addColumn<QList<QPointF>>("points");
    QTest::addColumn<bool>("complete");
    QTest::newRow("nothing") << QList<QPointF>() << false;
    QTest::newRow("a tap") << QList<QPointF>{{10, 10}} << false;
    QTest::newRow("a smear") << QList<QPointF>{{10, 10}, {60, 10}} << false;
    QTest::newRow("a line") << QList<QPointF>{{10, 10}, {100, 60}, {200, 10}} << true;
}

void TestSignatureStrokes::completeness()
{
    QFETCH(QList<QPointF>, points);
    QFETCH(bool, complete);
    SignatureStrokes strokes;
    strokes.setSize({400, 200});
    for (qsizetype i = 0; i < points.size(); ++i)
        i == 0 ? strokes.begin(points.at(i).x(), points.at(i).y()) : strokes.extend(points.at(i).x(), points.at(i).y());
    QCOMPARE(strokes.isComplete(), complete);
    QCOMPARE(strokes.isEmpty(), points.isEmpty());
    QCOMPARE(strokes.png().isEmpty(), points.isEmpty());
}

void TestSignatureStrokes::pictureShowsTheStrokesOnly()
{
    SignatureStrokes strokes;
    strokes.setSize({2000, 500});
    strokes.setInk(Qt::yellow); // high contrast on the screen; the picture is black on white all the same
    strokes.begin(100, 100);
    strokes.extend(1900, 400);
    const QImage image = QImage::fromData(strokes.png(), "PNG");
    QVERIFY(!image.isNull());
    QVERIFY(image.width() <= 600 && image.width() > 590);
    QVERIFY(image.height() < 130); // cropped to the strokes
    QVERIFY(qGray(image.pixel(image.width() / 2, image.height() / 2)) < 100);
    QCOMPARE(qGray(image.pixel(image.width() - 3, 3)), 255);
}

void TestSignatureStrokes::pointsStayInside()
{
    SignatureStrokes strokes;
    strokes.setSize({400, 200});
    strokes.begin(200, 100);
    strokes.extend(9000, -9000);
    const QImage image = QImage::fromData(strokes.png(), "PNG");
    QVERIFY(image.width() <= 230 && image.height() <= 130);
}

void TestSignatureStrokes::clearForgets()
{
    SignatureStrokes strokes;
    strokes.setSize({400, 200});
    QSignalSpy changed(&strokes, &SignatureStrokes::strokesChanged);
    strokes.begin(1, 1);
    strokes.extend(300, 100);
    strokes.clear();
    QCOMPARE(changed.count(), 3);
    QVERIFY(strokes.isEmpty());
    QVERIFY(strokes.png().isEmpty());
}

GATEHOUSE_TEST(QGuiApplication, TestSignatureStrokes);
#include "tst_signaturestrokes.moc"
