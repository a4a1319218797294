// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doorpulse.h"
#include "usecases/doornews.h"
#include "workbench.h"

#include <QFrame>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTimer>

namespace gatehouse::admin
{

/// Alarms of stations, over every page: a door that is cut off (within five seconds), a stranger reported, a copied badge, a
/// door forced or held, visitors inside without a valid escort for as long as they are, a badge that a kiosk or desk refused
/// because nobody signed for it; entries of the log that do not count, and who signed them. The newest in words, how many there
/// are, and one button that says they were seen. GUI thread.
class DoorBanner : public QFrame
{
    Q_OBJECT

public:
    explicit DoorBanner(Workbench &workbench, QWidget *parent = nullptr);
    void retranslate();

Q_SIGNALS:
    /// Something new: the window sounds.
    void alarmed();

private:
    void ask();
    void take(const usecases::DoorNews &news);
    void refresh();
    QString sentence(const domain::LedgerEntry &alarm) const;
    QString sentence(const usecases::DoubtfulEntry &doubtful) const;
    QString placeOf(const domain::LedgerEntry &alarm) const;

    Workbench &m_workbench;
    DoorPulse m_pulse;
    QTimer m_timer;
    QLabel *m_text;
    QPushButton *m_seen;
    qint64 m_upTo = -1;
    bool m_asking = false;
    QPointer<QWidget> m_before; ///< what had the keyboard before the button
    std::vector<domain::LedgerEntry> m_alarms;
    qint64 m_unsigned = 0;                           ///< an entry of the log that its actor did not sign
    std::vector<usecases::DoubtfulEntry> m_doubtful; ///< not seen yet
    std::map<domain::StationId, QString> m_stations;
    std::map<domain::VisitId, int> m_visits;
    QStringList m_silent; ///< names of stations
    std::vector<std::pair<domain::ZoneId, int>> m_astray;
};

} // namespace gatehouse::admin
