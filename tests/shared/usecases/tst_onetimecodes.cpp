// SPDX-License-Identifier: GPL-3.0-or-later
// A one-time code that was lost or is past its time is renewed by a manager; nobody's own secrets ever are.
#include "rawdatabase.h"
#include "testprogram.h"
#include "testsite.h"
#include "usecases/onetimecodes.h"
#include "usecases/readvisits.h"

#include <QRegularExpression>
#include <QTest>

#include <functional>

using namespace gatehouse;
using namespace gatehouse::domain;
using namespace gatehouse::usecases;
using gatehouse::test::must;
using gatehouse::test::RawDatabase;
using gatehouse::test::TestSite;

namespace
{
const QString number = QStringLiteral("1050");

StaffInvited inviteGuard(TestSite &site)
{
    return must(inviteStaff(
        site.admin().at(), site.manager(),
        {number, QStringLiteral("Qian Bo"), Grade::Employee, {Role::Guard}, QDate(2026, 2, 1), QStringLiteral("en")}));
}

Result<void> activate(TestSite &site, const QString &code)
{
    return activateStaff(site.admin().at(), number, code, TestSite::password(), site.pepper(), security::KeyCost::Minimal);
}

/// A store in which something happens at another station just before a write begins.
class InterruptedStore final : public Store
{
public:
    InterruptedStore(Store &real, int write, std::function<void()> interruption)
        : m_real(real), m_left(write), m_interruption(std::move(interruption))
    {
    }
    Result<std::unique_ptr<Transaction>> beginRead() override { return m_real.beginRead(); }
    Result<std::unique_ptr<Transaction>> beginWrite() override
    {
        if (--m_left == 0)
            m_interruption();
        return m_real.beginWrite();
    }
    Result<qint64> dataVersion() override { return m_real.dataVersion(); }

private:
    Store &m_real;
    int m_left;
    std::function<void()> m_interruption;
};
} // namespace

