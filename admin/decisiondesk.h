// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "usecases/decidevisit.h"
#include "workbench.h"

#include <QTimer>

namespace gatehouse::admin
{

/// A decision that somebody took and that can still be called back.
struct PlannedDecision {
    enum class Kind { Approve, Deny, Attend };
    Kind kind = Kind::Approve;
    QList<domain::VisitId> visits;          ///< the one that is shown, then the other waiting members of its party
    QString who;                            ///< the person's name, or the purpose of a delivery
    std::optional<usecases::Reason> reason; ///< for going ahead in spite of the shown one's warnings; for denying, of all
};

/// Holds a decision for a few seconds before it is written, so that it can be called back. A second decision, locking and
/// closing write the first one at once. Lives on the GUI thread.
class DecisionDesk : public QObject
{
    Q_OBJECT

public:
    explicit DecisionDesk(Workbench &workbench, int delayMs = 5000, QObject *parent = nullptr);

    void plan(const PlannedDecision &decision);
    /// Nothing was decided.
    void callBack();
    /// Writes at once what is planned.
    void flush();
    const std::optional<PlannedDecision> &planned() const { return m_planned; }
    /// What is shown of it all: what is planned, else what is being written; null when nothing is.
    const PlannedDecision *current() const;
    /// Planned or being written: nobody decides on these meanwhile.
    QList<domain::VisitId> underway() const;
    int secondsLeft() const;
    int delayMs() const { return m_delayMs; }

Q_SIGNALS:
    /// Planned, called back, a second passed, being written, or written.
    void changed();
    void written(const gatehouse::admin::PlannedDecision &decision, const gatehouse::usecases::Decided &answer);
    void failed(const gatehouse::admin::PlannedDecision &decision, const gatehouse::Error &error);

private:
    struct Writing {
        PlannedDecision decision;
        qsizetype left; ///< visits that the worker has not answered for
    };

    void write(const PlannedDecision &decision);
    void countAnswer();

    Workbench &m_workbench;
    int m_delayMs;
    std::optional<PlannedDecision> m_planned;
    QList<Writing> m_writing; ///< in the order in which the worker answers
    QTimer m_timer;
    QTimer m_tick;
};

} // namespace gatehouse::admin
