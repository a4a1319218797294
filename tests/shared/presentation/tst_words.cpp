// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/escortedaccess.h"
#include "presentation/findingtext.h"
#include "presentation/words.h"
#include "testprogram.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

using namespace gatehouse;
using namespace gatehouse::presentation;

namespace
{
/// Says from which context of the translations a word was asked.
class Contexts : public QTranslator
{
public:
    QString translate(const char *context, const char *, const char *, int) const override
    {
        return QString::fromLatin1(context);
    }
    bool isEmpty() const override { return false; }
};
} // namespace

class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Every code that the engine can say, taken from its source so that a new one cannot be forgotten.
    void everyFindingHasASentence_data()
    {
        QTest::addColumn<QString>("code");
        QFile source(QStringLiteral(GATEHOUSE_SOURCE_DIR "/shared/domain/policy.cpp"));
        QVERIFY(source.open(QIODevice::ReadOnly));
        static const QRegularExpression said(QStringLiteral("say\\(([^;]*);"));
        static const QRegularExpression quoted(QStringLiteral("\"([a-z-]+)\""));
        QSet<QString> codes;
        auto calls = said.globalMatch(QString::fromUtf8(source.readAll()));
        while (calls.hasNext()) {
            auto names = quoted.globalMatch(calls.next().captured(1));
            while (names.hasNext())
                codes.insert(names.next().captured(1));
        }
        QVERIFY(codes.size() > 30);
        for (const QString &code : codes)
            QTest::newRow(qPrintable(code)) << code;
    }
    void everyFindingHasASentence()
    {
        QFETCH(QString, code);
        const domain::Finding finding{
            domain::Rule::R1, domain::Verdict::Warn, code, {QStringLiteral("2026-11-24"), QStringLiteral("7")}};
        const QString text = findingText(finding, {});
        QVERIFY(text != code);
        QVERIFY(text.contains(QLatin1Char(' ')));
    }

    void basis_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QStringList>("basis");
        QTest::addColumn<QString>("text");
        QTest::newRow("date") << "document-expired" << QStringList{QStringLiteral("2012-04-15")}
                              << "The document expired on 15 April 2012.";
        QTest::newRow("zone and purpose") << "zone-not-for-purpose"
                                          << QStringList{QStringLiteral("machine-room"), QStringLiteral("interview")}
                                          << "The purpose “Job interview” does not admit to the zone “Machine room”.";
        QTest::newRow("item") << "item-not-handed-in" << QStringList{QStringLiteral("laptop"), QStringLiteral("2")}
                              << "Not allowed in the zone and not yet handed in: Laptop (2).";
        QTest::newRow("a basis that looks like a place marker")
            << "item-handed-in" << QStringList{QStringLiteral("%2"), QStringLiteral("%1")} << "Handed in: %2, tag %1.";
        QTest::newRow("basis missing") << "document-expired" << QStringList{} << "The document expired on ….";
    }
    void basis()
    {
        QFETCH(QString, code);
        QFETCH(QStringList, basis);
        const SiteNames names{domain::defaultZones(), domain::defaultPurposes(), QStringLiteral("en")};
        QTEST(findingText({domain::Rule::R1, domain::Verdict::Warn, code, basis}, names), "text");
    }

    void unknownFindingIsNotHidden()
    {
        QCOMPARE(findingText({domain::Rule::R1, domain::Verdict::Block, QStringLiteral("novel"), {}}, {}),
                 QStringLiteral("novel"));
    }

    void everyErrorHasASentence()
    {
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
            const Error error{static_cast<ErrorCode>(code), QStringLiteral("developer's detail")};
            QVERIFY2(errorText(error) != errorName(error.code), qPrintable(errorName(error.code)));
            QVERIFY(!errorText(error).contains(error.detail));
        }
    }

    void everyItemAndQuestionHasAWord()
    {
        for (const QString &kind : domain::itemKinds())
            QVERIFY2(itemKindText(kind) != kind, qPrintable(kind));
        for (const QString &code : questionCodes())
            QVERIFY(questionText(code) != code);
        QCOMPARE(questionText(QStringLiteral("other"), QStringLiteral("Which car?")), QStringLiteral("Which car?"));
    }

    // Where their translations are: see shared_zh_CN.ts.
    void kindsOfWorkAreTranslated()
    {
        Contexts contexts;
        QVERIFY(QCoreApplication::installTranslator(&contexts));
        for (const QString &code : domain::workMethods())
            QCOMPARE(workMethodText(code), QStringLiteral("Words"));
        QCoreApplication::removeTranslator(&contexts);
    }

    void dates_data()
    {
        QTest::addColumn<QString>("iso");
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("text");
        QTest::newRow("English") << "2026-11-04"
                                 << "en"
                                 << "4 November 2026";
        QTest::newRow("Chinese") << "2026-11-04"
                                 << "zh_CN"
                                 << "2026年11月4日";
        QTest::newRow("partly known") << "1974-08"
                                      << "en"
                                      << "1974-08";
        QTest::newRow("impossible") << "2026-02-30"
                                    << "en"
                                    << "2026-02-30";
        QTest::newRow("empty") << ""
                               << "en"
                               << "";
    }
    void dates()
    {
        QFETCH(QString, iso);
        QFETCH(QString, language);
        QTEST(dateText(iso, language), "text");
    }

    void siteNames()
    {
        SiteNames names{domain::defaultZones(), domain::defaultPurposes(), QStringLiteral("zh_CN")};
        QCOMPARE(names.zone({QStringLiteral("machine-room")}), QStringLiteral("机房"));
        QCOMPARE(names.zone({QStringLiteral("attic")}), QStringLiteral("attic"));
        names.language = QStringLiteral("en");
        QCOMPARE(names.zoneList({{QStringLiteral("lobby")}, {QStringLiteral("office")}}),
                 (QStringList{QStringLiteral("Lobby"), QStringLiteral("Office")}));
    }
};

GATEHOUSE_TEST(QCoreApplication, TestWords);
#include "tst_words.moc"
