// SPDX-License-Identifier: GPL-3.0-or-later
#include "visitrows.h"

#include "alarmtext.h"
#include "domain/roomactions.h"
#include "presentation/doortexts.h"
#include "presentation/words.h"
#include "style/chip.h"

#include <QJsonArray>

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

namespace
{
QString optionalTime(const std::optional<QDateTime> &time, const QDateTime &day)
{
    return time ? Texts::shortTime(*time, day) : u"—"_s;
}

/// Closed by the system is never shown as a departure.
std::optional<QDateTime> leftAt(const Visit &visit)
{
    return visit.state == VisitState::Departed ? visit.leftAt : std::nullopt;
}

Cell leftCell(const usecases::VisitRow &row)
{
    const QString left = optionalTime(leftAt(row.visit), row.visit.requestedAt);
    if (!VisitRows::leftByWrongClock(row))
        return Cell{left};
    const QString mark = chipText(Tone::Warn, Texts::time(*row.visit.leftAt)); // the day is wrong perhaps, and wide
    return Cell{mark, Tone::Warn, true, false, false, VisitRows::tr("%1, clock wrong").arg(left)};
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? u"—"_s : text;
}
} // namespace

QString VisitRows::visitorName(const usecases::VisitRow &row, const SiteDirectory &site)
{
    if (!row.name.isEmpty())
        return row.name;
    const Purpose *purpose = site.purpose(row.visit.purpose);
    return purpose && !purpose->entering ? Texts::purposeName(*purpose) : visitLabel(row.visit.number);
}

bool VisitRows::leftByWrongClock(const usecases::VisitRow &row)
{
    return leftAt(row.visit) && row.leftBeforeEntering();
}

QStringList VisitRows::logTitles()
{
    return {tr("Arrived"), tr("Entered"), tr("Left"),          tr("Visitor"), tr("Company"),
            tr("Host"),    tr("Zones"),   tr("Authorised by"), tr("State")};
}

std::vector<RecordTable::Row> VisitRows::log(const std::vector<usecases::VisitRow> &rows, const SiteDirectory &site)
{
    std::vector<RecordTable::Row> cells;
    cells.reserve(rows.size());
    for (const usecases::VisitRow &row : rows) {
        const Visit &visit = row.visit;
        cells.push_back({visit.id.text(),
                         {Cell{Texts::dateTime(visit.requestedAt)}, Cell{optionalTime(visit.enteredAt, visit.requestedAt)},
                          leftCell(row), Cell{visitorName(row, site), std::nullopt, false, true, false},
                          Cell{orDash(row.company)}, Cell{orDash(row.hostName)},
                          Cell{orDash(Texts::zoneNames(site, visit.zones))}, Cell{orDash(row.authorisedByName())},
                          Cell{Texts::visitState(visit.state), Texts::visitTone(visit.state), false, false, false}}});
    }
    return cells;
}

usecases::ExportTable VisitRows::exported(const std::vector<usecases::VisitRow> &rows, const SiteDirectory &site)
{
    usecases::ExportTable table{logTitles(), {}, tr("exported by %1 (%2) at %3")};
    table.titles.prepend(tr("Number"));
    table.titles.append({tr("Purpose"), tr("Clock")});
    for (const usecases::VisitRow &row : rows) {
        const Visit &visit = row.visit;
        table.rows.push_back({visitLabel(visit.number), usecases::exportTime(visit.requestedAt),
                              usecases::exportTime(visit.enteredAt), usecases::exportTime(leftAt(visit)),
                              visitorName(row, site), row.company, row.hostName, Texts::zoneNames(site, visit.zones),
                              row.authorisedByName(), Texts::visitState(visit.state), Texts::purposeName(site, visit.purpose),
                              leftByWrongClock(row) ? tr("wrong when leaving") : QString()});
    }
    return table;
}

QStringList VisitRows::onSiteTitles()
{
    return {tr("Visitor"), tr("Company"), tr("Host"), tr("Where"), tr("Since"), tr("Until"), tr("Escort"), tr("State")};
}

