// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "roomtab.h"

#include <QLabel>

namespace gatehouse::admin
{

/// Who is inside with which escort and until when, astray first; then what waits for approval, escort or acceptance.
class RoomVisitorsTab final : public RoomTab
{
    Q_OBJECT

public:
    explicit RoomVisitorsTab(Workbench &workbench, QWidget *parent);

    QString title() const override;
    void retranslate() override;

Q_SIGNALS:
    /// A case is decided on in the queue.
    void openAsked(const gatehouse::domain::VisitId &id);

protected:
    void refresh(const usecases::RoomView &room) override;
    void enableDeeds() override;
    QString refusal(const Error &error) const override;

private:
    const usecases::RoomVisitor *selected() const;
    bool decidesInQueue(const usecases::RoomVisitor &visitor) const;
    void approve();
    void ask();
    void accept();
    void decline();
    void brief();
    void handOver();
    void release();
    void revoke();
    void sayShift();

    QLabel *m_about = nullptr; ///< of the selected visitor: what those who approve read
    QPushButton *m_approve = nullptr;
    QPushButton *m_ask = nullptr;
    QPushButton *m_accept = nullptr;
    QPushButton *m_decline = nullptr;
    QPushButton *m_brief = nullptr;
    QPushButton *m_handOver = nullptr;
    QPushButton *m_release = nullptr;
    QPushButton *m_revoke = nullptr;
    QPushButton *m_shift = nullptr;
};

} // namespace gatehouse::admin
