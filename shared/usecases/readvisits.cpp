// SPDX-License-Identifier: GPL-3.0-or-later
#include "readvisits.h"

#include "caseaccess.h"
#include "namefolding.h"

#include <QRegularExpression>

#include <algorithm>

namespace gatehouse::usecases
{

using namespace domain;

namespace
{
using StaffNames = QHash<StaffId, QString>;

Result<StaffNames> staffNames(Transaction &transaction)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<Staff> all, transaction.staff().all());
    StaffNames names;
    for (const Staff &staff : all)
        names.insert(staff.id, staff.name);
    return names;
}

/// A read transaction for people who may see visits, with the cards brought up to it.
Result<std::unique_ptr<Transaction>> beginReading(const Workplace &workplace, const StaffSession &session, CardIndex &cards)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Guard, Role::Manager, Role::Auditor}));
    GATEHOUSE_TRY(cards.refresh(*transaction, session));
    return transaction;
}

Result<std::vector<VisitRow>> toRows(Transaction &transaction, const CardIndex &cards, const std::vector<Visit> &visits)
{
    GATEHOUSE_TRY_ASSIGN(const StaffNames names, staffNames(transaction));
    std::vector<VisitRow> rows;
    rows.reserve(visits.size());
    for (const Visit &visit : visits) {
        VisitRow row;
        row.visit = visit;
        if (const auto card = cards.card(visit.id)) {
            row.name = card->name;
            row.company = card->company;
            row.phone = card->phone;
        }
        row.hostName = visit.host ? names.value(*visit.host) : QString();
        row.decidedByName = visit.decidedBy ? names.value(*visit.decidedBy) : QString();
        GATEHOUSE_TRY_ASSIGN(const std::vector<Badge> badges, transaction.badges().ofVisit(visit.id));
        if (!badges.empty())
            row.badgeSerial = badges.front().serial;
        rows.push_back(std::move(row));
    }
    return rows;
}

/// A search line taken apart: what restricts in SQL, and the words to look for in the cards.
struct ParsedSearch {
    VisitQuery query;
    QStringList words;
    QString hostWords;
};

std::optional<QDate> dateWord(const QString &word, const QDate &today)
{
    if (word == QLatin1String("today") || word == QStringLiteral("今天"))
        return today;
    if (word == QLatin1String("yesterday") || word == QStringLiteral("昨天"))
        return today.addDays(-1);
    for (const QString &format : {QStringLiteral("yyyy-MM-dd"), QStringLiteral("yyyy/MM/dd"), QStringLiteral("yyyyMMdd")}) {
        const QDate date = QDate::fromString(word, format);
        if (date.isValid() && date.year() > 2000)
            return date;
    }
    return std::nullopt;
}

class SearchParser
{
public:
    SearchParser(const LogSearch &search, const QDate &today, const std::vector<Zone> &zones) : m_today(today), m_zones(zones)
    {
        m_parsed.query.limit = search.limit;
        m_parsed.query.host = search.host;
        m_parsed.query.zone = search.zone;
        m_parsed.query.states = search.states;
        if (search.from)
            m_parsed.query.from = search.from->startOfDay().toUTC();
        if (search.until)
            m_parsed.query.until = search.until->addDays(1).startOfDay().toUTC();
        const QStringList words = withoutZone(search.text.simplified()).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (const QString &word : words)
            take(word);
        if (m_firstDay) {
            m_parsed.query.from = m_firstDay->startOfDay().toUTC();
            m_parsed.query.until = m_lastDay->addDays(1).startOfDay().toUTC();
        }
    }

    ParsedSearch result() const { return m_parsed; }

private:
    void take(const QString &word)
    {
        const QString lower = word.toLower();
        if (const auto date = dateWord(lower, m_today)) {
            m_firstDay = std::min(m_firstDay.value_or(*date), *date);
            m_lastDay = std::max(m_lastDay.value_or(*date), *date);
        } else if (lower.startsWith(QLatin1String("host:"))) {
            m_parsed.hostWords += QLatin1Char(' ') + word.mid(5);
        } else if (!number(lower) && !serial(lower) && !state(lower)) {
            m_parsed.words << word;
        }
    }

