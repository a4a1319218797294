// SPDX-License-Identifier: GPL-3.0-or-later
#include "briefingcard.h"

#include "texts.h"
#include "windows/parts/widgets.h"

#include <QHBoxLayout>

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

BriefingCard::BriefingCard(Workbench &workbench, QWidget *parent)
    : QFrame(parent), m_workbench(workbench), m_rows(new QVBoxLayout(this))
{
    setObjectName(u"briefingCard"_s);
    setProperty("role", u"card"_s);
    m_rows->setContentsMargins(16, 10, 16, 10);
    hide();
}

namespace
{
bool sameBriefing(const usecases::CaseBriefing &a, const usecases::CaseBriefing &b)
{
    return a.zone == b.zone && a.passed == b.passed && a.earlier == b.earlier;
}
} // namespace

void BriefingCard::retranslate(const usecases::CaseFile &file)
{
    m_visit = {};
    setCase(file);
}

void BriefingCard::setCase(const usecases::CaseFile &file)
{
    if (m_visit == file.visit.id && m_state == file.visit.state &&
        std::equal(m_shown.begin(), m_shown.end(), file.briefings.begin(), file.briefings.end(), sameBriefing))
        return; // a button that is being pressed stays
    m_visit = file.visit.id;
    m_state = file.visit.state;
    m_shown = file.briefings;
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    const bool open = file.visit.state == VisitState::Requested || file.visit.state == VisitState::Approved ||
                      file.visit.state == VisitState::OnSite;
    for (const usecases::CaseBriefing &briefing : file.briefings)
        addRow(briefing, open);
    setVisible(!file.briefings.empty());
}

QString BriefingCard::words(const usecases::CaseBriefing &briefing) const
{
    if (!briefing.passed)
        return briefing.earlier
                   ? tr("not passed yet; passed at an earlier visit on %1").arg(Texts::dateTime(briefing.earlier->at))
                   : tr("not passed yet: the door does not open");
    const QString at = Texts::dateTime(briefing.passed->at);
    switch (briefing.passed->how) {
    case BriefingPassed::How::Kiosk:
        return tr("passed at the kiosk, %1").arg(at);
    case BriefingPassed::How::Spoken:
        return tr("given by %1, %2")
            .arg(briefing.passed->by ? m_workbench.directory().staffName(*briefing.passed->by) : QString(), at);
    case BriefingPassed::How::Earlier:
        return tr("passed at an earlier visit, %1").arg(at);
    }
    return {};
}

void BriefingCard::addRow(const usecases::CaseBriefing &briefing, bool open)
{
    const QString zone = Texts::zoneNames(m_workbench.directory(), {briefing.zone});
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    QLabel *label = makeLabel(row);
    label->setObjectName(u"briefing-"_s + briefing.zone.key);
    label->setWordWrap(true);
    setVerdict(label, briefing.passed ? Tone::Good : Tone::Warn, tr("Safety briefing: %1").arg(words(briefing)));
    label->setAccessibleName(tr("The safety briefing for %1").arg(zone));
    layout->addWidget(label, 1);
    if (open && !briefing.passed && briefing.earlier) {
        QPushButton *earlier = makeButton(row, u"briefingEarlier-"_s + briefing.zone.key);
        earlier->setText(tr("Count the earlier one"));
        connect(earlier, &QPushButton::clicked, this, [this, id = briefing.zone] { Q_EMIT earlierAsked(id); });
        layout->addWidget(earlier);
    }
    if (open && !briefing.passed) {
        QPushButton *spoken = makeButton(row, u"briefingSpoken-"_s + briefing.zone.key);
        spoken->setText(tr("I have briefed the visitor"));
        connect(spoken, &QPushButton::clicked, this, [this, id = briefing.zone] { Q_EMIT spokenAsked(id); });
        layout->addWidget(spoken);
    }
    m_rows->addWidget(row);
}

} // namespace gatehouse::admin
