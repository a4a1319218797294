// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordtable.h"
#include "usecases/readvisits.h"
#include "windows/parts/page.h"

#include <QLabel>
#include <QPushButton>

#include <set>

namespace gatehouse::admin
{

class RecordView;

/// Who is on site: overdue first. The roll call is one key; a lost badge is replaced, and a departure booked without the badge.
class OnSitePage : public Page
{
    Q_OBJECT

public:
    OnSitePage(Workbench &workbench, AppSettings &settings, QWidget *parent = nullptr);

    QString title() const override;
    void start() override;
    void wipe() override;
    bool perform(Command command) override;
    void retranslate() override;
    void focusFirst() override;
    RecordTable *table() const { return m_table; }

Q_SIGNALS:
    void countChanged(int people, int overdue);
    /// While somebody looks: whose time is over now.
    void becameOverdue(const QString &who);
    void openAsked(const gatehouse::domain::VisitId &id);
    void printAsked(const gatehouse::domain::VisitId &id);
    void lostAsked(const gatehouse::domain::VisitId &id, const QString &who);
    void departAsked(const gatehouse::domain::VisitId &id, const QString &who);
    void rollCallAsked();
    void readBadgeAsked();

private:
    void reload();
    void refresh();
    void refreshDoubt();
    std::set<domain::VisitId> overdue() const;
    void tellOverdue();
    domain::VisitId selected() const;
    QString selectedName() const;

    std::vector<usecases::VisitRow> m_rows;
    RecordTable *m_table;
    RecordView *m_view;
    QLabel *m_summary;
    QLabel *m_doubt;     ///< whose record somebody changed
    QLabel *m_looksOnly; ///< in place of what is a guard's
    QPushButton *m_readBadge;
    QPushButton *m_rollCall;
    QPushButton *m_open;
    QPushButton *m_print;
    QPushButton *m_lost;
    QPushButton *m_depart;
    std::optional<std::set<domain::VisitId>> m_overdue; ///< known to whoever is here; nothing before the first look
    bool m_loading = false;
    bool m_again = false;
};

} // namespace gatehouse::admin