    bool number(const QString &word)
    {
        static const QRegularExpression pattern(QStringLiteral("^v-?(\\d{1,9})$"));
        const auto match = pattern.match(word);
        if (!match.hasMatch())
            return false;
        m_parsed.query.number = match.captured(1).toInt();
        return true;
    }

    bool serial(const QString &word)
    {
        static const QRegularExpression pattern(QStringLiteral("^[0-9a-f]{16}$"));
        if (!pattern.match(word).hasMatch())
            return false;
        m_parsed.query.badgeSerial = word.toULongLong(nullptr, 16);
        return true;
    }

    /// Zones are called by several words ("Machine room"), which are no words to look for one by one.
    QString withoutZone(const QString &text)
    {
        for (const Zone &candidate : m_zones) {
            for (const QString &name : {candidate.id.key, candidate.nameEnglish, candidate.nameChinese}) {
                const QRegularExpression whole(QStringLiteral("(^| )%1(?= |$)").arg(QRegularExpression::escape(name)),
                                               QRegularExpression::CaseInsensitiveOption);
                if (const auto match = whole.match(text); match.hasMatch()) {
                    m_parsed.query.zone = candidate.id;
                    return QString(text).remove(match.capturedStart(), match.capturedLength());
                }
            }
        }
        return text;
    }

    bool state(const QString &word)
    {
        const auto found = visitStateFromName(word);
        if (found)
            m_parsed.query.states.push_back(*found);
        return found.has_value();
    }

    QDate m_today;
    const std::vector<Zone> &m_zones;
    std::optional<QDate> m_firstDay;
    std::optional<QDate> m_lastDay;
    ParsedSearch m_parsed;
};

/// Host words become one host or none; several matching hosts are searched one after the other.
std::vector<StaffId> hostsNamed(const StaffNames &names, const QString &words)
{
    const QString wanted = foldName(words);
    std::vector<StaffId> hosts;
    for (auto it = names.begin(); it != names.end(); ++it) {
        if (nameMatches(foldSpellings(it.value()), wanted, false))
            hosts.push_back(it.key());
    }
    return hosts;
}

Result<std::vector<Visit>> findForHosts(Transaction &transaction, const ParsedSearch &parsed)
{
    if (parsed.hostWords.trimmed().isEmpty())
        return transaction.visits().find(parsed.query);
    GATEHOUSE_TRY_ASSIGN(const StaffNames names, staffNames(transaction));
    std::vector<Visit> visits;
    for (const StaffId &host : hostsNamed(names, parsed.hostWords)) {
        VisitQuery query = parsed.query;
        query.host = host;
        GATEHOUSE_TRY_ASSIGN(const std::vector<Visit> some, transaction.visits().find(query));
        visits.insert(visits.end(), some.begin(), some.end());
    }
    std::sort(visits.begin(), visits.end(), [](const Visit &a, const Visit &b) { return a.requestedAt > b.requestedAt; });
    return visits;
}

QString csvCell(QString text)
{
    static const QString starters = QStringLiteral("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20"); // full-width ones count as theirs
    if (!text.isEmpty() && starters.contains(text.at(0)))
        text.prepend(QLatin1Char('\'')); // a spreadsheet would run it
    // Always quoted: one that splits at semicolons would find cells of its own in the text.
    return QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

QByteArray csvLine(const QStringList &cells)
{
    QStringList quoted;
    for (const QString &cell : cells)
        quoted << csvCell(cell);
    return quoted.join(QLatin1Char(',')).toUtf8() + "\r\n";
}

Result<std::vector<Visit>> visitsIn(Transaction &transaction, VisitState state,
                                    const std::optional<QDateTime> &requestedFrom = {})
{
    VisitQuery query;
    query.from = requestedFrom;
    query.states = {state};
    query.limit = 10'000;
    return transaction.visits().find(query);
}

/// In an emergency somebody goes and looks for who is on the list: who is inside by the ledger stays on it.
Result<void> addHidden(Transaction &transaction, const Workplace &workplace, std::vector<Visit> &visits)
{
    std::set<VisitId> hidden = workplace.authority.inside();
    for (const Visit &visit : visits)
        hidden.erase(visit.id);
    for (const VisitId &id : hidden) {
        GATEHOUSE_TRY_ASSIGN(std::optional<Visit> visit, transaction.visits().byId(id));
        if (!visit) {
            GATEHOUSE_TRY_ASSIGN(visit, insideWithoutRow(transaction, workplace, id));
        }
        visit->state = VisitState::OnSite;
        visits.push_back(*std::move(visit));
    }
    return {};
}
} // namespace

