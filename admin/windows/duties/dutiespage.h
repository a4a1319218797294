// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "badges/roomsheets.h"
#include "windows/parts/page.h"

class QTabWidget;

namespace gatehouse::admin
{

class DutyTab;

/// "Rounds and handover": rounds and fire equipment, the shift's hand-over, exceptions, media and keys, roll call and paper.
class DutiesPage : public Page
{
    Q_OBJECT

public:
    DutiesPage(Workbench &workbench, AppSettings &settings, QWidget *parent = nullptr);

    QString title() const override;
    void start() override;
    void wipe() override;
    void retranslate() override;
    void focusFirst() override;

Q_SIGNALS:
    void urgentChanged(int count);
    void handoverPrintAsked(const gatehouse::badges::HandoverSheet &sheet);
    void papersPrintAsked(int from, int to);

private:
    void nameTabs();

    QTabWidget *m_tabs;
    QList<DutyTab *> m_all;
};

} // namespace gatehouse::admin
