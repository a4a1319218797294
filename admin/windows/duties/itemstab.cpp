// SPDX-License-Identifier: GPL-3.0-or-later
#include "itemstab.h"

#include "domain/ledgerentry.h"
#include "presentation/roomwords.h"
#include "presentation/words.h"
#include "usecases/staffbadges.h"

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;
using namespace presentation;

namespace
{
const QString itemKey = u"item:"_s;
const QString passKey = u"pass:"_s;
const QString depositKey = u"deposit:"_s;

template <typename Values, typename IdType>
auto findIn(const Values &values, const IdType &id) -> decltype(values.data())
{
    const auto found = std::find_if(values.begin(), values.end(), [&](const auto &value) { return value.id == id; });
    return found == values.end() ? nullptr : &*found;
}
} // namespace

ItemsTab::ItemsTab(Workbench &workbench, QWidget *parent) : DutyTab(workbench, u"itemTable"_s, parent)
{
    setObjectName(u"itemsTab"_s);
    m_refuse = addButton(u"refusePass"_s, "danger", [this] { decide(false); });
    m_approve = addButton(u"approvePass"_s, nullptr, [this] { decide(true); });
    m_leave = addButton(u"leavePass"_s, nullptr, [this] { askLeave(); });
    m_check = addButton(u"virusCheck"_s, nullptr, [this] { askCheck(); });
    m_lost = addButton(u"loseItem"_s, "danger", [this] { askLost(); });
    m_back = addButton(u"takeBack"_s, nullptr, [this] { takeBack(); });
    m_lend = addButton(u"lendItem"_s, nullptr, [this] { askLend(); });
    m_undeclared = addButton(u"reportUndeclared"_s, nullptr, [this] { askUndeclared(); });
    m_lostBadge = addButton(u"loseStaffBadge"_s, nullptr, [this] { askLostBadge(); });
    m_pass = addButton(u"requestPass"_s, nullptr, [this] { askPass(); });
    m_add = addButton(u"addItem"_s, "primary", [this] { askAdd(); });
    retranslate();
}

QString ItemsTab::title() const
{
    return tr("Media, keys, passes");
}

void ItemsTab::reload()
{
    if (!m_workbench.isWorking())
        return;
    using Answer = std::pair<usecases::ItemsView, std::vector<usecases::VisitRow>>;
    m_workbench.ask(
        this,
        [](Seat &seat) -> Result<Answer> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            Answer answer;
            GATEHOUSE_TRY_ASSIGN(answer.first, usecases::itemsView(seat.workplace(), *session));
            // The register is for all who have a duty; who is on site, for guards and managers.
            answer.second =
                usecases::visitsOnSite(seat.workplace(), *session, seat.cards()).value_or(std::vector<usecases::VisitRow>());
            return answer;
        },
        [this](Result<Answer> answer) {
            if (!answer || !m_workbench.isWorking())
                return;
            std::tie(m_items, m_visitors) = std::move(*answer);
            refresh();
        });
}

void ItemsTab::wipe()
{
    m_items = {};
    m_visitors.clear();
    DutyTab::wipe();
}

Cell ItemsTab::stateOf(const Registered &item) const
{
    if (item.lost)
        return {tr("lost"), Tone::Bad};
    if (!item.loan)
        return {tr("here"), Tone::Good};
    if (item.check && !item.check->clean)
        return {tr("virus found"), Tone::Bad};
    if (item.isOverdue(m_workbench.now()))
        return {tr("overdue"), Tone::Bad};
    return {item.loan->takenOut ? tr("taken out") : tr("lent"), Tone::Warn};
}

