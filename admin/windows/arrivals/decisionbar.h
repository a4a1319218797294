// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appsettings.h"
#include "usecases/decidevisit.h"
#include "workbench.h"

#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace gatehouse::admin
{

/// The foot of the case: the reason for overriding a warning, and what can be done now. Approve is disabled while something
/// blocks or a reason is missing, and the bar says which.
class DecisionBar : public QFrame
{
    Q_OBJECT

public:
    DecisionBar(Workbench &workbench, AppSettings &settings, QWidget *parent = nullptr);

    /// The same visit again keeps the chosen reason.
    void setCase(const usecases::CaseFile &file, bool pending);
    void clear();
    /// A sentence about what just happened; stays until the next case.
    void say(Tone tone, const QString &sentence);
    bool mayApprove() const { return m_file && m_approve->isVisibleTo(this) && m_approve->isEnabled(); }
    bool mayDecide() const { return m_file && m_deny->isVisibleTo(this) && m_deny->isEnabled(); }
    bool mayAttend() const { return m_file && m_attend->isVisibleTo(this) && m_attend->isEnabled(); }
    bool mayPrint() const { return m_file && m_print->isVisibleTo(this) && m_print->isEnabled(); }
    std::optional<usecases::Reason> reason() const;
    /// What Approve still waits for is a reason: opens the choices, which digits choose from. False when it waits for nothing
    /// or else.
    bool chooseReason();
    /// Why Approve is disabled; empty when it is not.
    QString hindrance() const { return m_hindrance; }
    void retranslate();

Q_SIGNALS:
    void approveAsked();
    void denyAsked();
    void askAsked();
    void attendAsked();
    void printAsked();
    void lostAsked();
    void departAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void giveRoom();
    QString findHindrance() const;
    QString sinceApproved() const;
    bool asksReason() const;

    Workbench &m_workbench;
    AppSettings &m_settings;
    std::optional<usecases::CaseFile> m_file;
    bool m_pending = false;
    QString m_hindrance;

    QLabel *m_message;
    QLabel *m_why;
    QComboBox *m_reason;
    QLineEdit *m_text;
    QPushButton *m_deny;
    QPushButton *m_ask;
    QPushButton *m_approve;
    QPushButton *m_attend;
    QPushButton *m_print;
    QPushButton *m_lost;
    QPushButton *m_depart;
};

} // namespace gatehouse::admin
