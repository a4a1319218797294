// SPDX-License-Identifier: GPL-3.0-or-later
#include "readvisits.h"

#include "base/logging.h"
#include "caseaccess.h"
#include "namefolding.h"

#include <QRegularExpression>

#include <algorithm>
#include <limits>
#include <variant>

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
    bool contradicts = false; ///< what is typed and what is chosen have no visit in common
};

/// From the first to the last.
struct Days {
    QDate first;
    QDate last;
};

const QString noDate = QStringLiteral(" is no date; write a day as 2026-11-24, a month as 2026-11, from and until as "
                                      "2026-11-10..2026-11-20");

/// 2026-11-24, 2026/11/24, 2026.11.24, 2026年11月24日; without a day the whole month.
std::optional<Days> dayOrMonth(const QString &word)
{
    static const QRegularExpression form(
        QStringLiteral("^((?:19|20)\\d\\d)[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2})[日号]?|月)?$"));
    const auto match = form.match(word);
    if (!match.hasMatch())
        return std::nullopt;
    const bool month = match.captured(3).isEmpty();
    const QDate first(match.captured(1).toInt(), match.captured(2).toInt(), month ? 1 : match.captured(3).toInt());
    if (!first.isValid())
        return std::nullopt;
    return Days{first, month ? first.addMonths(1).addDays(-1) : first};
}

std::optional<Days> daysOf(const QString &word, const QDate &today)
{
    if (word == QLatin1String("today") || word == QStringLiteral("今天"))
        return Days{today, today};
    if (word == QLatin1String("yesterday") || word == QStringLiteral("昨天"))
        return Days{today.addDays(-1), today.addDays(-1)};
    if (const QDate date = QDate::fromString(word, QStringLiteral("yyyyMMdd")); date.isValid() && date.year() > 2000)
        return Days{date, date};
    const qsizetype dots = word.indexOf(QLatin1String(".."));
    if (dots < 0)
        return dayOrMonth(word);
    const auto from = daysOf(word.left(dots), today);
    const QString rest = word.mid(dots + 2);
    if (!from || rest.contains(QLatin1String("..")))
        return std::nullopt;
    if (const auto until = daysOf(rest, today))
        return Days{from->first, until->last};
    bool isDay = false; // 2026-11-10..20
    const QDate last(from->first.year(), from->first.month(), rest.toInt(&isDay));
    return isDay && last.isValid() && from->first == from->last ? std::optional(Days{from->first, last}) : std::nullopt;
}

/// What nobody types who means a name or a phone number: 2026-..., and days that begin with the day or the month.
bool looksLikeDate(const QString &word)
{
    static const QRegularExpression form(QStringLiteral("^(?:(?:19|20)\\d\\d[-/.年][-/.年月日号\\d]*|"
                                                        "\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d\\d|(?:19|20)\\d\\d))$"));
    return form.match(word).hasMatch();
}