void ItemsTab::refresh()
{
    const QDateTime now = m_workbench.now();
    std::vector<RecordTable::Row> rows;
    int urgent = 0;
    int out = 0;
    for (const Deposit &deposit : m_items.deposits) {
        urgent += deposit.leftBehind ? 1 : 0;
        rows.push_back(
            {depositKey + deposit.visit.text() + deposit.kind,
             {Cell{tr("Deposit %1").arg(deposit.tag), std::nullopt, false, true, false}, Cell{Texts::itemKind(deposit.kind)},
              Cell{tr("guard desk")}, Cell{tr("a visitor")}, Cell{Texts::shortTime(deposit.at, now)}, Cell{},
              deposit.leftBehind ? Cell{tr("left behind"), Tone::Bad} : Cell{tr("in keeping"), Tone::Neutral}}});
    }
    for (const MaterialPass &pass : m_items.passes) {
        const Tone tone = pass.state == MaterialPass::State::Left      ? Tone::Good
                          : pass.state == MaterialPass::State::Refused ? Tone::Neutral
                                                                       : Tone::Warn;
        rows.push_back({passSubject(pass.id),
                        {Cell{tr("Pass: %1").arg(passItemText(pass.what)), std::nullopt, false, true, false}, Cell{pass.serial},
                         Cell{zoneName(pass.zone)}, Cell{subjectName(pass.taker)}, Cell{Texts::shortTime(pass.at, now)},
                         Cell{tr("owner: %1").arg(staffName(pass.owner))}, Cell{passStateText(pass.state), tone}}});
    }
    for (const Registered &item : m_items.registered) {
        out += item.isOut() ? 1 : 0;
        urgent += item.isOverdue(now) ? 1 : 0;
        const QString check = !item.isOut() || item.kind != RegisteredKind::Medium ? QString()
                              : !item.check                                        ? tr("virus check before it comes back")
                                            : tr("checked by %1 with %2").arg(staffName(item.check->by), item.check->tool);
        rows.push_back({registeredSubject(item.id),
                        {Cell{registeredKindText(item.kind), std::nullopt, false, true, false}, Cell{item.label},
                         Cell{zoneName(item.zone)}, Cell{item.loan ? subjectName(item.loan->to) : u"—"_s},
                         Cell{item.loan ? Texts::shortTime(item.loan->until, now) : u"—"_s}, Cell{check}, stateOf(item)}});
    }
    m_table->setRows(std::move(rows));
    m_view->setStretches({3, 2, 2, 2, 0, 3, 0});
    setSummary(out == 0 ? tr("Nothing is out.") : tr("%n out", nullptr, out));
    setUrgent(urgent);
    selectionChanged();
}

const Registered *ItemsTab::item() const
{
    const QString key = m_view->selectedKey();
    return key.startsWith(itemKey) ? findIn(m_items.registered, RegisteredId::fromText(key.mid(itemKey.size()))) : nullptr;
}

const MaterialPass *ItemsTab::pass() const
{
    const QString key = m_view->selectedKey();
    return key.startsWith(passKey) ? findIn(m_items.passes, MaterialPassId::fromText(key.mid(passKey.size()))) : nullptr;
}

void ItemsTab::selectionChanged()
{
    const Registered *thing = item();
    const MaterialPass *paper = pass();
    m_lend->setVisible(thing && !thing->loan && !thing->lost);
    m_back->setVisible(thing && thing->isOut());
    m_lost->setVisible(thing && !thing->lost);
    m_check->setVisible(thing && thing->isOut() && thing->kind == RegisteredKind::Medium);
    const bool mine = paper && paper->state == MaterialPass::State::Requested && m_workbench.person() &&
                      m_workbench.person()->staff.id == paper->owner;
    m_approve->setVisible(mine);
    m_refuse->setVisible(mine);
    m_leave->setVisible(paper && paper->state == MaterialPass::State::Approved && m_workbench.has(Role::Guard));
}

void ItemsTab::askAdd()
{
    auto *form = new FormDialog(u"addItemDialog"_s, tr("Add to the register"), {}, tr("Sign"), this);
    form->addChoice(u"itemKind"_s, tr("What"),
                    {{u"medium"_s, registeredKindText(RegisteredKind::Medium)},
                     {u"key"_s, registeredKindText(RegisteredKind::Key)},
                     {u"device"_s, registeredKindText(RegisteredKind::Device)}});
    form->addLine(u"itemLabel"_s, tr("Label on it"));
    form->addChoice(u"itemZone"_s, tr("Belongs to"), zoneChoices());
    form->ask([this](FormDialog &filled) {
        const RegisteredKind kind = registeredKindFromName(filled.choice(u"itemKind"_s)).value_or(RegisteredKind::Medium);
        const QString label = filled.text(u"itemLabel"_s);
        const ZoneId zone{filled.choice(u"itemZone"_s)};
        act(
            [kind, label, zone](const usecases::Workplace &workplace, const usecases::StaffSession &session) {
                return usecases::addRegistered(workplace, session, kind, label, zone);
            },
            tr("%1 is in the register.").arg(label), &filled);
    });
}

