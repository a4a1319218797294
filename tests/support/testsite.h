// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakeclock.h"
#include "usecases/decidevisit.h"
#include "usecases/initsite.h"
#include "usecases/requestvisit.h"
#include "usecases/staffaccounts.h"
#include "usecases/workplace.h"

#include <QTemporaryDir>

namespace gatehouse::test
{

/// One station at work with its own store and authority, as each process of the real programs has.
class TestStation
{
public:
    TestStation(const QString &url, const QString &vaultFolder, const QString &name, const Clock &clock,
                Randomness &randomness);

    const usecases::Workplace &at() const { return *m_workplace; }
    /// As after a restart of the program: what was verified before is forgotten.
    void restart();
    /// The database is let go; at() is nothing until restart().
    void stop();

private:
    QString m_url;
    const Clock &m_clock;
    Randomness &m_randomness;
    security::StationIdentity m_identity;
    std::unique_ptr<domain::Store> m_store;
    std::unique_ptr<usecases::TimeGuard> m_time;
    std::unique_ptr<usecases::Authority> m_authority;
    std::unique_ptr<usecases::Workplace> m_workplace;
};

/// A live site in a temporary folder: first manager Chen Yu (1001, also guard), guard Zhao Min (1042), second guard Sun Qi
/// (1043), host Li Wei (2207), all invented. Aborts the test program when it cannot be made: that is no test's subject.
class TestSite
{
public:
    TestSite();

    FakeClock clock;
    SeededRandomness randomness;

    QString folder() const { return m_folder.path(); }
    QString databasePath() const { return m_folder.filePath(QStringLiteral("site.db")); }
    QString url() const { return QStringLiteral("sqlite:") + databasePath(); }
    QString vaultFolder() const { return m_folder.filePath(QStringLiteral("station")); }
    const QString &recoverySecret() const { return m_recovery; }

    TestStation &kiosk() { return *m_kiosk; }
    TestStation &admin() { return *m_admin; }
    usecases::StaffSession &manager() { return *m_manager; }
    usecases::StaffSession &guard() { return *m_guard; }
    usecases::StaffSession &secondGuard() { return *m_secondGuard; }
    domain::StaffId host() const { return m_host; }

    static security::SecureBytes password();
    static QString passwordText() { return QStringLiteral("copper lantern 84 drift"); }
    security::SecureBytes pepper() const;

    /// A visitor with a licence in date, notices acknowledged and terms signed by name.
    static usecases::VisitorInput visitor(const QString &given = QStringLiteral("Anna Maria"),
                                          const QString &surname = QStringLiteral("Eriksson"));
    /// A meeting with the host, one visitor.
    usecases::VisitRequest meeting() const;
    /// Requests at the kiosk, records the original as seen and approves as the guard.
    domain::Visit approvedVisit();
    usecases::StaffSession signInAs(const QString &number);
    /// Invites and activates a person with these roles.
    domain::StaffId addStaff(const QString &number, const QString &name, const std::set<domain::Role> &roles,
                             domain::Grade grade = domain::Grade::Employee);

private:
    QTemporaryDir m_folder;
    QString m_recovery;
    std::unique_ptr<TestStation> m_kiosk;
    std::unique_ptr<TestStation> m_admin;
    std::optional<usecases::StaffSession> m_manager;
    std::optional<usecases::StaffSession> m_guard;
    std::optional<usecases::StaffSession> m_secondGuard;
    domain::StaffId m_host;
};

/// The value, or the end of the test program with the error's name.
template <typename T>
T must(Result<T> result, const char *what = "test set-up")
{
    if (!result)
        qFatal("%s: %s %s", what, qPrintable(errorName(result.error().code)), qPrintable(result.error().detail));
    return std::move(*result);
}

inline void must(const Result<void> &result, const char *what = "test set-up")
{
    if (!result)
        qFatal("%s: %s %s", what, qPrintable(errorName(result.error().code)), qPrintable(result.error().detail));
}

} // namespace gatehouse::test
