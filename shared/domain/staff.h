// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>

#include <optional>
#include <set>

namespace gatehouse::domain
{

/// What a person may do (R16). Each is granted by a signed statement; the row is only an index over it.
enum class Role { Guard, Escort, Manager, Auditor, Administrator };

enum class Grade { Employee, Managerial };

/// Invited: certified, has not made own keys yet. Active: may sign in. Left: account, authorisations and keys ended (R21).
enum class StaffState { Invited, Active, Left };

/// One employee. The staff number (工号) belongs to one person and is never lent or reused (R17).
struct Staff {
    StaffId id;
    QString number;
    QString name;
    Grade grade = Grade::Employee;
    std::set<Role> roles;
    StaffState state = StaffState::Invited;
    std::optional<QDate> agreementDate; ///< the signed confidentiality agreement (R20); without it nobody becomes active
    QString language = QStringLiteral("en");

    bool has(Role role) const { return roles.contains(role); }
    bool operator==(const Staff &) const = default;
};

/// What opens a person's keys. The secret part is useless without password and site pepper.
struct Credential {
    StaffId staff;
    QByteArray boxPublicKey;  ///< X25519
    QByteArray signPublicKey; ///< Ed25519
    QByteArray wrappedKeys;   ///< both secret keys, under Argon2id(password) and pepper, see security/keys.h
    QDateTime passwordChanged;

    bool operator==(const Credential &) const = default;
};

/// The one-time code with which a new person makes own keys: only a hash of it is stored.
struct ActivationCode {
    StaffId staff;
    QByteArray hash;
    QDateTime expires;

    bool operator==(const ActivationCode &) const = default;
};

/// Back-off and the one open session of a person (R17, R18); survives a restart because it is stored.
struct SignInState {
    StaffId staff;
    int failures = 0;
    std::optional<QDateTime> lockedUntil;
    std::optional<SessionId> session;
    std::optional<StationId> station;
    std::optional<QDateTime> since;

    bool operator==(const SignInState &) const = default;
};

QString roleName(Role role);
std::optional<Role> roleFromName(QStringView name);
QString gradeName(Grade grade);
std::optional<Grade> gradeFromName(QStringView name);
QString staffStateName(StaffState state);
std::optional<StaffState> staffStateFromName(QStringView name);

} // namespace gatehouse::domain