std::vector<RecordTable::Row> VisitRows::onSite(const std::vector<usecases::VisitRow> &rows, const SiteDirectory &site,
                                                const QDateTime &now)
{
    std::vector<RecordTable::Row> cells;
    cells.reserve(rows.size());
    for (const usecases::VisitRow &row : rows) {
        const Visit &visit = row.visit;
        bool escort = false;
        for (const ZoneId &id : visit.zones) {
            const Zone *zone = site.zone(id);
            escort = escort || (zone && zone->escort != EscortRule::None);
        }
        const bool late = isOverdue(visit, now);
        cells.push_back(
            {visit.id.text(),
             {Cell{visitorName(row, site), std::nullopt, false, true, false}, Cell{orDash(row.company)},
              Cell{orDash(row.hostName)}, Cell{orDash(Texts::zoneNames(site, visit.zones))},
              Cell{optionalTime(visit.enteredAt, now)},
              Cell{Texts::shortTime(visit.windowUntil, now), late ? std::optional(Tone::Bad) : std::nullopt, true, late, false},
              Cell{escort ? tr("required") : u"—"_s},
              row.doubtful ? Cell{tr("not proven"), Tone::Bad, false, false, false}
              : late       ? Cell{tr("overdue"), Tone::Bad, false, false, false}
                           : Cell{tr("on site"), Tone::Good, false, false, false}}});
    }
    return cells;
}

QStringList VisitRows::historyTitles()
{
    return {tr("When"), tr("What happened"), tr("Proof")};
}

namespace
{
struct ActionWords {
    const QString &name;
    const char *text;
};

QString textIn(const LedgerEntry &entry, QLatin1String name)
{
    return entry.details.value(name).toString();
}

/// Which one, where it was and the like: what the entry says besides, without anything that is sealed.
QString particulars(const LedgerEntry &entry, const SiteDirectory &site)
{
    const QString kind = textIn(entry, QLatin1String("kind"));
    if (!kind.isEmpty())
        return VisitRows::tr("%1, tag %2").arg(Texts::itemKind(kind), orDash(textIn(entry, QLatin1String("tag"))));
    if (entry.details.contains(QLatin1String("serial")))
        return textIn(entry, QLatin1String("serial"));
    if (entry.action == action::visitPickup || entry.action == action::paperEnter) {
        const QLatin1String name = entry.action == action::visitPickup ? QLatin1String("pickup") : QLatin1String("number");
        return QString::number(entry.details.value(name).toInt());
    }
    const ZoneId zone{textIn(entry, QLatin1String("zone"))};
    return zone.key.isEmpty() ? QString() : Texts::zoneNames(site, {zone});
}

/// Why a door refused: the first of what blocked.
QString refusal(const LedgerEntry &passage)
{
    for (const QJsonValue &value : passage.details.value(QLatin1String("findings")).toArray()) {
        const QJsonObject json = value.toObject();
        if (!json.value(QLatin1String("blocks")).toBool())
            continue;
        Finding finding;
        finding.code = json.value(QLatin1String("code")).toString();
        for (const QJsonValue &basis : json.value(QLatin1String("basis")).toArray())
            finding.basis << basis.toString();
        return presentation::doorReason(finding);
    }
    return {};
}
} // namespace

