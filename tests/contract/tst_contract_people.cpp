// SPDX-License-Identifier: GPL-3.0-or-later
#include "contracttest.h"
#include "testprogram.h"

using namespace gatehouse;
using namespace gatehouse::domain;

class TestContractPeople : public test::ContractTest
{
    Q_OBJECT
private Q_SLOTS:
    void staffComesBackAsWritten_data()
    {
        QTest::addColumn<int>("grade");
        QTest::addColumn<int>("state");
        QTest::addColumn<QList<int>>("roles");
        QTest::addColumn<QDate>("agreement");
        for (const Grade grade : {Grade::Employee, Grade::Managerial}) {
            for (const StaffState state : {StaffState::Invited, StaffState::Active, StaffState::Left}) {
                const QByteArray name = (gradeName(grade) + QLatin1Char(' ') + staffStateName(state)).toLatin1();
                QTest::newRow((name + " without roles").constData()) << int(grade) << int(state) << QList<int>{} << QDate();
                QTest::newRow((name + " with every role").constData())
                    << int(grade) << int(state)
                    << QList<int>{int(Role::Guard), int(Role::Escort), int(Role::Manager), int(Role::Auditor),
                                  int(Role::Administrator)}
                    << QDate(2024, 2, 29);
            }
        }
    }

    void staffComesBackAsWritten()
    {
        QFETCH(int, grade);
        QFETCH(int, state);
        QFETCH(QList<int>, roles);
        QFETCH(QDate, agreement);
        Staff staff = rows.staff(QStringLiteral("S-0001"));
        staff.grade = static_cast<Grade>(grade);
        staff.state = static_cast<StaffState>(state);
        staff.roles.clear();
        for (const int role : roles)
            staff.roles.insert(static_cast<Role>(role));
        staff.agreementDate = agreement.isValid() ? std::optional(agreement) : std::nullopt;
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->staff().insert(staff));
        SUCCEEDS(write->commit());
        TAKE(read, store().beginRead());
        TAKE(byId, read->staff().byId(staff.id));
        QCOMPARE(byId, std::optional(staff));
        TAKE(byNumber, read->staff().byNumber(staff.number));
        QCOMPARE(byNumber, std::optional(staff));
    }

    void aNumberBelongsToOnePersonForEver()
    {
        const Staff first = rows.staff(QStringLiteral("S-0001"));
        Staff second = rows.staff(QStringLiteral("S-0002"));
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->staff().insert(first));
        FAILS_WITH(write->staff().insert(rows.staff(first.number)), Conflict);
        SUCCEEDS(write->staff().insert(second));
        second.number = first.number;
        FAILS_WITH(write->staff().update(second), Conflict);
        SUCCEEDS(write->commit()); // a Conflict leaves the transaction usable
        TAKE(read, store().beginRead());
        TAKE(all, read->staff().all());
        QCOMPARE(all.size(), std::size_t(2));
        QCOMPARE(all[0], first);
        QCOMPARE(all[1].number, QStringLiteral("S-0002"));
    }

    void staffIsUpdatedWhole()
    {
        Staff staff = rows.staff(QStringLiteral("S-0001"));
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->staff().insert(staff));
        staff.name = QStringLiteral("王 晓东");
        staff.roles = {Role::Auditor};
        staff.grade = Grade::Employee;
        staff.state = StaffState::Left;
        staff.agreementDate.reset();
        staff.language = QStringLiteral("en");
        SUCCEEDS(write->staff().update(staff));
        TAKE(stored, write->staff().byId(staff.id));
        QCOMPARE(stored, std::optional(staff));
        FAILS_WITH(write->staff().update(rows.staff(QStringLiteral("S-0404"))), NotFound);
    }

    void nobodyIsNothing()
    {
        TAKE(read, store().beginRead());
        const auto unknown = rows.id<StaffId>();
        TAKE(byId, read->staff().byId(unknown));
        QVERIFY(!byId);
        TAKE(byNumber, read->staff().byNumber(QStringLiteral("S-0001")));
        QVERIFY(!byNumber);
        TAKE(all, read->staff().all());
        QVERIFY(all.empty());
        TAKE(credential, read->staff().credential(unknown));
        QVERIFY(!credential);
        TAKE(activation, read->staff().activation(unknown));
        QVERIFY(!activation);
        SignInState fresh;
        fresh.staff = unknown;
        TAKE(signIn, read->staff().signIn(unknown));
        QCOMPARE(signIn, fresh);
    }

    void credentialsAreReplaced()
    {
        const Staff staff = rows.staff(QStringLiteral("S-0001"));
        Credential credential{staff.id, rows.bytes(32), rows.bytes(32), rows.bytes(180), rows.at(5)};
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->staff().insert(staff));
        SUCCEEDS(write->staff().saveCredential(credential));
        credential.wrappedKeys = rows.bytes(200);
        credential.boxPublicKey = rows.bytes(32);
        credential.signPublicKey = rows.bytes(32);
        credential.passwordChanged = rows.at(9);
        SUCCEEDS(write->staff().saveCredential(credential));
        TAKE(stored, write->staff().credential(staff.id));
        QCOMPARE(stored, std::optional(credential));
        TAKE(all, write->staff().credentials());
        QCOMPARE(all, std::vector{credential});
        SUCCEEDS(write->commit());
    }

    void activationCodesAreReplacedAndRemoved()
    {
        const Staff staff = rows.staff(QStringLiteral("S-0001"));
        ActivationCode code{staff.id, rows.bytes(64), rows.at(60)};
        TAKE(write, store().beginWrite());
        SUCCEEDS(write->staff().insert(staff));
        SUCCEEDS(write->staff().saveActivation(code));
        code.hash = rows.bytes(64);
        code.expires = rows.at(90);
        SUCCEEDS(write->staff().saveActivation(code));
        TAKE(stored, write->staff().activation(staff.id));
        QCOMPARE(stored, std::optional(code));
        SUCCEEDS(write->staff().removeActivation(staff.id));
        TAKE(gone, write->staff().activation(staff.id));
        QVERIFY(!gone);
        SUCCEEDS(write->staff().removeActivation(staff.id)); // again changes nothing
    }

    void signInStateSurvivesReopening()
    {
        const Staff staff = rows.staff(QStringLiteral("S-0001"));
        SignInState state{staff.id, 4, rows.at(10), rows.id<SessionId>(), rows.id<StationId>(), rows.at(2)};
        {
            TAKE(write, store().beginWrite());
            SUCCEEDS(write->staff().insert(staff));
            SUCCEEDS(write->staff().saveSignIn(state));
            SUCCEEDS(write->commit());
        }
        TAKE(other, open());
        TAKE(write, other->beginWrite());
        TAKE(stored, write->staff().signIn(staff.id));
        QCOMPARE(stored, state);
        state = SignInState();
        state.staff = staff.id;
        SUCCEEDS(write->staff().saveSignIn(state));
        TAKE(cleared, write->staff().signIn(staff.id));
        QCOMPARE(cleared, state);
    }
};

GATEHOUSE_TEST(QCoreApplication, TestContractPeople);
#include "tst_contract_people.moc"
