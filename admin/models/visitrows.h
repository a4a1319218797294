// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recordtable.h"
#include "texts.h"
#include "usecases/readvisits.h"

namespace gatehouse::admin
{

/// The rows of the visit log and of its export, of the people on site and of one visit's history. Pure functions.
class VisitRows
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::admin::VisitRows)

public:
    /// The visitor, or what it was where nobody entered.
    static QString visitorName(const usecases::VisitRow &row, const SiteDirectory &site);
    /// Whether the row shows a departure before the entry: a station's clock was wrong.
    static bool leftByWrongClock(const usecases::VisitRow &row);
    static QStringList logTitles();
    static std::vector<RecordTable::Row> log(const std::vector<usecases::VisitRow> &rows, const SiteDirectory &site);
    /// What the log shows of them, in the words of the window's language.
    static usecases::ExportTable exported(const std::vector<usecases::VisitRow> &rows, const SiteDirectory &site);
    static QStringList onSiteTitles();
    static std::vector<RecordTable::Row> onSite(const std::vector<usecases::VisitRow> &rows, const SiteDirectory &site,
                                                const QDateTime &now);
    static QStringList historyTitles();
    /// Oldest first: when (the day only where it is not that of the first), what by whom and what was said, whether the entry
    /// verifies.
    static std::vector<RecordTable::Row> history(const std::vector<usecases::HistoryEntry> &entries, const SiteDirectory &site);
    /// What happened to a visit, which one and where; the action itself when there are no words for it.
    static QString action(const domain::LedgerEntry &entry, const SiteDirectory &site);
    /// The reason, question or answer that belongs to an entry of this action.
    static QString said(const QString &action, const usecases::SaidWords &words);
    /// Both, and by whom: a line each.
    static QString happened(const usecases::HistoryEntry &line, const SiteDirectory &site);
};

} // namespace gatehouse::admin
