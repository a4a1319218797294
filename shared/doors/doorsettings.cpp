// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorsettings.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>

namespace gatehouse::doors
{

namespace
{
std::optional<int> terminal(const QSettings &file, const QString &key)
{
    bool number = false;
    const int value = file.value(key).toInt(&number);
    return number && value >= 0 && value < 64 ? std::optional<int>(value) : std::nullopt;
}

/// A semicolon without quotation marks begins a comment: the rest of the password would be left out and nobody told.
bool passwordIsCut(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QByteArray value = line.mid(line.indexOf('=') + 1).trimmed();
        if (line.trimmed().startsWith("password") && !value.startsWith('"') && value.contains(';'))
            return true;
    }
    return false;
}

/// What is written there, and no guess at what was meant: a list comes of a comma without quotation marks.
bool isReadAsWritten(const QSettings &file)
{
    for (const char *key : {"relay/switch", "relay/contact", "relay/exit", "relay/tamper"}) {
        if (file.contains(QLatin1String(key)) && !terminal(file, QLatin1String(key)))
            return false;
    }
    const QVariant allowed = file.value(QStringLiteral("relay/allow-unprotected"), QStringLiteral("false"));
    if (allowed.toString() != QLatin1String("true") && allowed.toString() != QLatin1String("false"))
        return false;
    const QVariant password = file.value(QStringLiteral("relay/password"), QStringLiteral("none"));
    return password.userType() == QMetaType::QString && !password.toString().isEmpty() && !passwordIsCut(file.fileName());
}

std::chrono::seconds seconds(const QSettings &file, const QString &key, std::chrono::seconds otherwise)
{
    return std::chrono::seconds(file.value(key, static_cast<int>(otherwise.count())).toInt());
}

bool makesSense(const DoorSettings &door)
{
    const auto within = [](std::chrono::seconds value, int from, int until) {
        return value.count() >= from && value.count() <= until;
    };
    const bool address = door.address.isEmpty() ||
                         (door.address.isValid() && !door.address.host().isEmpty() &&
                          (door.address.scheme() == QLatin1String("http") || door.address.scheme() == QLatin1String("https")));
    return address && within(door.release, 1, 60) && within(door.heldAfter, 5, 3600) && within(door.gather, 5, 300);
}
} // namespace

Result<DoorSettings> readDoorSettings(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return DoorSettings{};
    const QSettings file(path, QSettings::IniFormat);
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    if (file.contains(QStringLiteral("relay/password")) && (info.permissions() & others))
        return fail(ErrorCode::NotAllowed, QStringLiteral("door.ini can be read by others"));
    DoorSettings door;
    door.address = QUrl(file.value(QStringLiteral("relay/address")).toString(), QUrl::StrictMode);
    door.password = file.value(QStringLiteral("relay/password")).toString();
    door.switchId = terminal(file, QStringLiteral("relay/switch")).value_or(0);
    door.contactInput = terminal(file, QStringLiteral("relay/contact"));
    door.exitInput = terminal(file, QStringLiteral("relay/exit"));
    door.tamperInput = terminal(file, QStringLiteral("relay/tamper"));
    door.allowUnprotected = file.value(QStringLiteral("relay/allow-unprotected")).toBool();
    door.release = seconds(file, QStringLiteral("door/release"), door.release);
    door.heldAfter = seconds(file, QStringLiteral("door/held-after"), door.heldAfter);
    door.gather = seconds(file, QStringLiteral("door/gather"), door.gather);
    if (file.status() != QSettings::NoError || !isReadAsWritten(file) || !makesSense(door))
        return fail(ErrorCode::Invalid, QStringLiteral("door.ini"));
    return door;
}

} // namespace gatehouse::doors
