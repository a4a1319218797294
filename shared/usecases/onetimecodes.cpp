// SPDX-License-Identifier: GPL-3.0-or-later
#include "onetimecodes.h"

#include "caseaccess.h"
#include "replacedkeys.h"
#include "staffact.h"

#include <QCryptographicHash>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
constexpr int codeBytes = 10; // 80 random bits: nobody tries them all against the public key in the ledger

bool readsVisits(const std::set<Role> &roles)
{
    return roles.contains(Role::Guard) || roles.contains(Role::Manager);
}
} // namespace

security::SecureBytes codeSeed(const security::SecureBytes &code)
{
    QByteArray plain = code.exposed();
    QByteArray hash = QCryptographicHash::hash("gatehouse.code.1|" + plain, QCryptographicHash::Sha256);
    security::wipe(plain);
    return security::SecureBytes::take(hash);
}

Result<MadeCode> makeCode(Transaction &transaction, const Workplace &workplace, const StaffSession &manager,
                          const Staff &person)
{
    const security::SecureBytes fullSeed = security::makeSeed();
    const security::SecureBytes code = security::SecureBytes::copyOf(fullSeed.span().first(codeBytes));
    const security::SecureBytes seed = codeSeed(code);
    const QByteArray activationKey = security::signKeyPairFromSeed(seed).publicKey;
    const QByteArray codeBox = security::boxKeyPairFromSeed(seed).publicKey;
    GATEHOUSE_TRY(transaction.staff().saveActivation({person.id, activationKey, workplace.clock.now().addDays(codeDays)}));
    // The newcomer finds the site's keys sealed to the one-time code, and seals them to own keys at the first sign-in.
    if (readsVisits(person.roles)) {
        for (const OpenedSealingKey &key : manager.sealingKeys) {
            GATEHOUSE_TRY_ASSIGN(const QByteArray grant, security::sealTo(codeBox, key.keys.secretKey));
            GATEHOUSE_TRY(transaction.sealedData().saveGrant({key.id, person.id, grant}));
        }
    }
    return MadeCode{security::encodeSecret(code), activationKey};
}

Result<QString> renewCode(const Workplace &workplace, const StaffSession &manager, const StaffId &id)
{
    GATEHOUSE_TRY_ASSIGN(const StaffAct act, StaffAct::begin(workplace, manager, {Role::Manager}));
    const std::optional<Staff> person = workplace.authority.staff(id);
    if (!person)
        return fail(ErrorCode::NotFound, QStringLiteral("staff"));
    if (workplace.authority.activationKey(id).isEmpty())
        return fail(ErrorCode::Conflict, staffStateName(person->state));
    GATEHOUSE_TRY_ASSIGN(const std::optional<Staff> row, act.transaction().staff().byId(id));
    if (!row || !isCertified(*row, workplace.authority)) // whoever asks may have been shown another's number or roles
        return fail(ErrorCode::BadSignature, QStringLiteral("staff record"));
    GATEHOUSE_TRY_ASSIGN(const MadeCode code, makeCode(act.transaction(), workplace, manager, *person));
    SignInState untried;
    untried.staff = id;
    GATEHOUSE_TRY(act.transaction().staff().saveSignIn(untried));
    GATEHOUSE_TRY(
        act.state(action::staffCode, staffSubject(id),
                  {{QStringLiteral("staff"), id.text()}, {QStringLiteral("activationKey"), hexText(code.activationKey)}}));
    GATEHOUSE_TRY(act.done());
    return code.text;
}

} // namespace gatehouse::usecases
