// SPDX-License-Identifier: GPL-3.0-or-later
#include "testsite.h"

#include "storage/open.h"

namespace gatehouse::test
{

using namespace domain;
using namespace usecases;

TestStation::TestStation(const QString &url, const QString &vaultFolder, const QString &name, const Clock &clock,
                         Randomness &randomness)
    : m_url(url), m_clock(clock), m_randomness(randomness), m_identity(must(security::StationVault(vaultFolder).identity(name)))
{
    restart();
}

void TestStation::stop()
{
    m_workplace.reset();
    m_store.reset();
}

void TestStation::restart()
{
    stop();
    m_store = must(storage::openStore(m_url, {}));
    m_time = std::make_unique<TimeGuard>(m_clock);
    m_authority = std::make_unique<Authority>(m_identity.rootFingerprint, *m_time);
    m_workplace.reset(new Workplace{*m_store, m_clock, m_randomness, m_identity, *m_authority, *m_time});
}

TestSite::TestSite()
{
    if (!security::startSecurity())
        qFatal("libsodium");
    const security::StationVault vault(vaultFolder());
    {
        auto store = must(storage::openStore(url(), {.create = true}));
        SiteSetup setup;
        setup.siteName = QStringLiteral("Harbour Call Centre");
        setup.managerNumber = QStringLiteral("1001");
        setup.managerName = QStringLiteral("Chen Yu");
        setup.agreementDate = QDate(2026, 1, 5);
        setup.password = password();
        setup.cost = security::KeyCost::Minimal;
        m_recovery = must(initSite(*store, clock, randomness, vault, setup)).recoverySecret;
    }
    m_kiosk = std::make_unique<TestStation>(url(), vaultFolder(), QStringLiteral("kiosk"), clock, randomness);
    m_admin = std::make_unique<TestStation>(url(), vaultFolder(), QStringLiteral("admin"), clock, randomness);
    must(confirmRecovery(m_admin->at(), m_recovery));
    m_manager = signInAs(QStringLiteral("1001"));
    addStaff(QStringLiteral("1042"), QStringLiteral("Zhao Min"), {Role::Guard});
    addStaff(QStringLiteral("1043"), QStringLiteral("Sun Qi"), {Role::Guard});
    m_host = addStaff(QStringLiteral("2207"), QStringLiteral("Li Wei"), {}, Grade::Managerial);
    m_guard = signInAs(QStringLiteral("1042"));
    m_secondGuard = signInAs(QStringLiteral("1043"));
}

security::SecureBytes TestSite::password()
{
    QByteArray text = passwordText().toUtf8();
    return security::SecureBytes::take(text);
}

security::SecureBytes TestSite::pepper() const
{
    return must(security::StationVault(vaultFolder()).pepper());
}

StaffSession TestSite::signInAs(const QString &number)
{
    return std::move(must(signIn(m_admin->at(), number, password(), pepper())).session);
}

StaffId TestSite::addStaff(const QString &number, const QString &name, const std::set<Role> &roles, Grade grade)
{
    NewStaff person;
    person.number = number;
    person.name = name;
    person.grade = grade;
    person.roles = roles;
    person.agreementDate = QDate(2026, 2, 1);
    const StaffInvited invited = must(inviteStaff(m_admin->at(), *m_manager, person));
    if (!roles.empty())
        must(activateStaff(m_admin->at(), number, invited.code, password(), pepper(), security::KeyCost::Minimal));
    return invited.id;
}

VisitorInput TestSite::visitor(const QString &given, const QString &surname)
{
    VisitorInput input;
    input.record.documentKind = QStringLiteral("aamva");
    input.record.documentValid = true;
    input.record.company = QStringLiteral("Northlight Cooling");
    input.record.phone = QStringLiteral("555-0100");
    input.record.typedSignature = given + QLatin1Char(' ') + surname;
    input.record.fields = {{QStringLiteral("surname"), surname, FieldSign::Read},
                           {QStringLiteral("givenNames"), given, FieldSign::Read},
                           {QStringLiteral("documentNumber"), QStringLiteral("X0000042"), FieldSign::Read},
                           {QStringLiteral("birthDate"), QStringLiteral("1974-08-12"), FieldSign::Read},
                           {QStringLiteral("expiryDate"), QStringLiteral("2031-04-15"), FieldSign::Read}};
    input.portrait = QByteArray("not really a JPEG: portrait");
    input.document = QByteArray("not really a JPEG: document");
    const QDateTime at(QDate(2026, 11, 24), QTime(9, 40), Qt::UTC);
    input.consents = {{QStringLiteral("privacy"), 1, QStringLiteral("en"), QStringLiteral("tick"), at},
                      {QStringLiteral("terms"), 1, QStringLiteral("en"), QStringLiteral("typed"), at}};
    return input;
}

VisitRequest TestSite::meeting() const
{
    VisitRequest request;
    request.purpose = PurposeId{QStringLiteral("meeting")};
    request.host = m_host;
    request.language = QStringLiteral("en");
    request.visitors.push_back(visitor());
    return request;
}

Visit TestSite::approvedVisit()
{
    const Visit visit = must(requestVisit(m_kiosk->at(), meeting())).front();
    must(recordOriginalSeen(m_admin->at(), *m_guard, visit.id));
    return must(approveVisit(m_admin->at(), *m_guard, visit.id)).visit;
}

} // namespace gatehouse::test
