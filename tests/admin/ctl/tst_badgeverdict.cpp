// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a badge, for every way in which it may not be what it seems.
#include "ctl/badgeverdict.h"
#include "testprogram.h"

#include <QTest>

using gatehouse::ctl::BadgeVerdict;
using gatehouse::domain::BadgeState;

Q_DECLARE_METATYPE(gatehouse::ctl::BadgeVerdict)

class TestBadgeVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verdicts_data()
    {
        QTest::addColumn<BadgeVerdict>("verdict");
        QTest::addColumn<bool>("accepted");
        QTest::addColumn<QString>("words");
        using Source = BadgeVerdict::Source;
        BadgeVerdict sound;
        sound.source = Source::Database;
        sound.badge.genuine = sound.badge.ofThisSite = sound.badge.inItsTime = true;
        sound.badge.lookedUp = sound.badge.approved = sound.badge.authorised = true;
        sound.badge.state = BadgeState::Issued;
        const auto row = [&](const char *name, bool accepted, const QString &words, auto change) {
            BadgeVerdict verdict = sound;
            change(verdict);
            QTest::newRow(name) << verdict << accepted << words;
        };
        row("sound", true, QStringLiteral("of this site, in its time"), [](BadgeVerdict &) {});
        row("handed in", false, QStringLiteral("handed in"), [](BadgeVerdict &v) {
            v.badge.state = BadgeState::Returned;
            v.badge.authorised = false;
        });
        row("out, its visitor gone by the record", false, QStringLiteral("not on site"),
            [](BadgeVerdict &v) { v.badge.authorised = false; });
        row("the clock is behind the log", false, QStringLiteral("clock"), [](BadgeVerdict &v) {
            v.badge.clockWrong = true;
            v.badge.authorised = false;
        });
        row("lost", false, QStringLiteral("lost or revoked"),
            [](BadgeVerdict &v) { v.badge.state = BadgeState::Lost, v.badge.authorised = false; });
        row("revoked", false, QStringLiteral("lost or revoked"),
            [](BadgeVerdict &v) { v.badge.state = BadgeState::Revoked, v.badge.authorised = false; });
        row("never issued", false, QStringLiteral("never issued"),
            [](BadgeVerdict &v) { v.badge.state.reset(), v.badge.authorised = false; });
        row("approvals do not verify", false, QStringLiteral("approvals"),
            [](BadgeVerdict &v) { v.badge.approved = v.badge.authorised = false; });
        row("past its time", false, QStringLiteral("not in its time"),
            [](BadgeVerdict &v) { v.badge.inItsTime = v.badge.authorised = false; });
        row("handed in, past its time", false, QStringLiteral("handed in"), [](BadgeVerdict &v) {
            v.badge.state = BadgeState::Returned;
            v.badge.inItsTime = false;
        });
        row("forged", false, QStringLiteral("signed it"), [](BadgeVerdict &v) { v.badge.genuine = false; });
        row("another site", false, QStringLiteral("another site"),
            [](BadgeVerdict &v) { v.badge.genuine = v.badge.ofThisSite = false; });
        row("cut", false, QStringLiteral("part of a token"), [](BadgeVerdict &v) { v = {}; });
        row("without the database", true, QStringLiteral("not looked at"), [](BadgeVerdict &v) {
            v.source = Source::StationKeys;
            v.badge.state.reset();
            v.badge.lookedUp = v.badge.approved = v.badge.authorised = false;
        });
    }

    void verdicts()
    {
        QFETCH(BadgeVerdict, verdict);
        QFETCH(QString, words);
        QTEST(verdict.accepted(), "accepted");
        QVERIFY2(verdict.sentence().contains(words), qPrintable(verdict.sentence()));
    }
};

GATEHOUSE_TEST(QCoreApplication, TestBadgeVerdict);
#include "tst_badgeverdict.moc"
