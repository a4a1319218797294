// SPDX-License-Identifier: GPL-3.0-or-later
#include "bars.h"

#include "texts.h"
#include "timequestion.h"
#include "usecases/replacedkeys.h"
#include "windows/parts/widgets.h"

#include <QAccessible>
#include <QHBoxLayout>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

UndoBar::UndoBar(DecisionDesk &desk, QWidget *parent)
    : QFrame(parent), m_desk(desk), m_text(makeLabel(this)), m_undo(makeButton(this, u"callBack"_s)),
      m_now(makeButton(this, u"writeNow"_s))
{
    setObjectName(u"undoBar"_s);
    setProperty("role", u"undo"_s);
    m_text->setObjectName(u"undoText"_s);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 10, 14, 10);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_now);
    layout->addWidget(m_undo);
    // Not in the tab order: they come and go, and the focus must not be taken along. Their keys are Esc and Ctrl+Z.
    m_undo->setFocusPolicy(Qt::NoFocus);
    m_now->setFocusPolicy(Qt::NoFocus);
    connect(m_undo, &QPushButton::clicked, &m_desk, &DecisionDesk::callBack);
    connect(m_now, &QPushButton::clicked, &m_desk, &DecisionDesk::flush);
    connect(&m_desk, &DecisionDesk::changed, this, &UndoBar::refresh);
    retranslate();
    hide();
}

QString UndoBar::sentence(const PlannedDecision &decision) const
{
    const bool writing = !m_desk.planned();
    const int seconds = m_desk.secondsLeft();
    const int others = static_cast<int>(decision.visits.size()) - 1;
    const QString who = others > 0 ? tr("%1 and %n other(s)", nullptr, others).arg(decision.who) : decision.who;
    switch (decision.kind) {
    case PlannedDecision::Kind::Approve:
        return writing ? tr("Approving %1. It is being written …").arg(who)
                       : tr("Approving %1. Written in %2 s.").arg(who).arg(seconds);
    case PlannedDecision::Kind::Deny:
        return writing ? tr("Denying %1. It is being written …").arg(who)
                       : tr("Denying %1. Written in %2 s.").arg(who).arg(seconds);
    case PlannedDecision::Kind::Attend:
        return writing ? tr("Attended to: %1. It is being written …").arg(who)
                       : tr("Attended to: %1. Written in %2 s.").arg(who).arg(seconds);
    }
    return {};
}

void UndoBar::refresh()
{
    const PlannedDecision *decision = m_desk.current();
    const bool appears = decision && !isVisible();
    setVisible(decision != nullptr);
    if (!decision)
        return;
    for (QPushButton *button : {m_now, m_undo})
        button->setVisible(m_desk.planned().has_value());
    const QString text = sentence(*decision);
    if (text != m_text->text())
        m_text->setText(text);
    if (appears) {
        QAccessibleEvent event(m_text, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void UndoBar::retranslate()
{
    m_undo->setText(tr("Call back  [Esc]"));
    m_undo->setAccessibleName(tr("Call back"));
    m_now->setText(tr("Write now"));
    m_now->setAccessibleName(tr("Write now"));
    refresh();
}

TroubleBanner::TroubleBanner(Workbench &workbench, QWidget *parent)
    : QFrame(parent), m_workbench(workbench), m_text(makeLabel(this, "bad")), m_confirm(makeButton(this, u"confirmTime"_s)),
      m_retry(makeButton(this, u"retryDatabase"_s))
{
    setObjectName(u"troubleBanner"_s);
    setProperty("role", u"alarm"_s);
    m_text->setObjectName(u"troubleText"_s);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 8, 12, 8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_confirm);
    layout->addWidget(m_retry);
    connect(m_confirm, &QPushButton::clicked, this, [this] { askWhetherTimeIsRight(m_workbench, window()); });
    connect(m_retry, &QPushButton::clicked, &m_workbench, &Workbench::retry);
    connect(&m_workbench, &Workbench::troubled, this, &TroubleBanner::refresh);
    connect(&m_workbench, &Workbench::recovered, this, &TroubleBanner::refresh);
    retranslate();
}

void TroubleBanner::refresh()
{
    const auto trouble = m_workbench.trouble();
    const bool manager = m_atWork && trouble && m_workbench.has(domain::Role::Manager);
    const bool confirms = manager && trouble->code == ErrorCode::ClockWrong;
    const bool verifies = manager && trouble->code == ErrorCode::BadSignature && !usecases::isReplacedKey(*trouble);
    if (trouble)
        setVerdict(m_text, Tone::Bad,
                   confirms   ? tr("The clock of this workstation is wrong: nobody new is admitted before it is set right. "
                                     "If it is right, confirm it.")
                   : verifies ? tr("The log does not verify: somebody changed the database. Nothing is issued or accepted. Run "
                                   "“gatehousectl log verify”, which names the first bad entry, and go on with a backup from "
                                   "before it.")
                              : Texts::trouble(*trouble));
    m_confirm->setVisible(confirms);
    setVisible(trouble.has_value());
}

void TroubleBanner::setAtWork(bool atWork)
{
    m_atWork = atWork;
    refresh();
}

void TroubleBanner::retranslate()
{
    m_confirm->setText(tr("Confirm the time…"));
    m_retry->setText(tr("Try again"));
    refresh();
}

} // namespace gatehouse::admin
