// SPDX-License-Identifier: GPL-3.0-or-later
#include "invitationspage.h"

#include "invitationdialog.h"
#include "invitationslip.h"
#include "windows/parts/recordview.h"
#include "windows/parts/widgets.h"

#include <QHBoxLayout>

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

InvitationsPage::InvitationsPage(Workbench &workbench, AppSettings &settings, PaperDesk &paper, QWidget *parent)
    : Page(workbench, settings, parent), m_paper(paper), m_table(new RecordTable(this))
{
    setObjectName(u"invitationsPage"_s);
    m_view = new RecordView(m_table, RecordView::Scrolling, this);
    m_view->setObjectName(u"invitationsTable"_s);
    m_create = makeButton(this, u"newInvitation"_s, "primary");
    m_slip = makeButton(this, u"showInvitation"_s);
    m_revoke = makeButton(this, u"revokeInvitation"_s, "danger");
    auto *head = new QHBoxLayout;
    head->setContentsMargins(22, 12, 22, 10);
    head->setSpacing(12);
    head->addStretch(1);
    for (QPushButton *button : {m_revoke, m_slip, m_create})
        head->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_view, 1);
    connect(&m_workbench, &Workbench::changed, this, &InvitationsPage::reload);
    connect(&m_workbench, &Workbench::directoryChanged, this, &InvitationsPage::reload);
    connect(m_view, &RecordView::keySelected, this, &InvitationsPage::judge);
    connect(m_view, &RecordView::keyActivated, this, &InvitationsPage::showSlip);
    connect(m_create, &QPushButton::clicked, this, &InvitationsPage::askCreate);
    connect(m_slip, &QPushButton::clicked, this, &InvitationsPage::showSlip);
    connect(m_revoke, &QPushButton::clicked, this, &InvitationsPage::askRevoke);
    retranslate();
}

QString InvitationsPage::title() const
{
    return tr("Invitations");
}

void InvitationsPage::start()
{
    reload();
}

void InvitationsPage::wipe()
{
    m_rows.clear();
    m_table->clear();
    judge();
}

void InvitationsPage::focusFirst()
{
    m_view->setFocus();
}

void InvitationsPage::reload()
{
    if (!m_workbench.isWorking())
        return;
    m_workbench.ask(
        this,
        [](Seat &seat) -> Result<std::vector<usecases::InvitationRow>> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::invitationList(seat.workplace(), *session);
        },
        [this](const Result<std::vector<usecases::InvitationRow>> &rows) {
            if (rows && m_workbench.isWorking())
                show(*rows);
        });
}

void InvitationsPage::show(const std::vector<usecases::InvitationRow> &rows)
{
    m_rows = rows;
    const SiteDirectory &site = m_workbench.directory();
    std::vector<RecordTable::Row> cells;
    for (const usecases::InvitationRow &row : rows) {
        const Invitation &one = row.invitation;
        const bool over = one.windowUntil < m_workbench.now();
        Cell state = one.revoked ? Cell{tr("revoked"), Tone::Bad, false, false, false}
                     : over      ? Cell{tr("over"), Tone::Neutral, false, false, false}
                                 : Cell{tr("open"), Tone::Good, false, false, false};
        cells.push_back({one.id.text(),
                         {Cell{row.hostName, std::nullopt, false, true, false}, Cell{Texts::purposeName(site, one.purpose)},
                          Cell{Texts::zoneNames(site, one.zones)}, Cell{Texts::dateTime(one.windowFrom)},
                          Cell{Texts::dateTime(one.windowUntil)}, Cell{row.createdByName}, std::move(state)}});
    }
    m_table->setRows(std::move(cells));
    m_view->setStretches({2, 2, 3, 0, 0, 2, 0});
    judge();
}

const usecases::InvitationRow *InvitationsPage::selected() const
{
    const InvitationId id = InvitationId::fromText(m_view->selectedKey());
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const auto &row) { return row.invitation.id == id; });
    return found == m_rows.end() ? nullptr : &*found;
}

void InvitationsPage::judge()
{
    const usecases::InvitationRow *row = selected();
    const bool over = row && row->invitation.windowUntil < m_workbench.now();
    m_slip->setEnabled(row && !row->token.isEmpty() && !over);
    m_slip->setToolTip(row && row->token.isEmpty()
                           ? tr("The code is signed by whoever made the invitation; only that person can show it.")
                           : QString());
    m_revoke->setEnabled(row && row->mayRevoke && !over);
}

void InvitationsPage::askCreate()
{
    auto *dialog = new InvitationDialog(m_workbench, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &KeptDialog::submitted, this, [this, dialog] { create(dialog); });
    dialog->open();
}

void InvitationsPage::create(InvitationDialog *dialog)
{
    m_workbench.act(
        dialog,
        [wanted = dialog->invitation()](Seat &seat) -> Result<usecases::InvitationMade> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::createInvitation(seat.workplace(), *session, wanted);
        },
        [this, dialog](const Result<usecases::InvitationMade> &made) {
            dialog->answered(made ? QString() : Texts::error(made.error()));
            if (made)
                openSlip(made->invitation, made->token);
        });
}

void InvitationsPage::showSlip()
{
    if (const usecases::InvitationRow *row = selected(); row && m_slip->isEnabled())
        openSlip(row->invitation, row->token);
}

void InvitationsPage::openSlip(const Invitation &invitation, const QString &token)
{
    const auto slip = InvitationSlipDialog::slipOf(invitation, token, m_workbench.directory());
    auto *dialog = new InvitationSlipDialog(m_workbench, m_settings, m_paper, slip, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void InvitationsPage::askRevoke()
{
    const usecases::InvitationRow *row = selected();
    if (!row)
        return;
    QPushButton *yes = askFirst(this, u"revokeDialog"_s, tr("Revoke an invitation"),
                                tr("Revoke the invitation for %1? Its code admits nobody from now on.").arg(row->hostName),
                                tr("Revoke the invitation"));
    yes->setObjectName(u"confirmRevoke"_s);
    connect(yes, &QPushButton::clicked, this, [this, id = row->invitation.id] { revoke(id); });
}

void InvitationsPage::revoke(const InvitationId &id)
{
    m_workbench.act(
        this,
        [id](Seat &seat) -> Result<void> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::revokeInvitation(seat.workplace(), *session, id);
        },
        [this](const Result<void> &answer) {
            if (answer)
                Q_EMIT said(Tone::Good, tr("The invitation is revoked."));
            else
                Q_EMIT said(Tone::Bad, Texts::error(answer.error()));
        });
}

void InvitationsPage::retranslate()
{
    m_table->setColumns({tr("Host"), tr("Purpose"), tr("Zones"), tr("From"), tr("Until"), tr("Made by"), tr("State")});
    m_view->setAccessibleName(tr("Invitations"));
    m_view->setEmptyText(tr("No invitations yet. Whoever is invited shows the code at the kiosk and has less to type."));
    m_create->setText(tr("Invite a visitor"));
    m_slip->setText(tr("Show the code"));
    m_revoke->setText(tr("Revoke the invitation"));
    if (!m_rows.empty())
        show(std::vector<usecases::InvitationRow>(m_rows));
    judge();
}

} // namespace gatehouse::admin
