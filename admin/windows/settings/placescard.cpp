// SPDX-License-Identifier: GPL-3.0-or-later
#include "placescard.h"

#include "usecases/musters.h"
#include "windows/parts/widgets.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

namespace
{
constexpr int longestSitePlace = 80;
} // namespace

PlacesCard::PlacesCard(Workbench &workbench, QWidget *parent) : QFrame(parent), m_workbench(workbench)
{
    setProperty("role", u"card"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 18, 24, 20);
    layout->setSpacing(8);
    m_heading = makeLabel(this, "heading");
    m_pointLabel = makeLabel(this);
    m_point = new QLineEdit(this);
    m_point->setObjectName(u"assemblyPoint"_s);
    m_backupLabel = makeLabel(this);
    m_backup = new QLineEdit(this);
    m_backup->setObjectName(u"backupSite"_s);
    m_sign = makeButton(this, u"signPlaces"_s, "primary");
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(20);
    form->setVerticalSpacing(10);
    form->addRow(m_pointLabel, m_point);
    form->addRow(m_backupLabel, m_backup);
    layout->addWidget(m_heading);
    layout->addLayout(form);
    m_problem = makeLabel(this);
    m_problem->setObjectName(u"placesProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    layout->addWidget(m_problem);
    layout->addWidget(m_sign, 0, Qt::AlignRight);
    for (QLineEdit *line : {m_point, m_backup}) {
        setLongest(line, longestSitePlace);
        connect(line, &QLineEdit::textChanged, this, &PlacesCard::judge);
    }
    connect(m_sign, &QPushButton::clicked, this, &PlacesCard::sign);
    connect(&m_workbench, &Workbench::directoryChanged, this, &PlacesCard::refresh);
    retranslate();
}

SitePlaces PlacesCard::typed() const
{
    return {m_point->text().trimmed(), m_backup->text().trimmed()};
}

void PlacesCard::refresh()
{
    const bool untouched = typed() == m_shown; // what somebody is typing stays
    m_shown = m_workbench.directory().places;
    if (untouched) {
        m_point->setText(m_shown.assemblyPoint);
        m_backup->setText(m_shown.backupSite);
    }
    const bool manager = m_workbench.has(Role::Manager);
    m_point->setReadOnly(!manager);
    m_backup->setReadOnly(!manager);
    m_sign->setVisible(manager);
    judge();
}

void PlacesCard::judge()
{
    const QString excess = tooLong(this);
    setVerdict(m_problem, Tone::Warn, excess);
    m_problem->setVisible(!excess.isEmpty());
    m_sign->setEnabled(!typed().assemblyPoint.isEmpty() && typed() != m_shown && excess.isEmpty());
}

void PlacesCard::sign()
{
    m_workbench.act(
        this,
        [places = typed()](Seat &seat) -> Result<void> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::defineSitePlaces(seat.workplace(), *session, places);
        },
        [this](const Result<void> &answer) {
            if (answer)
                Q_EMIT said(Tone::Good, tr("From now on every roll call says so."));
            else
                Q_EMIT said(Tone::Bad, Texts::error(answer.error()));
        });
}

void PlacesCard::retranslate()
{
    m_heading->setText(tr("When the site is cleared"));
    m_pointLabel->setText(tr("Assembly point"));
    m_backupLabel->setText(tr("Back-up site"));
    nameAfter(m_point, m_pointLabel);
    nameAfter(m_backup, m_backupLabel);
    m_sign->setText(tr("Sign"));
}

} // namespace gatehouse::admin
