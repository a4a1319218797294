// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorbanner.h"

#include "models/alarmtext.h"
#include "texts.h"
#include "windows/parts/widgets.h"

#include <QApplication>
#include <QHBoxLayout>

#include <numeric>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace domain;

namespace
{
int astrayIn(const std::vector<std::pair<ZoneId, int>> &zones)
{
    return std::accumulate(zones.begin(), zones.end(), 0, [](int sum, const auto &zone) { return sum + zone.second; });
}

/// Says that something is over: no alarm of its own.
bool isOver(const LedgerEntry &alarm)
{
    return alarm.details.value(QLatin1String("code")).toString() == QLatin1String("door-closed");
}
} // namespace

DoorBanner::DoorBanner(Workbench &workbench, QWidget *parent) : QFrame(parent), m_workbench(workbench)
{
    setProperty("role", u"alarm"_s);
    setObjectName(u"doorBanner"_s);
    m_text = makeLabel(this);
    m_text->setObjectName(u"doorBannerText"_s);
    m_text->setWordWrap(true);
    m_seen = makeButton(this, u"doorSeen"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(22, 8, 22, 8);
    layout->setSpacing(12);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_seen);
    connect(m_seen, &QPushButton::clicked, this, [this] {
        m_alarms.clear();
        m_doubtful.clear();
        m_unsigned = 0;
        if (m_seen->hasFocus() && m_before)
            m_before->setFocus(); // the button goes, and the next one in order would take a key that is meant for it
        refresh();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *old, QWidget *now) {
        if (now == m_seen)
            m_before = old;
    });
    connect(&m_workbench, &Workbench::changed, this, &DoorBanner::ask);
    connect(&m_workbench, &Workbench::signedOut, this, [this] {
        m_alarms.clear();
        m_doubtful.clear();
        m_unsigned = 0;
        m_silent.clear();
        m_astray.clear();
        m_upTo = -1;
        refresh();
    });
    m_timer.setInterval(1s);
    connect(&m_timer, &QTimer::timeout, this, &DoorBanner::ask);
    m_timer.start();
    retranslate();
}

void DoorBanner::ask()
{
    const bool hears = m_workbench.mayDecide();
    if (m_asking || !hears || !m_workbench.canRead())
        return;
    m_asking = true;
    m_workbench.ask(
        this,
        [after = m_upTo](Seat &seat) -> Result<usecases::DoorNews> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::doorNews(seat.workplace(), *session, after);
        },
        [this](const Result<usecases::DoorNews> &news) {
            m_asking = false;
            if (news)
                take(*news);
        });
}

void DoorBanner::take(const usecases::DoorNews &news)
{
    m_upTo = news.upTo;
    QStringList silent;
    for (const usecases::DoorSign &door : news.doors) {
        if (m_pulse.isSilent(door.station.id, door.seen, door.signedAt, m_workbench.now(), m_workbench.clock().steady()))
            silent << door.station.name;
    }
    const bool worse = silent.size() > m_silent.size() || astrayIn(news.astray) > astrayIn(m_astray) ||
                       (m_unsigned == 0 && news.unsignedEntry != 0) || !news.doubtful.empty();
    if (m_unsigned == 0)
        m_unsigned = news.unsignedEntry;
    m_doubtful.insert(m_doubtful.end(), news.doubtful.begin(), news.doubtful.end());
    m_astray = news.astray;
    m_silent = silent;
    m_stations.insert(news.stations.begin(), news.stations.end());
    m_visits.insert(news.visits.begin(), news.visits.end());
    const auto before = m_alarms.size();
    std::copy_if(news.alarms.begin(), news.alarms.end(), std::back_inserter(m_alarms),
                 [](const LedgerEntry &alarm) { return !isOver(alarm); });
    refresh();
    if (worse || m_alarms.size() > before)
        Q_EMIT alarmed();
}

QString DoorBanner::sentence(const LedgerEntry &alarm) const
{
    return tr("%1, %2: %3.").arg(alarm.occurred.toLocalTime().toString(u"HH:mm:ss"_s), placeOf(alarm), alarmText(alarm));
}

QString DoorBanner::sentence(const usecases::DoubtfulEntry &doubtful) const
{
    using Why = usecases::DoubtfulEntry::Why;
    const usecases::NamedEntry &entry = doubtful.entry;
    const auto staff = staffOf(entry.actor);
    const QString who = staff ? tr("%1 (staff number %2)").arg(m_workbench.directory().staffName(*staff), entry.by)
                              : tr("the station “%1”").arg(entry.by);
    QString text;
    switch (doubtful.why) {
    case Why::NoStanding:
        text = tr("Entry %1 of the log, signed by %2, does not count: that signer may not state it. Call the manager, who runs "
                  "“gatehousectl log verify”.");
        break;
    case Why::DatedBack:
        text = tr("Entry %1 of the log, signed by %2, says an earlier time than the entries ahead of it. That time does not "
                  "count: the clock there was wrong, or somebody is backdating.");
        break;
    case Why::DatedAhead:
        text = tr("Entry %1 of the log, signed by %2, says a time that is still to come. That time does not count; nobody new "
                  "is admitted before a manager has confirmed the right one.");
        break;
    }
    return text.arg(QString::number(entry.sequence), who);
}

/// The zone of a door; else the station, and the visit that it is about.
QString DoorBanner::placeOf(const LedgerEntry &alarm) const
{
    const ZoneId zone{alarm.details.value(QLatin1String("zone")).toString()};
    if (!zone.key.isEmpty())
        return Texts::zoneNames(m_workbench.directory(), {zone});
    const auto station = stationOf(alarm.actor);
    const auto name = station ? m_stations.find(*station) : m_stations.end();
    QString place = name == m_stations.end() ? tr("a station") : name->second;
    const auto visit = visitOf(alarm.subject);
    if (const auto number = visit ? m_visits.find(*visit) : m_visits.end(); number != m_visits.end())
        place += tr(", ") + visitLabel(number->second);
    return place;
}

void DoorBanner::refresh()
{
    QStringList lines;
    if (!m_silent.isEmpty())
        lines << tr("Cut off from the database: %1. It admits only those who were accepted before, for 30 minutes.")
                     .arg(m_silent.join(tr(", ")));
    for (const auto &[zone, visitors] : m_astray)
        lines << tr("%1: %n visitor(s) inside without a valid escort. Go there now.", nullptr, visitors)
                     .arg(Texts::zoneNames(m_workbench.directory(), {zone}));
    if (m_unsigned != 0)
        lines << tr("Entry %1 of the log is not signed by whom it names: somebody writes into the database by hand. Call the "
                    "manager, who runs “gatehousectl log verify”.")
                     .arg(m_unsigned);
    if (!m_doubtful.empty())
        lines << sentence(m_doubtful.front());
    if (m_doubtful.size() > 1)
        lines << tr("%n more entry(s) that do not count.", nullptr, static_cast<int>(m_doubtful.size()) - 1);
    if (!m_alarms.empty())
        lines << sentence(m_alarms.back());
    if (m_alarms.size() > 1)
        lines << tr("%n earlier alarm(s) not seen yet.", nullptr, static_cast<int>(m_alarms.size()) - 1);
    setVerdict(m_text, Tone::Bad, Texts::paragraph(lines));
    m_seen->setVisible(!m_alarms.empty() || !m_doubtful.empty() || m_unsigned != 0);
    setVisible(!lines.isEmpty());
}

void DoorBanner::retranslate()
{
    m_seen->setText(tr("Seen"));
    refresh();
}

} // namespace gatehouse::admin
