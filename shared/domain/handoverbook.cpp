// SPDX-License-Identifier: GPL-3.0-or-later
#include "handoverbook.h"

#include "standing.h"
#include "statementdetails.h"

#include <QJsonArray>

#include <algorithm>

namespace gatehouse::domain
{

namespace
{
const QString keeperPrefix = QStringLiteral("keeper:");

QStringList stringsOf(const QJsonArray &array)
{
    QStringList strings;
    for (const QJsonValue &value : array)
        strings << value.toString();
    return strings;
}
} // namespace

bool HandoverBook::wants(const QString &what) const
{
    return what == action::handoverOffer || what == action::handoverAccept;
}

void HandoverBook::apply(const LedgerEntry &entry, const StandingView &view)
{
    const HandoverId id = detail::subjectId<HandoverId>(entry, "handover:");
    const std::optional<StaffId> by = staffOf(entry.actor);
    if (id.isNull() || !by)
        return;
    if (entry.action == action::handoverAccept) {
        const auto found = m_handovers.find(id);
        if (found == m_handovers.end() || !found->second.isPending() || found->second.from == *by)
            return;
        if (!mayHoldPost({*by, view, m_duties, entry.sequence, entry.recorded}, found->second.post))
            return;
        found->second.to = *by;
        found->second.acceptedAt = entry.occurred;
        return;
    }
    Handover handover;
    handover.id = id;
    handover.post = detail::text(entry, "post");
    handover.from = *by;
    handover.offeredAt = entry.occurred;
    handover.open = openThingsFromJson(entry.details.value(QLatin1String("open")).toObject());
    handover.notesHandedIn = detail::flag(entry, "notesHandedIn");
    handover.selfCheck = stringsOf(entry.details.value(QLatin1String("selfCheck")).toArray());
    handover.note = detail::note(entry);
    handover.ledgerSequence = entry.sequence - 1;
    handover.ledgerHash = QString::fromLatin1(entry.previous.toHex());
    const QStringList asked = selfCheckCodes(handover.post);
    const bool complete =
        std::all_of(asked.begin(), asked.end(), [&](const QString &code) { return handover.selfCheck.contains(code); });
    const bool holds = mayHoldPost({*by, view, m_duties, entry.sequence, entry.recorded}, handover.post);
    if (!holds || !complete || !handover.notesHandedIn || m_handovers.contains(id))
        return;
    for (auto &[other, earlier] : m_handovers)
        earlier.replaced = earlier.replaced || (earlier.post == handover.post && !earlier.acceptedAt);
    m_handovers.emplace(id, handover);
}

std::optional<Handover> HandoverBook::byId(const HandoverId &id) const
{
    const auto found = m_handovers.find(id);
    return found == m_handovers.end() ? std::nullopt : std::optional<Handover>(found->second);
}

std::optional<Handover> HandoverBook::pending(const QString &post) const
{
    for (const Handover &handover : pending()) {
        if (handover.post == post)
            return handover;
    }
    return std::nullopt;
}

std::vector<Handover> HandoverBook::pending() const
{
    std::vector<Handover> found;
    for (const auto &[id, handover] : m_handovers) {
        if (handover.isPending())
            found.push_back(handover);
    }
    return found;
}

std::optional<StaffId> HandoverBook::holder(const QString &post) const
{
    for (const Handover &handover : last(static_cast<int>(m_handovers.size()))) {
        if (handover.post == post && handover.acceptedAt)
            return handover.to;
    }
    return std::nullopt;
}

std::vector<Handover> HandoverBook::last(int limit) const
{
    std::vector<Handover> found;
    for (auto one = m_handovers.rbegin(); one != m_handovers.rend() && static_cast<int>(found.size()) < limit; ++one)
        found.push_back(one->second);
    return found;
}

QString handoverSubject(const HandoverId &id)
{
    return QStringLiteral("handover:") + id.text();
}

QString guardDeskPost()
{
    return QStringLiteral("guard-desk");
}

QString keeperPost(const ZoneId &zone)
{
    return keeperPrefix + zone.key;
}

QStringList selfCheckCodes(const QString &post)
{
    QStringList codes{QStringLiteral("own-equipment"), QStringLiteral("screen-locked"), QStringLiteral("papers-away")};
    if (post.startsWith(keeperPrefix))
        codes << QStringLiteral("room-in-order");
    else
        codes << QStringLiteral("badges-counted");
    return codes;
}

QJsonObject toJson(const OpenThings &open)
{
    return {{QStringLiteral("waiting"), open.waiting},       {QStringLiteral("onSite"), open.onSite},
            {QStringLiteral("badgesOut"), open.badgesOut},   {QStringLiteral("deposits"), open.deposits},
            {QStringLiteral("incidents"), open.incidents},   {QStringLiteral("roundsDue"), open.roundsDue},
            {QStringLiteral("exceptions"), open.exceptions}, {QStringLiteral("itemsOut"), open.itemsOut}};
}

OpenThings openThingsFromJson(const QJsonObject &json)
{
    const auto number = [&](const char *name) { return json.value(QLatin1String(name)).toInt(); };
    return {number("waiting"),   number("onSite"),    number("badgesOut"),  number("deposits"),
            number("incidents"), number("roundsDue"), number("exceptions"), number("itemsOut")};
}

} // namespace gatehouse::domain
