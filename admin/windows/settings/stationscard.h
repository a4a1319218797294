// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/station.h"
#include "style/theme.h"
#include "workbench.h"

#include <QFrame>
#include <QHash>
#include <QLabel>

#include <functional>

class QGridLayout;

namespace gatehouse::admin
{

/// The stations of the site in the settings of managers and administrators: the release of a kiosk, whose program may then be
/// left without anybody's password being typed on it (design.md section 5), the revocation of a station by a manager (R24), and
/// the enrolment of one that asks, which is how a spare takes over. GUI thread.
class StationsCard : public QFrame
{
    Q_OBJECT

public:
    explicit StationsCard(Workbench &workbench, QWidget *parent = nullptr);

    /// Reads the stations again; hides itself from whoever may not release.
    void reload();
    void wipe();
    void retranslate();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void show();
    void addAsking(const domain::Station &station, int row);
    void askEnrol(const domain::Station &station);
    void enrol(const domain::Station &station, bool welcome);
    void addRow(const domain::Station &station, int row);
    void askRelease(const domain::Station &station);
    void release(const domain::Station &station);
    void askRevoke(const domain::Station &station);
    void revoke(const domain::Station &station);
    /// A question that deletes itself; `yes` is called when it was answered so.
    void askFirst(const QString &name, const QString &title, const QString &question, std::function<void()> yes);
    static QString kindText(domain::StationKind kind);

    Workbench &m_workbench;
    std::vector<domain::Station> m_stations;
    QHash<domain::StationId, QStringList> m_silent; ///< devices that do not answer
    std::vector<domain::Station> m_asking;          ///< to be enrolled
    domain::StationId m_own;                        ///< where the manager sits: not to be revoked from here
    QLabel *m_heading;
    QLabel *m_about;
    QLabel *m_message;
    QWidget *m_list = nullptr;
    QGridLayout *m_grid = nullptr;
};

} // namespace gatehouse::admin
