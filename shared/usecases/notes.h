// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/note.h"
#include "workplace.h"

#include <set>

namespace gatehouse::usecases
{

inline constexpr int longestNote = 4000; ///< characters

/// Free text that belongs to no visit, sealed to the site's present sealing key within the caller's transaction: guards open
/// this and last month's, managers all (design.md section 5), and whoever wrote it cannot read it back without signing in;
/// `readers` open it as well, each with the own key. The caller puts the answer into its own signed statement. Nothing for an
/// empty text; Invalid when it is too long.
[[nodiscard]] Result<std::optional<domain::NoteRef>> writeNote(domain::Transaction &transaction, const Workplace &workplace,
                                                               const QString &subject, const QString &text,
                                                               const std::set<domain::StaffId> &readers = {});

/// The text of a note that a statement names. BadSignature when its bytes are not those that were signed for or were moved to
/// another subject; NotFound when it was erased; NotAllowed when none of the session's keys opens it.
[[nodiscard]] Result<QString> readNote(domain::Transaction &transaction, const StaffSession &session, const QString &subject,
                                       const domain::NoteRef &note);

/// The same for a list on a screen: an unreadable note is empty, so that one lost key does not hide the rest.
QString noteOrNothing(domain::Transaction &transaction, const StaffSession &session, const QString &subject,
                      const std::optional<domain::NoteRef> &note);

} // namespace gatehouse::usecases