void ItemsTab::askLend()
{
    const Registered *thing = item();
    if (!thing)
        return;
    auto *form = new FormDialog(u"lendDialog"_s, tr("Lend %1").arg(thing->label), {}, tr("Sign"), this);
    form->addChoice(u"lendTo"_s, tr("To"), takers());
    form->addTime(u"lendUntil"_s, tr("Back by"), m_workbench.now().addDays(1));
    form->addCheck(u"lendOut"_s, tr("Leaves the premises"));
    form->ask([this, id = thing->id](FormDialog &filled) {
        const QString to = filled.choice(u"lendTo"_s);
        const QDateTime until = filled.time(u"lendUntil"_s);
        const bool out = filled.checked(u"lendOut"_s);
        act(
            [id, to, until, out](const usecases::Workplace &workplace, const usecases::StaffSession &session) {
                return usecases::lendRegistered(workplace, session, id, to, until, out);
            },
            tr("Lent."), &filled);
    });
}

void ItemsTab::askCheck()
{
    const Registered *thing = item();
    if (!thing)
        return;
    auto *form =
        new FormDialog(u"virusDialog"_s, tr("Virus check of %1").arg(thing->label),
                       tr("You sign that you checked it. Without a clean check it does not come back."), tr("Sign"), this);
    form->addLine(u"virusTool"_s, tr("Scanner and version"));
    form->addChoice(u"virusResult"_s, tr("Result"),
                    {{u"clean"_s, tr("clean")}, {u"found"_s, tr("something was found: opens an incident")}});
    form->ask([this, id = thing->id](FormDialog &filled) {
        const QString tool = filled.text(u"virusTool"_s);
        const bool clean = filled.choice(u"virusResult"_s) == u"clean";
        act(
            [id, tool, clean](const usecases::Workplace &workplace, const usecases::StaffSession &session) {
                return usecases::recordVirusCheck(workplace, session, id, tool, clean);
            },
            tr("The check is noted."), &filled);
    });
}

void ItemsTab::takeBack()
{
    const Registered *thing = item();
    if (!thing)
        return;
    act([id = thing->id](const usecases::Workplace &workplace,
                         const usecases::StaffSession &session) { return usecases::returnRegistered(workplace, session, id); },
        tr("%1 is back.").arg(thing->label));
}

void ItemsTab::askPass()
{
    auto *form = new FormDialog(u"passDialog"_s, tr("Material pass"),
                                tr("What leaves needs its owner's approval; the guard compares the serial at the door."),
                                tr("Ask"), this);
    QList<FormDialog::Choice> kinds;
    for (const QString &what : passItems())
        kinds.append({what, passItemText(what)});
    form->addChoice(u"passWhat"_s, tr("What"), kinds);
    form->addLine(u"passSerial"_s, tr("Serial, or number of sheets"));
    form->addChoice(u"passZone"_s, tr("From"), zoneChoices());
    form->addChoice(u"passOwner"_s, tr("Owner"), staffChoices());
    form->addChoice(u"passTaker"_s, tr("Taken by"), takers());
    form->addText(u"passText"_s, tr("Why"));
    form->ask([this](FormDialog &filled) {
        const usecases::NewPass asked{filled.choice(u"passWhat"_s),         filled.text(u"passSerial"_s),
                                      ZoneId{filled.choice(u"passZone"_s)}, StaffId::fromText(filled.choice(u"passOwner"_s)),
                                      filled.choice(u"passTaker"_s),        filled.text(u"passText"_s)};
        act([asked](const usecases::Workplace &workplace,
                    const usecases::StaffSession &session) { return usecases::requestPass(workplace, session, asked); },
            tr("Asked: the owner decides."), &filled);
    });
}

QList<FormDialog::Choice> ItemsTab::takers() const
{
    QList<FormDialog::Choice> people = staffChoices(true);
    for (const usecases::VisitRow &row : m_visitors)
        people.append({visitSubject(row.visit.id), u"%1  %2"_s.arg(visitLabel(row.visit.number), row.name)});
    return people;
}

void ItemsTab::askUndeclared()
{
    auto *form =
        new FormDialog(u"undeclaredDialog"_s, tr("Found something undeclared"),
                       tr("It is secured first, and the visitor is asked afterwards. An incident opens."), tr("Report"), this);
    QList<FormDialog::Choice> people;
    for (const usecases::VisitRow &row : m_visitors)
        people.append({row.visit.id.text(), u"%1  %2"_s.arg(visitLabel(row.visit.number), row.name)});
    QList<FormDialog::Choice> kinds;
    for (const QString &kind : itemKinds())
        kinds.append({kind, Texts::itemKind(kind)});
    form->addChoice(u"undeclaredVisitor"_s, tr("With whom"), people);
    form->addChoice(u"undeclaredKind"_s, tr("What"), kinds);
    form->addText(u"undeclaredText"_s, tr("Where it was found"));
    form->ask([this](FormDialog &filled) {
        const VisitId visit = VisitId::fromText(filled.choice(u"undeclaredVisitor"_s));
        const QString kind = filled.choice(u"undeclaredKind"_s);
        const QString text = filled.text(u"undeclaredText"_s);
        act(
            [visit, kind, text](const usecases::Workplace &workplace, const usecases::StaffSession &session) {
                return usecases::reportUndeclared(workplace, session, visit, kind, text);
            },
            tr("The incident is open."), &filled);
    });
}