class TestOneTimeCodes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anotherCodeTakesThePlaceOfTheFirst_data()
    {
        QTest::addColumn<int>("days");
        QTest::newRow("lost on the first day") << 0;
        QTest::newRow("past its time") << 20;
    }
    void anotherCodeTakesThePlaceOfTheFirst()
    {
        QFETCH(int, days);
        TestSite site;
        const StaffInvited invited = inviteGuard(site);
        for (int i = 0; i < 3; ++i) // a newcomer who tries at random until it hurts
            QVERIFY(!activate(site, QStringLiteral("0000-0000-0000")));
        site.clock.advance(std::chrono::hours(24 * days));
        const QString code = must(renewCode(site.admin().at(), site.manager(), invited.id));
        QVERIFY(code != invited.code);
        site.admin().restart();
        QCOMPARE(activate(site, invited.code).error().code, ErrorCode::WrongSecret); // dead, and says no more than that
        must(activate(site, code));
        QCOMPARE(activate(site, code).error().code, ErrorCode::WrongSecret); // once only
        const StaffSession session = site.signInAs(number);
        const Visit visit = must(requestVisit(site.kiosk().at(), site.meeting())).front();
        QCOMPARE(must(openCase(site.admin().at(), session, visit.id)).record.displayName(),
                 QStringLiteral("Anna Maria Eriksson"));

        auto transaction = must(beginRead(site.kiosk().at()));
        const auto entries = must(transaction->ledger().ofSubject(staffSubject(invited.id)));
        const auto renewed = std::find_if(entries.begin(), entries.end(),
                                          [](const LedgerEntry &entry) { return entry.action == action::staffCode; });
        QVERIFY(renewed != entries.end());
        QCOMPARE(renewed->actor, staffActor(site.manager().staff.id));
        QVERIFY(site.kiosk().at().authority.verified(*renewed));
    }

    void r17_r18_whoIsGivenAnotherCode_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("answer");
        const auto row = [](const char *name, const QString &answer) {
            QTest::newRow(name) << QString::fromLatin1(name) << answer;
        };
        row("invited, by the manager", QStringLiteral("done"));
        row("invited, by a guard", errorName(ErrorCode::NotAllowed));
        row("with an own password", errorName(ErrorCode::Conflict));
        row("the manager", errorName(ErrorCode::Conflict));
        row("one who only hosts", errorName(ErrorCode::Conflict));
        row("one who has left", errorName(ErrorCode::Conflict));
        row("nobody", errorName(ErrorCode::NotFound));
        row("whose number a row gives to another", errorName(ErrorCode::BadSignature));
    }
    void r17_r18_whoIsGivenAnotherCode()
    {
        QFETCH(QString, what);
        TestSite site;
        const StaffInvited invited = inviteGuard(site);
        StaffId id = invited.id;
        if (what == u"with an own password")
            must(activate(site, invited.code));
        else if (what == u"the manager")
            id = site.manager().staff.id;
        else if (what == u"one who only hosts")
            id = site.host();
        else if (what == u"one who has left")
            must(endStaff(site.admin().at(), site.manager(), id));
        else if (what == u"nobody")
            id = makeId<StaffId>(site.clock, site.randomness);
        else if (what == u"whose number a row gives to another")
            QVERIFY(RawDatabase(site.databasePath())
                        .run(QStringLiteral("UPDATE staff SET number='9002' WHERE number=?"), {number}));
        const auto code = renewCode(site.admin().at(), what.endsWith(u"guard") ? site.guard() : site.manager(), id);
        QTEST(code ? QStringLiteral("done") : errorName(code.error().code), "answer");
        if (what == u"invited, by a guard")
            must(activate(site, invited.code)); // the refusal left everything as it was
        if (what == u"with an own password")
            site.signInAs(number);
    }

    /// What is proved is proved where it is written: a code that died while the password was stretched writes nothing.
    void aCodeThatDiesOnTheWaySpoilsNothing_data()
    {
        QTest::addColumn<bool>("leaves");
        QTest::newRow("another code was given") << false;
        QTest::newRow("the person has left") << true;
    }
    void aCodeThatDiesOnTheWaySpoilsNothing()
    {
        QFETCH(bool, leaves);
        TestSite site;
        const StaffInvited invited = inviteGuard(site);
        QString code;
        InterruptedStore store(site.kiosk().at().store, 2, [&] { // the first write counts the attempt
            if (leaves)
                must(endStaff(site.admin().at(), site.manager(), invited.id));
            else
                code = must(renewCode(site.admin().at(), site.manager(), invited.id));
        });
        const Workplace &real = site.kiosk().at();
        const Workplace desk{store, real.clock, real.randomness, real.station, real.authority, real.time};
        const auto late =
            activateStaff(desk, number, invited.code, TestSite::password(), site.pepper(), security::KeyCost::Minimal);
        QCOMPARE(late.error().code, ErrorCode::WrongSecret);
        site.admin().restart();
        must(beginRead(site.admin().at())); // the ledger verifies
        if (!leaves)
            must(activate(site, code));
    }

    void aCodeThatAGuardSignedBreaksTrust()
    {
        TestSite site;
        const StaffInvited invited = inviteGuard(site);
        {
            auto transaction = must(site.admin().at().store.beginWrite());
            must(record(*transaction, site.admin().at(), signerOf(site.guard()), action::staffCode, staffSubject(invited.id),
                        {{QStringLiteral("staff"), invited.id.text()}, {QStringLiteral("activationKey"), QString(64, u'a')}}));
            must(transaction->commit());
        }
        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("does not verify")));
        QCOMPARE(beginRead(site.admin().at()).error().code, ErrorCode::BadSignature);
    }
};

GATEHOUSE_TEST(QCoreApplication, TestOneTimeCodes);
#include "tst_onetimecodes.moc"
