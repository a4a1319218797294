// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of Han characters by their shapes: what ships knows the characters of names, says so of similar ones, and can be
// made anew from a few drawn pictures.
#include "hansamples.h"
#include "hantrainer.h"
#include "testprogram.h"

#include "vision/hanshapes.h"

#include <QFile>
#include <QGuiApplication>
#include <QTest>

#include <opencv2/core.hpp>

using namespace gatehouse::scanning;
using namespace gatehouse::scanning::training;

namespace
{
const QStringList families{QStringLiteral("Noto Sans CJK SC")};

/// The characters that `shapes` takes the cells of a photographed row for.
QString readOf(const HanShapes &shapes, HanSampler &sampler, const QString &row)
{
    QString read;
    for (const cv::Mat &cell : sampler.cells(row)) {
        const auto likest = shapes.likest(cell, 1);
        read += likest.empty() ? QChar(u'?') : likest.front().character;
    }
    return read;
}

int alike(const QString &a, const QString &b)
{
    int count = 0;
    for (qsizetype i = 0; i < std::min(a.size(), b.size()); ++i)
        count += a[i] == b[i] ? 1 : 0;
    return count;
}

QByteArray shipped()
{
    (void)HanShapes::builtIn(); // registers the resource
    QFile file(QStringLiteral(":/gatehouse/scanning/hanshapes.bin"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

class TestHanShapes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void charactersOfNamesAreTold_data();
    void charactersOfNamesAreTold();
    void similarCharactersAreNear();
    void whatIsNoCharacterHasNoShape();
    void rowIsCutBetweenItsCharacters();
    void damagedShapesAreRefused_data();
    void damagedShapesAreRefused();
    void fewPicturesTeachSomething();
};

void TestHanShapes::charactersOfNamesAreTold_data()
{
    QTest::addColumn<QString>("row");
    QTest::newRow("surnames") << "王李张刘陈杨赵黄";
    QTest::newRow("more surnames") << "冯罗邓曹谢韩宋郑";
    QTest::newRow("many strokes") << "磊霞鑫馨懿麟耀巍";
    QTest::newRow("few strokes") << "一丁二三力小川卫";
    QTest::newRow("beyond the set of 1980") << "喆堃玥璟祎翀晞琇";
}

void TestHanShapes::charactersOfNamesAreTold()
{
    QFETCH(QString, row);
    const auto shapes = HanShapes::builtIn();
    HanSampler sampler(families, 77);
    int right = 0;
    for (int picture = 0; picture < 10; ++picture)
        right += alike(readOf(*shapes, sampler, row), row);
    QVERIFY2(right >= 72, qPrintable(QString::number(right))); // of 80, some spoilt beyond telling
}

void TestHanShapes::similarCharactersAreNear()
{
    const auto shapes = HanShapes::builtIn();
    HanSampler sampler(families, 78);
    for (const QString &pair : {QStringLiteral("未末"), QStringLiteral("己已"), QStringLiteral("土士")}) {
        const auto cells = sampler.cells(pair.repeated(4));
        QCOMPARE(cells.size(), std::size_t(8));
        const auto likest = shapes->likest(cells.front(), 3);
        const bool both = std::all_of(pair.cbegin(), pair.cend(), [&likest](QChar c) {
            return std::any_of(likest.begin(), likest.end(), [c](const auto &likeness) { return likeness.character == c; });
        });
        QVERIFY2(both, qPrintable(pair));
    }
}

void TestHanShapes::whatIsNoCharacterHasNoShape()
{
    const auto shapes = HanShapes::builtIn();
    QVERIFY(shapes->likest(cv::Mat(40, 40, CV_8U, cv::Scalar(255)), 3).empty());
    cv::Mat speck(40, 40, CV_8U, cv::Scalar(255));
    speck(cv::Rect(10, 10, 3, 3)) = 0;
    QVERIFY(shapes->likest(speck, 3).empty());
}

void TestHanShapes::rowIsCutBetweenItsCharacters()
{
    cv::Mat row(40, 130, CV_8U, cv::Scalar(255));
    for (const int x : {5, 50, 88}) // the middle one stands off its place
        row(cv::Rect(x, 5, 32, 30)) = 0;
    const auto cells = hanCells(row, cv::Rect(5, 5, 115, 30), 3);
    QCOMPARE(cells.size(), std::size_t(3));
    QVERIFY(cells[0].x + cells[0].width >= 37 && cells[0].x + cells[0].width <= 50);
    QVERIFY(cells[1].x + cells[1].width >= 82 && cells[1].x + cells[1].width <= 88);
    QVERIFY(hanCells(row, cv::Rect(5, 5, 115, 30), 0).empty());
    QVERIFY(hanCells(row, cv::Rect(500, 500, 10, 10), 2).empty());
}

void TestHanShapes::damagedShapesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = shipped();
    QVERIFY(whole.size() > 100000);
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut short") << whole.left(whole.size() / 2);
    QTest::newRow("something else") << QByteArray(whole).replace(0, 4, "abcd");
    QTest::newRow("other features") << QByteArray(whole).replace(6, 2, QByteArray(2, '\x01'));
}

void TestHanShapes::damagedShapesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY_EXCEPTION_THROWN(HanShapes{bytes}, std::runtime_error);
}

void TestHanShapes::fewPicturesTeachSomething()
{
    const QString characters = knownHanCharacters().left(400);
    HanTrainer trainer(characters, families, 79);
    for (int i = 0; i < 4; ++i)
        trainer.drawAll();
    const HanShapes shapes(trainer.shapes(48));
    HanSampler unseen(families, 80);
    int right = 0;
    for (qsizetype at = 0; at < 400; at += HanSampler::rowLength) {
        const QString row = characters.mid(at, HanSampler::rowLength);
        right += alike(readOf(shapes, unseen, row), row);
    }
    QVERIFY2(right >= 340, qPrintable(QString::number(right)));
}

GATEHOUSE_TEST(QGuiApplication, TestHanShapes);

#include "tst_hanshapes.moc"
