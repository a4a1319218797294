// SPDX-License-Identifier: GPL-3.0-or-later
#include "stationscard.h"

#include "texts.h"
#include "usecases/stations.h"
#include "widgets.h"

#include <QGridLayout>
#include <QMessageBox>
#include <QVBoxLayout>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

StationsCard::StationsCard(Workbench &workbench, QWidget *parent) : QFrame(parent), m_workbench(workbench)
{
    setProperty("role", u"card"_s);
    setObjectName(u"stationsCard"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 18, 24, 20);
    layout->setSpacing(8);
    m_heading = makeLabel(this, "heading");
    m_about = makeLabel(this, "muted");
    m_about->setWordWrap(true);
    m_message = makeLabel(this);
    m_message->setObjectName(u"stationsMessage"_s);
    m_message->setWordWrap(true);
    layout->addWidget(m_heading);
    layout->addWidget(m_about);
    layout->addWidget(m_message);
    retranslate();
}

QString StationsCard::kindText(StationKind kind)
{
    switch (kind) {
    case StationKind::Kiosk:
        return tr("kiosk");
    case StationKind::Door:
        return tr("door station");
    case StationKind::Admin:
        return tr("workstation");
    case StationKind::Tool:
        return tr("command line");
    }
    return {};
}

void StationsCard::reload()
{
    const bool may = m_workbench.has(Role::Manager) || m_workbench.has(Role::Administrator);
    setVisible(may);
    if (!may)
        return;
    m_workbench.ask(this, [](Seat &seat) -> Result<std::vector<Station>> {
        GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
        return usecases::enrolledStations(seat.workplace(), *session);
    }, [this](const Result<std::vector<Station>> &stations) {
        if (stations)
            show(*stations);
        else
            setVerdict(m_message, Tone::Bad, Texts::error(stations.error()));
    });
}

void StationsCard::wipe()
{
    m_message->clear();
}

void StationsCard::show(const std::vector<Station> &stations)
{
    m_stations = stations;
    delete m_list;
    m_list = new QWidget(this);
    m_grid = new QGridLayout(m_list);
    m_grid->setContentsMargins(0, 4, 0, 4);
    m_grid->setHorizontalSpacing(24);
    m_grid->setColumnStretch(1, 1);
    for (int row = 0; row < static_cast<int>(stations.size()); ++row)
        addRow(stations[static_cast<std::size_t>(row)], row);
    static_cast<QVBoxLayout *>(layout())->insertWidget(2, m_list);
}

void StationsCard::addRow(const Station &station, int row)
{
    QLabel *name = makeLabel(m_list);
    name->setTextFormat(Qt::PlainText);
    name->setText(station.name);
    QLabel *kind = makeLabel(m_list, "muted");
    kind->setText(kindText(station.kind));
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(kind, row, 1);
    if (station.kind != StationKind::Kiosk && station.kind != StationKind::Door)
        return;
    QPushButton *release = makeButton(m_list, u"release-"_s + station.name);
    release->setText(tr("Release kiosk"));
    release->setAccessibleName(tr("Release kiosk: %1").arg(station.name));
    m_grid->addWidget(release, row, 2);
    connect(release, &QPushButton::clicked, this, [this, station] { askRelease(station); });
}

void StationsCard::askRelease(const Station &station)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Release kiosk"),
                                tr("End the program on “%1”? Whoever stands there then has the machine in hand: be there yourself.").arg(station.name),
                                QMessageBox::Cancel, this);
    box->setTextFormat(Qt::PlainText);
    box->setObjectName(u"releaseDialog"_s);
    QPushButton *yes = box->addButton(tr("Release kiosk"), QMessageBox::DestructiveRole);
    yes->setObjectName(u"confirmRelease"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(yes, &QPushButton::clicked, this, [this, station] { release(station); });
    box->open();
}

void StationsCard::release(const Station &station)
{
    m_workbench.act(this, [id = station.id](Seat &seat) -> Result<void> {
        GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
        return usecases::releaseStation(seat.workplace(), *session, id);
    }, [this, name = station.name](const Result<void> &answer) {
        if (answer)
            setVerdict(m_message, Tone::Good, tr("“%1” is released: its program ends as soon as it reads this.").arg(name));
        else
            setVerdict(m_message, Tone::Bad, Texts::error(answer.error()));
    });
}

void StationsCard::retranslate()
{
    m_heading->setText(tr("Stations"));
    m_about->setText(tr("A released kiosk lets somebody leave its program. The release is signed by you and stays in the log."));
    if (m_list)
        show(std::vector<Station>(m_stations));
}

} // namespace gatehouse::admin
