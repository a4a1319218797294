// SPDX-License-Identifier: GPL-3.0-or-later
#include "decisionbar.h"

#include "models/caserows.h"
#include "presentation/words.h"
#include "windows/parts/reasondialog.h"
#include "windows/parts/widgets.h"

#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

namespace
{
constexpr int barSideMargin = 28;
} // namespace

DecisionBar::DecisionBar(Workbench &workbench, AppSettings &settings, QWidget *parent)
    : QFrame(parent), m_workbench(workbench), m_settings(settings)
{
    setObjectName(u"decisionBar"_s);
    setProperty("role", u"foot"_s);
    m_message = makeLabel(this, "muted");
    m_message->setObjectName(u"decisionMessage"_s);
    m_message->setWordWrap(true);
    m_why = makeLabel(this, "warn");
    m_why->setObjectName(u"approveHindrance"_s);
    m_why->setWordWrap(true);
    m_reason = new QComboBox(this);
    m_reason->setObjectName(u"overrideReason"_s);
    m_text = new QLineEdit(this);
    m_text->setObjectName(u"overrideText"_s);
    setLongest(m_text, longestGivenReason);
    m_deny = makeButton(this, u"deny"_s, "danger");
    m_ask = makeButton(this, u"ask"_s);
    m_approve = makeButton(this, u"approve"_s, "primary");
    m_attend = makeButton(this, u"attend"_s, "primary");
    m_print = makeButton(this, u"printBadge"_s, "primary");
    m_lost = makeButton(this, u"lost"_s);
    m_depart = makeButton(this, u"depart"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(barSideMargin, 12, barSideMargin, 14);
    layout->setSpacing(8);
    layout->addWidget(m_message);
    layout->addWidget(m_why);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_reason, 2);
    row->addWidget(m_text, 2);
    row->addStretch(1);
    for (QPushButton *button : {m_depart, m_lost, m_deny, m_ask, m_attend, m_print, m_approve})
        row->addWidget(button);
    layout->addLayout(row);
    connect(m_deny, &QPushButton::clicked, this, &DecisionBar::denyAsked);
    connect(m_ask, &QPushButton::clicked, this, &DecisionBar::askAsked);
    connect(m_approve, &QPushButton::clicked, this, &DecisionBar::approveAsked);
    connect(m_attend, &QPushButton::clicked, this, &DecisionBar::attendAsked);
    connect(m_print, &QPushButton::clicked, this, &DecisionBar::printAsked);
    connect(m_lost, &QPushButton::clicked, this, &DecisionBar::lostAsked);
    connect(m_depart, &QPushButton::clicked, this, &DecisionBar::departAsked);
    connect(m_reason, &QComboBox::currentIndexChanged, this, &DecisionBar::refresh);
    connect(m_text, &QLineEdit::textChanged, this, &DecisionBar::refresh);
    connect(m_reason, &QComboBox::activated, this, [this] {
        if (m_reason->currentData().toString() == u"other")
            m_text->setFocus();
    });
    retranslate();
    clear();
}

void DecisionBar::setCase(const usecases::CaseFile &file, bool pending)
{
    if (!m_file || m_file->visit.id != file.visit.id) {
        const QSignalBlocker quietReason(m_reason);
        const QSignalBlocker quietText(m_text);
        m_reason->setCurrentIndex(0);
        m_text->clear();
        say(Tone::Neutral, {});
    }
    m_file = file;
    m_pending = pending;
    show();
    refresh();
}

void DecisionBar::clear()
{
    m_file.reset();
    m_pending = false;
    say(Tone::Neutral, {});
    hide();
}

void DecisionBar::say(Tone tone, const QString &sentence)
{
    setVerdict(m_message, tone, sentence);
    m_message->setVisible(!sentence.isEmpty());
}

bool DecisionBar::asksReason() const
{
    return m_file && m_file->visit.state == VisitState::Requested && warns(m_file->findings);
}

std::optional<usecases::Reason> DecisionBar::reason() const
{
    const QString code = m_reason->currentData().toString();
    if (!asksReason() || code.isEmpty())
        return std::nullopt;
    return usecases::Reason{code, code == u"other" ? m_text->text().trimmed() : QString()};
}

