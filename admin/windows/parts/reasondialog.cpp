// SPDX-License-Identifier: GPL-3.0-or-later
#include "reasondialog.h"

#include "style/focusring.h"
#include "widgets.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRadioButton>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
const QString otherCode = u"other"_s;
} // namespace

ReasonDialog::ReasonDialog(const QString &title, const QString &intro, const QList<Choice> &choices, const QString &action,
                           const char *role, QWidget *parent)
    : CarefulDialog(parent), m_choices(choices), m_group(new QButtonGroup(this)), m_text(new QLineEdit(this)),
      m_problem(makeLabel(this)), m_accept(makeButton(this, u"confirmReason"_s, role))
{
    setObjectName(u"reasonDialog"_s);
    setWindowTitle(title);
    setMinimumWidth(520);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 24, 28, 24);
    layout->setSpacing(10);
    QLabel *heading = makeLabel(this, "title");
    setFreeText(heading, title);
    heading->setWordWrap(true);
    layout->addWidget(heading);
    if (!intro.isEmpty()) {
        QLabel *text = makeLabel(this, "muted");
        setFreeText(text, intro);
        text->setWordWrap(true);
        layout->addWidget(text);
    }
    for (int i = 0; i < choices.size(); ++i) {
        auto *choice = new QRadioButton(u"%1   %2"_s.arg(i + 1).arg(choices[i].text), this);
        choice->setObjectName(u"reason-"_s + choices[i].code);
        choice->setAccessibleName(choices[i].text);
        m_group->addButton(choice, i);
        layout->addWidget(choice);
    }
    m_text->setObjectName(u"reasonText"_s);
    m_text->setAccessibleName(tr("In own words"));
    m_text->setPlaceholderText(tr("In own words"));
    setLongest(m_text, longestGivenReason);
    layout->addWidget(m_text);
    m_problem->setObjectName(u"reasonProblem"_s);
    m_problem->setWordWrap(true);
    layout->addWidget(m_problem);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(buttonGap);
    QPushButton *cancel = makeButton(this, u"cancelReason"_s);
    cancel->setText(tr("Cancel"));
    m_accept->setText(action);
    m_accept->setDefault(true);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_accept);
    layout->addSpacing(8);
    layout->addStretch(1); // the texts above keep their distances
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &CarefulDialog::leave);
    connect(m_accept, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_group, &QButtonGroup::idToggled, this, &ReasonDialog::update);
    connect(m_text, &QLineEdit::textChanged, this, &ReasonDialog::update);
    if (auto *first = m_group->button(0))
        first->setFocus();
    update();
    new FocusRing(this);
}

void ReasonDialog::update()
{
    const int chosen = m_group->checkedId();
    const bool own = chosen >= 0 && m_choices[chosen].code == otherCode;
    m_text->setVisible(own);
    const QString excess = tooLong(this);
    setVerdict(m_problem, Tone::Warn, excess);
    m_problem->setVisible(!excess.isEmpty());
    m_accept->setEnabled(chosen >= 0 && (!own || !m_text->text().trimmed().isEmpty()) && excess.isEmpty());
}

usecases::Reason ReasonDialog::reason() const
{
    const int chosen = m_group->checkedId();
    if (chosen < 0)
        return {};
    return {m_choices[chosen].code, m_choices[chosen].code == otherCode ? m_text->text().trimmed() : QString()};
}

bool ReasonDialog::isBegun() const
{
    return !m_text->text().trimmed().isEmpty();
}

void ReasonDialog::keyPressEvent(QKeyEvent *event)
{
    const int digit = event->key() - Qt::Key_1;
    if (digit >= 0 && digit < m_choices.size() && !m_text->hasFocus()) {
        m_group->button(digit)->setChecked(true);
        if (m_choices[digit].code == otherCode)
            m_text->setFocus();
        else
            m_group->button(digit)->setFocus();
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_accept->isEnabled())
            accept();
        return;
    }
    CarefulDialog::keyPressEvent(event);
}

} // namespace gatehouse::admin
