// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "texts.h"
#include "workbench.h"

#include <QFrame>

class QGridLayout;
class QLabel;

namespace gatehouse::admin
{

class KeptDialog;

/// The zones in the settings: what each asks of its visitors and what may not be carried in (R6, R7, R20, R23). A manager
/// changes it, which signs the zone anew; everybody else reads it. Says so where a zone was signed before cameras were
/// controlled. GUI thread.
class ZonesCard : public QFrame
{
    Q_OBJECT

public:
    explicit ZonesCard(Workbench &workbench, QWidget *parent);
    void retranslate();

Q_SIGNALS:
    void said(gatehouse::admin::Tone tone, const QString &sentence);

private:
    void refresh();
    void addRow(const domain::Zone &zone, int row);
    void askRules(const domain::Zone &zone);
    void askItems(const domain::Zone &zone);
    void sign(const domain::Zone &zone, KeptDialog &form);
    static QString summary(const domain::Zone &zone);

    Workbench &m_workbench;
    QLabel *m_heading;
    QLabel *m_about;
    QWidget *m_list = nullptr;
    QGridLayout *m_grid = nullptr;
};

} // namespace gatehouse::admin
