// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "usecases/decidevisit.h"
#include "workbench.h"

#include <QFrame>

class QVBoxLayout;

namespace gatehouse::admin
{

/// How the visitor of a case stands to the safety briefing of each zone that asks for it (R23), with the two ways of the desk:
/// the briefing of an earlier visit, which the reader's keys found, and the guard's own word. Shows and asks; knows no use
/// case.
class BriefingCard : public QFrame
{
    Q_OBJECT

public:
    BriefingCard(Workbench &workbench, QWidget *parent);

    /// Hidden when no zone asks for a briefing.
    void setCase(const usecases::CaseFile &file);
    void retranslate(const usecases::CaseFile &file);

Q_SIGNALS:
    void earlierAsked(const gatehouse::domain::ZoneId &zone);
    void spokenAsked(const gatehouse::domain::ZoneId &zone);

private:
    QString words(const usecases::CaseBriefing &briefing) const;
    void addRow(const usecases::CaseBriefing &briefing, bool open);

    Workbench &m_workbench;
    std::vector<usecases::CaseBriefing> m_shown;
    domain::VisitId m_visit;
    domain::VisitState m_state = domain::VisitState::Requested;
    QVBoxLayout *m_rows;
};

} // namespace gatehouse::admin
