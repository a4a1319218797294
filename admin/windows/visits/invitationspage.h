// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordtable.h"
#include "usecases/invitations.h"
#include "windows/parts/page.h"

#include <QPushButton>

namespace gatehouse::admin
{

class InvitationDialog;
class PaperDesk;
class RecordView;

/// Invitations: who may come, for whom and when (R1: permission ahead; the guard's check stays). A guard or manager sees all,
/// anybody else those that they made or host. Whoever made one can show and print its code again.
class InvitationsPage : public Page
{
    Q_OBJECT

public:
    InvitationsPage(Workbench &workbench, AppSettings &settings, PaperDesk &paper, QWidget *parent = nullptr);

    QString title() const override;
    void start() override;
    void wipe() override;
    void retranslate() override;
    void focusFirst() override;
    RecordTable *table() const { return m_table; }
    void create(InvitationDialog *dialog);

private:
    void reload();
    void show(const std::vector<usecases::InvitationRow> &rows);
    void judge();
    void askCreate();
    void showSlip();
    void openSlip(const domain::Invitation &invitation, const QString &token);
    void askRevoke();
    void revoke(const domain::InvitationId &id);
    const usecases::InvitationRow *selected() const;

    PaperDesk &m_paper;
    RecordTable *m_table;
    RecordView *m_view;
    std::vector<usecases::InvitationRow> m_rows;
    QPushButton *m_create;
    QPushButton *m_slip;
    QPushButton *m_revoke;
};

} // namespace gatehouse::admin
