// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "badges/roomsheets.h"
#include "dutytab.h"
#include "usecases/handovers.h"

namespace gatehouse::admin
{

/// The shift's hand-over (R13, R28): filled from what is open, offered by who leaves, signed by who comes, printable.
class HandoverTab : public DutyTab
{
    Q_OBJECT

public:
    HandoverTab(Workbench &workbench, QWidget *parent);

    QString title() const override;
    void reload() override;
    void wipe() override;
    void retranslate() override;

Q_SIGNALS:
    void printAsked(const gatehouse::badges::HandoverSheet &sheet);

protected:
    QString refusal(const Error &error) const override;
    void selectionChanged() override;

private:
    void refresh();
    void askOffer();
    void askAccept();
    void print();
    QString postName(const QString &post) const;
    QStringList openLines(const domain::OpenThings &open) const;
    const usecases::HandoverSheet *chosen() const;

    std::vector<usecases::HandoverSheet> m_sheets;
    QStringList m_posts;
    domain::OpenThings m_open;
    QPushButton *m_print;
    QPushButton *m_accept;
    QPushButton *m_offer;
};

} // namespace gatehouse::admin
