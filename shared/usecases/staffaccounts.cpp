// SPDX-License-Identifier: GPL-3.0-or-later
#include "staffaccounts.h"

#include "base/logging.h"
#include "caseaccess.h"
#include "namefolding.h"
#include "onetimecodes.h"
#include "staffbounds.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
constexpr int freeAttempts = 3;
constexpr qint64 firstWaitSeconds = 5;
constexpr qint64 longestWaitSeconds = 15 * 60;
constexpr int leastHostQuery = 2;

qint64 waitAfter(int failures)
{
    if (failures < freeAttempts)
        return 0;
    const int doublings = std::min(failures - freeAttempts, 10);
    return std::min(firstWaitSeconds << doublings, longestWaitSeconds);
}

Result<void> checkPassword(const security::SecureBytes &password, const QStringList &ownWords)
{
    QByteArray plain = password.exposed();
    const auto flaw = security::assessPassword(QString::fromUtf8(plain), ownWords);
    security::wipe(plain);
    if (flaw != security::PasswordFlaw::None)
        return fail(ErrorCode::Invalid, QString::number(static_cast<int>(flaw)));
    return {};
}

/// The person behind a staff number as the ledger certifies it; a row that says otherwise counts as absent.
Result<Staff> activePerson(Transaction &transaction, const Workplace &workplace, const QString &number)
{
    GATEHOUSE_TRY_ASSIGN(const std::optional<Staff> row, transaction.staff().byNumber(number.trimmed()));
    if (!row)
        return fail(ErrorCode::WrongSecret, QStringLiteral("sign-in"));
    std::optional<Staff> certified = workplace.authority.staff(row->id);
    if (!certified || certified->number != row->number)
        return fail(ErrorCode::Untrusted, uncertified);
    certified->name = row->name;
    certified->language = row->language;
    return *certified;
}

tl::unexpected<Error> backOff(const SignInState &state, const QDateTime &now)
{
    return fail(ErrorCode::BackOff, QString::number((now.msecsTo(*state.lockedUntil) + 999) / 1000));
}

void countIn(SignInState &state, const QDateTime &now)
{
    ++state.failures;
    const qint64 wait = waitAfter(state.failures);
    state.lockedUntil = wait > 0 ? std::optional<QDateTime>(now.addSecs(wait)) : std::nullopt;
}

/// Counts the attempt before it is made, so that killing the program gains nobody an attempt.
template <typename Save>
Result<void> countAttempt(Transaction &transaction, SignInState state, const QDateTime &now, Save save)
{
    if (state.lockedUntil && now < *state.lockedUntil) {
        const QDateTime longest = now.addSecs(longestWaitSeconds);
        if (*state.lockedUntil > longest) { // written while the clock was ahead: nobody waits until that date
            state.lockedUntil = longest;
            GATEHOUSE_TRY(save(state));
            GATEHOUSE_TRY(transaction.commit());
        }
        return backOff(state, now);
    }
    countIn(state, now);
    GATEHOUSE_TRY(save(state));
    return transaction.commit();
}

Result<void> countAttempt(const Workplace &workplace, const StaffId &id)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY_ASSIGN(SignInState state, transaction->staff().signIn(id));
    state.staff = id;
    return countAttempt(*transaction, state, workplace.clock.now(),
                        [&](const SignInState &counted) { return transaction->staff().saveSignIn(counted); });
}

/// Where the attempts with a number that nobody has are counted. One of 65,536 places, so that trying fills no disk, found by a
/// hash under the pepper: a password that somebody typed for a number is not told by it.
QString placeOfUnknown(const QString &number, const security::SecureBytes &pepper)
{
    QByteArray key = pepper.exposed();
    const QByteArray hash =
        QMessageAuthenticationCode::hash(number.trimmed().toUtf8(), key, QCryptographicHash::Sha256).first(2);
    security::wipe(key);
    return QStringLiteral("unknown-number:") + hexText(hash);
}

