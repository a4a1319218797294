// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dutytab.h"
#include "usecases/readvisits.h"
#include "usecases/roomitems.h"

namespace gatehouse::admin
{

/// Media, keys, devices and material passes (R7, R19, R21), with the deposits that visitors left behind.
class ItemsTab : public DutyTab
{
    Q_OBJECT

public:
    ItemsTab(Workbench &workbench, QWidget *parent);

    QString title() const override;
    void reload() override;
    void wipe() override;
    void retranslate() override;

protected:
    QString refusal(const Error &error) const override;
    void selectionChanged() override;

private:
    void refresh();
    void askAdd();
    void askLend();
    void askCheck();
    void takeBack();
    void askPass();
    void askUndeclared();
    void askLost();
    void askLostBadge();
    void decide(bool approved);
    /// Staff and visitors on site, by subject.
    QList<FormDialog::Choice> takers() const;
    void askLeave();
    const domain::Registered *item() const;
    const domain::MaterialPass *pass() const;
    Cell stateOf(const domain::Registered &item) const;

    usecases::ItemsView m_items;
    std::vector<usecases::VisitRow> m_visitors; ///< on site
    QPushButton *m_add;
    QPushButton *m_lend;
    QPushButton *m_check;
    QPushButton *m_back;
    QPushButton *m_pass;
    QPushButton *m_approve;
    QPushButton *m_refuse;
    QPushButton *m_leave;
    QPushButton *m_lost;
    QPushButton *m_undeclared;
    QPushButton *m_lostBadge;
};

} // namespace gatehouse::admin