QStringList wordsOf(const QString &text)
{
    return text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

class SearchParser
{
public:
    SearchParser(const LogSearch &search, const QDate &today, const std::vector<Zone> &zones) : m_today(today)
    {
        m_parsed.query.limit = search.limit;
        if (search.host)
            m_parsed.query.hosts = {*search.host};
        if (search.zone)
            m_parsed.query.zones = {*search.zone};
        for (const QString &word : wordsOf(withoutPhrases(search.text.simplified(), phrases(search, zones))))
            take(word);
        restrictDays(search);
        restrictStates(search.states);
    }

    ParsedSearch result() const { return m_parsed; }

private:
    /// Zones and states are called by several words ("Machine room"), which are no words to look for one by one.
    struct Phrase {
        QString text;
        std::variant<ZoneId, VisitState> meaning;
    };

    /// Longer ones first: "Machine room 2" is not the machine room.
    static std::vector<Phrase> phrases(const LogSearch &search, const std::vector<Zone> &zones)
    {
        std::vector<Phrase> all;
        for (const Zone &zone : zones) {
            for (const QString &name : {zone.id.key, zone.nameEnglish, zone.nameChinese})
                all.push_back({name, zone.id});
        }
        for (const VisitState state : visitStates()) {
            const QString name = visitStateName(state);
            all.push_back({name, state});
            all.push_back({QString(name).replace(QLatin1Char('-'), QLatin1Char(' ')), state});
        }
        for (const auto &[word, state] : search.stateWords)
            all.push_back({word, state});
        std::stable_sort(all.begin(), all.end(),
                         [](const Phrase &a, const Phrase &b) { return a.text.size() > b.text.size(); });
        return all;
    }

    QString withoutPhrases(QString text, const std::vector<Phrase> &phrases)
    {
        for (const Phrase &phrase : phrases) {
            const QRegularExpression whole(QStringLiteral("(^| )%1(?= |$)").arg(QRegularExpression::escape(phrase.text)),
                                           QRegularExpression::CaseInsensitiveOption);
            if (phrase.text.isEmpty() || !text.contains(whole))
                continue;
            text.remove(whole);
            if (const auto *zone = std::get_if<ZoneId>(&phrase.meaning))
                m_parsed.query.zones.push_back(*zone);
            else
                m_states.push_back(std::get<VisitState>(phrase.meaning));
        }
        return text;
    }

    void take(const QString &word)
    {
        const QString lower = word.toLower();
        if (const auto days = daysOf(lower, m_today)) {
            m_first = std::min({m_first.value_or(days->first), days->first, days->last});
            m_last = std::max({m_last.value_or(days->last), days->first, days->last});
        } else if (lower.startsWith(QLatin1String("host:"))) {
            m_parsed.hostWords += QLatin1Char(' ') + word.mid(5);
        } else if (!number(lower) && !serial(lower)) {
            m_parsed.words << word;
        }
    }

    bool number(const QString &word)
    {
        static const QRegularExpression pattern(QStringLiteral("^v-?(\\d{1,9})$"));
        const auto match = pattern.match(word);
        if (match.hasMatch())
            m_parsed.query.numbers.push_back(match.captured(1).toInt());
        return match.hasMatch();
    }

    bool serial(const QString &word)
    {
        static const QRegularExpression pattern(QStringLiteral("^[0-9a-f]{16}$"));
        const bool isSerial = pattern.match(word).hasMatch();
        if (isSerial)
            m_parsed.query.badgeSerials.push_back(word.toULongLong(nullptr, 16));
        return isSerial;
    }

    void restrictDays(const LogSearch &search)
    {
        const auto from = std::max(search.from, m_first); // none is less than any
        if (from)
            m_parsed.query.from = from->startOfDay().toUTC();
        const auto until = search.until && m_last ? std::min(search.until, m_last) : search.until ? search.until : m_last;
        if (until)
            m_parsed.query.until = until->addDays(1).startOfDay().toUTC();
    }

    void restrictStates(const std::vector<VisitState> &chosen)
    {
        if (!chosen.empty() && !m_states.empty()) {
            std::erase_if(m_states,
                          [&](VisitState state) { return std::find(chosen.begin(), chosen.end(), state) == chosen.end(); });
            m_parsed.contradicts = m_states.empty();
        }
        m_parsed.query.states = m_states.empty() ? chosen : m_states;
    }

    QDate m_today;
    std::optional<QDate> m_first;
    std::optional<QDate> m_last;
    std::vector<VisitState> m_states;
    ParsedSearch m_parsed;
};

/// Leaves the hosts whose names fit the words, of those who were chosen.
Result<void> restrictHosts(Transaction &transaction, ParsedSearch &parsed)
{
    if (parsed.hostWords.trimmed().isEmpty())
        return {};
    const QString wanted = foldName(parsed.hostWords);
    std::vector<StaffId> &hosts = parsed.query.hosts;
    GATEHOUSE_TRY_ASSIGN(const StaffNames names, staffNames(transaction));
    if (hosts.empty())
        hosts.assign(names.keyBegin(), names.keyEnd());
    std::erase_if(hosts, [&](const StaffId &host) { return !nameMatches(foldSpellings(names.value(host)), wanted, false); });
    parsed.contradicts = parsed.contradicts || hosts.empty();
    return {};
}

Result<std::vector<Visit>> visitsOf(Transaction &transaction, const CardIndex &cards, ParsedSearch parsed)
{
    if (!parsed.words.isEmpty()) {
        parsed.query.ids = cards.search(parsed.words.join(QLatin1Char(' ')));
        if (parsed.query.ids.empty()) {
            // Perhaps the words name a host.
            if (!parsed.hostWords.isEmpty())
                return std::vector<Visit>{};
            parsed.hostWords = parsed.words.join(QLatin1Char(' '));
        }
    }
    GATEHOUSE_TRY(restrictHosts(transaction, parsed));
    if (parsed.contradicts)
        return std::vector<Visit>{};
    return transaction.visits().find(parsed.query);
}

bool beginsZone(const QString &typed, const Zone &zone)
{
    return typed.size() >= 2 &&
           (zone.id.key.startsWith(typed, Qt::CaseInsensitive) || zone.nameEnglish.startsWith(typed, Qt::CaseInsensitive) ||
            zone.nameChinese.startsWith(typed, Qt::CaseInsensitive));
}

/// The search once more for each zone whose name its words begin: who types "lob" is on the way to "lobby", and may mean a
/// name as well. As many words as possible are the name's beginning.
std::vector<ParsedSearch> withZonesBegun(const ParsedSearch &parsed, const std::vector<Zone> &zones)
{
    std::vector<ParsedSearch> searches;
    for (qsizetype count = parsed.words.size(); count > 0 && searches.empty(); --count) {
        for (qsizetype at = 0; at + count <= parsed.words.size() && searches.empty(); ++at) {
            const QString typed = parsed.words.mid(at, count).join(QLatin1Char(' '));
            for (const Zone &zone : zones) {
                if (!beginsZone(typed, zone))
                    continue;
                searches.push_back(parsed);
                searches.back().words.remove(at, count);
                searches.back().query.zones.push_back(zone.id);
            }
        }
    }
    return searches;
}

/// Newest first, as they were found; no more than the limit, and never in the stead of those that were there.
void addOthers(std::vector<Visit> &visits, const std::vector<Visit> &more, int limit)
{
    const auto found = static_cast<std::ptrdiff_t>(visits.size());
    for (const Visit &visit : more) {
        if (static_cast<int>(visits.size()) < limit &&
            std::find(visits.begin(), visits.begin() + found, visit) == visits.begin() + found)
            visits.push_back(visit);
    }
    std::stable_sort(visits.begin(), visits.end(),
                     [](const Visit &a, const Visit &b) { return a.requestedAt > b.requestedAt; });
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

Result<std::optional<LedgerEntry>> entryAt(Transaction &transaction, qint64 sequence)
{
    GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> found, transaction.ledger().after(sequence - 1, 1));
    return found.empty() || found.front().sequence != sequence ? std::nullopt : std::optional<LedgerEntry>(found.front());
}

/// What doors said of the visit. BadSignature when one of these entries is gone since it was replayed.
Result<std::vector<LedgerEntry>> passagesOf(Transaction &transaction, const Workplace &workplace, const VisitId &visit)
{
    const PassageBook &book = workplace.authority.passages();
    std::vector<LedgerEntry> passages;
    std::vector<qint64> places = book.of(visit);
    for (std::size_t i = 0; i < places.size(); ++i) { // more come to them on the way
        GATEHOUSE_TRY_ASSIGN(const std::optional<LedgerEntry> entry, entryAt(transaction, places[i]));
        if (!entry) {
            qCCritical(lcTrust) << "entry is missing:" << places[i];
            return fail(ErrorCode::BadSignature, QStringLiteral("entries are missing"));
        }
        const auto door = stationOf(entry->actor);
        const qint64 unused = door && entry->action != action::passageUnused
                                  ? book.unused(*door, entry->details.value(QLatin1String("decision")).toString())
                                  : 0;
        if (unused != 0)
            places.push_back(unused);
        passages.push_back(*entry);
    }
    return passages;
}

/// Only those that verify say something.
Result<std::vector<HistoryEntry>> withWords(Transaction &transaction, const Workplace &workplace, const StaffSession &session,
                                            const VisitId &visit, std::vector<HistoryEntry> history)
{
    std::vector<LedgerEntry> sound;
    for (const HistoryEntry &line : history) {
        if (line.verified)
            sound.push_back(line.entry);
    }
    GATEHOUSE_TRY_ASSIGN(const WordsSaid said, wordsSaid(transaction, workplace, session, visit, sound));
    for (HistoryEntry &line : history) {
        if (const auto words = said.constFind(line.entry.sequence); words != said.constEnd())
            line.said = *words;
    }
    return history;
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

Result<void> requireDates(const QString &text)
{
    for (const QString &word : wordsOf(text)) {
        if (looksLikeDate(word) && !daysOf(word, {}))
            return fail(ErrorCode::Invalid, word + noDate);
    }
    return {};
}

QString wrongDate(const Error &error)
{
    return error.code == ErrorCode::Invalid && error.detail.endsWith(noDate) ? error.detail.chopped(noDate.size()) : QString();
}

Result<std::vector<VisitRow>> searchLog(const Workplace &workplace, const StaffSession &session, CardIndex &cards,
                                        const LogSearch &search)
{
    GATEHOUSE_TRY(requireDates(search.text));
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginReading(workplace, session, cards));
    GATEHOUSE_TRY_ASSIGN(const std::vector<Zone> zones, siteZones(*transaction, workplace));
    const QDate today = workplace.clock.now().toLocalTime().date();
    const ParsedSearch parsed = SearchParser(search, today, zones).result();
    GATEHOUSE_TRY_ASSIGN(std::vector<Visit> visits, visitsOf(*transaction, cards, parsed));
    std::vector<Visit> begun;
    for (const ParsedSearch &other : withZonesBegun(parsed, zones)) {
        GATEHOUSE_TRY_ASSIGN(const std::vector<Visit> more, visitsOf(*transaction, cards, other));
        addOthers(begun, more, std::numeric_limits<int>::max());
    }
    addOthers(visits, begun, search.limit);
    return toRows(*transaction, cards, visits);
}

Result<std::vector<HistoryEntry>> visitHistory(const Workplace &workplace, const StaffSession &session, const VisitId &id)
{
    GATEHOUSE_TRY_ASSIGN(auto transaction, beginRead(workplace));
    GATEHOUSE_TRY(requireRole(*transaction, workplace, session, {Role::Guard, Role::Manager, Role::Auditor}));
    GATEHOUSE_TRY_ASSIGN(std::vector<LedgerEntry> entries, transaction->ledger().ofSubject(visitSubject(id)));
    GATEHOUSE_TRY_ASSIGN(const std::vector<LedgerEntry> passages, passagesOf(*transaction, workplace, id));
    entries.insert(entries.end(), passages.begin(), passages.end());
    std::sort(entries.begin(), entries.end(),
              [](const LedgerEntry &a, const LedgerEntry &b) { return a.sequence < b.sequence; });
    GATEHOUSE_TRY_ASSIGN(const StaffNames names, staffNames(*transaction));
    std::vector<HistoryEntry> history;
    for (const LedgerEntry &entry : entries) {
        HistoryEntry line{entry, {}, workplace.authority.verified(entry) && workplace.authority.isFounded(entry), std::nullopt};
        if (const auto staff = staffOf(entry.actor)) {
            line.actorName = names.value(*staff);
        } else if (const auto stationId = stationOf(entry.actor)) {
            GATEHOUSE_TRY_ASSIGN(const std::optional<Station> station, transaction->stations().byId(*stationId));
            line.actorName = station ? station->name : QString();
        }
        history.push_back(std::move(line));
    }
    return withWords(*transaction, workplace, session, id, std::move(history));
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
                              zones.join(QLatin1Char(' ')), row.authorisedByName(), visitStateName(row.visit.state),
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
