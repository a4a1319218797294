// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/station.h"
#include "style/theme.h"
#include "workbench.h"

#include <QFrame>
#include <QLabel>

class QGridLayout;

namespace gatehouse::admin
{

/// The stations of the site in the settings of managers and administrators, and the release of a kiosk: its program may then be left
/// without anybody's password being typed on it (design.md section 5). GUI thread.
class StationsCard : public QFrame
{
    Q_OBJECT

public:
    explicit StationsCard(Workbench &workbench, QWidget *parent = nullptr);

    /// Reads the stations again; hides itself from whoever may not release.
    void reload();
    void wipe();
    void retranslate();

private:
    void show(const std::vector<domain::Station> &stations);
    void addRow(const domain::Station &station, int row);
    void askRelease(const domain::Station &station);
    void release(const domain::Station &station);
    static QString kindText(domain::StationKind kind);

    Workbench &m_workbench;
    std::vector<domain::Station> m_stations;
    QLabel *m_heading;
    QLabel *m_about;
    QLabel *m_message;
    QWidget *m_list = nullptr;
    QGridLayout *m_grid = nullptr;
};

} // namespace gatehouse::admin
