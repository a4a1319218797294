// SPDX-License-Identifier: GPL-3.0-or-later
#include "stationvault.h"

#include "base/databaseurl.h"
#include "rawbytes.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <sodium.h>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace gatehouse::security
{

namespace
{

constexpr char stationHeader[] = "gatehouse-station 1";
constexpr qint64 largestVaultFile = 4096;
constexpr qsizetype fingerprintSize = 32;
const QString stationSuffix = QStringLiteral(".station");
const QString vaultTrouble = QStringLiteral("the station's keys: ");
const QString unfinishedFile = QStringLiteral("unfinished");

bool isStationName(const QString &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9')) ||
               c == QLatin1Char('-');
    });
}

void syncFolder(const QString &folder)
{
    // The rename is on disk only when its folder is; a file system that cannot sync folders is no failure of the file.
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        ::fsync(descriptor);
        ::close(descriptor);
    }
}

Result<void> makeFolder(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.isDir()) {
        const auto others =
            QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        if (!(info.permissions() & others))
            return {};
        if (!QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
            return fail(ErrorCode::NotAllowed, vaultTrouble + QStringLiteral("their folder is open to others"));
        return {};
    }
    if (!info.dir().mkpath(QStringLiteral(".")) || ::mkdir(QFile::encodeName(folder).constData(), S_IRWXU) != 0)
        return fail(ErrorCode::Unavailable, QStringLiteral("the folder of the station's keys cannot be made"));
    syncFolder(info.path());
    return {};
}

Result<void> writeVaultFile(const QString &folder, const QString &name, const QByteArray &content)
{
    GATEHOUSE_TRY(makeFolder(folder));
    QSaveFile file(folder + QLatin1Char('/') + name);
    // Unbuffered: no copy of the secret stays in a buffer of Qt. Permissions come before the first byte.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) || file.write(content) != content.size() || !file.commit())
        return fail(file.error() == QFileDevice::ResourceError ? ErrorCode::Full : ErrorCode::Unavailable,
                    QStringLiteral("the station's keys cannot be written"));
    syncFolder(folder);
    return {};
}

Result<QByteArray> readVaultFile(const QString &folder, const QString &name)
{
    QFile file(folder + QLatin1Char('/') + name);
    if (!file.exists())
        return fail(ErrorCode::NotFound, name);
    struct stat status = {};
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || ::fstat(file.handle(), &status) != 0)
        return fail(ErrorCode::NotAllowed, vaultTrouble + name + QStringLiteral(" cannot be opened"));
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return fail(ErrorCode::NotAllowed, vaultTrouble + name + QStringLiteral(" is open to others, it must have mode 0600"));
    if (!S_ISREG(status.st_mode) || status.st_size > largestVaultFile)
        return fail(ErrorCode::Damaged, vaultTrouble + name);
    return file.readAll();
}

SecureBytes secretFromHex(const QByteArray &hex, std::size_t size)
{
    SecureBytes secret(size);
    std::size_t written = 0;
    if (sodium_hex2bin(secret.data(), secret.size(), hex.constData(), rawSize(hex), nullptr, &written, nullptr) != 0 ||
        written != size || rawSize(hex) != 2 * size)
        return {};
    return secret;
}

void appendHex(QByteArray &text, const std::uint8_t *bytes, std::size_t size)
{
    const auto start = text.size();
    text.resize(start + static_cast<qsizetype>(size) * 2 + 1); // sodium_bin2hex ends with a zero, which becomes the newline
    sodium_bin2hex(text.data() + start, size * 2 + 1, bytes, size);
    text[text.size() - 1] = '\n';
}

/// The value of "key value" in line `index`; empty when it is not there.
QByteArray lineValue(const QList<QByteArray> &lines, qsizetype index, const char *key)
{
    const auto prefix = QByteArray(key) + ' ';
    return index < lines.size() && lines.at(index).startsWith(prefix) ? lines.at(index).mid(prefix.size()) : QByteArray();
}

Result<StationIdentity> parseIdentity(const QString &name, QByteArray &content)
{
    auto lines = content.split('\n');
    wipe(content);
    StationIdentity identity;
    auto seedText = lineValue(lines, 3, "seed");
    const auto seed = secretFromHex(seedText, crypto_sign_SEEDBYTES);
    wipe(seedText);
    if (lines.size() > 3)
        wipe(lines[3]);
    identity.stationId = QString::fromUtf8(lineValue(lines, 1, "station"));
    identity.rootFingerprint = QByteArray::fromHex(lineValue(lines, 2, "root"));
    if (lines.size() != 5 || lines.first() != stationHeader || identity.stationId.isEmpty() || seed.isEmpty() ||
        identity.rootFingerprint.size() != fingerprintSize)
        return fail(ErrorCode::Damaged, vaultTrouble + name);
    identity.keys = signKeyPairFromSeed(seed);
    return identity;
}

QString folderNamedBy(const QString &databaseUrl)
{
    const auto hash = QCryptographicHash::hash(databaseUrl.toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/gatehouse/") +
           QString::fromLatin1(hash);
}

} // namespace

