// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/open.h"
#include "testprogram.h"
#include "testsite.h"
#include "usecases/badges.h"
#include "usecases/initsite.h"
#include "usecases/readvisits.h"
#include "usecases/staffbounds.h"

#include <QTemporaryDir>
#include <QTest>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::usecases;
using gatehouse::test::must;
using gatehouse::test::TestSite;

namespace
{
security::SecureBytes secret(const char *text)
{
    QByteArray bytes(text);
    bytes.detach();
    return security::SecureBytes::take(bytes);
}

Error signInError(TestSite &site, const QString &number, const char *password)
{
    const auto result = signIn(site.admin().at(), number, secret(password), site.pepper());
    return result ? Error{} : result.error();
}
} // namespace

class TestStaffAccounts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void r18BackOffGrowsAndSurvivesARestart()
    {
        TestSite site;
        const QString number = QStringLiteral("1042");
        for (int attempt = 0; attempt < 3; ++attempt)
            QCOMPARE(signInError(site, number, "wrong").code, ErrorCode::WrongSecret);
        QCOMPARE(signInError(site, number, "wrong"), (Error{ErrorCode::BackOff, QStringLiteral("5")}));
        site.admin().restart();
        QCOMPARE(signIn(site.admin().at(), number, TestSite::password(), site.pepper()).error().code, ErrorCode::BackOff);
        site.clock.advance(std::chrono::seconds(6));
        QCOMPARE(signInError(site, number, "wrong").code, ErrorCode::WrongSecret);
        QCOMPARE(signInError(site, number, "wrong"), (Error{ErrorCode::BackOff, QStringLiteral("10")}));
        site.clock.advance(std::chrono::seconds(11));
        must(signIn(site.admin().at(), number, TestSite::password(), site.pepper()));
        QCOMPARE(signInError(site, number, "wrong").code, ErrorCode::WrongSecret); // counted from the start again
    }

    void r18_aClockThatWasAheadLocksNobodyOutUntilThen()
    {
        TestSite site;
        const QString number = QStringLiteral("1042");
        site.clock.setWall(site.clock.now().addDays(400));
        for (int attempt = 0; attempt < 3; ++attempt)
            signInError(site, number, "wrong");
        site.clock.setWall(site.clock.now().addDays(-400));
        QCOMPARE(signInError(site, number, "wrong"), (Error{ErrorCode::BackOff, QStringLiteral("900")}));
        site.clock.advance(std::chrono::seconds(899));
        QCOMPARE(signInError(site, number, "wrong"), (Error{ErrorCode::BackOff, QStringLiteral("1")}));
        site.clock.advance(std::chrono::seconds(1));
        must(signIn(site.admin().at(), number, TestSite::password(), site.pepper()));
    }

    void whoMeasuresASignInLearnsNothing_data()
    {
        QTest::addColumn<QString>("number");
        QTest::newRow("an account") << "1042";
        QTest::newRow("nobody") << "9999";
        QTest::newRow("invited") << "1050";
        QTest::newRow("has left") << "1043";
        QTest::newRow("a host without account") << "2207";
    }

    /// The same answers, the same waiting, and as many passwords stretched.
    void whoMeasuresASignInLearnsNothing()
    {
        QFETCH(QString, number);
        TestSite site;
        must(inviteStaff(site.admin().at(), site.manager(),
                         {QStringLiteral("1050"),
                          QStringLiteral("Qian Bo"),
                          Grade::Employee,
                          {Role::Guard},
                          site.clock.now().date(),
                          QStringLiteral("en")}));
        must(endStaff(site.admin().at(), site.manager(), site.secondGuard().staff.id));
        for (int attempt = 0; attempt < 3; ++attempt) {
            const quint64 before = security::stretchings();
            QCOMPARE(signInError(site, number, "whatever").code, ErrorCode::WrongSecret);
            QCOMPARE(security::stretchings() - before, quint64(1));
            site.admin().restart(); // the tool without windows is another process each time
        }
        QCOMPARE(signInError(site, number, "whatever"), (Error{ErrorCode::BackOff, QStringLiteral("5")}));
        site.clock.advance(std::chrono::seconds(6));
        QCOMPARE(signInError(site, number, "whatever").code, ErrorCode::WrongSecret);
    }

    void theWrongPepperOpensNothing()
    {
        TestSite site;
        QCOMPARE(signIn(site.admin().at(), QStringLiteral("1042"), TestSite::password(), security::makeSeed()).error().code,
                 ErrorCode::WrongSecret);
    }

    void r17OneOpenSessionPerPerson()
    {
        TestSite site;
        const auto again = must(signIn(site.admin().at(), QStringLiteral("1042"), TestSite::password(), site.pepper()));
        QVERIFY(again.elsewhereClosed);
        QVERIFY(!must(sessionIsOpen(site.admin().at(), site.guard())));
        QVERIFY(must(sessionIsOpen(site.admin().at(), again.session)));
        const Visit visit = must(requestVisit(site.kiosk().at(), site.meeting())).front();
        QCOMPARE(recordOriginalSeen(site.admin().at(), site.guard(), visit.id).error().code, ErrorCode::NotAllowed);
        must(recordOriginalSeen(site.admin().at(), again.session, visit.id));
    }

    void r17ANumberBelongsToOnePersonForEver()
    {
        TestSite site;
        NewStaff person{QStringLiteral("1042"), QStringLiteral("Qian Bo"), Grade::Employee,
                        {Role::Guard},          QDate(2026, 2, 1),         QStringLiteral("en")};
        QCOMPARE(inviteStaff(site.admin().at(), site.manager(), person).error().code, ErrorCode::Conflict);
        must(endStaff(site.admin().at(), site.manager(), site.guard().staff.id));
        QCOMPARE(inviteStaff(site.admin().at(), site.manager(), person).error().code, ErrorCode::Conflict);
    }

    void r16OnlyAManagerCertifies()
    {
        TestSite site;
        NewStaff person{QStringLiteral("1050"), QStringLiteral("Qian Bo"), Grade::Employee,
                        {Role::Manager},        QDate(2026, 2, 1),         QStringLiteral("en")};
        QCOMPARE(inviteStaff(site.admin().at(), site.guard(), person).error().code, ErrorCode::NotAllowed);
    }

    void r20NoAccountWithoutTheAgreement_data()
    {
        QTest::addColumn<int>("days"); // from today, which is 2026-11-24 at the test's site; a million: no date at all
        QTest::addColumn<bool>("accepted");
        QTest::newRow("not signed") << 1'000'000 << false;
        QTest::newRow("signed tomorrow") << 1 << false;
        QTest::newRow("signed in seventy years") << 25'000 << false;
        QTest::newRow("signed today") << 0 << true;
        QTest::newRow("signed a year ago") << -365 << true;
    }

    void r20NoAccountWithoutTheAgreement()
    {
        QFETCH(int, days);
        QFETCH(bool, accepted);
        TestSite site;
        const QDate today = site.clock.now().toLocalTime().date();
        const QDate agreement = days == 1'000'000 ? QDate() : today.addDays(days);
        const NewStaff person{QStringLiteral("1050"), QStringLiteral("Qian Bo"), Grade::Employee, {Role::Guard}, agreement,
                              QStringLiteral("en")};
        const auto invited = inviteStaff(site.admin().at(), site.manager(), person);
        QCOMPARE(invited.has_value(), accepted);
        if (!accepted) {
            QCOMPARE(invited.error().code, ErrorCode::Invalid);
            QVERIFY2(invited.error().detail.contains(QLatin1String("agreement")), qPrintable(invited.error().detail));
        }
    }

    void r20NoSiteWithoutTheManagersAgreement_data() { r20NoAccountWithoutTheAgreement_data(); }

    void r20NoSiteWithoutTheManagersAgreement()
    {
        QFETCH(int, days);
        QFETCH(bool, accepted);
        const QDate today = QDate(2026, 11, 24);
        const QDate agreement = days == 1'000'000 ? QDate() : today.addDays(days);
        SiteSetup setup;
        setup.siteName = QStringLiteral("Harbour");
        setup.managerNumber = QStringLiteral("1001");
        setup.managerName = QStringLiteral("Chen Yu");
        setup.agreementDate = agreement;
        setup.password = TestSite::password();
        setup.cost = security::KeyCost::Minimal;
        const QTemporaryDir folder;
        gatehouse::test::FakeClock clock;
        SystemRandomness randomness;
        auto store = must(storage::openStore(QStringLiteral("sqlite:") + folder.filePath("site.db"), {.create = true}));
        const auto site = initSite(*store, clock, randomness, security::StationVault(folder.filePath("keys")), setup);
        QCOMPARE(site.has_value(), accepted);
    }

    void whatIsCertifiedHasBounds_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("accepted");
        const QString name = QStringLiteral("Qian Bo");
        QTest::newRow("digits") << "1050" << name << true;
        QTest::newRow("letters and a hyphen") << "GZ-1050" << name << true;
        QTest::newRow("twenty") << QString(20, QLatin1Char('7')) << name << true;
        QTest::newRow("twenty-one") << QString(21, QLatin1Char('7')) << name << false;
        QTest::newRow("no number") << " " << name << false;
        QTest::newRow("a statement") << "1'; DROP" << name << false;
        QTest::newRow("a space inside") << "10 50" << name << false;
        QTest::newRow("two lines in the number") << "10\n50" << name << false;
        QTest::newRow("Chinese name") << "1050" << QStringLiteral("钱波") << true;
        QTest::newRow("a hundred characters") << "1050" << QString(100, QLatin1Char('a')) << true;
        QTest::newRow("a hundred and one") << "1050" << QString(101, QLatin1Char('a')) << false;
        QTest::newRow("ten thousand") << "1050" << QString(10'000, QLatin1Char('a')) << false;
        QTest::newRow("no name") << "1050"
                                 << " " << false;
        QTest::newRow("two lines in the name") << "1050"
                                               << "Qian\nBo" << false;
        QTest::newRow("turned round") << "1050" << QStringLiteral("Qian \u202Eob") << false;
        QTest::newRow("a joiner of a script") << "1050" << QStringLiteral("Ni\u200Cma") << true;
    }

    void whatIsCertifiedHasBounds()
    {
        QFETCH(QString, number);
        QFETCH(QString, name);
        QFETCH(bool, accepted);
        TestSite site;
        const NewStaff person{number, name, Grade::Employee, {Role::Guard}, QDate(2026, 2, 1), QStringLiteral("en")};
        const auto invited = inviteStaff(site.admin().at(), site.manager(), person);
        QCOMPARE(invited.has_value(), accepted);
        if (!accepted)
            QCOMPARE(invited.error().code, ErrorCode::Invalid);
        if (number == QLatin1String("1050"))
            QCOMPARE(checkSiteName(name).has_value(), accepted);
    }

    void r4EscortsAreManagerial()
    {
        TestSite site;
        NewStaff person{QStringLiteral("1050"), QStringLiteral("Qian Bo"), Grade::Employee,
                        {Role::Escort},         QDate(2026, 2, 1),         QStringLiteral("en")};
        QCOMPARE(inviteStaff(site.admin().at(), site.manager(), person).error(),
                 (Error{ErrorCode::Blocked, QStringLiteral("escort-not-managerial")}));
    }

    void theOneTimeCodeWorksOnceAndNotLate()
    {
        TestSite site;
        NewStaff person{QStringLiteral("1050"), QStringLiteral("Qian Bo"), Grade::Employee,
                        {Role::Guard},          QDate(2026, 2, 1),         QStringLiteral("en")};
        const auto invited = must(inviteStaff(site.admin().at(), site.manager(), person));
        const auto activate = [&](const QString &code, security::SecureBytes password) {
            return activateStaff(site.admin().at(), person.number, code, password, site.pepper(), security::KeyCost::Minimal);
        };
        QCOMPARE(activate(QStringLiteral("0000-0000-0000"), TestSite::password()).error().code, ErrorCode::WrongSecret);
        QCOMPARE(activate(invited.code, secret("short")).error().code, ErrorCode::Invalid);
        must(activate(invited.code, TestSite::password()));
        QCOMPARE(activate(invited.code, TestSite::password()).error().code, ErrorCode::WrongSecret);
        const auto session = site.signInAs(person.number);
        const Visit visit = must(requestVisit(site.kiosk().at(), site.meeting())).front();
        QCOMPARE(must(openCase(site.admin().at(), session, visit.id)).record.displayName(),
                 QStringLiteral("Anna Maria Eriksson"));

        person.number = QStringLiteral("1051");
        const auto late = must(inviteStaff(site.admin().at(), site.manager(), person));
        site.clock.advance(std::chrono::hours(24 * 15));
        QCOMPARE(activateStaff(site.admin().at(), person.number, late.code, TestSite::password(), site.pepper(),
                               security::KeyCost::Minimal)
                     .error()
                     .code,
                 ErrorCode::Expired);
    }

    /// Whoever tries codes learns nothing of the numbers, from the answers or from the waiting.
    void theFirstSignInTellsNothingOfNumbers_data()
    {
        QTest::addColumn<QString>("number");
        QTest::newRow("waits for a code") << "1050";
        QTest::newRow("waits for a code that is past its time") << "1051";
        QTest::newRow("has keys already") << "1042";
        QTest::newRow("nobody's") << "7777";
    }
    void theFirstSignInTellsNothingOfNumbers()
    {
        QFETCH(QString, number);
        TestSite site;
        for (const QString &invited : {QStringLiteral("1051"), QStringLiteral("1050")}) {
            must(inviteStaff(site.admin().at(), site.manager(),
                             {invited, QStringLiteral("Qian Bo"), Grade::Employee, {Role::Guard}, QDate(2026, 2, 1), {}}));
            site.clock.advance(std::chrono::hours(24 * 10));
        }
        QStringList answers;
        for (int attempt = 0; attempt < 5; ++attempt) {
            const Error error = activateStaff(site.admin().at(), number, QStringLiteral("0000-0000-0000"), TestSite::password(),
                                              site.pepper(), security::KeyCost::Minimal)
                                    .error();
            answers << errorName(error.code) + QLatin1Char(' ') + error.detail;
        }
        QCOMPARE(answers, QStringList({QStringLiteral("wrong-secret code"), QStringLiteral("wrong-secret code"),
                                       QStringLiteral("wrong-secret code"), QStringLiteral("back-off 5"),
                                       QStringLiteral("back-off 5")}));
    }

    void r21ALeaverIsOut()
    {
        TestSite site;
        const Visit visit = must(requestVisit(site.kiosk().at(), site.meeting())).front();
        must(endStaff(site.admin().at(), site.manager(), site.guard().staff.id));
        QCOMPARE(recordOriginalSeen(site.admin().at(), site.guard(), visit.id).error().code, ErrorCode::NotAllowed);
        QCOMPARE(signIn(site.admin().at(), QStringLiteral("1042"), TestSite::password(), site.pepper()).error().code,
                 ErrorCode::WrongSecret);
        QCOMPARE(endStaff(site.admin().at(), site.manager(), site.manager().staff.id).error().code, ErrorCode::Blocked);
    }

    void r18PasswordsExpireAndChange()
    {
        TestSite site;
        QVERIFY(!must(signIn(site.admin().at(), QStringLiteral("1042"), TestSite::password(), site.pepper())).passwordExpired);
        site.clock.advance(std::chrono::hours(24 * 91));
        auto result = must(signIn(site.admin().at(), QStringLiteral("1042"), TestSite::password(), site.pepper()));
        QVERIFY(result.passwordExpired);
        const auto change = [&](security::SecureBytes before, security::SecureBytes after) {
            return changePassword(site.admin().at(), result.session, before, after, site.pepper(), security::KeyCost::Minimal);
        };
        QCOMPARE(change(TestSite::password(), TestSite::password()).error().code, ErrorCode::Invalid);
        QCOMPARE(change(TestSite::password(), secret("1042104210421042")).error().code, ErrorCode::Invalid);
        QCOMPARE(change(secret("wrong"), secret("velvet 93 anchor plum")).error().code, ErrorCode::WrongSecret);
        must(change(TestSite::password(), secret("velvet 93 anchor plum")));
        const auto fresh =
            must(signIn(site.admin().at(), QStringLiteral("1042"), secret("velvet 93 anchor plum"), site.pepper()));
        QVERIFY(!fresh.passwordExpired);
    }

    void hostsAreFoundByTypingAndNeverListed_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("found");
        QTest::newRow("nothing") << QString() << 0;
        QTest::newRow("one letter") << QStringLiteral("l") << 0;
        QTest::newRow("wildcards") << QStringLiteral("%%") << 0;
        QTest::newRow("surname") << QStringLiteral("li") << 1;
        QTest::newRow("given name") << QStringLiteral("WEI") << 1;
        QTest::newRow("whole") << QStringLiteral("li wei") << 1;
        QTest::newRow("nobody") << QStringLiteral("zz") << 0;
        QTest::newRow("in Chinese, by pinyin") << QStringLiteral("李") << 1;
    }
    void hostsAreFoundByTypingAndNeverListed()
    {
        QFETCH(QString, query);
        TestSite site;
        const auto matches = must(findHosts(site.kiosk().at(), query));
        QTEST(static_cast<int>(matches.size()), "found");
    }

    void r16TheReaderWithoutKeysReadsNothing()
    {
        TestSite site;
        const auto auditor = site.addStaff(QStringLiteral("1060"), QStringLiteral("He Fang"), {Role::Auditor});
        QVERIFY(!auditor.isNull());
        const Visit visit = must(requestVisit(site.kiosk().at(), site.meeting())).front();
        auto session = site.signInAs(QStringLiteral("1060"));
        QCOMPARE(openCase(site.admin().at(), session, visit.id).error().code, ErrorCode::NotAllowed);
        CardIndex cards;
        const auto rows = must(searchLog(site.admin().at(), session, cards, {}));
        QCOMPARE(rows.size(), std::size_t(1));
        QVERIFY(rows.front().name.isEmpty());
    }
};

GATEHOUSE_TEST(QCoreApplication, TestStaffAccounts);
#include "tst_staffaccounts.moc"
