// SPDX-License-Identifier: GPL-3.0-or-later
#include "stationscard.h"

#include "texts.h"
#include "usecases/stations.h"
#include "windows/arrivals/devicenote.h"
#include "windows/parts/widgets.h"

#include <QGridLayout>
#include <QPushButton>
#include <QShowEvent>
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
    connect(&m_workbench, &Workbench::changed, this, [this] {
        if (isVisible())
            reload();
    });
    retranslate();
}

void StationsCard::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    if (!event->spontaneous() && m_workbench.isWorking())
        reload();
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
        std::vector<Station> asking;
        std::vector<usecases::SilentDevices> silent;
        StationId own;
    };
    m_workbench.ask(
        this,
        [](Seat &seat) -> Result<Enrolled> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            GATEHOUSE_TRY_ASSIGN(std::vector<Station> stations, usecases::enrolledStations(seat.workplace(), *session));
            GATEHOUSE_TRY_ASSIGN(std::vector<Station> asking, usecases::proposedStations(seat.workplace(), *session));
            GATEHOUSE_TRY_ASSIGN(std::vector<usecases::SilentDevices> silent,
                                 usecases::silentDevices(seat.workplace(), *session));
            return Enrolled{std::move(stations), std::move(asking), std::move(silent), seat.workplace().stationId()};
        },
        [this](const Result<Enrolled> &enrolled) {
            if (enrolled) {
                QHash<StationId, QStringList> silent;
                for (const usecases::SilentDevices &one : enrolled->silent)
                    silent.insert(one.station.id, one.devices);
                if (m_list && m_own == enrolled->own && m_stations == enrolled->stations && m_asking == enrolled->asking &&
                    m_silent == silent)
                    return; // the buttons stay, and the focus on them
                m_own = enrolled->own;
                m_stations = enrolled->stations;
                m_asking = enrolled->asking;
                m_silent = std::move(silent);
                show();
            } else {
                setVerdict(m_message, Tone::Bad, Texts::error(enrolled.error()));
            }
        });
}

void StationsCard::wipe()
{
    m_message->clear();
    delete std::exchange(m_list, nullptr); // what the next person may do is another matter
}

void StationsCard::show()
{
    delete m_list;
    m_list = new QWidget(this);
    m_grid = new QGridLayout(m_list);
    m_grid->setContentsMargins(0, 4, 0, 4);
    m_grid->setHorizontalSpacing(24);
    m_grid->setColumnStretch(1, 1);
    int row = 0;
    for (const Station &station : m_stations)
        addRow(station, row++);
    if (!m_asking.empty()) {
        QLabel *heading = makeLabel(m_list, "heading");
        heading->setText(tr("Ask to be enrolled"));
        m_grid->addWidget(heading, row++, 0, 1, 4);
    }
    for (const Station &station : m_asking)
        addAsking(station, row++);
    static_cast<QVBoxLayout *>(layout())->insertWidget(2, m_list);
}

