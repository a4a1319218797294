// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appsettings.h"
#include "badges/sheets.h"
#include "paperdesk.h"

#include <QDialog>
#include <QLabel>

namespace gatehouse::admin
{

/// The slip of one invitation as it will be printed, with its code as text; prints it or saves it as a PDF file.
class InvitationSlipDialog : public QDialog
{
    Q_OBJECT

public:
    InvitationSlipDialog(Workbench &workbench, AppSettings &settings, PaperDesk &paper, const badges::InvitationSlip &slip,
                         QWidget *parent);

    /// The slip of an invitation in the site's words.
    static badges::InvitationSlip slipOf(const domain::Invitation &invitation, const QString &token, const SiteDirectory &site);

private:
    void buildButtons(class QVBoxLayout *layout);
    void draw();
    void print();
    void save();

    Workbench &m_workbench;
    AppSettings &m_settings;
    PaperDesk &m_paper;
    badges::InvitationSlip m_slip;
    QLabel *m_picture;
    QLabel *m_message;
};

} // namespace gatehouse::admin
