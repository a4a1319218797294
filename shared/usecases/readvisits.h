// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decidevisit.h"
#include "provenvisit.h"
#include "workplace.h"

namespace gatehouse::usecases
{

/// A row of a queue or of the log: the visit, and the name and company when the reader may open the card.
struct VisitRow {
    domain::Visit visit;
    QString name;
    QString company;
    QString phone;
    QString hostName;
    QString decidedByName;
    std::optional<quint64> badgeSerial;
    bool doubtful = false; ///< of who is on site only: row and ledger disagree on whether this person is inside

    /// Who let the visitor in: nobody where `decidedByName` is who denied it.
    QString authorisedByName() const { return visit.state == domain::VisitState::Denied ? QString() : decidedByName; }
    /// A station's clock was wrong: leaving is booked whatever it says, as who is out must not count as inside.
    bool leftBeforeEntering() const { return visit.enteredAt && visit.leftAt && *visit.leftAt < *visit.enteredAt; }
};

/// The cards that a signed-in reader may read, opened once and kept in memory, and searched there (design.md section 5).
/// Belongs to one thread; drop it when the session ends.
class CardIndex
{
public:
    /// Opens what was added since the last call. Cards that this reader may not open are passed over.
    [[nodiscard]] Result<void> refresh(domain::Transaction &transaction, const StaffSession &session);
    std::optional<domain::VisitorCard> card(const domain::VisitId &visit) const;
    /// Visits whose name, company or phone match every word: as written, without accents, in pinyin (whole or initials), and
    /// with one letter wrong in words of five letters or more.
    std::vector<domain::VisitId> search(const QString &text) const;
    /// Phonetic and folded form that search compares ("王晓东" -> "wang xiao dong").
    static QString folded(const QString &text);

private:
    struct Entry {
        domain::VisitorCard card;
        QString folded;
    };
    void insert(const domain::VisitId &visit, const domain::VisitorCard &card);
    QHash<domain::VisitId, Entry> m_entries;
    qint64 m_after = 0;
};

/// Requested visits, oldest first.
[[nodiscard]] Result<std::vector<VisitRow>> waitingVisits(const Workplace &workplace, const StaffSession &session,
                                                          CardIndex &cards);
/// Requests that ended since then because nobody answered them in time (30 minutes for an escorted zone), oldest first. Whoever
/// watches the queue has to be told: they leave it by themselves, and the visitor still stands there.
[[nodiscard]] Result<std::vector<VisitRow>> unansweredVisits(const Workplace &workplace, const StaffSession &session,
                                                             CardIndex &cards, const QDateTime &since);
/// Who is on site: overdue first, then by entry. A row that somebody changed makes nobody disappear: whoever is inside by the
/// rows or by the ledger is in the list, and doubtful when one of them does not say so.
[[nodiscard]] Result<std::vector<VisitRow>> visitsOnSite(const Workplace &workplace, const StaffSession &session,
                                                         CardIndex &cards);

/// One search line: words that look like days (2026-11-24, 2026-11, 2026-11-10..20, today, yesterday; several are the days from
/// the first to the last of them), visit numbers (V-2318), badge serials, names of zones and states restrict, beside what is
/// chosen; "host:li" restricts to hosts; all others are searched in the cards, and count as a zone as well where they begin the
/// name of one.
struct LogSearch {
    QString text;
    std::optional<QDate> from;
    std::optional<QDate> until;
    std::optional<domain::StaffId> host;
    std::optional<domain::ZoneId> zone;
    std::vector<domain::VisitState> states;
    std::vector<std::pair<QString, domain::VisitState>> stateWords; ///< what they are called where this is typed
    int limit = 500;
};
/// Invalid when a word looks like a date and is none; it would be searched among the names, and never found.
[[nodiscard]] Result<void> requireDates(const QString &text);
/// That word, if this is what the error says.
QString wrongDate(const Error &error);
/// Invalid as requireDates.
[[nodiscard]] Result<std::vector<VisitRow>> searchLog(const Workplace &workplace, const StaffSession &session, CardIndex &cards,
                                                      const LogSearch &search);

/// All that happened to one visit, from the ledger, with whether each entry verifies.
struct HistoryEntry {
    domain::LedgerEntry entry;
    QString actorName;
    bool verified = false;
    std::optional<SaidWords> said; ///< by whoever acted, or by the visitor; sealed, so for those who may open it only
};
[[nodiscard]] Result<std::vector<HistoryEntry>> visitHistory(const Workplace &workplace, const StaffSession &session,
                                                             const domain::VisitId &visit);

/// What is exported: a cell of each row for each title. `mark` is the words of the last line, with places for the name (%1) and
/// the staff number (%2) of who exports, and for when (%3).
struct ExportTable {
    QStringList titles;
    std::vector<QStringList> rows;
    QString mark;
};
/// The visits for another program: English titles, keys of purposes, zones and states; "true" where a clock was wrong.
ExportTable visitsByKey(const std::vector<VisitRow> &rows);
/// A time in such a cell, local and to the second; empty for none.
QString exportTime(const std::optional<QDateTime> &time);
/// CSV (RFC 4180, UTF-8 with BOM, formulas defused) of exactly this table, with a last line that says who exported and when;
/// the export is an entry (R19).
[[nodiscard]] Result<QByteArray> exportCsv(const Workplace &workplace, const StaffSession &session, const ExportTable &table);

/// Notes in the ledger that a roll call was printed, with the head count.
[[nodiscard]] Result<void> recordRollCall(const Workplace &workplace, const StaffSession &session, int people,
                                          bool locked = false);

/// The whole ledger checked: chain, columns, signatures, authority. `firstBad` is 0 when all is well. As far as the entries can
/// be followed (one that merely nobody signed does not hinder that), `replaced` names the rows whose keys are not the ledger's,
/// `uncertified` the people (by staff number) and `definitions` the zones, purposes and stations whose rows do not say what was
/// signed (replacedkeys.h), and `differing` the visits (provenvisit.h). `badges`: serials of those whose rows do not.
/// `planted`: code in the database that would spoil what is written. `unfounded`: entries that count for nothing because their
/// signer had no standing for them. Not against it, because a clock may have been wrong: `datedBack` names entries that say an
/// earlier time than what a station signed ahead of them, `datedAhead` those that say a later one than what follows them, or
/// one still to come; `waitsForTime`: nobody new is admitted here until a manager has confirmed the time.
struct LedgerReport {
    qint64 entries = 0;
    qint64 firstBad = 0;
    QString problem;
    QByteArray headHash;
    QStringList replaced;
    std::vector<VisitDifference> differing;
    QStringList uncertified;
    QStringList definitions;
    QStringList planted;
    QStringList badges;
    std::vector<NamedEntry> unfounded;
    std::vector<NamedEntry> datedBack;
    std::vector<NamedEntry> datedAhead;
    bool waitsForTime = false;
    bool isSound() const
    {
        return firstBad == 0 && planted.isEmpty() && replaced.isEmpty() && differing.empty() && uncertified.isEmpty() &&
               definitions.isEmpty() && badges.isEmpty() && unfounded.empty();
    }
};
[[nodiscard]] Result<LedgerReport> verifyLedger(domain::Store &store, const QByteArray &rootFingerprint, const Clock &clock);

} // namespace gatehouse::usecases
