// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/open.h"
#include "testprogram.h"
#include "testsite.h"
#include "usecases/badges.h"
#include "usecases/publishnotice.h"

#include <QTest>

#include <QJsonArray>
#include <QRegularExpression>

#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::usecases;
using gatehouse::test::must;
using gatehouse::test::TestSite;

namespace
{
SiteSetup smallSite()
{
    SiteSetup setup;
    setup.siteName = QStringLiteral("Site");
    setup.managerNumber = QStringLiteral("1");
    setup.managerName = QStringLiteral("Chen Yu");
    setup.agreementDate = QDate(2026, 1, 1);
    setup.password = TestSite::password();
    setup.cost = security::KeyCost::Minimal;
    return setup;
}
} // namespace

class TestAuthority : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anotherRootIsRefused()
    {
        TestSite site;
        TimeGuard time(site.clock);
        Authority authority(QByteArray(32, 'x'), time);
        auto transaction = must(site.admin().at().store.beginRead());
        QCOMPARE(authority.refresh(*transaction).error().code, ErrorCode::Untrusted);
        // And it stays refused.
        QCOMPARE(authority.refresh(*transaction).error().code, ErrorCode::Untrusted);
    }

    void aSiteIsNotLiveBeforeTheSheetWasReadBack()
    {
        test::FakeClock clock;
        test::SeededRandomness randomness;
        QTemporaryDir folder;
        const QString url = QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("s.db"));
        const security::StationVault vault(folder.filePath(QStringLiteral("vault")));
        QVERIFY(security::startSecurity());
        QString recovery;
        {
            auto store = must(storage::openStore(url, {.create = true}));
            const SiteSetup setup = smallSite();
            recovery = must(initSite(*store, clock, randomness, vault, setup)).recoverySecret;
            QCOMPARE(initSite(*store, clock, randomness, vault, setup).error().code, ErrorCode::Conflict);
        }
        test::TestStation kiosk(url, folder.filePath(QStringLiteral("vault")), QStringLiteral("kiosk"), clock, randomness);
        VisitRequest request;
        request.purpose = PurposeId{QStringLiteral("meeting")};
        request.visitors.push_back(TestSite::visitor());
        QCOMPARE(requestVisit(kiosk.at(), request).error().code, ErrorCode::Untrusted);
        QCOMPARE(confirmRecovery(kiosk.at(), QStringLiteral("nonsense")).error().code, ErrorCode::Invalid);
        QCOMPARE(confirmRecovery(kiosk.at(), security::encodeSecret(security::makeSeed())).error().code, ErrorCode::Invalid);
        const QString oneTimeCode = security::encodeSecret(security::makeSecret(10)); // valid, of another kind
        QCOMPARE(confirmRecovery(kiosk.at(), oneTimeCode).error().code, ErrorCode::Invalid);
        must(confirmRecovery(kiosk.at(), recovery));
        must(requestVisit(kiosk.at(), request));
    }

    void aSiteWithoutItsSheetIsNone()
    {
        test::FakeClock clock;
        test::SeededRandomness randomness;
        const QTemporaryDir folder;
        auto store =
            must(storage::openStore(QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("s.db")), {.create = true}));
        const security::StationVault vault(folder.filePath(QStringLiteral("vault")));
        const SiteSetup setup = smallSite();
        const auto lost = initSite(*store, clock, randomness, vault, setup, [&](const NewSite &made) -> Result<void> {
            return vault.pepper() && !made.recoverySecret.isEmpty() ? fail(ErrorCode::Full) : Result<void>();
        });
        QCOMPARE(lost.error().code, ErrorCode::Full);
        QVERIFY(!vault.holdsKeys());
        must(initSite(*store, clock, randomness, vault, setup));
        auto other =
            must(storage::openStore(QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("t.db")), {.create = true}));
        const auto pepper = must(vault.pepper());
        const auto taken = initSite(*other, clock, randomness, vault, setup);
        QVERIFY(isVaultTaken(taken.error()));
        QVERIFY(must(vault.pepper()).exposed() == pepper.exposed());
    }

    /// kill -9 before the site stands: keys that belong to none are in nobody's way.
    void aKilledInitIsTriedAgain()
    {
        test::FakeClock clock;
        test::SeededRandomness randomness;
        const QTemporaryDir folder;
        const QString url = QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("s.db"));
        const security::StationVault vault(folder.filePath(QStringLiteral("vault")));
        const SiteSetup setup = smallSite();
        const pid_t child = ::fork();
        if (child == 0) {
            const auto store = must(storage::openStore(url, {.create = true}));
            (void)initSite(*store, clock, randomness, vault, setup, [](const NewSite &) -> Result<void> {
                ::raise(SIGKILL);
                return {};
            });
            ::_exit(1);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
        const QByteArray inVain = must(vault.pepper()).exposed();
        QVERIFY(!vault.holdsKeys());

        const auto store = must(storage::openStore(url, {.create = true}));
        must(initSite(*store, clock, randomness, vault, setup));
        QVERIFY(vault.holdsKeys());
        const QByteArray pepper = must(vault.pepper()).exposed();
        QVERIFY(pepper != inVain);
        must(vault.beginKeys()); // as after a kill just behind the commit
        QCOMPARE(initSite(*store, clock, randomness, vault, setup).error().code, ErrorCode::Conflict);
        QCOMPARE(must(vault.pepper()).exposed(), pepper);
        vault.endKeys();
        QVERIFY(vault.holdsKeys());
    }

    void oneMakesKeysAtATime()
    {
        test::FakeClock clock;
        test::SeededRandomness randomness;
        const QTemporaryDir folder;
        const auto store =
            must(storage::openStore(QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("s.db")), {.create = true}));
        const security::StationVault vault(folder.filePath(QStringLiteral("vault")));
        const auto isFree = [&] {
            const int other = ::open(QFile::encodeName(vault.folder()).constData(), O_RDONLY | O_DIRECTORY);
            const bool taken = ::flock(other, LOCK_EX | LOCK_NB) == 0;
            ::close(other);
            return taken;
        };
        bool freeMeanwhile = true;
        must(initSite(*store, clock, randomness, vault, smallSite(), [&](const NewSite &) -> Result<void> {
            freeMeanwhile = isFree();
            return {};
        }));
        QVERIFY(!freeMeanwhile);
        QVERIFY(isFree());
    }

    void weakFirstPasswordsAreRefused()
    {
        TestSite site;
        QTemporaryDir folder;
        auto store =
            must(storage::openStore(QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("s.db")), {.create = true}));
        QByteArray weak("password1234");
        SiteSetup setup{QStringLiteral("Site"),
                        QStringLiteral("1"),
                        QStringLiteral("Chen Yu"),
                        QDate(2026, 1, 1),
                        security::SecureBytes::take(weak),
                        security::KeyCost::Minimal,
                        true};
        QCOMPARE(initSite(*store, site.clock, site.randomness, security::StationVault(folder.path()), setup).error().code,
                 ErrorCode::Invalid);
    }

    void rolesAreHeldFromTheirPlaceOn()
    {
        TestSite site;
        const Authority &authority = site.admin().at().authority;
        const StaffId guard = site.guard().staff.id;
        const qint64 now = authority.head().sequence;
        QVERIFY(authority.held(guard, Role::Guard, now));
        QVERIFY(!authority.held(guard, Role::Guard, 1));
        QVERIFY(!authority.held(guard, Role::Manager, now));
        must(endStaff(site.admin().at(), site.manager(), guard));
        must(beginRead(site.admin().at()));
        QVERIFY(authority.held(guard, Role::Guard, now)); // what was done before stays done
        QVERIFY(!authority.holds(guard, Role::Guard));
    }

    void approvalsByALeaverStillCountAndNewOnesDoNot()
    {
        TestSite site;
        const auto boot = must(announceBoot(site.kiosk().at()));
        const Visit visit = site.approvedVisit();
        must(endStaff(site.admin().at(), site.manager(), site.guard().staff.id));
        must(issueBadge(site.kiosk().at(), boot, visit.id));
    }

    void aZoneChangedByHandIsAbsent()
    {
        TestSite site;
        {
            auto transaction = must(site.admin().at().store.beginWrite());
            auto zones = must(transaction->site().zones());
            for (Zone &zone : zones) {
                if (zone.id.key == QLatin1String("office"))
                    zone.asksTerms = false;
                must(transaction->site().saveZone(zone));
            }
            must(transaction->commit());
        }
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("zone is not as it was signed")));
        auto transaction = must(beginRead(site.kiosk().at()));
        const auto zones = must(siteZones(*transaction, site.kiosk().at()));
        QCOMPARE(zones.size(), std::size_t(3));
    }

    void r15OnlyAManagerPutsANoticeInForceAndOnlyForward()
    {
        TestSite site;
        const Workplace &admin = site.admin().at();
        QCOMPARE(admin.authority.noticeVersion(notice::privacy), 1);
        QCOMPARE(publishNotice(admin, site.guard(), notice::privacy, 2).error().code, ErrorCode::NotAllowed);
        QCOMPARE(publishNotice(admin, site.manager(), QStringLiteral("menu"), 2).error().code, ErrorCode::Invalid);
        const QString english = QStringLiteral("en");
        const QString chinese = QStringLiteral("zh_CN");
        const QString text = QStringLiteral("# Data\nAs little as can be.");
        for (const QMap<QString, QString> &texts : {QMap<QString, QString>{{english, text}},
                                                    {{english, text}, {chinese, QStringLiteral(" ")}},
                                                    {{english, text}, {chinese, QString(longestNotice + 1, u'a')}}})
            QCOMPARE(publishNotice(admin, site.manager(), notice::privacy, 2, texts).error().code, ErrorCode::Invalid);
        must(publishNotice(admin, site.manager(), notice::privacy, 3));
        QCOMPARE(publishNotice(admin, site.manager(), notice::privacy, 3).error().code, ErrorCode::Conflict);
        QCOMPARE(publishNotice(admin, site.manager(), notice::privacy, 2).error().code, ErrorCode::Conflict);
        must(beginRead(admin));
        QCOMPARE(admin.authority.noticeVersion(notice::privacy), 3);
        QCOMPARE(admin.authority.noticeVersion(notice::terms), 1);
        must(publishNotice(admin, site.manager(), notice::briefing, 2, {{english, text}, {chinese, text}}));
        must(beginRead(site.kiosk().at()));
        const NoticeInForce briefing = site.kiosk().at().authority.notices().value(notice::briefing);
        QCOMPARE(briefing.version, 2);
        QCOMPARE(briefing.texts.value(chinese), text);
        QVERIFY(briefing.by == site.manager().staff.id);
    }

    void aStatementThatNobodySignedBreaksTrust()
    {
        TestSite site;
        {
            auto transaction = must(site.admin().at().store.beginWrite());
            // A guard tries to make a manager: signed, but by somebody who may not.
            const StaffId somebody = makeId<StaffId>(site.clock, site.randomness);
            must(record(*transaction, site.admin().at(), signerOf(site.guard()), action::staffInvite, staffSubject(somebody),
                        {{QStringLiteral("staff"), somebody.text()},
                         {QStringLiteral("roles"), QJsonArray{QStringLiteral("manager")}}}));
            must(transaction->commit());
        }
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("does not verify")));
        QCOMPARE(beginRead(site.admin().at()).error().code, ErrorCode::BadSignature);
    }
};

GATEHOUSE_TEST(QCoreApplication, TestAuthority);
#include "tst_authority.moc"
