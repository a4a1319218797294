// SPDX-License-Identifier: GPL-3.0-or-later
#include "silentdevices.h"

#include "authority.h"

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
QString silentSetting(const StationId &station)
{
    return QStringLiteral("silent:") + station.text();
}

bool isDevice(const QString &code)
{
    return code == device::camera || code == device::scanner || code == device::cardReader || code == device::printer;
}

/// Anybody may have written the row: what is no device is none.
QStringList devicesIn(const QByteArray &stored)
{
    QStringList codes = QString::fromLatin1(stored.left(200)).split(QLatin1Char(','), Qt::SkipEmptyParts);
    codes.removeDuplicates();
    codes.removeIf([](const QString &code) { return !isDevice(code); });
    return codes;
}
} // namespace

Result<void> tellSilentDevices(const Workplace &workplace, const QStringList &devices)
{
    const QByteArray told = devices.join(QLatin1Char(',')).toLatin1();
    const QString key = silentSetting(workplace.stationId());
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY_ASSIGN(const std::optional<QByteArray> before, transaction->site().setting(key));
    if (before.value_or(QByteArray()) == told)
        return {};
    GATEHOUSE_TRY(transaction->site().setSetting(key, told));
    return transaction->commit();
}

Result<std::vector<SilentDevices>> silentDevices(const Workplace &workplace, const StaffSession &session)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Guard, Role::Manager, Role::Administrator}));
    std::vector<SilentDevices> silent;
    for (const Station &station : workplace.authority.enrolledStations()) {
        GATEHOUSE_TRY_ASSIGN(const std::optional<QByteArray> stored, transaction->site().setting(silentSetting(station.id)));
        const QStringList devices = devicesIn(stored.value_or(QByteArray()));
        if (!devices.isEmpty())
            silent.push_back({station, devices});
    }
    return silent;
}

} // namespace gatehouse::usecases
