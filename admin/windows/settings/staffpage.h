// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordtable.h"
#include "usecases/roomitems.h"
#include "windows/parts/page.h"

#include <QLabel>
#include <QPushButton>

namespace gatehouse::admin
{

class KeptDialog;
class PaperDesk;
class RecordView;
class StaffDialog;

/// For managers: who is on the staff with which roles; a new person is certified and gets a one-time code, shown once
/// and renewed where it was lost; a leaver
/// hands everything back by a checklist (R21), with which the account ends.
class StaffPage : public Page
{
    Q_OBJECT

public:
    StaffPage(Workbench &workbench, AppSettings &settings, QWidget *parent = nullptr);

    QString title() const override;
    void start() override;
    void wipe() override;
    void retranslate() override;
    void focusFirst() override;
    RecordTable *table() const { return m_table; }
    /// Another code for who has lost the first; that one is dead.
    void renewCode(const domain::StaffId &id);

private:
    void refresh();
    void askInvite();
    void invite(StaffDialog *dialog);
    void askEnd();
    void showLeaving(const domain::StaffId &id, const usecases::ItemsView &items);
    void leave(const usecases::Leaving &leaving, const QString &name, KeptDialog &form);
    void showCode(const QString &who, const QString &code);

    RecordTable *m_table;
    RecordView *m_view;
    PaperDesk *m_paper;
    QPushButton *m_badge;
    QPushButton *m_code;
    QPushButton *m_invite;
    QPushButton *m_end;
};

} // namespace gatehouse::admin
