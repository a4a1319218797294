// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/musterbook.h"
#include "readvisits.h"

namespace gatehouse::usecases
{

/// Somebody who must be found when the site is cleared (R24).
struct PersonHere {
    QString subject; ///< "visit:<id>", "staff:<id>"; "emergency:<id>" of helpers of whom only the heads were counted
    QString name;    ///< empty when this reader may not know it
    QString label;   ///< "V-2318", the staff number
    QString company;
    QString hostName;
    std::vector<domain::ZoneId> zones;      ///< those that the visit admits to
    std::optional<domain::ZoneId> lastSeen; ///< by a door; nothing: at no door since arrival
    QDateTime since;
    int heads = 1;
    std::optional<QDateTime> safeAt; ///< in the running count

    bool isHelpers() const { return subject.startsWith(QLatin1String("emergency:")); }
};

/// Visitors on site, staff whom a door let in, and heads of an emergency; by zone last seen, then by name.
[[nodiscard]] Result<std::vector<PersonHere>> whoIsHere(const Workplace &workplace, const StaffSession &session,
                                                        CardIndex &cards);

/// The detail of Conflict while a count runs.
inline const QString countRuns = QStringLiteral("running");
/// The detail of NotFound for a paper that was never printed, of Conflict for one that came back before.
inline const QString paperForm = QStringLiteral("paper");

/// Starts the count at the assembly point, in earnest or as a drill (R23); Conflict (countRuns).
[[nodiscard]] Result<domain::MusterId> startMuster(const Workplace &workplace, const StaffSession &session, bool drill,
                                                   int people);
/// From any station; marks of two stations merge. Marking somebody twice changes nothing. The helpers of one emergency are
/// marked together.
[[nodiscard]] Result<void> markSafe(const Workplace &workplace, const StaffSession &session, const domain::MusterId &id,
                                    const QString &person);
/// A guard or manager; the time it took is kept in the ledger.
[[nodiscard]] Result<domain::Muster> endMuster(const Workplace &workplace, const StaffSession &session,
                                               const domain::MusterId &id);

/// Reserves the next `count` numbers for paper forms that are printed now (at most 500).
struct PaperRange {
    int from = 0;
    int to = 0;
};
[[nodiscard]] Result<PaperRange> printPapers(const Workplace &workplace, const StaffSession &session, int count);
/// A paper form is in hand: the visit with this number was typed in from it, or without one it was spoiled. NotFound: never
/// printed (paperForm), no such visit; Conflict: came back before (paperForm). Returns the numbers that did not come back; each
/// opens an incident (once).
[[nodiscard]] Result<std::vector<int>> takePaperBack(const Workplace &workplace, const StaffSession &session, int number,
                                                     std::optional<int> visit);

/// Where people go and where work goes on (R24), for every station and the printed list. By a manager; Invalid: no assembly
/// point, or longer than 80 characters.
[[nodiscard]] Result<void> defineSitePlaces(const Workplace &workplace, const StaffSession &manager,
                                            const domain::SitePlaces &places);

struct MustersView {
    std::vector<domain::Muster> musters; ///< newest first
    domain::PaperForms papers;
    domain::SitePlaces places;
};
[[nodiscard]] Result<MustersView> mustersView(const Workplace &workplace, const StaffSession &session);

} // namespace gatehouse::usecases