bool DecisionBar::chooseReason()
{
    if (!m_file || mayApprove() || !m_reason->isVisibleTo(this) || !m_reason->isEnabled() ||
        CaseRows::firstOf(*m_file, Verdict::Block))
        return false;
    if (m_text->isVisibleTo(this)) {
        m_text->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    m_reason->setFocus(Qt::ShortcutFocusReason);
    m_reason->showPopup();
    return true;
}

QString DecisionBar::findHindrance() const
{
    if (m_pending)
        return {};
    const StaffId self = m_workbench.person() ? m_workbench.person()->staff.id : StaffId{};
    const bool again = std::any_of(m_file->approvals.begin(), m_file->approvals.end(),
                                   [&](const usecases::Approval &approval) { return approval.by == self; });
    if (again)
        return tr("You have approved. %n more approval(s) by other people are needed.", nullptr,
                  m_file->approvalsNeeded - static_cast<int>(m_file->approvals.size()));
    if (const Finding *block = CaseRows::firstOf(*m_file, Verdict::Block))
        return tr("Cannot be approved: %1").arg(Texts::finding(*block, m_workbench.directory()));
    if (!asksReason())
        return {};
    const auto given = reason();
    if (!given)
        return tr("Choose a reason for: %1")
            .arg(Texts::finding(*CaseRows::firstOf(*m_file, Verdict::Warn), m_workbench.directory()));
    if (given->code != u"other")
        return {};
    return given->text.isEmpty() ? tr("Say the reason in own words.") : tooLong(this);
}

/// Who lets the visitor in was told something else when it was approved.
QString DecisionBar::sinceApproved() const
{
    QStringList sentences;
    for (const Finding &finding : m_file->sinceApproved)
        sentences << Texts::finding(finding, m_workbench.directory());
    return Texts::paragraph({tr("New since the approval:"), Texts::paragraph(sentences)});
}

void DecisionBar::refresh()
{
    if (!m_file)
        return;
    const Visit &visit = m_file->visit;
    const Purpose *purpose = m_workbench.directory().purpose(visit.purpose);
    const bool entering = !purpose || purpose->entering;
    const bool waits = visit.state == VisitState::Requested;
    const bool guard = m_workbench.mayDecide();
    m_hindrance = waits && entering ? findHindrance() : QString();
    if (waits && entering && !guard)
        m_hindrance = tr("Your role does not decide on visits.");
    if (!m_file->sinceApproved.empty())
        m_hindrance = sinceApproved();
    const std::optional<usecases::VisitDifference> &differs = m_file->differs;
    if (differs)
        m_hindrance = Texts::paragraph({Texts::difference(*differs), tr("Let nobody in on it: call the manager.")});
    setVerdict(m_why, differs || blocks(m_file->sinceApproved) ? Tone::Bad : Tone::Warn, m_hindrance);
    m_why->setVisible(!m_hindrance.isEmpty());
    giveRoom();
    m_reason->setVisible(asksReason() && guard);
    m_reason->setEnabled(!m_pending);
    m_text->setVisible(asksReason() && guard && m_reason->currentData().toString() == u"other");
    m_text->setEnabled(!m_pending);
    m_approve->setVisible(waits && entering);
    m_approve->setEnabled(m_hindrance.isEmpty() && !m_pending && guard);
    m_approve->setToolTip(m_hindrance);
    m_approve->setAccessibleDescription(m_hindrance);
    m_deny->setVisible(waits || visit.state == VisitState::Approved);
    m_deny->setEnabled(!m_pending && guard);
    m_ask->setVisible(waits && entering && !visit.atDesk);
    m_ask->setEnabled(!m_pending && guard);
    m_attend->setVisible(waits && !entering);
    m_attend->setEnabled(!m_pending && guard && !differs);
    m_print->setVisible(!differs && (visit.state == VisitState::Approved || visit.state == VisitState::OnSite));
    m_print->setEnabled(guard);
    m_lost->setVisible(!differs && visit.state == VisitState::OnSite && guard);
    const VisitState proven = differs ? differs->proven : visit.state; // who is inside can leave, whatever was written
    m_depart->setVisible(proven == VisitState::OnSite && guard);
}

/// Beside a long list of reasons the layout takes the sentence for wider than it is, and would cut its second line.
void DecisionBar::giveRoom()
{
    m_why->setMinimumHeight(m_hindrance.isEmpty() ? 0 : m_why->heightForWidth(width() - 2 * barSideMargin));
}

void DecisionBar::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    giveRoom();
}

void DecisionBar::retranslate()
{
    {
        const QSignalBlocker quiet(m_reason);
        const int chosen = m_reason->currentIndex();
        m_reason->clear();
        m_reason->addItem(tr("Choose a reason"), QString());
        int number = 1;
        for (const QString &code : presentation::overrideReasonCodes())
            m_reason->addItem(u"%1  %2"_s.arg(number++).arg(presentation::overrideReasonText(code)), code);
        m_reason->setCurrentIndex(qMax(0, chosen));
    }
    m_reason->setAccessibleName(tr("Reason for going ahead in spite of the warning"));
    m_text->setPlaceholderText(tr("Reason in own words"));
    m_text->setAccessibleName(tr("Reason in own words"));
    const auto name = [this](QPushButton *button, const QString &text, std::optional<Command> command) {
        button->setText(command ? withKey(text, m_settings.key(*command)) : text);
        button->setAccessibleName(text);
    };
    name(m_approve, tr("Approve"), Command::Approve);
    name(m_deny, tr("Deny"), Command::Deny);
    name(m_ask, tr("Ask"), Command::Ask);
    name(m_attend, tr("I have attended to it"), Command::Approve);
    name(m_print, tr("Print badge here"), Command::PrintBadge);
    m_lost->setText(tr("Badge lost…"));
    m_lost->setAccessibleName(tr("Badge lost, print a new one"));
    m_depart->setText(tr("Departure without badge…"));
    m_depart->setAccessibleName(tr("Book departure without the badge"));
    refresh();
}

} // namespace gatehouse::admin
