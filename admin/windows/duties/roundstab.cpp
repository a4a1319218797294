// SPDX-License-Identifier: GPL-3.0-or-later
#include "roundstab.h"

#include "checklistdialog.h"
#include "presentation/roomwords.h"
#include "rounddialog.h"

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;
using namespace presentation;

namespace
{
constexpr int spotDays = 7;
constexpr int firstCheckDays = 30;
const QString roundKey = u"round:"_s;
const QString dueKey = u"due:"_s;
const QString deviceKey = u"device:"_s;
} // namespace

RoundsTab::RoundsTab(Workbench &workbench, QWidget *parent) : DutyTab(workbench, u"roundTable"_s, parent)
{
    setObjectName(u"roundsTab"_s);
    m_adopt = addButton(u"adoptChecklists"_s, nullptr, [this] {
        act([](const usecases::Workplace &workplace,
               const usecases::StaffSession &session) { return usecases::adoptDefaultChecklists(workplace, session); },
            tr("The checklists are signed."));
    });
    m_lists = addButton(u"editChecklist"_s, nullptr, [this] { askChecklist(); });
    m_supply = addButton(u"editSupply"_s, nullptr, [this] { askSupply(); });
    m_device = addButton(u"fireDevice"_s, nullptr, [this] { askDevice(); });
    m_training = addButton(u"fireTraining"_s, nullptr, [this] { askTraining(); });
    m_plan = addButton(u"planSpot"_s, nullptr, [this] { askPlan(); });
    m_go = addButton(u"openRound"_s, nullptr, [this] { openSelected(); });
    m_start = addButton(u"startRound"_s, "primary", [this] { askStart(); });
    connect(m_view, &RecordView::keyActivated, this, [this] { openSelected(); });
    retranslate();
}

QString RoundsTab::title() const
{
    return tr("Rounds");
}

void RoundsTab::reload()
{
    ask([](const usecases::Workplace &workplace,
           const usecases::StaffSession &session) { return usecases::roundsView(workplace, session); },
        [this](usecases::RoundsView rounds) {
            m_rounds = std::move(rounds);
            refresh();
        });
}

void RoundsTab::wipe()
{
    m_rounds = {};
    DutyTab::wipe();
}

void RoundsTab::refresh()
{
    const QDateTime now = m_workbench.now();
    const QDate today = now.toLocalTime().date();
    std::vector<RecordTable::Row> rows;
    for (const DueRound &due : m_rounds.due) {
        rows.push_back({dueKey + due.zone.key + u'|' + roundKindName(due.kind),
                        {Cell{Texts::shortTime(due.due, now)}, Cell{roundKindText(due.kind), std::nullopt, false, true, false},
                         Cell{zoneName(due.zone)}, Cell{due.whose ? staffName(*due.whose) : tr("whoever has the duty")}, Cell{},
                         Cell{tr("due"), Tone::Warn}}});
    }
    const auto add = [&](const Round &round, const Cell &state) {
        rows.push_back(
            {roundKey + round.id.text(),
             {Cell{Texts::shortTime(round.startedAt, now)}, Cell{roundKindText(round.kind), std::nullopt, false, true, false},
              Cell{zoneName(round.zone)}, Cell{staffName(round.by)},
              Cell{round.failed() > 0 ? tr("%n not in order", nullptr, round.failed()) : tr("all in order")}, state}});
    };
    for (const Round &round : m_rounds.running)
        add(round, {tr("runs, %n point(s) left", nullptr, static_cast<int>(round.unanswered().size())), Tone::Warn});
    int late = static_cast<int>(m_rounds.due.size());
    for (const FireDevice &device : m_rounds.devices) {
        const bool due = device.nextCheck < today;
        late += due || !device.lastCheckPassed ? 1 : 0;
        rows.push_back({deviceKey + device.number,
                        {Cell{device.nextCheck.toString(Qt::ISODate)},
                         Cell{u"%1 %2"_s.arg(fireDeviceKindText(device.kind), device.number), std::nullopt, false, true, false},
                         Cell{zoneName(device.zone)}, Cell{staffName(device.keeper)}, Cell{tr("next check")},
                         due                       ? Cell{tr("check overdue"), Tone::Bad}
                         : !device.lastCheckPassed ? Cell{tr("not in order"), Tone::Bad}
                                                   : Cell{tr("in date"), Tone::Good}}});
    }
    for (const Round &round : m_rounds.finished)
        add(round, {tr("signed"), Tone::Good});
    m_table->setRows(std::move(rows));
    m_view->setStretches({0, 3, 2, 2, 2, 0});
    QStringList parts;
    parts << (m_rounds.due.empty() ? tr("No round is due.")
                                   : tr("%n round(s) due", nullptr, static_cast<int>(m_rounds.due.size())));
    if (!m_rounds.untrained.empty())
        parts << tr("%n without fire training this year", nullptr, static_cast<int>(m_rounds.untrained.size()));
    setSummary(parts.join(u"  ·  "_s));
    setUrgent(late);
    const bool manager = m_workbench.has(Role::Manager);
    m_adopt->setVisible(manager && m_rounds.checklists.size() < defaultChecklists().size());
    m_lists->setVisible(!m_rounds.led.empty());
    m_supply->setVisible(!m_rounds.led.empty());
    m_device->setVisible(manager);
    m_plan->setVisible(manager || m_workbench.has(Role::Guard));
    m_start->setEnabled(!m_rounds.mine.empty());
    m_start->setToolTip(m_rounds.mine.empty() ? tr("Rounds are for who has the duty.") : QString());
    selectionChanged();
}

