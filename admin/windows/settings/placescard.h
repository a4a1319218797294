// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "texts.h"
#include "workbench.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace gatehouse::admin
{

/// Assembly point and back-up site (R24) in the settings: the same for every station and printed on the roll call. A manager
/// signs them; everybody else reads them.
class PlacesCard : public QFrame
{
    Q_OBJECT

public:
    explicit PlacesCard(Workbench &workbench, QWidget *parent);
    void retranslate();

Q_SIGNALS:
    void said(gatehouse::admin::Tone tone, const QString &sentence);

private:
    void refresh();
    void judge();
    void sign();
    domain::SitePlaces typed() const;

    Workbench &m_workbench;
    domain::SitePlaces m_shown;
    QLabel *m_heading;
    QLabel *m_pointLabel;
    QLineEdit *m_point;
    QLabel *m_backupLabel;
    QLineEdit *m_backup;
    QLabel *m_problem;
    QPushButton *m_sign;
};

} // namespace gatehouse::admin
