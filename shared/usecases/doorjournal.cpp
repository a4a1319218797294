// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logging.h"
#include "caseaccess.h"
#include "dooroffline.h"
#include "recordat.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSet>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
const QByteArray noLine(32, '\0');

QByteArray bodyOf(const DoorStatement &statement, const QDateTime &occurred, const QByteArray &previous)
{
    const QJsonObject json{{QStringLiteral("action"), statement.action},
                           {QStringLiteral("subject"), statement.subject},
                           {QStringLiteral("details"), statement.details},
                           {QStringLiteral("occurred"), occurred.toString(Qt::ISODateWithMs)},
                           {QStringLiteral("previous"), QString::fromLatin1(previous.toHex())}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// A folder is synced too, so that a new file's name is on disk.
bool syncFolderOf(const QString &file)
{
    const int folder =
        ::open(QFile::encodeName(QFileInfo(file).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return false;
    const bool synced = ::fsync(folder) == 0;
    ::close(folder);
    return synced;
}

Result<void> appendSynced(const QString &file, const QByteArray &bytes)
{
    const bool made = !QFileInfo::exists(file);
    const int handle = ::open(QFile::encodeName(file).constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (handle < 0)
        return fail(ErrorCode::Unavailable, QStringLiteral("journal"));
    const auto written = ::write(handle, bytes.constData(), static_cast<std::size_t>(bytes.size()));
    const bool full = written < 0 && errno == ENOSPC;
    const bool done = written == bytes.size() && ::fsync(handle) == 0;
    ::close(handle);
    if (!done)
        return fail(full || (written >= 0 && written < bytes.size()) ? ErrorCode::Full : ErrorCode::Unavailable,
                    QStringLiteral("journal"));
    if (made && !syncFolderOf(file))
        return fail(ErrorCode::Unavailable, QStringLiteral("journal's folder"));
    return {};
}

/// What a power failure left of a last line, which never counted: the next line must not be glued to it.
void dropTornTail(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return;
    const QByteArray content = file.readAll();
    if (!content.isEmpty() && !content.endsWith('\n'))
        file.resize(content.lastIndexOf('\n') + 1);
}

std::optional<DoorJournal::Line> readLine(const QByteArray &text, const QByteArray &previous, const QByteArray &publicKey)
{
    const qsizetype tab = text.lastIndexOf('\t');
    const QByteArray body = text.left(tab);
    DoorJournal::Line line;
    line.hash = sha256(body);
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    const bool sound = tab > 0 && security::verify(publicKey, line.hash, QByteArray::fromHex(text.mid(tab + 1))) &&
                       json.value(QLatin1String("previous")).toString().toLatin1() == previous.toHex();
    if (!sound)
        return std::nullopt;
    line.statement = {json.value(QLatin1String("action")).toString(), json.value(QLatin1String("subject")).toString(),
                      json.value(QLatin1String("details")).toObject()};
    line.occurred = QDateTime::fromString(json.value(QLatin1String("occurred")).toString(), Qt::ISODateWithMs);
    return line;
}

/// The journal's lines that are in the ledger already: this station stated them, nobody else can have.
Result<QSet<QString>> alreadyStated(const Workplace &workplace, const std::vector<DoorJournal::Line> &lines)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    QSet<QString> stated;
    QSet<QString> subjects;
    for (const DoorJournal::Line &line : lines)
        subjects.insert(line.statement.subject);
    for (const QString &subject : subjects) {
        GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> entries, transaction->ledger().ofSubject(subject));
        for (const LedgerEntry &entry : entries) {
            if (entry.details.contains(QLatin1String("journal")) && entry.actor == signerOf(workplace).actor &&
                workplace.authority.verified(entry))
                stated.insert(entry.details.value(QLatin1String("journal")).toString());
        }
    }
    return stated;
}
} // namespace

DoorJournal::DoorJournal(const QString &file, const security::StationIdentity &station) : m_file(file), m_station(station) {}

Result<void> DoorJournal::append(const DoorStatement &statement, const QDateTime &occurred)
{
    if (!m_previous) {
        GATEHOUSE_TRY_ASSIGN(const std::vector<Line> before, lines());
        if (QFileInfo::exists(m_file))
            dropTornTail(m_file);
        m_previous = before.empty() ? noLine : before.back().hash;
    }
    const QByteArray body = bodyOf(statement, occurred, *m_previous);
    const QByteArray hash = sha256(body);
    const auto written = appendSynced(m_file, body + '\t' + security::sign(m_station.keys.secretKey, hash).toHex() + '\n');
    if (!written) {
        m_previous.reset();
        return written;
    }
    m_previous = hash;
    return {};
}

bool DoorJournal::isEmpty() const
{
    return QFileInfo(m_file).size() == 0;
}

Result<std::vector<DoorJournal::Line>> DoorJournal::lines() const
{
    std::vector<Line> found;
    QFile file(m_file);
    if (!file.exists())
        return found;
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Unavailable, QStringLiteral("journal"));
    QByteArray previous = noLine;
    while (!file.atEnd()) {
        QByteArray text = file.readLine();
        if (!text.endsWith('\n') && file.atEnd())
            break; // the power failed while it was written: it never counted
        text.chop(1);
        const auto line = readLine(text, previous, m_station.keys.publicKey);
        if (!line)
            return fail(ErrorCode::BadSignature, QStringLiteral("journal, line %1").arg(found.size() + 1));
        previous = line->hash;
        found.push_back(*line);
    }
    return found;
}

Result<void> DoorJournal::setAside(const Workplace &workplace, const ZoneId &zone)
{
    qCCritical(lcTrust) << "the door's journal does not verify: it is kept aside";
    const QString aside = m_file + QStringLiteral(".damaged-") + QString::number(workplace.clock.now().toMSecsSinceEpoch());
    if (!m_told) // first: once the file is away, nothing would tell of it again
        GATEHOUSE_TRY(writeDoorStatements(workplace, {doorAlarm(zone, QStringLiteral("journal-changed"))}));
    m_told = true;
    if (!QFile::rename(m_file, aside))
        return fail(ErrorCode::Unavailable, QStringLiteral("journal"));
    m_told = false;
    m_previous.reset();
    return {};
}

Result<int> DoorJournal::handOver(const Workplace &workplace, const ZoneId &zone)
{
    if (isEmpty())
        return 0;
    const auto read = lines();
    if (!read && read.error().code == ErrorCode::BadSignature) {
        GATEHOUSE_TRY(setAside(workplace, zone));
        return 0;
    }
    GATEHOUSE_TRY(read);
    // Ahead of the write transaction, which keeps everybody waiting: nobody else hands over this journal.
    GATEHOUSE_TRY_ASSIGN(const QSet<QString> stated, alreadyStated(workplace, *read));
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    int written = 0;
    QSet<QString> reported; // alarms that became an incident: the books do not see yet what this transaction wrote
    for (const Line &line : *read) {
        const QString hash = QString::fromLatin1(line.hash.toHex());
        if (stated.contains(hash))
            continue;
        QJsonObject details = line.statement.details;
        details.insert(QStringLiteral("journal"), hash);
        GATEHOUSE_TRY(recordAt(*transaction, workplace, signerOf(workplace), line.statement.action, line.statement.subject,
                               details, line.occurred));
        const QString code = line.statement.details.value(QLatin1String("code")).toString();
        if (!reported.contains(code)) {
            GATEHOUSE_TRY_ASSIGN(const bool incident, reportAlarm(*transaction, workplace, line.statement));
            if (incident)
                reported.insert(code);
        }
        ++written;
    }
    GATEHOUSE_TRY(transaction->commit());
    if (!QFile::remove(m_file))
        return fail(ErrorCode::Unavailable, QStringLiteral("journal"));
    m_previous.reset();
    return written;
}

} // namespace gatehouse::usecases