bool isAboutVault(const Error &error)
{
    return (error.code == ErrorCode::Damaged || error.code == ErrorCode::NotAllowed) && error.detail.startsWith(vaultTrouble);
}

StationVault::StationVault(const QString &folder) : m_folder(folder) {}

QString StationVault::folderOfNewSite(const QString &databaseUrl)
{
    const auto chosen = qEnvironmentVariable("GATEHOUSE_CONFIG");
    return chosen.isEmpty() ? folderNamedBy(canonicalDatabaseUrl(databaseUrl)) : chosen;
}

QString StationVault::defaultFolder(const QString &databaseUrl)
{
    const auto folder = folderOfNewSite(databaseUrl);
    if (!qEnvironmentVariableIsEmpty("GATEHOUSE_CONFIG") || StationVault(folder).holdsKeys())
        return folder;
    const auto asSpelt = folderNamedBy(databaseUrl);
    return StationVault(asSpelt).holdsKeys() ? asSpelt : folder;
}

Result<StationIdentity> StationVault::identity(const QString &name) const
{
    if (!isStationName(name))
        return fail(ErrorCode::Invalid, QStringLiteral("name of a station's file"));
    GATEHOUSE_TRY_ASSIGN(auto content, readVaultFile(m_folder, name + stationSuffix));
    return parseIdentity(name + stationSuffix, content);
}

Result<void> StationVault::saveIdentity(const QString &name, const StationIdentity &identity) const
{
    if (!isStationName(name) || identity.stationId.isEmpty() || identity.stationId.contains(QLatin1Char('\n')) ||
        identity.rootFingerprint.size() != fingerprintSize || identity.keys.secretKey.size() != crypto_sign_SECRETKEYBYTES)
        return fail(ErrorCode::Invalid, QStringLiteral("identity of a station"));
    SecureBytes seed(crypto_sign_SEEDBYTES);
    crypto_sign_ed25519_sk_to_seed(seed.data(), identity.keys.secretKey.data());
    QByteArray content;
    content.reserve(1024); // no growing, which would leave a copy behind
    content += stationHeader;
    content += "\nstation " + identity.stationId.toUtf8();
    content += "\nroot " + identity.rootFingerprint.toHex();
    content += "\nseed ";
    appendHex(content, seed.data(), seed.size());
    const auto written = writeVaultFile(m_folder, name + stationSuffix, content);
    wipe(content);
    return written;
}

Result<SecureBytes> StationVault::pepper() const
{
    GATEHOUSE_TRY_ASSIGN(auto content, readVaultFile(m_folder, pepperFile));
    auto hex = content.trimmed();
    wipe(content);
    auto pepper = secretFromHex(hex, 32);
    wipe(hex);
    if (pepper.isEmpty())
        return fail(ErrorCode::Damaged, vaultTrouble + pepperFile);
    return pepper;
}

Result<void> StationVault::savePepper(const SecureBytes &pepper) const
{
    if (pepper.size() != 32)
        return fail(ErrorCode::Invalid, QStringLiteral("a pepper has 32 bytes"));
    QByteArray content;
    content.reserve(128);
    appendHex(content, pepper.data(), pepper.size());
    const auto written = writeVaultFile(m_folder, pepperFile, content);
    wipe(content);
    return written;
}

bool StationVault::isEnrolled() const
{
    return !QDir(m_folder).entryList({QLatin1Char('*') + stationSuffix}, QDir::Files).isEmpty();
}

bool StationVault::holdsKeys() const
{
    const QDir folder(m_folder);
    return !folder.exists(unfinishedFile) && (isEnrolled() || folder.exists(pepperFile));
}

Result<VaultLock> StationVault::lock() const
{
    GATEHOUSE_TRY(makeFolder(m_folder));
    const int descriptor = ::open(QFile::encodeName(m_folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    // A file system that cannot lock folders is no failure.
    while (descriptor >= 0 && ::flock(descriptor, LOCK_EX) != 0 && errno == EINTR)
        continue;
    return VaultLock(descriptor);
}

Result<VaultLock> StationVault::claim(const QString &name) const
{
    const QString file = m_folder + QLatin1Char('/') + name + stationSuffix;
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC);
    VaultLock held(descriptor);
    if (descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return fail(ErrorCode::Conflict, QStringLiteral("another program runs as the station \"%1\"").arg(name));
    return held;
}

Result<void> StationVault::beginKeys() const
{
    if (!holdsKeys())
        discardKeys();
    return writeVaultFile(m_folder, unfinishedFile, "the site of these keys was not made\n");
}

void StationVault::endKeys() const
{
    if (QDir(m_folder).remove(unfinishedFile))
        syncFolder(m_folder);
}

void StationVault::discardKeys() const
{
    QDir folder(m_folder);
    for (const QString &name : folder.entryList({QLatin1Char('*') + stationSuffix, pepperFile}, QDir::Files))
        folder.remove(name);
    syncFolder(m_folder); // before it counts as empty
    endKeys();
}

VaultLock::~VaultLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace gatehouse::security
