// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/briefing.h"
#include "testprogram.h"

#include <QFile>
#include <QSet>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::presentation;

/// The briefing's texts (R23): complete, and the same in every language.
class TestBriefing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void r23_textsAreComplete_data();
    void r23_textsAreComplete();
    void r23_languagesSayTheSame();
    void fallsBackToEnglish();
    void unknownVersion() { QVERIFY(!briefing(99, QStringLiteral("en"))); }
};

void TestBriefing::r23_textsAreComplete_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("Chinese") << "zh_CN";
}

void TestBriefing::r23_textsAreComplete()
{
    QFETCH(QString, language);
    const auto text = briefing(1, language);
    QVERIFY(text);
    QCOMPARE(text->language, language);
    QVERIFY(!text->title.isEmpty());
    QVERIFY(text->points.size() >= 6);
    for (const Briefing::Point &point : text->points)
        QVERIFY2(!point.picture.isEmpty() && !point.heading.isEmpty() && !point.text.isEmpty(), qPrintable(point.heading));
    QVERIFY(text->questions.size() >= 8);
    QSet<QString> codes;
    for (const Briefing::Question &question : text->questions) {
        QVERIFY2(question.answers.size() == 3 && question.right >= 0, qPrintable(question.code));
        QVERIFY2(!question.text.isEmpty() && !question.explanation.isEmpty(), qPrintable(question.code));
        QVERIFY2(QSet<QString>(question.answers.begin(), question.answers.end()).size() == 3, qPrintable(question.code));
        QVERIFY2(std::any_of(text->points.begin(), text->points.end(),
                             [&](const Briefing::Point &point) { return point.picture == question.picture; }),
                 qPrintable(question.code)); // every question is about a point that was shown
        codes.insert(question.code);
    }
    QCOMPARE(codes.size(), text->questions.size());
}

void TestBriefing::r23_languagesSayTheSame()
{
    const Briefing english = *briefing(1, QStringLiteral("en"));
    const Briefing chinese = *briefing(1, QStringLiteral("zh_CN"));
    QCOMPARE(chinese.points.size(), english.points.size());
    QCOMPARE(chinese.questions.size(), english.questions.size());
    for (qsizetype i = 0; i < english.points.size(); ++i)
        QCOMPARE(chinese.points.at(i).picture, english.points.at(i).picture);
    for (qsizetype i = 0; i < english.questions.size(); ++i) {
        QCOMPARE(chinese.questions.at(i).code, english.questions.at(i).code);
        QCOMPARE(chinese.questions.at(i).picture, english.questions.at(i).picture);
        QCOMPARE(chinese.questions.at(i).right, english.questions.at(i).right);
    }
}

void TestBriefing::fallsBackToEnglish()
{
    QCOMPARE(briefing(1, QStringLiteral("fr_FR"))->language, QStringLiteral("en"));
    QCOMPARE(briefing(1, QStringLiteral("zh_CN"))->language, QStringLiteral("zh_CN"));
}

GATEHOUSE_TEST(QCoreApplication, TestBriefing);
#include "tst_briefing.moc"
