// SPDX-License-Identifier: GPL-3.0-or-later
#include "staff.h"

#include "names.h"

namespace gatehouse::domain
{

namespace
{
constexpr NameTable<Role, 5> roleTable{{
    {Role::Guard, QLatin1String("guard")},
    {Role::Escort, QLatin1String("escort")},
    {Role::Manager, QLatin1String("manager")},
    {Role::Auditor, QLatin1String("auditor")},
    {Role::Administrator, QLatin1String("administrator")},
}};

constexpr NameTable<Grade, 2> gradeTable{{
    {Grade::Employee, QLatin1String("employee")},
    {Grade::Managerial, QLatin1String("managerial")},
}};

constexpr NameTable<StaffState, 3> staffStateTable{{
    {StaffState::Invited, QLatin1String("invited")},
    {StaffState::Active, QLatin1String("active")},
    {StaffState::Left, QLatin1String("left")},
}};
} // namespace

QString roleName(Role role)
{
    return nameIn(roleTable, role);
}

std::optional<Role> roleFromName(QStringView name)
{
    return valueIn(roleTable, name);
}

QString gradeName(Grade grade)
{
    return nameIn(gradeTable, grade);
}

std::optional<Grade> gradeFromName(QStringView name)
{
    return valueIn(gradeTable, name);
}

QString staffStateName(StaffState state)
{
    return nameIn(staffStateTable, state);
}

std::optional<StaffState> staffStateFromName(QStringView name)
{
    return valueIn(staffStateTable, name);
}

} // namespace gatehouse::domain
