// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerentry.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace gatehouse::domain
{

namespace
{
constexpr QLatin1String bodySequence("sequence");
constexpr QLatin1String bodyOccurred("occurred");
constexpr QLatin1String bodyRecorded("recorded");
constexpr QLatin1String bodyStation("station");
constexpr QLatin1String bodyCounter("stationCounter");
constexpr QLatin1String bodyActor("actor");
constexpr QLatin1String bodyAction("action");
constexpr QLatin1String bodySubject("subject");
constexpr QLatin1String bodyDetails("details");
constexpr QLatin1String bodyPrevious("previous");

QString utcText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODateWithMs);
}

template <typename IdType>
std::optional<IdType> idAfter(const QString &text, QLatin1String prefix)
{
    if (!text.startsWith(prefix))
        return std::nullopt;
    // In one spelling alone: subjects are compared as text too.
    const QString rest = text.mid(prefix.size());
    const IdType id = IdType::fromText(rest);
    return id.isNull() || id.text() != rest ? std::nullopt : std::optional<IdType>(id);
}
} // namespace

QByteArray ledgerBody(const LedgerEntry &entry)
{
    const QJsonObject object{{bodySequence, entry.sequence},
                             {bodyOccurred, utcText(entry.occurred)},
                             {bodyRecorded, utcText(entry.recorded)},
                             {bodyStation, entry.station.text()},
                             {bodyCounter, entry.stationCounter},
                             {bodyActor, entry.actor},
                             {bodyAction, entry.action},
                             {bodySubject, entry.subject},
                             {bodyDetails, entry.details},
                             {bodyPrevious, QString::fromLatin1(entry.previous.toHex())}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray ledgerHash(const QByteArray &body)
{
    return QCryptographicHash::hash(body, QCryptographicHash::Sha256);
}

Result<LedgerEntry> ledgerEntryFromBody(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    LedgerEntry entry;
    entry.sequence = object.value(bodySequence).toInteger();
    entry.occurred = QDateTime::fromString(object.value(bodyOccurred).toString(), Qt::ISODateWithMs);
    entry.recorded = QDateTime::fromString(object.value(bodyRecorded).toString(), Qt::ISODateWithMs);
    entry.station = StationId::fromText(object.value(bodyStation).toString());
    entry.stationCounter = object.value(bodyCounter).toInteger();
    entry.actor = object.value(bodyActor).toString();
    entry.action = object.value(bodyAction).toString();
    entry.subject = object.value(bodySubject).toString();
    entry.details = object.value(bodyDetails).toObject();
    entry.previous = QByteArray::fromHex(object.value(bodyPrevious).toString().toLatin1());
    entry.body = body;
    entry.hash = ledgerHash(body);
    if (entry.sequence <= 0 || !entry.occurred.isValid() || entry.action.isEmpty() || entry.previous.size() != 32)
        return fail(ErrorCode::Damaged, QStringLiteral("ledger entry"));
    return entry;
}

bool matchesBody(const LedgerEntry &entry)
{
    const auto parsed = ledgerEntryFromBody(entry.body);
    if (!parsed)
        return false;
    LedgerEntry expected = *parsed;
    expected.signer = entry.signer;
    expected.signature = entry.signature;
    return expected == entry && ledgerBody(entry) == entry.body; // one form alone: other readers shall find nothing else in it
}

QString staffActor(const StaffId &id)
{
    return QStringLiteral("staff:") + id.text();
}

QString stationActor(const StationId &id)
{
    return QStringLiteral("station:") + id.text();
}

QString visitSubject(const VisitId &id)
{
    return QStringLiteral("visit:") + id.text();
}

QString staffSubject(const StaffId &id)
{
    return staffActor(id);
}

QString stationSubject(const StationId &id)
{
    return stationActor(id);
}

QString zoneSubject(const ZoneId &id)
{
    return QStringLiteral("zone:") + id.key;
}

std::optional<StaffId> staffOf(const QString &text)
{
    return idAfter<StaffId>(text, QLatin1String("staff:"));
}

std::optional<StationId> stationOf(const QString &text)
{
    return idAfter<StationId>(text, QLatin1String("station:"));
}

std::optional<VisitId> visitOf(const QString &text)
{
    return idAfter<VisitId>(text, QLatin1String("visit:"));
}

} // namespace gatehouse::domain
