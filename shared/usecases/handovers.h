// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/handoverbook.h"
#include "workplace.h"

namespace gatehouse::usecases
{

/// What is open now at this site, as it goes into the hand-over by itself (R13).
[[nodiscard]] Result<domain::OpenThings> openThings(const Workplace &workplace, const StaffSession &session);

struct HandoverOffer {
    QString post; ///< domain::guardDeskPost() or domain::keeperPost()
    bool notesHandedIn = false;
    QStringList selfCheck;
    QString text; ///< what the next one must know; sealed
};

/// The detail of Blocked where the day's notes were not handed in.
inline const QString notesMissing = QStringLiteral("notes");

/// Who leaves the post offers it; an earlier offer that nobody accepted is replaced. What is open is counted inside the same
/// transaction. Blocked: notesMissing or the code of a self-check that is missing (R19, R28); NotAllowed: not this person's
/// post.
[[nodiscard]] Result<domain::HandoverId> offerHandover(const Workplace &workplace, const StaffSession &session,
                                                       const HandoverOffer &offer);
/// Who comes signs with own keys. NotAllowed: the same person, or somebody who may not hold the post; Conflict: accepted or
/// replaced meanwhile.
[[nodiscard]] Result<void> acceptHandover(const Workplace &workplace, const StaffSession &session,
                                          const domain::HandoverId &id);

struct HandoverSheet {
    domain::Handover handover;
    QString text;
    bool mayAccept = false; ///< this person
};
/// Those that wait first, then the last ones.
[[nodiscard]] Result<std::vector<HandoverSheet>> handoverSheets(const Workplace &workplace, const StaffSession &session);
/// The posts that this person may hand over or take.
[[nodiscard]] Result<QStringList> ownPosts(const Workplace &workplace, const StaffSession &session);

} // namespace gatehouse::usecases
