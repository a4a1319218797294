// SPDX-License-Identifier: GPL-3.0-or-later
#include "roomdutiestab.h"

#include "models/roomrows.h"
#include "roomdialogs.h"
#include "usecases/duties.h"

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;
using usecases::StaffSession;
using usecases::Workplace;

namespace
{
const QList<Duty> &allDuties()
{
    static const QList<Duty> duties{Duty::Lead, Duty::Keeper, Duty::Supervisor, Duty::FireKeeper, Duty::Maintainer};
    return duties;
}
} // namespace

RoomDutiesTab::RoomDutiesTab(Workbench &workbench, QWidget *parent) : RoomTab(workbench, u"roomDuties"_s, parent)
{
    m_view->setStretches({3, 3, 1, 1});
    m_giveDuty = addDeed(u"roomGiveDuty"_s, "primary", [this] { giveDuty(); });
    m_authorise = addDeed(u"roomAuthorise"_s, nullptr, [this] { authorise(); });
    m_endDuty = addDeed(u"roomEndDuty"_s, "danger", [this] { endDuty(); });
}

QString RoomDutiesTab::title() const
{
    return tr("Duties");
}

void RoomDutiesTab::refresh(const usecases::RoomView &room)
{
    m_table->setRows(RoomRows::duties(room, m_workbench.directory()));
}

void RoomDutiesTab::enableDeeds()
{
    m_giveDuty->setEnabled(m_workbench.has(Role::Manager));
    m_authorise->setEnabled(leads());
    m_endDuty->setEnabled(!m_view->selectedKey().isEmpty() && leads());
}

void RoomDutiesTab::giveDuty()
{
    PersonDialog dialog(tr("Give a duty"), tr("Give"), this);
    dialog.setPeople(people(false));
    QList<std::pair<QString, QString>> duties;
    for (const Duty duty : allDuties())
        duties.append({dutyName(duty), RoomRows::duty(duty)});
    dialog.addChoice(tr("Duty"), duties);
    dialog.addCheck(tr("As deputy"));
    dialog.addUntil(m_workbench.now().toLocalTime().date().addYears(1));
    if (dialog.exec() != QDialog::Accepted)
        return;
    const usecases::DutyTerm chosen{
        dialog.person(), {}, dutyFromName(dialog.choice()).value_or(Duty::Keeper), dialog.checked(), dialog.until()};
    act(
        [chosen](const Workplace &at, const StaffSession &me, const ZoneId &room) {
            usecases::DutyTerm term = chosen;
            term.zone = room;
            return usecases::assignDuty(at, me, term);
        },
        tr("Duty given"));
}

void RoomDutiesTab::authorise()
{
    PersonDialog dialog(tr("Who may escort visitors?"), tr("Authorise"), this);
    std::vector<Staff> managerial = people(false); // R4
    std::erase_if(managerial, [](const Staff &person) { return person.grade != Grade::Managerial; });
    dialog.setPeople(managerial);
    dialog.addTraining(m_workbench.now().toLocalTime().date());
    dialog.addUntil(m_workbench.now().toLocalTime().date().addYears(1));
    if (dialog.exec() != QDialog::Accepted)
        return;
    act([who = dialog.person(), until = dialog.until(), training = dialog.training()](
            const Workplace &at, const StaffSession &me,
            const ZoneId &room) { return usecases::authoriseEscort(at, me, who, room, until, training); },
        tr("Authorised to escort"));
}

void RoomDutiesTab::endDuty()
{
    const QStringList key = m_view->selectedKey().split(u'|');
    if (key.size() < 3)
        return;
    const StaffId who = StaffId::fromText(key.at(1));
    const auto duty = dutyFromName(key.at(2));
    act(
        [who, duty](const Workplace &at, const StaffSession &me, const ZoneId &room) {
            return duty ? usecases::endDuty(at, me, who, room, *duty) : usecases::withdrawEscort(at, me, who, room);
        },
        tr("%1: ended").arg(m_workbench.directory().staffName(who)));
}

void RoomDutiesTab::retranslate()
{
    m_table->setColumns(RoomRows::dutyTitles());
    m_view->setAccessibleName(tr("Duties and authorisations"));
    m_view->setEmptyText(tr("No duties are given out yet."));
    m_giveDuty->setText(tr("Give a duty…"));
    m_authorise->setText(tr("Authorise an escort…"));
    m_endDuty->setText(tr("End"));
}

} // namespace gatehouse::admin