/// Whoever tries numbers learns nothing from the waiting either: it is counted, and kept, as that of a number in use.
Result<void> countUnknown(const Workplace &workplace, const QString &number, const security::SecureBytes &pepper)
{
    const QString place = placeOfUnknown(number, pepper);
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY_ASSIGN(const std::optional<QByteArray> stored, transaction->site().setting(place));
    const QJsonObject before = QJsonDocument::fromJson(stored.value_or(QByteArray())).object();
    const qint64 until = before.value(QLatin1String("until")).toInteger();
    SignInState state;
    state.failures = before.value(QLatin1String("failures")).toInt();
    if (until > 0)
        state.lockedUntil = QDateTime::fromMSecsSinceEpoch(until, Qt::UTC);
    return countAttempt(*transaction, state, workplace.clock.now(), [&](const SignInState &counted) {
        const QJsonObject now{
            {QStringLiteral("failures"), counted.failures},
            {QStringLiteral("until"), counted.lockedUntil ? counted.lockedUntil->toMSecsSinceEpoch() : qint64(0)}};
        return transaction->site().setSetting(place, QJsonDocument(now).toJson(QJsonDocument::Compact));
    });
}

/// Nobody when the number is unknown.
Result<std::optional<Staff>> personWhoSignsIn(const Workplace &workplace, const QString &number)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    auto person = activePerson(*transaction, workplace, number);
    if (!person && person.error().code == ErrorCode::WrongSecret)
        return std::nullopt;
    GATEHOUSE_TRY(person);
    return std::move(*person);
}

/// Who was given a one-time code that was not used.
struct Newcomer {
    Staff person;
    QDateTime expires;
    std::vector<KeyGrant> grants;
};

/// Nobody when the number is unknown or waits for no code: neither is told from the other.
Result<std::optional<Newcomer>> whoActivates(const Workplace &workplace, const QString &number)
{
    GATEHOUSE_TRY_ASSIGN(const std::optional<Staff> person, personWhoSignsIn(workplace, number));
    if (!person)
        return std::nullopt;
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY_ASSIGN(const std::optional<ActivationCode> code, transaction->staff().activation(person->id));
    if (!code)
        return std::nullopt;
    const QDateTime last = workplace.authority.codeSince(person->id).addDays(codeDays); // the row may say anything
    GATEHOUSE_TRY_ASSIGN(const std::vector<KeyGrant> grants, transaction->sealedData().grants(person->id));
    return Newcomer{*person, std::min(code->expires, last), grants};
}

Result<security::PersonKeys> openKeys(const Workplace &workplace, const StaffId &id, const security::SecureBytes &password,
                                      const security::SecureBytes &pepper)
{
    std::optional<Credential> credential;
    QByteArray certifiedKey;
    {
        GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
        GATEHOUSE_TRY_ASSIGN(credential, transaction->staff().credential(id));
        certifiedKey = workplace.authority.staffSignKey(id);
    }
    if (!credential || certifiedKey.isEmpty() || !workplace.authority.isActive(id)) // invited, or has left: not said
        return security::unwrapNobodysKeys(password, pepper);
    GATEHOUSE_TRY_ASSIGN(security::PersonKeys keys, security::unwrapPersonKeys(credential->wrappedKeys, password, pepper));
    if (keys.sign.publicKey != certifiedKey)
        return fail(ErrorCode::Untrusted, uncertified);
    return keys;
}

Result<void> openSealingKeys(Transaction &transaction, const Workplace &workplace, StaffSession &session)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<KeyGrant> grants, transaction.sealedData().grants(session.staff.id));
    for (const KeyGrant &grant : grants) {
        const auto &known = workplace.authority.sealingKeys();
        const auto key =
            std::find_if(known.begin(), known.end(), [&](const SealingKey &candidate) { return candidate.id == grant.keyId; });
        if (key == known.end())
            continue;
        auto secret = security::openSealed(session.keys.box, grant.bytes);
        if (!secret)
            continue; // granted to keys that this person no longer has
        OpenedSealingKey opened;
        opened.id = grant.keyId;
        opened.keys = {key->publicKey, std::move(*secret)};
        if (!security::isPair(opened.keys)) {
            qCCritical(lcTrust) << "a granted key is not the site's:" << grant.keyId;
            continue;
        }
        opened.cardKey = security::cardKey(opened.keys.secretKey);
        session.sealingKeys.push_back(std::move(opened));
    }
    return {};
}
} // namespace

