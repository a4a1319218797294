// SPDX-License-Identifier: GPL-3.0-or-later
#include "staffpage.h"

#include "paperdesk.h"
#include "recordview.h"
#include "staffdialog.h"
#include "widgets.h"

#include <QHBoxLayout>
#include <QMessageBox>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

StaffPage::StaffPage(Workbench &workbench, AppSettings &settings, QWidget *parent)
    : Page(workbench, settings, parent), m_table(new RecordTable(this))
{
    setObjectName(u"staffPage"_s);
    m_view = new RecordView(m_table, RecordView::Scrolling, this);
    m_view->setObjectName(u"staffTable"_s);
    m_paper = new PaperDesk(m_workbench, m_settings, this);
    connect(m_paper, &PaperDesk::said, this, &StaffPage::said);
    m_badge = makeButton(this, u"staffBadge"_s);
    m_invite = makeButton(this, u"inviteStaff"_s, "primary");
    m_end = makeButton(this, u"endStaff"_s, "danger");
    auto *head = new QHBoxLayout;
    head->setContentsMargins(22, 12, 22, 10);
    head->setSpacing(12);
    head->addStretch(1);
    head->addWidget(m_badge);
    head->addWidget(m_end);
    head->addWidget(m_invite);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_view, 1);
    connect(&m_workbench, &Workbench::directoryChanged, this, &StaffPage::refresh);
    connect(m_view, &RecordView::keySelected, this, &StaffPage::refresh);
    connect(m_invite, &QPushButton::clicked, this, &StaffPage::askInvite);
    connect(m_badge, &QPushButton::clicked, this, [this] { m_paper->printStaffBadge(StaffId::fromText(m_view->selectedKey())); });
    connect(m_end, &QPushButton::clicked, this, &StaffPage::askEnd);
    retranslate();
}

QString StaffPage::title() const
{
    return tr("Staff");
}

void StaffPage::start()
{
    refresh();
}

void StaffPage::wipe()
{
    m_table->clear();
}

void StaffPage::focusFirst()
{
    m_view->setFocus();
}

void StaffPage::refresh()
{
    std::vector<RecordTable::Row> rows;
    for (const Staff &staff : m_workbench.directory().staff) {
        const Tone tone = staff.state == StaffState::Active ? Tone::Good : staff.state == StaffState::Invited ? Tone::Warn : Tone::Neutral;
        rows.push_back({staff.id.text(),
                        {Cell{staff.number}, Cell{staff.name, std::nullopt, false, true, false}, Cell{Texts::grade(staff.grade)},
                         Cell{Texts::roles(staff.roles)},
                         Cell{staff.agreementDate ? staff.agreementDate->toString(Qt::ISODate) : u"—"_s},
                         Cell{Texts::staffState(staff.state), tone, false, false, false}}});
    }
    m_table->setRows(std::move(rows));
    m_view->setStretches({0, 3, 0, 3, 0, 0});
    const StaffId chosen = StaffId::fromText(m_view->selectedKey());
    const bool self = m_workbench.person() && m_workbench.person()->staff.id == chosen;
    m_end->setEnabled(!chosen.isNull() && !self);
    const auto &staff = m_workbench.directory().staff;
    m_badge->setEnabled(std::any_of(staff.begin(), staff.end(), [&](const Staff &one) { return one.id == chosen && one.state == StaffState::Active; }));
}

void StaffPage::askInvite()
{
    auto *dialog = new StaffDialog(m_workbench.now().toLocalTime().date(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { invite(dialog->staff()); });
    dialog->open();
}

void StaffPage::invite(const usecases::NewStaff &staff)
{
    m_workbench.act(this, [staff](Seat &seat) -> Result<usecases::StaffInvited> {
        GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
        return usecases::inviteStaff(seat.workplace(), *session, staff);
    }, [this, name = staff.name](const Result<usecases::StaffInvited> &invited) {
        if (!invited) {
            Q_EMIT said(Tone::Bad, invited.error().code == ErrorCode::Conflict ? tr("This staff number belongs, or belonged, to somebody.")
                                                                               : Texts::error(invited.error()));
            return;
        }
        if (invited->code.isEmpty())
            Q_EMIT said(Tone::Good, tr("%1 may now be named as host.").arg(name));
        else
            showCode(name, invited->code);
    });
}

void StaffPage::showCode(const QString &who, const QString &code)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("One-time code"),
                                tr("The one-time code of %1. It is shown once; hand it over in person.").arg(who), QMessageBox::Ok, this);
    box->setObjectName(u"codeDialog"_s);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(code);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void StaffPage::askEnd()
{
    const StaffId id = StaffId::fromText(m_view->selectedKey());
    const QString name = m_workbench.directory().staffName(id);
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("End an account"),
                                tr("End the account of %1? Roles and keys end at once, and the number is never given again.").arg(name),
                                QMessageBox::Cancel, this);
    box->setTextFormat(Qt::PlainText);
    box->setObjectName(u"endDialog"_s);
    QPushButton *end = box->addButton(tr("End the account"), QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(end, &QPushButton::clicked, this, [this, id, name] {
        m_workbench.act(this, [id](Seat &seat) -> Result<void> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::endStaff(seat.workplace(), *session, id);
        }, [this, name](const Result<void> &answer) {
            if (answer)
                Q_EMIT said(Tone::Good, tr("The account of %1 has ended.").arg(name));
            else
                Q_EMIT said(Tone::Bad, Texts::error(answer.error()));
        });
    });
    box->open();
}

void StaffPage::retranslate()
{
    m_table->setColumns({tr("Staff number"), tr("Name"), tr("Grade"), tr("Roles"), tr("Agreement signed"), tr("State")});
    m_view->setAccessibleName(tr("Staff"));
    m_invite->setText(tr("Invite a person"));
    m_badge->setText(tr("Print a staff badge"));
    m_end->setText(tr("End the account"));
    refresh();
}

} // namespace gatehouse::admin