void StationsCard::addRow(const Station &station, int row)
{
    QLabel *name = makeLabel(m_list);
    name->setTextFormat(Qt::PlainText);
    name->setText(station.name);
    QLabel *kind = makeLabel(m_list, "muted");
    kind->setText(kindText(station.kind));
    if (m_silent.contains(station.id)) {
        kind->setObjectName(u"silent-"_s + station.name);
        kind->setWordWrap(true);
        setVerdict(kind, Tone::Warn,
                   tr("%1: %2").arg(kindText(station.kind), DeviceNote::sentence(m_silent.value(station.id))));
    }
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(kind, row, 1);
    if (station.kind == StationKind::Kiosk || station.kind == StationKind::Door) {
        QPushButton *release = makeButton(m_list, u"release-"_s + station.name);
        release->setText(tr("End its program"));
        release->setAccessibleName(tr("End the program of %1").arg(station.name));
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

/// With the code that the station itself shows: the row could be anybody's.
void StationsCard::addAsking(const Station &station, int row)
{
    QLabel *name = makeLabel(m_list);
    name->setTextFormat(Qt::PlainText);
    name->setText(station.name);
    QLabel *about = makeLabel(m_list, "muted");
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true); // all of the code is compared
    about->setText(tr("%1, code %2").arg(kindText(station.kind), usecases::stationCode(station.signPublicKey)));
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(about, row, 1);
    if (!m_workbench.has(Role::Manager))
        return;
    QPushButton *enrolButton = makeButton(m_list, u"enrol-"_s + station.name);
    enrolButton->setText(tr("Enrol…"));
    enrolButton->setAccessibleName(tr("Enrol station: %1").arg(station.name));
    m_grid->addWidget(enrolButton, row, 2);
    connect(enrolButton, &QPushButton::clicked, this, [this, station] { askEnrol(station); });
    QPushButton *away = makeButton(m_list, u"away-"_s + station.name);
    away->setText(tr("Turn away"));
    away->setAccessibleName(tr("Turn station away: %1").arg(station.name));
    m_grid->addWidget(away, row, 3);
    connect(away, &QPushButton::clicked, this, [this, station] { enrol(station, false); });
}

void StationsCard::askEnrol(const Station &station)
{
    askFirst(u"enrolStation"_s, tr("Enrol station"),
             tr("Does the machine itself show the code %1? Only then enrol “%2”: from then on what it signs counts.")
                 .arg(usecases::stationCode(station.signPublicKey), station.name),
             [this, station] { enrol(station, true); });
}

void StationsCard::enrol(const Station &station, bool welcome)
{
    m_workbench.act(
        this,
        [station, welcome](Seat &seat) -> Result<void> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return welcome ? usecases::enrolStation(seat.workplace(), *session, station.id, station.signPublicKey)
                           : usecases::turnStationAway(seat.workplace(), *session, station.id);
        },
        [this, name = station.name, welcome](const Result<void> &answer) {
            if (!answer && answer.error().detail == usecases::stationNameTaken)
                setVerdict(m_message, Tone::Bad,
                           tr("A station of that name is enrolled: revoke it first, or give the new one another name."));
            else if (!answer)
                setVerdict(m_message, Tone::Bad, Texts::error(answer.error()));
            else if (welcome)
                setVerdict(m_message, Tone::Good, tr("“%1” is enrolled: its program goes on by itself.").arg(name));
            else
                setVerdict(m_message, Tone::Good, tr("“%1” was turned away.").arg(name));
            reload();
        });
}

void StationsCard::askFirst(const QString &name, const QString &title, const QString &question, std::function<void()> yes)
{
    QPushButton *button = admin::askFirst(this, name + u"Dialog"_s, title, question, title);
    button->setObjectName(u"confirm"_s + name.left(1).toUpper() + name.mid(1));
    connect(button, &QPushButton::clicked, this, std::move(yes));
}

void StationsCard::askRelease(const Station &station)
{
    askFirst(
        u"release"_s, tr("End its program"),
        tr("End the program on “%1”? Whoever stands there then has the machine in hand: be there yourself.").arg(station.name),
        [this, station] { release(station); });
}

void StationsCard::askRevoke(const Station &station)
{
    askFirst(
        u"revokeStation"_s, tr("Revoke station"),
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
    m_workbench.act(
        this,
        [id = station.id](Seat &seat) -> Result<void> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::releaseStation(seat.workplace(), *session, id);
        },
        [this, name = station.name](const Result<void> &answer) {
            if (answer)
                setVerdict(m_message, Tone::Good, tr("“%1” is released: its program ends as soon as it reads this.").arg(name));
            else
                setVerdict(m_message, Tone::Bad, Texts::error(answer.error()));
        });
}

void StationsCard::retranslate()
{
    m_heading->setText(tr("Stations"));
    m_about->setText(
        tr("A station whose program you end is free for work on it; a revoked station counts no more. A spare "
           "machine asks with “gatehousectl station enrol”, and you enrol it here. What you sign stays in the log."));
    if (m_list)
        show();
}

} // namespace gatehouse::admin
