// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordtable.h"
#include "usecases/readroom.h"
#include "windows/parts/page.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

#include <memory>

class QHBoxLayout;

namespace gatehouse::admin
{

class RoomEmergenciesTab;
class RoomTab;

/// An escorted zone: its visitors, emergency entries, access list and duties, one tab each; above them who is inside and what
/// alarms. Only wires: it reads the room and gives it to the tabs, rows are made by RoomRows, deeds are use cases.
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
    RecordTable *visitors() const;
    /// One key from anywhere: asks for the kind of helpers and lets them in.
    void admitEmergency();

Q_SIGNALS:
    /// `mine`: visitors whom the person is asked to approve, to accept or to hand over; `alarms`: visitors astray.
    void countChanged(int inside, int mine, int alarms);
    void openAsked(const gatehouse::domain::VisitId &id);

private:
    struct Section {
        QPushButton *button = nullptr;
        RoomTab *tab = nullptr;
    };

    void addTab(RoomTab *tab, const QString &objectName, QHBoxLayout *row);
    void showTab(int index);
    void reload();
    void refresh();
    std::optional<domain::ZoneId> zone() const;

    std::shared_ptr<const usecases::RoomView> m_view;
    QList<Section> m_tabs;
    QStackedWidget *m_tables;
    RoomEmergenciesTab *m_emergencies;
    QLabel *m_summary;
    QLabel *m_alarm;
    bool m_loading = false;
    bool m_again = false;
};

} // namespace gatehouse::admin