Result<StaffInvited> inviteStaff(const Workplace &workplace, const StaffSession &manager, const NewStaff &person)
{
    GATEHOUSE_TRY(
        checkStaffBounds(person.number, person.name, person.agreementDate, workplace.clock.now().toLocalTime().date()));
    // R4: the machine room's escorts are managerial staff.
    if (person.roles.contains(Role::Escort) && person.grade != Grade::Managerial)
        return fail(ErrorCode::Blocked, QStringLiteral("escort-not-managerial"));
    StaffInvited invited{makeId<StaffId>(workplace.clock, workplace.randomness), {}};
    Staff staff{invited.id,
                person.number.trimmed(),
                person.name.trimmed(),
                person.grade,
                person.roles,
                person.roles.empty() ? StaffState::Active : StaffState::Invited,
                person.agreementDate,
                person.language};
    QJsonArray roles;
    for (const Role role : person.roles)
        roles.append(roleName(role));
    QJsonObject details{{QStringLiteral("staff"), invited.id.text()},
                        {QStringLiteral("number"), staff.number},
                        {QStringLiteral("grade"), gradeName(staff.grade)},
                        {QStringLiteral("roles"), roles},
                        {QStringLiteral("agreement"), person.agreementDate.toString(Qt::ISODate)}};

    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, manager, {Role::Manager}));
    if (workplace.authority.knowsNumber(staff.number))
        return fail(ErrorCode::Conflict, QStringLiteral("staff number"));
    GATEHOUSE_TRY(transaction->staff().insert(staff));
    if (!person.roles.empty()) {
        GATEHOUSE_TRY_ASSIGN(const MadeCode code, makeCode(*transaction, workplace, manager, staff));
        details.insert(QStringLiteral("activationKey"), hexText(code.activationKey));
        invited.code = code.text;
    }
    GATEHOUSE_TRY(record(*transaction, workplace, signerOf(manager), action::staffInvite, staffSubject(invited.id), details));
    GATEHOUSE_TRY(transaction->commit());
    return invited;
}

Result<void> activateStaff(const Workplace &workplace, const QString &number, const QString &code,
                           const security::SecureBytes &password, const security::SecureBytes &pepper, security::KeyCost cost)
{
    GATEHOUSE_TRY_ASSIGN(const std::optional<Newcomer> newcomer, whoActivates(workplace, number));
    if (!newcomer) {
        GATEHOUSE_TRY(countUnknown(workplace, number, pepper));
        return fail(ErrorCode::WrongSecret, QStringLiteral("code"));
    }
    const Staff &person = newcomer->person;
    GATEHOUSE_TRY(countAttempt(workplace, person.id));
    const auto codeSecret = security::decodeSecret(code);
    if (!codeSecret)
        return fail(ErrorCode::WrongSecret, QStringLiteral("code"));
    const security::SecureBytes seed = codeSeed(*codeSecret);
    const security::SignKeyPair prover = security::signKeyPairFromSeed(seed);
    if (prover.publicKey != workplace.authority.activationKey(person.id))
        return fail(ErrorCode::WrongSecret, QStringLiteral("code"));
    if (workplace.clock.now() > newcomer->expires) // said to who has the code only
        return fail(ErrorCode::Expired, QStringLiteral("code"));
    GATEHOUSE_TRY(checkPassword(password, {person.number, person.name, workplace.authority.siteName()}));

    const security::PersonKeys keys = security::makePersonKeys();
    const QByteArray wrapped = security::wrapPersonKeys(keys, password, pepper, cost);
    const security::BoxKeyPair codeBox = security::boxKeyPairFromSeed(seed);
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    // Meanwhile the person may have left or got another code: a statement that proves nothing any more would spoil the ledger.
    if (prover.publicKey != workplace.authority.activationKey(person.id))
        return fail(ErrorCode::WrongSecret, QStringLiteral("code"));
    for (const KeyGrant &grant : newcomer->grants) {
        if (const auto secret = security::openSealed(codeBox, grant.bytes)) {
            GATEHOUSE_TRY_ASSIGN(const QByteArray own, security::sealTo(keys.box.publicKey, *secret));
            GATEHOUSE_TRY(transaction->sealedData().saveGrant({grant.keyId, person.id, own}));
        }
    }
    GATEHOUSE_TRY_ASSIGN(std::optional<Staff> row, transaction->staff().byId(person.id));
    if (!row)
        return fail(ErrorCode::NotFound, QStringLiteral("staff"));
    row->state = StaffState::Active;
    GATEHOUSE_TRY(transaction->staff().update(*row));
    GATEHOUSE_TRY(transaction->staff().saveCredential(
        {person.id, keys.box.publicKey, keys.sign.publicKey, wrapped, workplace.clock.now()}));
    GATEHOUSE_TRY(transaction->staff().removeActivation(person.id));
    SignInState fresh;
    fresh.staff = person.id;
    GATEHOUSE_TRY(transaction->staff().saveSignIn(fresh));
    const QByteArray proof =
        security::sign(prover.secretKey, activationMessage(person.id, keys.sign.publicKey, keys.box.publicKey));
    const Signer self{staffActor(person.id), keys.sign.publicKey, &keys.sign.secretKey};
    GATEHOUSE_TRY(record(*transaction, workplace, self, action::staffActivate, staffSubject(person.id),
                         {{QStringLiteral("staff"), person.id.text()},
                          {QStringLiteral("signKey"), hexText(keys.sign.publicKey)},
                          {QStringLiteral("boxKey"), hexText(keys.box.publicKey)},
                          {QStringLiteral("proof"), hexText(proof)}}));
    return transaction->commit();
}

