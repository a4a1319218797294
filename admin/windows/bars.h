// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "decisiondesk.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>

namespace gatehouse::admin
{

/// What is about to be written and the seconds left to call it back.
class UndoBar : public QFrame
{
    Q_OBJECT

public:
    explicit UndoBar(DecisionDesk &desk, QWidget *parent = nullptr);
    void retranslate();

private:
    void refresh();
    QString sentence(const PlannedDecision &decision) const;

    DecisionDesk &m_desk;
    QLabel *m_text;
    QPushButton *m_undo;
    QPushButton *m_now;
};

/// Trouble with the database in one sentence, with a button to try again.
class TroubleBanner : public QFrame
{
    Q_OBJECT

public:
    explicit TroubleBanner(Workbench &workbench, QWidget *parent = nullptr);
    void retranslate();
    /// Whether somebody is signed in and at work: a manager may then say that the time is right.
    void setAtWork(bool atWork);

private:
    void refresh();

    Workbench &m_workbench;
    QLabel *m_text;
    QPushButton *m_confirm;
    QPushButton *m_retry;
    bool m_atWork = false;
};

} // namespace gatehouse::admin