void RoundsTab::selectionChanged()
{
    const QString key = m_view->selectedKey();
    const auto begins = [&](const Checklist &one) { return key == dueKey + one.zone.key + u'|' + roundKindName(one.kind); };
    m_go->setEnabled(key.startsWith(dueKey) ? std::any_of(m_rounds.mine.begin(), m_rounds.mine.end(), begins) : !key.isEmpty());
    m_go->setText(key.startsWith(deviceKey) ? tr("Note the check")
                  : key.startsWith(dueKey)  ? tr("Begin this one")
                                            : tr("Open"));
}

void RoundsTab::openSelected()
{
    const QString key = m_view->selectedKey();
    if (key.startsWith(deviceKey))
        return askCheck(key.mid(deviceKey.size()));
    if (key.startsWith(dueKey)) {
        const QStringList parts = key.mid(dueKey.size()).split(u'|');
        const ZoneId zone{parts.value(0)};
        begin(zone, roundKindFromName(parts.value(1)).value_or(RoundKind::Scheduled));
        return;
    }
    const RoundId id = RoundId::fromText(key.mid(roundKey.size()));
    for (const Round &round : m_rounds.running) {
        if (round.id == id)
            return open(round);
    }
}

void RoundsTab::open(const Round &round)
{
    auto *dialog = new RoundDialog(m_workbench, round, this);
    connect(dialog, &RoundDialog::said, this, &DutyTab::said);
    dialog->open();
}

void RoundsTab::begin(const ZoneId &zone, RoundKind kind, KeptDialog *form)
{
    m_workbench.act(
        this,
        [zone, kind](Seat &seat) -> Result<Round> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::startRound(seat.workplace(), *session, zone, kind);
        },
        [this, form = QPointer<KeptDialog>(form)](const Result<Round> &round) {
            if (form)
                form->answered(round ? QString() : complaint(round.error()));
            if (round)
                open(*round);
            else if (!form)
                Q_EMIT said(Tone::Bad, complaint(round.error()));
        });
}

void RoundsTab::askStart()
{
    auto *form = new FormDialog(u"startRoundDialog"_s, tr("Begin a round"), {}, tr("Begin"), this);
    QList<FormDialog::Choice> lists;
    for (const Checklist &checklist : m_rounds.mine)
        lists.append({checklist.zone.key + u'|' + roundKindName(checklist.kind),
                      tr("%1: %2").arg(roundKindText(checklist.kind), zoneName(checklist.zone))});
    form->addChoice(u"roundList"_s, tr("Checklist"), lists);
    form->ask([this](FormDialog &filled) {
        const QStringList parts = filled.choice(u"roundList"_s).split(u'|');
        const ZoneId zone{parts.value(0)};
        begin(zone, roundKindFromName(parts.value(1)).value_or(RoundKind::Scheduled), &filled);
    });
}

void RoundsTab::askPlan()
{
    auto *form = new FormDialog(u"planDialog"_s, tr("Plan a spot round"),
                                tr("Gatehouse draws the time; nobody sees it before it has come."), tr("Plan"), this);
    form->addChoice(u"planZone"_s, tr("Where"), zoneChoices());
    form->addNumber(u"planDays"_s, tr("Within days"), 1, 31, spotDays);
    form->ask([this](FormDialog &filled) {
        const ZoneId zone{filled.choice(u"planZone"_s)};
        const int days = filled.number(u"planDays"_s);
        act(
            [zone, days](const usecases::Workplace &workplace, const usecases::StaffSession &session) {
                return usecases::planSpotRound(workplace, session, zone, days);
            },
            tr("Planned."), &filled);
    });
}

void RoundsTab::askDevice()
{
    auto *form = new FormDialog(u"deviceDialog"_s, tr("Fire equipment"),
                                tr("A named keeper looks after it and trains the others."), tr("Sign"), this);
    QList<FormDialog::Choice> kinds;
    for (const QString &kind : fireDeviceKinds())
        kinds.append({kind, fireDeviceKindText(kind)});
    form->addLine(u"deviceNumber"_s, tr("Number on it"));
    form->addChoice(u"deviceKind"_s, tr("What it is"), kinds);
    form->addChoice(u"deviceZone"_s, tr("Where"), zoneChoices());
    form->addChoice(u"deviceKeeper"_s, tr("Keeper"), staffChoices());
    form->addDate(u"deviceNext"_s, tr("Next check"), m_workbench.now().toLocalTime().date().addDays(firstCheckDays));
    form->ask([this](FormDialog &filled) {
        const FireDevice device{filled.text(u"deviceNumber"_s),
                                filled.choice(u"deviceKind"_s),
                                ZoneId{filled.choice(u"deviceZone"_s)},
                                StaffId::fromText(filled.choice(u"deviceKeeper"_s)),
                                filled.date(u"deviceNext"_s),
                                std::nullopt,
                                true};
        act([device](const usecases::Workplace &workplace,
                     const usecases::StaffSession &session) { return usecases::defineFireDevice(workplace, session, device); },
            tr("%1 is in the list.").arg(device.number), &filled);
    });
}

