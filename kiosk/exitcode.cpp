// SPDX-License-Identifier: GPL-3.0-or-later
#include "exitcode.h"

#include "security/keys.h"
#include "security/pin.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace gatehouse::kiosk
{

namespace
{
QString exitCodeFile(const QString &vaultFolder)
{
    return vaultFolder + QStringLiteral("/exit-code");
}
} // namespace

bool isGoodExitCode(const QString &code)
{
    return code.size() >= exitCodeShortest && security::assessPin(code, {}) == security::PinFlaw::None;
}

Result<void> writeExitCode(const QString &vaultFolder, QByteArray code)
{
    if (!isGoodExitCode(QString::fromLatin1(code))) {
        security::wipe(code);
        return fail(ErrorCode::Invalid, QStringLiteral("exit code"));
    }
    QDir().mkpath(vaultFolder);
    QSaveFile file(exitCodeFile(vaultFolder));
    const QByteArray hash = security::hashCode(security::SecureBytes::take(code)).toBase64();
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(hash) != hash.size() || !file.commit())
        return fail(ErrorCode::Unavailable, file.fileName() + QStringLiteral(": ") + file.errorString());
    return {};
}

QByteArray storedExitCode(const QString &vaultFolder)
{
    QFile file(exitCodeFile(vaultFolder));
    return file.open(QIODevice::ReadOnly) ? QByteArray::fromBase64(file.readAll()) : QByteArray();
}

} // namespace gatehouse::kiosk
