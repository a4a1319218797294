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
    struct Enrolled {
        std::vector<Station> stations;
        StationId own;
    };
    m_workbench.ask(
        this,
        [](Seat &seat) -> Result<Enrolled> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            GATEHOUSE_TRY_ASSIGN(std::vector<Station> stations, usecases::enrolledStations(seat.workplace(), *session));
            return Enrolled{std::move(stations), seat.workplace().stationId()};
        },
        [this](const Result<Enrolled> &enrolled) {
            if (enrolled) {
                m_own = enrolled->own;
                show(enrolled->stations);
            } else {
                setVerdict(m_message, Tone::Bad, Texts::error(enrolled.error()));
            }
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
    if (station.kind == StationKind::Kiosk || station.kind == StationKind::Door) {
        QPushButton *release = makeButton(m_list, u"release-"_s + station.name);
        release->setText(tr("Release kiosk"));
        release->setAccessibleName(tr("Release kiosk: %1").arg(station.name));
        m_grid->addWidget(release, row, 2);
        connect(release, &QPushButton::clicked, this, [this, station] { askRelease(station); });
    }
    if (!m_workbench.has(Role::Manager) || station.id == m_own)
        return;
    QPushButton *revoke = makeButton(m_list, u"revoke-"_s + station.name, "danger");
    revoke->setText(tr("Revoke…"));
    revoke->setAccessibleName(tr("Revoke station: %1").arg(station.name));
    m_grid->addWidget(revoke, row, 3);
    connect(revoke, &QPushButton::clicked, this, [this, station] { askRevoke(station); });
}

void StationsCard::askFirst(const QString &name, const QString &title, const QString &question, std::function<void()> yes)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, title, question, QMessageBox::Cancel, this);
    box->setTextFormat(Qt::PlainText);
    box->setObjectName(name + u"Dialog"_s);
    QPushButton *button = box->addButton(title, QMessageBox::DestructiveRole);
    button->setObjectName(u"confirm"_s + name.left(1).toUpper() + name.mid(1));
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(button, &QPushButton::clicked, this, std::move(yes));
    box->open();
}

void StationsCard::askRelease(const Station &station)
{
    askFirst(u"release"_s, tr("Release kiosk"),
             tr("End the program on “%1”? Whoever stands there then has the machine in hand: be there yourself.").arg(station.name),
             [this, station] { release(station); });
}

void StationsCard::askRevoke(const Station &station)
{
    askFirst(u"revokeStation"_s, tr("Revoke station"),
             tr("End “%1” for good? Nothing that it signs counts any more, and badges that it issued, visitors' and staff's, are "
                "dead.")
                 .arg(station.name),
             [this, station] { revoke(station); });
}

void StationsCard::revoke(const Station &station)
{
    m_workbench.act(
        this,
        [id = station.id](Seat &seat) -> Result<void> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::revokeStation(seat.workplace(), *session, id);
        },
        [this, name = station.name](const Result<void> &answer) {
            if (answer)
                setVerdict(m_message, Tone::Good, tr("“%1” is revoked.").arg(name));
            else
                setVerdict(m_message, Tone::Bad, Texts::error(answer.error()));
            reload();
        });
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
    m_about->setText(tr("A released kiosk lets somebody leave its program; a revoked station counts no more. You sign both, and both "
                        "stay in the log."));
    if (m_list)
        show(std::vector<Station>(m_stations));
}

} // namespace gatehouse::admin