Result<std::vector<VisitRow>> waitingVisits(const Workplace &workplace, const StaffSession &session, CardIndex &cards)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginReading(workplace, session, cards));
    GATEHOUSE_TRY_ASSIGN(std::vector<Visit> visits, visitsIn(*transaction, VisitState::Requested));
    std::sort(visits.begin(), visits.end(), [](const Visit &a, const Visit &b) {
        return a.requestedAt != b.requestedAt ? a.requestedAt < b.requestedAt : a.number < b.number;
    });
    return toRows(*transaction, cards, visits);
}

Result<std::vector<VisitRow>> unansweredVisits(const Workplace &workplace, const StaffSession &session, CardIndex &cards,
                                               const QDateTime &since)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginReading(workplace, session, cards));
    GATEHOUSE_TRY_ASSIGN(std::vector<Visit> visits, visitsIn(*transaction, VisitState::Lapsed, since.addDays(-1)));
    // Withdrawn ones and those whose window ended have no time of a decision, approved ones have a person who decided.
    std::erase_if(visits, [&](const Visit &visit) { return !visit.decidedAt || visit.decidedBy || *visit.decidedAt < since; });
    std::sort(visits.begin(), visits.end(), [](const Visit &a, const Visit &b) { return a.decidedAt < b.decidedAt; });
    return toRows(*transaction, cards, visits);
}

Result<std::vector<VisitRow>> visitsOnSite(const Workplace &workplace, const StaffSession &session, CardIndex &cards)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginReading(workplace, session, cards));
    GATEHOUSE_TRY_ASSIGN(std::vector<Visit> visits, visitsIn(*transaction, VisitState::OnSite));
    GATEHOUSE_TRY(addHidden(*transaction, workplace, visits));
    const QDateTime now = workplace.clock.now();
    std::sort(visits.begin(), visits.end(), [&](const Visit &a, const Visit &b) {
        const bool overdueA = isOverdue(a, now);
        const bool overdueB = isOverdue(b, now);
        return overdueA != overdueB ? overdueA : a.enteredAt < b.enteredAt;
    });
    GATEHOUSE_TRY_ASSIGN(std::vector<VisitRow> rows, toRows(*transaction, cards, visits));
    for (VisitRow &row : rows) {
        GATEHOUSE_TRY_ASSIGN(const std::optional<Visit> stored, transaction->visits().byId(row.visit.id));
        row.doubtful = !stored || stored->state != VisitState::OnSite || !workplace.authority.isInside(row.visit.id);
    }
    return rows;
}

Result<std::vector<VisitRow>> searchLog(const Workplace &workplace, const StaffSession &session, CardIndex &cards,
                                        const LogSearch &search)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginReading(workplace, session, cards));
    GATEHOUSE_TRY_ASSIGN(const std::vector<Zone> zones, siteZones(*transaction, workplace));
    const QDate today = workplace.clock.now().toLocalTime().date();
    ParsedSearch parsed = SearchParser(search, today, zones).result();
    if (!parsed.words.isEmpty()) {
        parsed.query.ids = cards.search(parsed.words.join(QLatin1Char(' ')));
        if (parsed.query.ids.empty()) {
            // Perhaps the words name a host.
            if (!parsed.hostWords.isEmpty())
                return std::vector<VisitRow>{};
            parsed.hostWords = parsed.words.join(QLatin1Char(' '));
        }
    }
    GATEHOUSE_TRY_ASSIGN(const std::vector<Visit> visits, findForHosts(*transaction, parsed));
    return toRows(*transaction, cards, visits);
}

