// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "roomtab.h"

namespace gatehouse::admin
{

/// Helpers who were let in without a badge (R24), in every zone: counted in and out, who they were, and a manager's
/// confirmation. What nobody confirms within 24 hours becomes an incident by itself.
class RoomEmergenciesTab final : public RoomTab
{
    Q_OBJECT

public:
    explicit RoomEmergenciesTab(Workbench &workbench, QWidget *parent);

    QString title() const override;
    void retranslate() override;
    /// Asks for the number and the kind, and lets them in. Does nothing for somebody who may not.
    void admit();
    void setKey(const QKeySequence &key);

protected:
    void refresh(const usecases::RoomView &room) override;
    void enableDeeds() override;
    QString refusal(const Error &error) const override;

private:
    const usecases::RoomEmergency *selected() const;
    void more();
    void leave();
    void identify();
    void confirm();

    QKeySequence m_key;
    QPushButton *m_admit = nullptr;
    QPushButton *m_more = nullptr;
    QPushButton *m_leave = nullptr;
    QPushButton *m_identify = nullptr;
    QPushButton *m_confirm = nullptr;
};

} // namespace gatehouse::admin
