// SPDX-License-Identifier: GPL-3.0-or-later
#include "roomemergenciestab.h"

#include "emergencydialog.h"
#include "models/roomrows.h"
#include "usecases/emergencies.h"
#include "windows/parts/formdialog.h"
#include "windows/parts/widgets.h"

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;
using usecases::StaffSession;
using usecases::Workplace;

namespace
{
constexpr int mostMore = 100;

/// The escorted zone, also before the page has read it.
ZoneId proposedZone(const SiteDirectory &site)
{
    const auto escorted =
        std::find_if(site.zones.begin(), site.zones.end(), [](const Zone &zone) { return zone.escort != EscortRule::None; });
    return escorted == site.zones.end() ? ZoneId() : escorted->id;
}
} // namespace

RoomEmergenciesTab::RoomEmergenciesTab(Workbench &workbench, QWidget *parent) : RoomTab(workbench, u"roomEmergencies"_s, parent)
{
    m_view->setStretches({2, 2, 0, 0, 0, 2, 3, 0});
    m_admit = addDeed(u"emergencyAdmit"_s, "danger", [this] { admit(); });
    m_more = addDeed(u"emergencyMore"_s, nullptr, [this] { more(); });
    m_leave = addDeed(u"emergencyLeave"_s, nullptr, [this] { leave(); });
    m_identify = addDeed(u"emergencyIdentify"_s, nullptr, [this] { identify(); });
    m_confirm = addDeed(u"emergencyConfirm"_s, "primary", [this] { confirm(); });
}

QString RoomEmergenciesTab::title() const
{
    return tr("Emergency entry");
}

void RoomEmergenciesTab::refresh(const usecases::RoomView &room)
{
    m_table->setRows(RoomRows::emergencies(room, m_workbench.directory()));
}

const usecases::RoomEmergency *RoomEmergenciesTab::selected() const
{
    if (!room())
        return nullptr;
    const auto &all = room()->emergencies;
    const auto found = std::find_if(all.begin(), all.end(), [key = m_view->selectedKey()](const usecases::RoomEmergency &one) {
        return one.emergency.id == key;
    });
    return found == all.end() ? nullptr : &*found;
}

void RoomEmergenciesTab::enableDeeds()
{
    const usecases::RoomEmergency *one = selected();
    const bool desk = m_workbench.mayDecide();
    const bool open = one && !one->emergency.confirmedBy;
    m_admit->setEnabled(desk);
    m_more->setEnabled(desk && open);
    m_leave->setEnabled(desk && one && one->emergency.inside() > 0);
    m_identify->setEnabled(desk && one);
    m_confirm->setVisible(m_workbench.has(Role::Manager));
    m_confirm->setEnabled(open && one->emergency.by != me());
}

void RoomEmergenciesTab::admit()
{
    if (!m_workbench.isWorking() || !m_workbench.mayDecide())
        return;
    auto *dialog = new EmergencyDialog(m_workbench.directory().zones, proposedZone(m_workbench.directory()), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const ZoneId zone = dialog->zone();
        const QString kind = dialog->kind();
        const int heads = dialog->heads();
        act(
            [zone, kind, heads](const Workplace &at, const StaffSession &session, const ZoneId &) -> Result<void> {
                GATEHOUSE_TRY(usecases::enterEmergency(at, session, zone, kind, heads));
                return {};
            },
            tr("%1: %2. Let them in now.").arg(RoomRows::emergencyKind(kind)).arg(heads));
    });
    dialog->open();
}

void RoomEmergenciesTab::more()
{
    const usecases::RoomEmergency *one = selected();
    if (!one)
        return;
    auto *form = new FormDialog(u"emergencyMoreDialog"_s, tr("More of them come in"), {}, tr("Count them"), this);
    form->addNumber(u"moreHeads"_s, tr("How many"), 1, mostMore, 1);
    form->ask([this, id = one->emergency.id](FormDialog &filled) {
        act(
            [id, heads = filled.number(u"moreHeads"_s)](const Workplace &at, const StaffSession &session, const ZoneId &) {
                return usecases::joinEmergency(at, session, id, heads);
            },
            tr("Counted."), &filled);
    });
}

void RoomEmergenciesTab::leave()
{
    const usecases::RoomEmergency *one = selected();
    if (!one)
        return;
    const int inside = one->emergency.inside();
    auto *form = new FormDialog(u"emergencyLeaveDialog"_s, tr("They come out"), tr("Count heads again at the door."),
                                tr("Count them"), this);
    form->addNumber(u"leaveHeads"_s, tr("How many"), 1, qMax(1, inside), qMax(1, inside));
    form->ask([this, id = one->emergency.id](FormDialog &filled) {
        act(
            [id, heads = filled.number(u"leaveHeads"_s)](const Workplace &at, const StaffSession &session, const ZoneId &) {
                return usecases::leaveEmergency(at, session, id, heads);
            },
            tr("Counted."), &filled);
    });
}

void RoomEmergenciesTab::identify()
{
    const usecases::RoomEmergency *one = selected();
    if (!one)
        return;
    auto *form = new FormDialog(u"emergencyIdentifyDialog"_s, tr("Who they were"),
                                tr("Unit, names, vehicle, who called them. It is sealed; guards and managers read it."),
                                tr("Sign"), this);
    form->addText(u"identity"_s, tr("Who they were"), true);
    form->ask([this, id = one->emergency.id](FormDialog &filled) {
        act(
            [id, text = filled.text(u"identity"_s)](const Workplace &at, const StaffSession &session, const ZoneId &) {
                return usecases::identifyEmergency(at, session, id, text);
            },
            tr("Noted."), &filled);
    });
}

void RoomEmergenciesTab::confirm()
{
    const usecases::RoomEmergency *one = selected();
    if (!one)
        return;
    act([id = one->emergency.id](const Workplace &at, const StaffSession &session,
                                 const ZoneId &) { return usecases::confirmEmergency(at, session, id); },
        tr("Confirmed."));
}

QString RoomEmergenciesTab::refusal(const Error &error) const
{
    if (error.code == ErrorCode::Blocked && error.detail == usecases::headsDiffer)
        return tr("More would leave than came in: count again.");
    if (error.code == ErrorCode::Conflict && error.detail == usecases::emergencyConfirmed)
        return tr("A manager has confirmed it already: enter another emergency.");
    return {};
}

void RoomEmergenciesTab::setKey(const QKeySequence &key)
{
    m_key = key;
    m_admit->setText(withKey(tr("Emergency entry…"), m_key));
}

void RoomEmergenciesTab::retranslate()
{
    m_table->setColumns(RoomRows::emergencyTitles());
    m_view->setAccessibleName(tr("Emergency entries"));
    m_view->setEmptyText(tr("No emergency entries."));
    setKey(m_key);
    m_more->setText(tr("More come in…"));
    m_leave->setText(tr("They come out…"));
    m_identify->setText(tr("Who they were…"));
    m_confirm->setText(tr("Confirm"));
}

} // namespace gatehouse::admin
