// SPDX-License-Identifier: GPL-3.0-or-later
#include "staffrows.h"

#include "storage/connection.h"

namespace gatehouse::storage
{

using namespace domain;

namespace
{
const QString staffColumns = QStringLiteral("id, number, name, grade, roles, state, agreement_date, language");

QString rolesText(const std::set<Role> &roles)
{
    QStringList names;
    for (const Role role : roles)
        names << roleName(role);
    return names.join(QLatin1Char(','));
}

/// A name that means nothing gives no role.
std::set<Role> rolesFromText(const QString &text)
{
    std::set<Role> roles;
    for (const QString &name : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (const auto role = roleFromName(name))
            roles.insert(*role);
    }
    return roles;
}

Result<Staff> staffFromRow(const Row &row)
{
    Staff staff;
    staff.id = row.id<StaffId>(0);
    staff.number = row.text(1);
    staff.name = row.text(2);
    const auto grade = gradeFromName(row.text(3));
    staff.roles = rolesFromText(row.text(4));
    const auto state = staffStateFromName(row.text(5));
    staff.agreementDate = row.optionalDate(6);
    staff.language = row.text(7);
    if (staff.id.isNull() || !grade || !state)
        return unreadable("staff");
    staff.grade = *grade;
    staff.state = *state;
    return staff;
}
} // namespace

Result<void> StaffRows::insert(const Staff &staff)
{
    GATEHOUSE_TRY_ASSIGN(
        const qint64 added,
        m_connection.execute(
            QStringLiteral("INSERT INTO staff (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING").arg(staffColumns),
            boundAll(staff.id, staff.number, staff.name, gradeName(staff.grade), rolesText(staff.roles),
                     staffStateName(staff.state), staff.agreementDate, staff.language)));
    if (added == 0)
        return fail(ErrorCode::Conflict, QStringLiteral("staff number or id is taken"));
    return {};
}

Result<void> StaffRows::update(const Staff &staff)
{
    GATEHOUSE_TRY_ASSIGN(const auto holder, byNumber(staff.number));
    if (holder && holder->id != staff.id)
        return fail(ErrorCode::Conflict, QStringLiteral("staff number is taken"));
    GATEHOUSE_TRY_ASSIGN(
        const qint64 changed,
        m_connection.execute(QStringLiteral("UPDATE staff SET number = ?, name = ?, grade = ?, roles = ?, state = ?, "
                                            "agreement_date = ?, language = ? WHERE id = ?"),
                             boundAll(staff.number, staff.name, gradeName(staff.grade), rolesText(staff.roles),
                                      staffStateName(staff.state), staff.agreementDate, staff.language, staff.id)));
    if (changed == 0)
        return fail(ErrorCode::NotFound, QStringLiteral("staff"));
    return {};
}

Result<std::optional<Staff>> StaffRows::byId(const StaffId &id)
{
    return m_connection.one<Staff>(QStringLiteral("SELECT %1 FROM staff WHERE id = ?").arg(staffColumns), boundAll(id),
                                   staffFromRow);
}

Result<std::optional<Staff>> StaffRows::byNumber(const QString &number)
{
    return m_connection.one<Staff>(QStringLiteral("SELECT %1 FROM staff WHERE number = ?").arg(staffColumns), boundAll(number),
                                   staffFromRow);
}

Result<std::vector<Staff>> StaffRows::all()
{
    return m_connection.all<Staff>(QStringLiteral("SELECT %1 FROM staff ORDER BY number").arg(staffColumns), {}, staffFromRow);
}

Result<void> StaffRows::saveCredential(const Credential &credential)
{
    GATEHOUSE_TRY(m_connection.execute(
        QStringLiteral("INSERT INTO credential (staff, box_public_key, sign_public_key, wrapped_keys, password_changed) "
                       "VALUES (?, ?, ?, ?, ?) ON CONFLICT (staff) DO UPDATE SET box_public_key = excluded.box_public_key, "
                       "sign_public_key = excluded.sign_public_key, wrapped_keys = excluded.wrapped_keys, "
                       "password_changed = excluded.password_changed"),
        boundAll(credential.staff, credential.boxPublicKey, credential.signPublicKey, credential.wrappedKeys,
                 credential.passwordChanged)));
    return {};
}

Result<std::optional<Credential>> StaffRows::credential(const StaffId &id)
{
    return m_connection.one<Credential>(
        QStringLiteral(
            "SELECT box_public_key, sign_public_key, wrapped_keys, password_changed FROM credential WHERE staff = ?"),
        boundAll(id), [&id](const Row &row) {
            return Result<Credential>(Credential{id, row.bytes(0), row.bytes(1), row.bytes(2), row.time(3)});
        });
}

Result<std::vector<Credential>> StaffRows::credentials()
{
    return m_connection.all<Credential>(
        QStringLiteral("SELECT staff, box_public_key, sign_public_key, wrapped_keys, password_changed FROM credential "
                       "ORDER BY staff"),
        {}, [](const Row &row) {
            return Result<Credential>(Credential{row.id<StaffId>(0), row.bytes(1), row.bytes(2), row.bytes(3), row.time(4)});
        });
}

Result<void> StaffRows::saveActivation(const ActivationCode &code)
{
    GATEHOUSE_TRY(m_connection.execute(
        QStringLiteral("INSERT INTO activation (staff, hash, expires) VALUES (?, ?, ?) "
                       "ON CONFLICT (staff) DO UPDATE SET hash = excluded.hash, expires = excluded.expires"),
        boundAll(code.staff, code.hash, code.expires)));
    return {};
}

Result<std::optional<ActivationCode>> StaffRows::activation(const StaffId &id)
{
    return m_connection.one<ActivationCode>(QStringLiteral("SELECT hash, expires FROM activation WHERE staff = ?"),
                                            boundAll(id), [&id](const Row &row) {
                                                return Result<ActivationCode>(ActivationCode{id, row.bytes(0), row.time(1)});
                                            });
}

Result<void> StaffRows::removeActivation(const StaffId &id)
{
    GATEHOUSE_TRY(m_connection.execute(QStringLiteral("DELETE FROM activation WHERE staff = ?"), boundAll(id)));
    return {};
}

Result<void> StaffRows::saveSignIn(const SignInState &state)
{
    GATEHOUSE_TRY(m_connection.execute(
        QStringLiteral("INSERT INTO sign_in (staff, failures, locked_until, session, station, since) VALUES (?, ?, ?, ?, ?, ?) "
                       "ON CONFLICT (staff) DO UPDATE SET failures = excluded.failures, locked_until = excluded.locked_until, "
                       "session = excluded.session, station = excluded.station, since = excluded.since"),
        boundAll(state.staff, state.failures, state.lockedUntil, state.session, state.station, state.since)));
    return {};
}

Result<SignInState> StaffRows::signIn(const StaffId &id)
{
    GATEHOUSE_TRY_ASSIGN(
        auto stored,
        m_connection.one<SignInState>(
            QStringLiteral("SELECT failures, locked_until, session, station, since FROM sign_in WHERE staff = ?"), boundAll(id),
            [&id](const Row &row) {
                return Result<SignInState>(SignInState{id, row.integer(0), row.optionalTime(1), row.optionalId<SessionId>(2),
                                                       row.optionalId<StationId>(3), row.optionalTime(4)});
            }));
    if (stored)
        return *stored;
    SignInState fresh;
    fresh.staff = id;
    return fresh;
}

} // namespace gatehouse::storage