Result<void> endStaff(const Workplace &workplace, const StaffSession &manager, const StaffId &id)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, manager, {Role::Manager}));
    GATEHOUSE_TRY(endStaffIn(*transaction, workplace, manager, id));
    return transaction->commit();
}

Result<void> endStaffIn(Transaction &transaction, const Workplace &workplace, const StaffSession &manager, const StaffId &id)
{
    if (id == manager.staff.id)
        return fail(ErrorCode::Blocked, QStringLiteral("oneself"));       // the last manager would lock the site out
    const std::optional<Staff> certified = workplace.authority.staff(id); // its row may say anything, or be gone
    if (!certified || certified->state == StaffState::Left)
        return fail(ErrorCode::NotFound, QStringLiteral("staff"));
    GATEHOUSE_TRY_ASSIGN(std::optional<Staff> row, transaction.staff().byId(id));
    if (row) {
        row->state = StaffState::Left;
        GATEHOUSE_TRY(transaction.staff().update(*row));
        GATEHOUSE_TRY(transaction.staff().removeActivation(id));
        SignInState ended;
        ended.staff = id;
        GATEHOUSE_TRY(transaction.staff().saveSignIn(ended));
    }
    GATEHOUSE_TRY(record(transaction, workplace, signerOf(manager), action::staffRevoke, staffSubject(id),
                         {{QStringLiteral("staff"), id.text()}}));
    return {};
}

Result<SignInResult> signIn(const Workplace &workplace, const QString &number, const security::SecureBytes &password,
                            const security::SecureBytes &pepper)
{
    GATEHOUSE_TRY_ASSIGN(const std::optional<Staff> known, personWhoSignsIn(workplace, number));
    if (!known) {
        GATEHOUSE_TRY(countUnknown(workplace, number, pepper));
        GATEHOUSE_TRY(security::unwrapNobodysKeys(password, pepper));
        return fail(ErrorCode::WrongSecret, QStringLiteral("sign-in"));
    }
    const Staff &person = *known;
    GATEHOUSE_TRY(countAttempt(workplace, person.id));
    GATEHOUSE_TRY_ASSIGN(security::PersonKeys keys, openKeys(workplace, person.id, password, pepper));

    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    SignInResult result;
    result.session.id = makeId<SessionId>(workplace.clock, workplace.randomness);
    result.session.staff = person;
    result.session.keys = std::move(keys);
    GATEHOUSE_TRY(openSealingKeys(*transaction, workplace, result.session));
    GATEHOUSE_TRY_ASSIGN(const std::optional<Credential> credential, transaction->staff().credential(person.id));
    result.passwordExpired =
        !credential ||
        std::min(credential->passwordChanged, workplace.authority.passwordSince(person.id)).addDays(passwordDays) <
            workplace.clock.now();
    GATEHOUSE_TRY_ASSIGN(const SignInState before, transaction->staff().signIn(person.id));
    result.elsewhereClosed = before.session.has_value();
    GATEHOUSE_TRY(transaction->staff().saveSignIn(
        {person.id, 0, std::nullopt, result.session.id, workplace.stationId(), workplace.clock.now()}));
    GATEHOUSE_TRY(record(
        *transaction, workplace, signerOf(result.session), action::staffSignIn, staffSubject(person.id),
        {{QStringLiteral("session"), result.session.id.text()}, {QStringLiteral("endedOther"), result.elsewhereClosed}}));
    GATEHOUSE_TRY(transaction->commit());
    return result;
}

