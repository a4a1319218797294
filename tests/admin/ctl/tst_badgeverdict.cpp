// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a badge, for every way in which it may not be what it seems.
#include "ctl/badgeverdict.h"

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
        const BadgeVerdict sound{Source::Database, true, true, true, BadgeState::Issued, true, true, {}, {}};
        const auto row = [&](const char *name, bool accepted, const QString &words, auto change) {
            BadgeVerdict verdict = sound;
            change(verdict);
            QTest::newRow(name) << verdict << accepted << words;
        };
        row("sound", true, QStringLiteral("of this site, in its time"), [](BadgeVerdict &) {});
        row("handed in", false, QStringLiteral("handed in"), [](BadgeVerdict &v) {
            v.state = BadgeState::Returned;
            v.authorised = false;
        });
        row("out, its visitor gone by the record", false, QStringLiteral("not on site"),
            [](BadgeVerdict &v) { v.authorised = false; });
        row("the clock is behind the log", false, QStringLiteral("clock"), [](BadgeVerdict &v) {
            v.clockWrong = true;
            v.authorised = false;
        });
        row("lost", false, QStringLiteral("lost or revoked"),
            [](BadgeVerdict &v) { v.state = BadgeState::Lost, v.authorised = false; });
        row("revoked", false, QStringLiteral("lost or revoked"),
            [](BadgeVerdict &v) { v.state = BadgeState::Revoked, v.authorised = false; });
        row("never issued", false, QStringLiteral("never issued"),
            [](BadgeVerdict &v) { v.state.reset(), v.authorised = false; });
        row("approvals do not verify", false, QStringLiteral("approvals"),
            [](BadgeVerdict &v) { v.approved = v.authorised = false; });
        row("past its time", false, QStringLiteral("not in its time"),
            [](BadgeVerdict &v) { v.inItsTime = v.authorised = false; });
        row("handed in, past its time", false, QStringLiteral("handed in"), [](BadgeVerdict &v) {
            v.state = BadgeState::Returned;
            v.inItsTime = false;
        });
        row("forged", false, QStringLiteral("signed it"), [](BadgeVerdict &v) { v.genuine = false; });
        row("another site", false, QStringLiteral("another site"), [](BadgeVerdict &v) { v.genuine = v.ofThisSite = false; });
        row("cut", false, QStringLiteral("part of a token"), [](BadgeVerdict &v) { v = {}; });
        row("without the database", true, QStringLiteral("not looked at"), [](BadgeVerdict &v) {
            v.source = Source::StationKeys;
            v.state.reset();
            v.approved = false;
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

QTEST_GUILESS_MAIN(TestBadgeVerdict)
#include "tst_badgeverdict.moc"
