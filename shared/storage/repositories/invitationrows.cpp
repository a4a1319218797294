// SPDX-License-Identifier: GPL-3.0-or-later
#include "invitationrows.h"

#include "storage/connection.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace gatehouse::storage
{

using namespace domain;

namespace
{
const QString invitationColumns =
    QStringLiteral("id, created_by, host, purpose, zones, window_from, window_until, created_at, revoked");

QString zonesText(const std::vector<ZoneId> &zones)
{
    QJsonArray keys;
    for (const ZoneId &zone : zones)
        keys.append(zone.key);
    return QString::fromUtf8(QJsonDocument(keys).toJson(QJsonDocument::Compact));
}

Result<Invitation> invitationFromRow(const Row &row)
{
    Invitation invitation;
    invitation.id = row.id<InvitationId>(0);
    invitation.createdBy = row.id<StaffId>(1);
    invitation.host = row.id<StaffId>(2);
    invitation.purpose.key = row.text(3);
    const QJsonDocument zones = QJsonDocument::fromJson(row.text(4).toUtf8());
    if (invitation.id.isNull() || !zones.isArray())
        return unreadable("invitation");
    for (const QJsonValue &zone : zones.array())
        invitation.zones.push_back(ZoneId{zone.toString()});
    invitation.windowFrom = row.time(5);
    invitation.windowUntil = row.time(6);
    invitation.createdAt = row.time(7);
    invitation.revoked = row.flag(8);
    return invitation;
}
} // namespace

Result<void> InvitationRows::insert(const Invitation &invitation)
{
    GATEHOUSE_TRY_ASSIGN(
        const qint64 added,
        m_connection.execute(
            QStringLiteral("INSERT INTO invitation (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .arg(invitationColumns),
            boundAll(invitation.id, invitation.createdBy, invitation.host, invitation.purpose, zonesText(invitation.zones),
                     invitation.windowFrom, invitation.windowUntil, invitation.createdAt, invitation.revoked)));
    if (added == 0)
        return fail(ErrorCode::Conflict, QStringLiteral("invitation id is taken"));
    return {};
}

Result<void> InvitationRows::update(const Invitation &invitation)
{
    GATEHOUSE_TRY_ASSIGN(
        const qint64 changed,
        m_connection.execute(
            QStringLiteral("UPDATE invitation SET created_by = ?, host = ?, purpose = ?, zones = ?, window_from = ?, "
                           "window_until = ?, created_at = ?, revoked = ? WHERE id = ?"),
            boundAll(invitation.createdBy, invitation.host, invitation.purpose, zonesText(invitation.zones),
                     invitation.windowFrom, invitation.windowUntil, invitation.createdAt, invitation.revoked, invitation.id)));
    if (changed == 0)
        return fail(ErrorCode::NotFound, QStringLiteral("invitation"));
    return {};
}

Result<std::optional<Invitation>> InvitationRows::byId(const InvitationId &id)
{
    return m_connection.one<Invitation>(QStringLiteral("SELECT %1 FROM invitation WHERE id = ?").arg(invitationColumns),
                                        boundAll(id), invitationFromRow);
}

Result<std::vector<Invitation>> InvitationRows::all()
{
    return m_connection.all<Invitation>(
        QStringLiteral("SELECT %1 FROM invitation ORDER BY window_from DESC, id DESC").arg(invitationColumns), {},
        invitationFromRow);
}

} // namespace gatehouse::storage