QString VisitRows::action(const LedgerEntry &entry, const SiteDirectory &site)
{
    static const ActionWords table[] = {
        {action::visitRequest, QT_TR_NOOP("Registered")},
        {action::visitOriginalSeen, QT_TR_NOOP("Original seen, face matches")},
        {action::visitAsk, QT_TR_NOOP("Asked the visitor")},
        {action::visitAnswer, QT_TR_NOOP("The visitor answered")},
        {action::visitApprove, QT_TR_NOOP("Approved")},
        {action::visitFace, QT_TR_NOOP("Badge sent to the kiosk again")},
        {action::visitDeny, QT_TR_NOOP("Denied")},
        {action::visitAttend, QT_TR_NOOP("Attended to")},
        {action::visitDepart, QT_TR_NOOP("Departed")},
        {action::visitClose, QT_TR_NOOP("Closed by the system")},
        {action::visitPickup, QT_TR_NOOP("Waits with a pick-up number")},
        {action::badgeIssue, QT_TR_NOOP("Badge issued")},
        {action::badgeReturn, QT_TR_NOOP("Badge returned")},
        {action::badgeRevoke, QT_TR_NOOP("Badge ended")},
        {action::documentOpened, QT_TR_NOOP("Document picture opened")},
        {action::itemDeposit, QT_TR_NOOP("Item handed in")},
        {action::itemReturn, QT_TR_NOOP("Item given back")},
        {action::itemAllow, QT_TR_NOOP("Item allowed by name")},
        {action::itemReconcile, QT_TR_NOOP("Carried items looked at on leaving")},
        {action::briefingPassed, QT_TR_NOOP("Safety briefing passed")},
        {action::escortRequest, QT_TR_NOOP("Work in an escorted zone stated")},
        {action::escortAssign, QT_TR_NOOP("Escort asked")},
        {action::escortAccept, QT_TR_NOOP("Escort accepted")},
        {action::escortDecline, QT_TR_NOOP("Escort declined")},
        {action::escortHandOver, QT_TR_NOOP("Offered to another escort")},
        {action::escortRelease, QT_TR_NOOP("Released by the escort")},
        {action::escortRevoke, QT_TR_NOOP("Access to the room revoked")},
        {action::passageEnter, QT_TR_NOOP("Let in at the door")},
        {action::passageLeave, QT_TR_NOOP("Let out at the door")},
        {action::passageRefuse, QT_TR_NOOP("Refused at the door")},
        {action::passageUnused, QT_TR_NOOP("Did not go through the door")},
        {action::paperEnter, QT_TR_NOOP("Entered from a paper form")},
    };
    if (entry.action == action::visitLapse)
        return Texts::lapse(textIn(entry, QLatin1String("why")));
    if (entry.action == action::alarm)
        return tr("Alarm: %1").arg(alarmText(entry));
    const auto *const known =
        std::find_if(std::begin(table), std::end(table), [&](const ActionWords &one) { return one.name == entry.action; });
    if (known == std::end(table))
        return entry.action;
    const bool lost =
        entry.action == action::badgeRevoke && badgeStateFromName(textIn(entry, QLatin1String("state"))) == BadgeState::Lost;
    const QString what = lost ? tr("Badge lost") : tr(known->text);
    const QString which = particulars(entry, site);
    return which.isEmpty() ? what : tr("%1: %2").arg(what, which);
}

QString VisitRows::said(const QString &action, const usecases::SaidWords &words)
{
    if (words.unread)
        return tr("What was said is sealed: it does not open with your keys.");
    if (action == action::visitAsk)
        return tr("“%1”").arg(presentation::questionText(words.words.code, words.words.text));
    if (action == action::visitAnswer)
        return tr("“%1”").arg(words.words.text);
    return action == action::visitDeny ? tr("Reason: %1").arg(Texts::denialReason(words.words))
                                       : tr("Reason: %1").arg(Texts::overrideReason(words.words));
}

QString VisitRows::happened(const usecases::HistoryEntry &line, const SiteDirectory &site)
{
    const QString what = action(line.entry, site);
    QStringList lines{line.actorName.isEmpty() ? what : tr("%1 · %2").arg(what, line.actorName)};
    if (line.said)
        lines << said(line.entry.action, *line.said);
    if (line.entry.action == action::passageRefuse)
        lines << refusal(line.entry);
    lines.removeAll(QString());
    return lines.join(u'\n');
}

std::vector<RecordTable::Row> VisitRows::history(const std::vector<usecases::HistoryEntry> &entries, const SiteDirectory &site)
{
    std::vector<RecordTable::Row> rows;
    for (const usecases::HistoryEntry &entry : entries) {
        rows.push_back(
            {QString::number(entry.entry.sequence),
             {Cell{Texts::shortTime(entry.entry.occurred, entries.front().entry.occurred), std::nullopt, false, false, true},
              Cell{happened(entry, site)},
              entry.verified ? Cell{tr("verified"), Tone::Good, false, false, false}
                             : Cell{tr("does not verify"), Tone::Bad, false, false, false}}});
    }
    return rows;
}

} // namespace gatehouse::admin