Result<void> signOut(const Workplace &workplace, const StaffSession &session)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY_ASSIGN(SignInState state, transaction->staff().signIn(session.staff.id));
    if (state.session != session.id)
        return {}; // ended already, by a sign-in elsewhere
    state.session.reset();
    state.station.reset();
    state.since.reset();
    GATEHOUSE_TRY(transaction->staff().saveSignIn(state));
    GATEHOUSE_TRY(record(*transaction, workplace, signerOf(session), action::staffSignOut, staffSubject(session.staff.id),
                         {{QStringLiteral("session"), session.id.text()}}));
    return transaction->commit();
}

Result<bool> sessionIsOpen(const Workplace &workplace, const StaffSession &session)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY_ASSIGN(const SignInState state, transaction->staff().signIn(session.staff.id));
    return state.session == session.id && workplace.authority.isActive(session.staff.id);
}

Result<void> checkPassword(const Workplace &workplace, const StaffSession &session, const security::SecureBytes &password,
                           const security::SecureBytes &pepper)
{
    GATEHOUSE_TRY(countAttempt(workplace, session.staff.id));
    GATEHOUSE_TRY(openKeys(workplace, session.staff.id, password, pepper));
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY_ASSIGN(SignInState state, transaction->staff().signIn(session.staff.id));
    state.failures = 0;
    state.lockedUntil.reset();
    GATEHOUSE_TRY(transaction->staff().saveSignIn(state));
    return transaction->commit();
}

Result<void> changePassword(const Workplace &workplace, StaffSession &session, const security::SecureBytes &oldPassword,
                            const security::SecureBytes &newPassword, const security::SecureBytes &pepper,
                            security::KeyCost cost)
{
    GATEHOUSE_TRY(checkPassword(newPassword, {session.staff.number, session.staff.name, workplace.authority.siteName()}));
    const auto before = oldPassword.span();
    const auto after = newPassword.span();
    if (std::equal(before.begin(), before.end(), after.begin(), after.end()))
        return fail(ErrorCode::Invalid, QStringLiteral("same"));
    GATEHOUSE_TRY(checkPassword(workplace, session, oldPassword, pepper));
    const QByteArray wrapped = security::wrapPersonKeys(session.keys, newPassword, pepper, cost);
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    GATEHOUSE_TRY(transaction->staff().saveCredential(
        {session.staff.id, session.keys.box.publicKey, session.keys.sign.publicKey, wrapped, workplace.clock.now()}));
    GATEHOUSE_TRY(record(*transaction, workplace, signerOf(session), action::staffPassword, staffSubject(session.staff.id)));
    return transaction->commit();
}

Result<void> chooseLanguage(const Workplace &workplace, const StaffSession &session, const QString &language)
{
    GATEHOUSE_TRY_ASSIGN(const auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    GATEHOUSE_TRY_ASSIGN(std::optional<Staff> row, transaction->staff().byId(session.staff.id));
    if (!row)
        return fail(ErrorCode::NotFound, QStringLiteral("staff"));
    row->language = language;
    GATEHOUSE_TRY(transaction->staff().update(*row));
    return transaction->commit();
}

Result<std::vector<HostMatch>> findHosts(const Workplace &workplace, const QString &query, int limit)
{
    const QString wanted = foldName(query);
    if (wanted.size() < leastHostQuery)
        return std::vector<HostMatch>{};
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY_ASSIGN(const std::vector<Staff> all, transaction->staff().all());
    std::vector<HostMatch> matches;
    for (const Staff &person : all) {
        if (!workplace.authority.isActive(person.id))
            continue;
        if (nameMatches(foldSpellings(person.name), wanted, false))
            matches.push_back({person.id, person.name});
        if (static_cast<int>(matches.size()) >= limit)
            break;
    }
    return matches;
}

Result<QString> staffName(const Workplace &workplace, const StaffId &id)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY_ASSIGN(const std::optional<Staff> row, transaction->staff().byId(id));
    return row ? row->name : QString();
}

Result<std::vector<Staff>> staffList(const Workplace &workplace)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY_ASSIGN(std::vector<Staff> rows, transaction->staff().all());
    for (Staff &row : rows) {
        // The row is an index: what counts is what was signed.
        if (const auto certified = workplace.authority.staff(row.id)) {
            row.number = certified->number;
            row.roles = certified->roles;
            row.grade = certified->grade;
            row.state = certified->state;
        } else {
            row.roles.clear();
            row.state = StaffState::Left;
        }
    }
    return rows;
}

} // namespace gatehouse::usecases
