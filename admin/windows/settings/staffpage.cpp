// SPDX-License-Identifier: GPL-3.0-or-later
#include "staffpage.h"

#include "codedialog.h"
#include "paperdesk.h"
#include "presentation/roomwords.h"
#include "staffdialog.h"
#include "usecases/onetimecodes.h"
#include "windows/parts/formdialog.h"
#include "windows/parts/recordview.h"
#include "windows/parts/widgets.h"

#include <QHBoxLayout>

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;
using namespace presentation;

namespace
{
QStringList returnedOf(const FormDialog &form)
{
    QStringList codes;
    for (const QString &code : leavingCodes()) {
        if (form.checked(u"returned-"_s + code))
            codes << code;
    }
    return codes;
}

/// Names are signed nowhere, numbers and roles are: whose code is shown and whose account ends is said by all three.
template <typename Person>
QString inFull(const Person &person)
{
    return person.roles.empty() ? StaffPage::tr("%1 (%2)").arg(person.name, person.number)
                                : StaffPage::tr("%1 (%2: %3)").arg(person.name, person.number, Texts::roles(person.roles));
}

QString inFull(const SiteDirectory &directory, const StaffId &id)
{
    const auto found =
        std::find_if(directory.staff.begin(), directory.staff.end(), [&](const Staff &staff) { return staff.id == id; });
    return found == directory.staff.end() ? QString() : inFull(*found);
}
} // namespace

StaffPage::StaffPage(Workbench &workbench, AppSettings &settings, QWidget *parent)
    : Page(workbench, settings, parent), m_table(new RecordTable(this))
{
    setObjectName(u"staffPage"_s);
    m_view = new RecordView(m_table, RecordView::Scrolling, this);
    m_view->setObjectName(u"staffTable"_s);
    m_paper = new PaperDesk(m_workbench, m_settings, this);
    connect(m_paper, &PaperDesk::said, this, &StaffPage::said);
    m_badge = makeButton(this, u"staffBadge"_s);
    m_code = makeButton(this, u"renewCode"_s);
    m_invite = makeButton(this, u"inviteStaff"_s, "primary");
    m_end = makeButton(this, u"endStaff"_s, "danger");
    auto *head = new QHBoxLayout;
    head->setContentsMargins(22, 12, 22, 10);
    head->setSpacing(12);
    head->addStretch(1);
    head->addWidget(m_badge);
    head->addWidget(m_code);
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
    connect(m_badge, &QPushButton::clicked, this,
            [this] { m_paper->printStaffBadge(StaffId::fromText(m_view->selectedKey())); });
    connect(m_code, &QPushButton::clicked, this, [this] { renewCode(StaffId::fromText(m_view->selectedKey())); });
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
        const Tone tone = staff.state == StaffState::Active    ? Tone::Good
                          : staff.state == StaffState::Invited ? Tone::Warn
                                                               : Tone::Neutral;
        rows.push_back(
            {staff.id.text(),
             {Cell{staff.number}, Cell{staff.name, std::nullopt, false, true, false}, Cell{Texts::grade(staff.grade)},
              Cell{Texts::roles(staff.roles)}, Cell{staff.agreementDate ? staff.agreementDate->toString(Qt::ISODate) : u"—"_s},
              m_workbench.directory().uncertified.contains(staff.number)
                  ? Cell{tr("record not certified"), Tone::Bad, false, false, false}
                  : Cell{Texts::staffState(staff.state), tone, false, false, false}}});
    }
    m_table->setRows(std::move(rows));
    m_view->setStretches({0, 3, 0, 3, 0, 0});
    const StaffId chosen = StaffId::fromText(m_view->selectedKey());
    const bool self = m_workbench.person() && m_workbench.person()->staff.id == chosen;
    m_end->setEnabled(!chosen.isNull() && !self);
    const auto &staff = m_workbench.directory().staff;
    const auto is = [&](StaffState state) {
        return std::any_of(staff.begin(), staff.end(),
                           [&](const Staff &one) { return one.id == chosen && one.state == state; });
    };
    m_badge->setEnabled(is(StaffState::Active));
    const bool certified = std::none_of(staff.begin(), staff.end(), [&](const Staff &one) {
        return one.id == chosen && m_workbench.directory().uncertified.contains(one.number);
    });
    m_code->setEnabled(is(StaffState::Invited) && certified);
}

