// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

#include <QHash>

namespace gatehouse::usecases
{

/// Why, or what was asked: a numbered choice, and free text when the choice is "other". Kept sealed; the ledger holds a hash.
struct Reason {
    QString code;
    QString text;

    bool operator==(const Reason &) const = default;
};
inline constexpr qsizetype longestReason = 1000;

/// What somebody said with one entry about a visit: the reason of a decision, a question, the visitor's answer (its text only).
struct SaidWords {
    Reason words;
    bool unread = false; ///< something was sealed with the entry that does not open here, or is not what was signed for
};

/// By sequence of the entry, for those that said something. Whoever has the visit's key reads it: guards that of this and last
/// month, managers all, auditors and administrators none (design.md section 5); nobody reads what was put there afterwards.
/// `entries`: of the visit, in order; those that count and verify.
using WordsSaid = QHash<qint64, SaidWords>;
[[nodiscard]] Result<WordsSaid> wordsSaid(domain::Transaction &transaction, const Workplace &workplace,
                                          const StaffSession &session, const domain::VisitId &visit,
                                          const std::vector<domain::LedgerEntry> &entries);

/// Within a write transaction: adds it to the visit's sealed words of this kind (sealed::reasons, sealed::questions). Returns
/// the hash of the sealed bytes, which belongs under the same name into the entry that is written with it.
[[nodiscard]] Result<QString> sealWords(domain::Transaction &transaction, const security::SecureBytes &dataKey,
                                        const StaffSession &session, const domain::VisitId &visit, const QString &kind,
                                        const Reason &words);

} // namespace gatehouse::usecases