Result<std::vector<HistoryEntry>> visitHistory(const Workplace &workplace, const StaffSession &session, const VisitId &id)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Guard, Role::Manager, Role::Auditor}));
    GATEHOUSE_TRY_ASSIGN(const StaffNames names, staffNames(*transaction));
    GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> entries, transaction->ledger().ofSubject(visitSubject(id)));
    std::vector<HistoryEntry> history;
    for (const LedgerEntry &entry : entries) {
        HistoryEntry line{entry, {}, workplace.authority.verified(entry) && workplace.authority.isFounded(entry)};
        if (entry.actor.startsWith(QLatin1String("staff:")))
            line.actorName = names.value(StaffId::fromText(entry.actor.mid(6)));
        else if (entry.actor.startsWith(QLatin1String("station:"))) {
            GATEHOUSE_TRY_ASSIGN(const std::optional<Station> station,
                                 transaction->stations().byId(StationId::fromText(entry.actor.mid(8))));
            line.actorName = station ? station->name : QString();
        }
        history.push_back(std::move(line));
    }
    return history;
}

QString exportTime(const std::optional<QDateTime> &time)
{
    return time ? time->toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) : QString();
}

ExportTable visitsByKey(const std::vector<VisitRow> &rows)
{
    ExportTable table{{QStringLiteral("number"), QStringLiteral("arrived"), QStringLiteral("entered"), QStringLiteral("left"),
                       QStringLiteral("visitor"), QStringLiteral("company"), QStringLiteral("host"), QStringLiteral("purpose"),
                       QStringLiteral("zones"), QStringLiteral("authorised by"), QStringLiteral("state"),
                       QStringLiteral("clockWrong")},
                      {},
                      QStringLiteral("exported by %1 (%2) at %3")};
    for (const VisitRow &row : rows) {
        QStringList zones;
        for (const ZoneId &zone : row.visit.zones)
            zones << zone.key;
        table.rows.push_back({visitLabel(row.visit.number), exportTime(row.visit.requestedAt), exportTime(row.visit.enteredAt),
                              exportTime(row.visit.leftAt), row.name, row.company, row.hostName, row.visit.purpose.key,
                              zones.join(QLatin1Char(' ')), row.decidedByName, visitStateName(row.visit.state),
                              row.leftBeforeEntering() ? QStringLiteral("true") : QString()});
    }
    return table;
}

Result<QByteArray> exportCsv(const Workplace &workplace, const StaffSession &session, const ExportTable &table)
{
    QByteArray csv("\xEF\xBB\xBF");
    csv += csvLine(table.titles);
    for (const QStringList &row : table.rows)
        csv += csvLine(row);
    csv += csvLine({table.mark.arg(session.staff.name, session.staff.number, exportTime(workplace.clock.now()))});

    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Manager, Role::Auditor}));
    GATEHOUSE_TRY(record(
        *transaction, workplace, signerOf(session), action::logExport, QStringLiteral("site"),
        {{QStringLiteral("rows"), static_cast<int>(table.rows.size())}, {QStringLiteral("sha256"), hexText(sha256(csv))}}));
    GATEHOUSE_TRY(transaction->commit());
    return csv;
}

Result<void> recordRollCall(const Workplace &workplace, const StaffSession &session, int people, bool locked)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {}));
    GATEHOUSE_TRY(record(*transaction, workplace, signerOf(session), action::rollCall, QStringLiteral("site"),
                         {{QStringLiteral("people"), people}, {QStringLiteral("locked"), locked}}));
    return transaction->commit();
}

} // namespace gatehouse::usecases