void StaffPage::askInvite()
{
    auto *dialog = new StaffDialog(m_workbench.now().toLocalTime().date(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &KeptDialog::submitted, this, [this, dialog] { invite(dialog); });
    dialog->open();
}

void StaffPage::invite(StaffDialog *dialog)
{
    const usecases::NewStaff staff = dialog->staff();
    m_workbench.act(
        dialog,
        [staff](Seat &seat) -> Result<usecases::StaffInvited> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::inviteStaff(seat.workplace(), *session, staff);
        },
        [this, dialog, staff](const Result<usecases::StaffInvited> &invited) {
            if (!invited) {
                dialog->answered(invited.error().code == ErrorCode::Conflict
                                     ? tr("This staff number belongs, or belonged, to somebody.")
                                     : Texts::refusal(invited.error(), m_workbench.directory()));
                return;
            }
            dialog->answered({});
            if (invited->code.isEmpty())
                Q_EMIT said(Tone::Good, tr("%1 may now be named as host.").arg(staff.name));
            else
                showCode(inFull(staff), invited->code);
        });
}

void StaffPage::renewCode(const StaffId &id)
{
    m_workbench.act(
        this,
        [id](Seat &seat) -> Result<QString> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::renewCode(seat.workplace(), *session, id);
        },
        [this, name = inFull(m_workbench.directory(), id)](const Result<QString> &code) {
            if (code)
                showCode(name, *code);
            else
                Q_EMIT said(Tone::Bad, code.error().code == ErrorCode::Conflict
                                           ? tr("%1 has an own password by now, or has left: no code is given.").arg(name)
                                           : Texts::error(code.error()));
        });
}

void StaffPage::showCode(const QString &who, const QString &code)
{
    auto *box = new CodeDialog(who, code, m_workbench.now().addDays(usecases::codeDays), this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void StaffPage::askEnd()
{
    const StaffId id = StaffId::fromText(m_view->selectedKey());
    m_workbench.ask(
        this,
        [](Seat &seat) -> Result<usecases::ItemsView> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::itemsView(seat.workplace(), *session);
        },
        [this, id](const Result<usecases::ItemsView> &items) {
            if (items)
                showLeaving(id, *items);
            else
                Q_EMIT said(Tone::Bad, Texts::error(items.error()));
        });
}

void StaffPage::showLeaving(const StaffId &id, const usecases::ItemsView &items)
{
    const QString name = inFull(m_workbench.directory(), id);
    QStringList out;
    for (const Registered &item : items.registered) {
        if (item.loan && item.loan->to == staffSubject(id))
            out << tr("%1 %2").arg(registeredKindText(item.kind), item.label);
    }
    QString intro =
        tr("Tick what was handed back. Account, roles, duties and badge end in this act, and the number is never given again.");
    intro += u"\n"_s + tr("What is missing opens an incident.");
    if (!out.isEmpty())
        intro += u"\n"_s + tr("Still out with this person: %1.").arg(out.join(tr(", ")));
    auto *form = new FormDialog(u"leavingDialog"_s, tr("%1 leaves").arg(name), intro, tr("Sign and end the account"), this);
    for (const QString &code : leavingCodes())
        form->addCheck(u"returned-"_s + code, leavingText(code));
    form->addText(u"leavingMissing"_s, tr("Missing, in words"));
    form->require([nothingOut = out.isEmpty()](const FormDialog &filled) {
        return !filled.text(u"leavingMissing"_s).isEmpty() ||
               (nothingOut && returnedOf(filled).size() == leavingCodes().size());
    });
    form->ask([this, id, name](FormDialog &filled) {
        leave({id, returnedOf(filled), filled.text(u"leavingMissing"_s)}, name, filled);
    });
}

void StaffPage::leave(const usecases::Leaving &leaving, const QString &name, KeptDialog &form)
{
    m_workbench.act(
        this,
        [leaving](Seat &seat) -> Result<void> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::completeLeaving(seat.workplace(), *session, leaving);
        },
        [this, name, form = QPointer<KeptDialog>(&form)](const Result<void> &answer) {
            QString refusal;
            if (!answer)
                refusal = answer.error().code == ErrorCode::Blocked
                              ? tr("Something is neither handed back nor named as missing.")
                              : Texts::error(answer.error());
            if (form)
                form->answered(refusal);
            if (answer)
                Q_EMIT said(Tone::Good, tr("The account of %1 has ended.").arg(name));
        });
}

void StaffPage::retranslate()
{
    m_table->setColumns({tr("Staff number"), tr("Name"), tr("Grade"), tr("Roles"), tr("Agreement signed"), tr("State")});
    m_view->setAccessibleName(tr("Staff"));
    m_invite->setText(tr("Invite a person"));
    m_code->setText(tr("New one-time code"));
    m_badge->setText(tr("Print a staff badge"));
    m_end->setText(tr("Person leaves…"));
    refresh();
}

} // namespace gatehouse::admin
