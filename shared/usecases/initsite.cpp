// SPDX-License-Identifier: GPL-3.0-or-later
#include "initsite.h"

#include "caseaccess.h"
#include "security/passwordpolicy.h"
#include "staffbounds.h"
#include "stations.h"

#include <QJsonArray>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
struct StationPlan {
    const char *name;
    StationKind kind;
};

constexpr std::array<StationPlan, 4> oneMachine{
    {{"kiosk", StationKind::Kiosk}, {"door", StationKind::Door}, {"admin", StationKind::Admin}, {"tool", StationKind::Tool}}};

Signer rootSigner(const security::SignKeyPair &root)
{
    return {QStringLiteral("root"), root.publicKey, &root.secretKey};
}

/// Everything that the first transaction of a site writes.
class SiteWriter
{
public:
    SiteWriter(Transaction &transaction, const Workplace &workplace, const security::SignKeyPair &root)
        : m_transaction(transaction), m_workplace(workplace), m_root(root)
    {
    }

    Result<void> certifyManager(const SiteSetup &setup, const StaffId &id, const security::PersonKeys &keys)
    {
        Staff manager;
        manager.id = id;
        manager.number = setup.managerNumber;
        manager.name = setup.managerName;
        manager.grade = Grade::Managerial;
        manager.roles = {Role::Manager};
        if (setup.managerIsGuardToo)
            manager.roles.insert(Role::Guard);
        manager.state = StaffState::Active;
        manager.agreementDate = setup.agreementDate;
        GATEHOUSE_TRY(m_transaction.staff().insert(manager));
        QJsonArray roles;
        for (const Role role : manager.roles)
            roles.append(roleName(role));
        return note(action::staffCertify, staffSubject(id),
                    {{QStringLiteral("staff"), id.text()},
                     {QStringLiteral("number"), manager.number},
                     {QStringLiteral("grade"), gradeName(manager.grade)},
                     {QStringLiteral("roles"), roles},
                     {QStringLiteral("agreement"), setup.agreementDate.toString(Qt::ISODate)},
                     {QStringLiteral("signKey"), hexText(keys.sign.publicKey)},
                     {QStringLiteral("boxKey"), hexText(keys.box.publicKey)}});
    }

    Result<void> enrolStation(const Station &station)
    {
        GATEHOUSE_TRY(m_transaction.stations().save(station));
        return note(action::stationEnrol, stationSubject(station.id), enrolmentOf(station));
    }

    Result<void> defineZonesAndPurposes()
    {
        for (const Zone &zone : defaultZones()) {
            GATEHOUSE_TRY(m_transaction.site().saveZone(zone));
            GATEHOUSE_TRY(
                note(action::zoneDefine, QStringLiteral("zone:") + zone.id.key, {{QStringLiteral("zone"), toJson(zone)}}));
        }
        for (const Purpose &purpose : defaultPurposes()) {
            GATEHOUSE_TRY(m_transaction.site().savePurpose(purpose));
            GATEHOUSE_TRY(note(action::purposeDefine, QStringLiteral("purpose:") + purpose.id.key,
                               {{QStringLiteral("purpose"), toJson(purpose)}}));
        }
        return {};
    }

    Result<void> makeSealingKey(const StaffId &manager, const security::BoxKeyPair &managerBox)
    {
        const QDateTime now = m_workplace.clock.now();
        const security::BoxKeyPair keys = security::makeBoxKeyPair();
        const SealingKey key{now.toString(QStringLiteral("yyyy-MM")), keys.publicKey, now};
        GATEHOUSE_TRY(m_transaction.sealedData().saveSealingKey(key));
        GATEHOUSE_TRY_ASSIGN(const QByteArray grant, security::sealTo(managerBox.publicKey, keys.secretKey));
        GATEHOUSE_TRY(m_transaction.sealedData().saveGrant({key.id, manager, grant}));
        return note(action::sealingKey, QStringLiteral("site"),
                    {{QStringLiteral("id"), key.id}, {QStringLiteral("key"), hexText(key.publicKey)}});
    }

    Result<void> note(const QString &what, const QString &subject, const QJsonObject &details)
    {
        GATEHOUSE_TRY(record(m_transaction, m_workplace, rootSigner(m_root), what, subject, details));
        return {};
    }

private:
    Transaction &m_transaction;
    const Workplace &m_workplace;
    const security::SignKeyPair &m_root;
};

const QString keysThere = QStringLiteral("keys of a site are in ");

/// The site's keys on this machine, taken back unless the site stands in the end.
class FreshKeys
{
public:
    explicit FreshKeys(const security::StationVault &vault) : m_vault(vault) {}
    ~FreshKeys()
    {
        if (!m_kept)
            m_vault.discardKeys();
    }
    FreshKeys(const FreshKeys &) = delete;
    FreshKeys &operator=(const FreshKeys &) = delete;

    Result<void> save(const std::vector<Station> &stations, const std::vector<security::StationIdentity> &identities,
                      const security::SecureBytes &pepper)
    {
        GATEHOUSE_TRY(m_vault.beginKeys());
        for (std::size_t i = 0; i < identities.size(); ++i)
            GATEHOUSE_TRY(m_vault.saveIdentity(stations[i].name, identities[i]));
        return m_vault.savePepper(pepper);
    }
    void keep()
    {
        m_kept = true;
        m_vault.endKeys();
    }

private:
    const security::StationVault &m_vault;
    bool m_kept = false;
};
} // namespace

