// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recordtable.h"
#include "texts.h"
#include "usecases/decidevisit.h"

namespace gatehouse::admin
{

/// The rows of the case's tables, made of what openCase gave. Pure functions.
class CaseRows
{
    Q_DECLARE_TR_FUNCTIONS(gatehouse::admin::CaseRows)

public:
    /// Label, value, sign (checked, read and to be compared, typed, told). `opened` holds the unmasked numbers once they were
    /// opened.
    static std::vector<RecordTable::Row> fields(const usecases::CaseFile &file, const SiteDirectory &site,
                                                const std::optional<usecases::OpenedDocument> &opened);
    /// What was decided, when and by whom, and beneath it why; empty where no reason was given.
    struct Decision {
        QString what;
        QString reason;
    };
    /// Oldest first; the day only where it is not that of `now`.
    static std::vector<Decision> decisions(const usecases::CaseFile &file, const SiteDirectory &site, const QDateTime &now);
    /// What the findings are of; empty while they are of now.
    static QString findingsOf(const usecases::CaseFile &file, const QDateTime &now);
    static QStringList findingTitles();
    /// Article, finding in words, what it rests on, verdict.
    static std::vector<RecordTable::Row> findings(const usecases::CaseFile &file, const SiteDirectory &site);

    static const domain::Finding *firstOf(const usecases::CaseFile &file, domain::Verdict verdict);
};

} // namespace gatehouse::admin
