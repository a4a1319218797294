// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordtable.h"
#include "page.h"
#include "usecases/readroom.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

class QHBoxLayout;

namespace gatehouse::admin
{

class RecordView;

/// An escorted zone: who is inside with which escort and until when, astray first; what waits for approval, escort or
/// acceptance; the access list with its review; duties and authorisations. A button is there for what the person may do; the
/// use case decides again, and a refusal is said in words. Only wires: rows are made by RoomRows, deeds are use cases.
class MachineRoomPage : public Page
{
    Q_OBJECT

public:
    MachineRoomPage(Workbench &workbench, AppSettings &settings, QWidget *parent = nullptr);

    QString title() const override;
    void start() override;
    void wipe() override;
    void retranslate() override;
    void focusFirst() override;
    RecordTable *visitors() const { return m_lists[Visitors].table; }

Q_SIGNALS:
    /// `mine`: visitors whom the person is asked to accept; `alarms`: visitors astray.
    void countChanged(int inside, int mine, int alarms);

private:
    enum List { Visitors, Access, Duties, ListCount };
    struct Section {
        QPushButton *tab = nullptr;
        RecordTable *table = nullptr;
        RecordView *view = nullptr;
    };

    void addList(List list, const QString &objectName, QHBoxLayout *tabs);
    QPushButton *addDeed(QHBoxLayout *row, const QString &objectName, const char *role, void (MachineRoomPage::*deed)());
    QWidget *makeFoot();
    void showList(int list);
    void reload();
    void refresh();
    void enableDeeds();
    std::optional<domain::ZoneId> zone() const;
    const usecases::RoomVisitor *selected() const;
    std::vector<domain::Staff> people(bool escortsOnly) const;
    bool holds(const QString &capacity) const { return m_view && m_view->capacities.contains(capacity); }
    bool decides() const { return m_view && domain::isDeciding(m_view->capacities); }
    bool leads() const;

    /// Runs the use case and says what came of it.
    template <typename Deed>
    void act(Deed deed, const QString &done);
    void refused(const Error &error);

    void approve();
    void ask();
    void accept();
    void decline();
    void handOver();
    void release();
    void revoke();
    void brief();
    void grant();
    void review();
    void withdrawAccess();
    void giveDuty();
    void authorise();
    void endDuty();

    std::optional<usecases::RoomView> m_view;
    Section m_lists[ListCount];
    QStackedWidget *m_tables;
    QStackedWidget *m_feet;
    QLabel *m_summary;
    QLabel *m_alarm;
    QPushButton *m_approve = nullptr;
    QPushButton *m_ask = nullptr;
    QPushButton *m_accept = nullptr;
    QPushButton *m_decline = nullptr;
    QPushButton *m_handOver = nullptr;
    QPushButton *m_release = nullptr;
    QPushButton *m_revoke = nullptr;
    QPushButton *m_brief = nullptr;
    QPushButton *m_grant = nullptr;
    QPushButton *m_review = nullptr;
    QPushButton *m_withdraw = nullptr;
    QPushButton *m_giveDuty = nullptr;
    QPushButton *m_authorise = nullptr;
    QPushButton *m_endDuty = nullptr;
    bool m_loading = false;
    bool m_again = false;
};

} // namespace gatehouse::admin