Result<void> checkSetup(const SiteSetup &setup, const QDate &today)
{
    GATEHOUSE_TRY(checkSiteName(setup.siteName));
    GATEHOUSE_TRY(checkStaffBounds(setup.managerNumber, setup.managerName, setup.agreementDate, today));
    QByteArray password = setup.password.exposed();
    const auto flaw =
        security::assessPassword(QString::fromUtf8(password), {setup.siteName, setup.managerNumber, setup.managerName});
    security::wipe(password);
    if (flaw != security::PasswordFlaw::None)
        return fail(ErrorCode::Invalid, QStringLiteral("password %1").arg(static_cast<int>(flaw)));
    return {};
}

Result<void> checkVaultIsFree(const security::StationVault &vault)
{
    if (vault.holdsKeys())
        return fail(ErrorCode::Conflict, keysThere + vault.folder());
    return {};
}

bool isVaultTaken(const Error &error)
{
    return error.code == ErrorCode::Conflict && error.detail.startsWith(keysThere);
}

Result<NewSite> initSite(Store &store, const Clock &clock, Randomness &randomness, const security::StationVault &vault,
                         const SiteSetup &setup, const KeepSecrets &keep)
{
    GATEHOUSE_TRY(checkSetup(setup, clock.now().toLocalTime().date()));
    const security::SecureBytes seed = security::makeSeed();
    const security::SignKeyPair root = security::signKeyPairFromSeed(seed);
    const QByteArray fingerprint = security::fingerprint(root.publicKey);

    std::vector<security::StationIdentity> identities;
    std::vector<Station> stations;
    for (const StationPlan &plan : oneMachine) {
        security::StationIdentity identity{makeId<StationId>(clock, randomness).text(), security::makeSignKeyPair(),
                                           fingerprint};
        stations.push_back({StationId::fromText(identity.stationId), QString::fromLatin1(plan.name), plan.kind,
                            identity.keys.publicKey, false});
        identities.push_back(std::move(identity));
    }
    const security::SecureBytes pepper = security::makeSeed();
    const StaffId manager = makeId<StaffId>(clock, randomness);
    const security::PersonKeys keys = security::makePersonKeys();
    const QByteArray wrapped = security::wrapPersonKeys(keys, setup.password, pepper, setup.cost);

    TimeGuard time(clock);
    Authority authority(fingerprint, time);
    const Workplace workplace{store, clock, randomness, identities.back(), authority, time};
    GATEHOUSE_TRY_ASSIGN(const security::VaultLock lock, vault.lock());
    GATEHOUSE_TRY_ASSIGN(auto transaction, store.beginWrite());
    GATEHOUSE_TRY_ASSIGN(const LedgerHead head, transaction->ledger().head());
    if (head.sequence > 0)
        return fail(ErrorCode::Conflict, QStringLiteral("there is a site already"));
    GATEHOUSE_TRY(checkVaultIsFree(vault));
    SiteWriter writer(*transaction, workplace, root);
    GATEHOUSE_TRY(writer.note(action::siteInit, QStringLiteral("site"),
                              {{QStringLiteral("site"), setup.siteName}, {QStringLiteral("root"), hexText(root.publicKey)}}));
    GATEHOUSE_TRY(writer.certifyManager(setup, manager, keys));
    GATEHOUSE_TRY(
        transaction->staff().saveCredential({manager, keys.box.publicKey, keys.sign.publicKey, wrapped, clock.now()}));
    for (const Station &station : stations)
        GATEHOUSE_TRY(writer.enrolStation(station));
    GATEHOUSE_TRY(writer.makeSealingKey(manager, keys.box));
    GATEHOUSE_TRY(writer.defineZonesAndPurposes());
    const NewSite site{security::encodeSecret(seed), security::encodeSecret(pepper), fingerprint, manager};
    // The files come first: a site without its stations' keys, or without a sheet, could never be used.
    FreshKeys files(vault);
    GATEHOUSE_TRY(files.save(stations, identities, pepper));
    if (keep)
        GATEHOUSE_TRY(keep(site));
    GATEHOUSE_TRY(transaction->commit());
    files.keep();
    return site;
}

Result<void> confirmRecovery(const Workplace &workplace, const QString &recoverySecret)
{
    GATEHOUSE_TRY_ASSIGN(const security::SecureBytes seed, security::decodeSecret(recoverySecret));
    if (seed.size() != 32)
        return fail(ErrorCode::Invalid, QStringLiteral("a one-time code is no recovery secret"));
    const security::SignKeyPair root = security::signKeyPairFromSeed(seed);
    if (security::fingerprint(root.publicKey) != workplace.station.rootFingerprint)
        return fail(ErrorCode::Invalid, QStringLiteral("not this site's secret"));
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    if (workplace.authority.isLive())
        return {};
    GATEHOUSE_TRY(record(*transaction, workplace, rootSigner(root), action::siteLive, QStringLiteral("site")));
    return transaction->commit();
}

} // namespace gatehouse::usecases
