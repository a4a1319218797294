// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "roomtab.h"

namespace gatehouse::admin
{

/// The room's own staff: who may enter alone, why and until when, reviewed each quarter entry by entry.
class RoomAccessTab final : public RoomTab
{
    Q_OBJECT

public:
    explicit RoomAccessTab(Workbench &workbench, QWidget *parent);

    QString title() const override;
    void retranslate() override;

protected:
    void refresh(const usecases::RoomView &room) override;
    void enableDeeds() override;

private:
    void grant();
    void review();
    void withdrawAccess();

    QPushButton *m_grant = nullptr;
    QPushButton *m_review = nullptr;
    QPushButton *m_withdraw = nullptr;
};

} // namespace gatehouse::admin
