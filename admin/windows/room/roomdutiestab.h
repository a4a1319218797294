// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "roomtab.h"

namespace gatehouse::admin
{

/// Who answers for the zone and who may escort there.
class RoomDutiesTab final : public RoomTab
{
    Q_OBJECT

public:
    explicit RoomDutiesTab(Workbench &workbench, QWidget *parent);

    QString title() const override;
    void retranslate() override;

protected:
    void refresh(const usecases::RoomView &room) override;
    void enableDeeds() override;

private:
    void giveDuty();
    void authorise();
    void endDuty();

    QPushButton *m_giveDuty = nullptr;
    QPushButton *m_authorise = nullptr;
    QPushButton *m_endDuty = nullptr;
};

} // namespace gatehouse::admin
