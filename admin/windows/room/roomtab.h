// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordtable.h"
#include "texts.h"
#include "usecases/readroom.h"
#include "windows/parts/keptdialog.h"
#include "windows/parts/recordview.h"
#include "workbench.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace gatehouse::admin
{

/// One list of the page "Machine room": a table and, at its foot, what can be done with the chosen row. A button is enabled for
/// what the person may do; the use case decides again, and a refusal is said in words. Nothing personal outlives setRoom({}).
/// GUI thread.
class RoomTab : public QWidget
{
    Q_OBJECT

public:
    RoomTab(Workbench &workbench, const QString &tableName, QWidget *parent);

    virtual QString title() const = 0;
    virtual void retranslate() = 0;
    /// Shows what was read; null: forgets it.
    void setRoom(std::shared_ptr<const usecases::RoomView> room);
    RecordTable *table() const { return m_table; }
    RecordView *view() const { return m_view; }

Q_SIGNALS:
    void said(gatehouse::admin::Tone tone, const QString &sentence);

protected:
    virtual void refresh(const usecases::RoomView &room) = 0;
    /// Enables what the person may do with the chosen row; called through settleDeeds().
    virtual void enableDeeds() = 0;
    /// Words for a refusal of this list; empty: those of the finding, or the general sentence.
    virtual QString refusal(const Error &) const { return {}; }

    QPushButton *addDeed(const QString &objectName, const char *role, std::function<void()> deed);
    const usecases::RoomView *room() const { return m_room.get(); }
    domain::StaffId me() const;
    bool decides() const { return m_room && domain::isDeciding(m_room->capacities); }
    /// The zone's lead, or a manager.
    bool leads() const;
    /// Active members of staff, or those who may escort now.
    std::vector<domain::Staff> people(bool escortsOnly) const;

    /// `deed`: Result<void>(const Workplace &, const StaffSession &, const ZoneId &); `done` is said when it is done.
    template <typename Deed>
    void act(Deed deed, const QString &done, KeptDialog *form = nullptr)
    {
        m_workbench.act(
            this,
            [deed, zone = m_room ? m_room->zone : domain::ZoneId()](Seat &seat) -> Result<void> {
                GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
                return deed(seat.workplace(), *session, zone);
            },
            [this, done, form = QPointer<KeptDialog>(form)](const Result<void> &result) {
                settle(result ? std::nullopt : std::optional<Error>(result.error()), done, form);
            });
    }

    Workbench &m_workbench;
    RecordTable *m_table;
    RecordView *m_view;

private:
    /// Where there is a form, it closes or says why not.
    void settle(const std::optional<Error> &error, const QString &done, KeptDialog *form);
    /// A button that was just pressed and is disabled hands the focus to the list, never to the button beside it.
    void settleDeeds();

    std::shared_ptr<const usecases::RoomView> m_room;
    QHBoxLayout *m_foot;
};

} // namespace gatehouse::admin
