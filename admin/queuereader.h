// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/queuemodel.h"
#include "workbench.h"

namespace gatehouse::usecases
{
class QueueVerdicts;
}

namespace gatehouse::admin
{

/// Reads the queue in two steps, so that an arrival shows before anything has been decrypted for it: first the rows with what
/// is already known of them, then the cases that are new or changed, a few at a time, so that the next arrival does not wait
/// for all of them. Beside it, what left the queue by itself. Says nothing while the desk is locked or the database is in
/// trouble: what is shown stays. Lives on the GUI thread.
class QueueReader : public QObject
{
    Q_OBJECT

public:
    explicit QueueReader(Workbench &workbench, QObject *parent = nullptr);

    /// Reads once more after the reading that is under way.
    void reload();
    /// The desk changes hands: nothing that one person's keys opened is kept for the next.
    void forget();

Q_SIGNALS:
    void queueRead(const std::vector<gatehouse::admin::QueueEntry> &entries);
    /// Requests that ended within the last hour because nobody answered.
    void unansweredRead(const std::vector<gatehouse::usecases::VisitRow> &rows);
    void assessed(const gatehouse::domain::VisitId &visit, int blocks, int warnings);

private:
    void assessNext();

    Workbench &m_workbench;
    std::shared_ptr<usecases::QueueVerdicts> m_verdicts; ///< the worker's
    std::vector<domain::Visit> m_toAssess;
    bool m_loading = false;
    bool m_again = false;
    bool m_assessing = false;
};

} // namespace gatehouse::admin