void ItemsTab::askLost()
{
    const Registered *thing = item();
    if (!thing)
        return;
    auto *form = new FormDialog(u"loseDialog"_s, tr("%1 is lost").arg(thing->label),
                                tr("It stays in the register as lost, and an incident opens."), tr("Sign"), this);
    form->ask([this, id = thing->id](FormDialog &filled) {
        act([id](const usecases::Workplace &workplace,
                 const usecases::StaffSession &session) { return usecases::loseRegistered(workplace, session, id); },
            tr("The incident is open."), &filled);
    });
}

void ItemsTab::askLostBadge()
{
    auto *form =
        new FormDialog(u"lostBadgeDialog"_s, tr("A staff badge is lost"),
                       tr("It is dead at every door at once, and an incident opens. A manager prints a new one under Staff."),
                       tr("Sign"), this);
    form->addChoice(u"lostBadgeOf"_s, tr("Whose"), staffChoices());
    form->ask([this](FormDialog &filled) {
        const StaffId who = StaffId::fromText(filled.choice(u"lostBadgeOf"_s));
        act([who](const usecases::Workplace &workplace,
                  const usecases::StaffSession &session) { return usecases::loseStaffBadge(workplace, session, who); },
            tr("The badge of %1 is dead.").arg(staffName(who)), &filled);
    });
}

void ItemsTab::decide(bool approved)
{
    const MaterialPass *paper = pass();
    if (!paper)
        return;
    act(
        [id = paper->id, approved](const usecases::Workplace &workplace, const usecases::StaffSession &session) {
            return usecases::decidePass(workplace, session, id, approved);
        },
        tr("Signed."));
}

void ItemsTab::askLeave()
{
    const MaterialPass *paper = pass();
    if (!paper)
        return;
    auto *form = new FormDialog(u"leaveDialog"_s, tr("Compare at the door"), tr("Read the serial from the thing itself."),
                                tr("Let it leave"), this);
    form->addLine(u"leaveSerial"_s, tr("Serial on the thing"));
    form->ask([this, id = paper->id](FormDialog &filled) {
        const QString serial = filled.text(u"leaveSerial"_s);
        act(
            [id, serial](const usecases::Workplace &workplace, const usecases::StaffSession &session) {
                return usecases::letPassLeave(workplace, session, id, serial);
            },
            tr("It may leave."), &filled);
    });
}

QString ItemsTab::refusal(const Error &error) const
{
    if (error.code == ErrorCode::Blocked && error.detail == virusCheckMissing)
        return tr("First the virus check, with who did it and which scanner.");
    if (error.code == ErrorCode::Blocked && error.detail == virusFound)
        return tr("A virus was found: it stays out until a check is clean.");
    if (error.code == ErrorCode::Blocked && error.detail == usecases::otherSerial)
        return tr("This is another thing than the one approved: it stays here. An incident is open.");
    if (error.code == ErrorCode::NotFound && error.detail == usecases::noStaffBadge)
        return tr("This person has no badge that works.");
    return {};
}

void ItemsTab::retranslate()
{
    m_table->setColumns(
        {tr("What"), tr("Label or serial"), tr("Belongs to"), tr("With"), tr("Until"), tr("To know"), tr("State")});
    m_view->setAccessibleName(tr("Media, keys, passes"));
    m_view->setEmptyText(tr("Nothing is registered yet: media, keys and things that leave the room."));
    m_add->setText(tr("Add to the register…"));
    m_pass->setText(tr("Material pass"));
    m_lend->setText(tr("Lend"));
    m_back->setText(tr("Take back"));
    m_lost->setText(tr("Lost…"));
    m_undeclared->setText(tr("Found undeclared…"));
    m_lostBadge->setText(tr("Staff badge lost…"));
    m_check->setText(tr("Virus check"));
    m_approve->setText(tr("Approve the pass"));
    m_refuse->setText(tr("Refuse the pass"));
    m_leave->setText(tr("Compare at the door"));
    refresh();
}

} // namespace gatehouse::admin