void RoundsTab::askCheck(const QString &number)
{
    auto *form = new FormDialog(u"checkDialog"_s, tr("Check of %1").arg(number), {}, tr("Sign"), this);
    form->addChoice(u"checkResult"_s, tr("Result"),
                    {{u"good"_s, tr("in order")}, {u"bad"_s, tr("not in order: opens an incident")}});
    form->addDate(u"checkNext"_s, tr("Next check"), m_workbench.now().toLocalTime().date().addDays(firstCheckDays));
    form->ask([this, number](FormDialog &filled) {
        const bool passed = filled.choice(u"checkResult"_s) == u"good";
        const QDate next = filled.date(u"checkNext"_s);
        act(
            [number, passed, next](const usecases::Workplace &workplace, const usecases::StaffSession &session) {
                return usecases::checkFireDevice(workplace, session, number, passed, next);
            },
            tr("The check of %1 is noted.").arg(number), &filled);
    });
}

void RoundsTab::askTraining()
{
    auto *form = new FormDialog(u"trainingDialog"_s, tr("Fire training given"), tr("Only a fire keeper signs for it."),
                                tr("Sign"), this);
    form->addChoice(u"trainingTo"_s, tr("Who was trained"), staffChoices());
    form->addDate(u"trainingOn"_s, tr("On"), m_workbench.now().toLocalTime().date());
    form->ask([this](FormDialog &filled) {
        const StaffId to = StaffId::fromText(filled.choice(u"trainingTo"_s));
        const QDate on = filled.date(u"trainingOn"_s);
        act(
            [to, on](const usecases::Workplace &workplace, const usecases::StaffSession &session) {
                return usecases::giveFireTraining(workplace, session, {to}, on);
            },
            tr("The training of %1 is noted.").arg(staffName(to)), &filled);
    });
}

void RoundsTab::askChecklist()
{
    std::vector<Zone> zones;
    for (const ZoneId &id : m_rounds.led) {
        if (const Zone *zone = m_workbench.directory().zone(id))
            zones.push_back(*zone);
    }
    auto *dialog = new ChecklistDialog(zones, m_rounds.checklists, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const Checklist list = dialog->checklist();
        act([list](const usecases::Workplace &workplace,
                   const usecases::StaffSession &session) { return usecases::defineChecklist(workplace, session, list); },
            tr("The checklist is signed."));
    });
    dialog->open();
}

void RoundsTab::askSupply()
{
    const auto escorted = std::find_if(m_rounds.supplies.begin(), m_rounds.supplies.end(), [this](const auto &entry) {
        const bool led = std::find(m_rounds.led.begin(), m_rounds.led.end(), entry.first) != m_rounds.led.end();
        const Zone *zone = m_workbench.directory().zone(entry.first);
        return led && zone && zone->escort != EscortRule::None;
    });
    if (escorted == m_rounds.supplies.end())
        return;
    const ZoneId zone = escorted->first;
    auto *dialog = new SupplyDialog(zoneName(zone), escorted->second, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, zone] {
        const std::vector<SupplyLoad> loads = dialog->loads();
        act(
            [zone, loads](const usecases::Workplace &workplace, const usecases::StaffSession &session) {
                return usecases::defineSupply(workplace, session, zone, loads);
            },
            tr("The list of loads is signed."));
    });
    dialog->open();
}

QString RoundsTab::refusal(const Error &error) const
{
    if (error.code == ErrorCode::Blocked && error.detail == usecases::peopleInside)
        return tr("Somebody is logged as inside: the room cannot be closed.");
    if (error.code == ErrorCode::Blocked && error.detail == usecases::noKeeper)
        return tr("The zone has no keeper: a manager names one first.");
    return {};
}

void RoundsTab::retranslate()
{
    m_table->setColumns({tr("When"), tr("What"), tr("Where"), tr("Who"), tr("Found"), tr("State")});
    m_view->setAccessibleName(tr("Rounds and fire equipment"));
    m_view->setEmptyText(tr("No rounds and no fire equipment yet. The checklists come first."));
    m_adopt->setText(tr("Sign the customer's checklists"));
    m_lists->setText(tr("Checklists…"));
    m_supply->setText(tr("Main supply…"));
    m_device->setText(tr("Fire equipment"));
    m_training->setText(tr("Training given"));
    m_plan->setText(tr("Plan a spot round"));
    m_start->setText(tr("Begin a round"));
    refresh();
}

} // namespace gatehouse::admin
