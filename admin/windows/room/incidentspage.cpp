// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentspage.h"

#include "domain/incidentbook.h"
#include "incidentpanel.h"
#include "presentation/roomwords.h"
#include "windows/parts/formdialog.h"
#include "windows/parts/recordview.h"
#include "windows/parts/widgets.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QTimer>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;
using namespace presentation;

namespace
{
constexpr int incidentsRefreshMs = 30000;
} // namespace

IncidentsPage::IncidentsPage(Workbench &workbench, AppSettings &settings, QWidget *parent)
    : Page(workbench, settings, parent), m_table(new RecordTable(this))
{
    setObjectName(u"incidentsPage"_s);
    m_view = new RecordView(m_table, RecordView::Scrolling, this);
    m_view->setObjectName(u"incidentTable"_s);
    m_view->setYielding({3, 2}); // the case beside it says both
    m_summary = makeLabel(this, "heading");
    m_open = makeButton(this, u"openIncident"_s, "primary");
    auto *head = new QHBoxLayout;
    head->setContentsMargins(22, 12, 22, 10);
    head->addWidget(m_summary, 1);
    head->addWidget(m_open);

    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_panel = new IncidentPanel(workbench, scroll);
    scroll->setWidget(m_panel);

    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_view);
    splitter->addWidget(scroll);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({570, 570});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(splitter, 1);

    connect(m_open, &QPushButton::clicked, this, &IncidentsPage::askOpen);
    connect(m_panel, &IncidentPanel::stepAsked, this, &IncidentsPage::askStep);
    connect(m_panel, &IncidentPanel::informAsked, this, &IncidentsPage::inform);
    connect(m_panel, &IncidentPanel::assignAsked, this, &IncidentsPage::askAssign);
    connect(m_panel, &IncidentPanel::closeAsked, this, &IncidentsPage::askClose);
    connect(m_view, &RecordView::keySelected, this, &IncidentsPage::showCase);
    connect(&m_workbench, &Workbench::changed, this, &IncidentsPage::reload);
    connect(&m_workbench, &Workbench::directoryChanged, this, &IncidentsPage::refresh);
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &IncidentsPage::reload);
    timer->start(incidentsRefreshMs);
    retranslate();
}

QString IncidentsPage::title() const
{
    return tr("Incidents");
}

void IncidentsPage::start()
{
    reload();
}

void IncidentsPage::wipe()
{
    m_cases.clear();
    m_reported.clear();
    m_table->clear();
    m_summary->clear();
    showCase();
}

void IncidentsPage::focusFirst()
{
    m_view->setFocus();
    if (m_view->selectedKey().isEmpty() && m_table->rowCount() > 0)
        m_view->setCurrentIndex(m_table->index(0, 0));
}

void IncidentsPage::reload()
{
    if (!m_workbench.isWorking())
        return;
    m_workbench.ask(
        this,
        [](Seat &seat) -> Result<std::vector<usecases::IncidentCase>> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::incidentCases(seat.workplace(), *session);
        },
        [this](Result<std::vector<usecases::IncidentCase>> cases) {
            if (!cases || !m_workbench.isWorking())
                return;
            m_cases = std::move(*cases);
            refresh();
        });
}

void IncidentsPage::refresh()
{
    const QDateTime now = m_workbench.now();
    std::vector<RecordTable::Row> rows;
    int open = 0;
    int late = 0;
    for (const usecases::IncidentCase &one : m_cases) {
        const Incident &incident = one.incident;
        const Zone *zone = m_workbench.directory().zone(incident.zone);
        const bool alarms = !one.alarms.empty();
        open += incident.isOpen() ? 1 : 0;
        late += alarms ? 1 : 0;
        const Cell state = !incident.isOpen() ? Cell{tr("closed"), Tone::Good}
                           : alarms           ? Cell{tr("overdue"), Tone::Bad}
                                              : Cell{tr("open"), Tone::Warn};
        rows.push_back({incident.id.text(),
                        {Cell{Texts::shortTime(incident.openedAt, now)},
                         Cell{incidentKindText(incident.kind), std::nullopt, false, true, false},
                         Cell{zone ? Texts::zoneName(*zone) : incident.zone.key},
                         Cell{incident.owner ? m_workbench.directory().staffName(*incident.owner) : tr("nobody yet")}, state}});
    }
    m_table->setRows(std::move(rows));
    m_view->setStretches({0, 3, 2, 2, 0});
    if (!m_reported.isEmpty() && m_table->rowOf(m_reported) >= 0)
        m_view->selectKey(std::exchange(m_reported, {}));
    QString summary = open == 0 ? tr("Nothing is open.") : tr("%n incident(s) open", nullptr, open);
    if (late > 0)
        summary += u"  ·  "_s + tr("%n overdue", nullptr, late);
    m_summary->setText(summary);
    Q_EMIT countChanged(open, late);
    showCase();
}

const usecases::IncidentCase *IncidentsPage::chosen() const
{
    const IncidentId id = chosenId();
    const auto found =
        std::find_if(m_cases.begin(), m_cases.end(), [&](const usecases::IncidentCase &one) { return one.incident.id == id; });
    return found == m_cases.end() ? nullptr : &*found;
}

IncidentId IncidentsPage::chosenId() const
{
    return IncidentId::fromText(m_view->selectedKey());
}

void IncidentsPage::showCase()
{
    m_panel->setCase(chosen());
}

template <typename Work>
void IncidentsPage::act(Work work, const QString &sentence, KeptDialog *form)
{
    m_workbench.act(
        this,
        [work](Seat &seat) -> Result<void> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return work(seat, *session);
        },
        [this, sentence, form = QPointer<KeptDialog>(form)](const Result<void> &answer) { took(answer, sentence, form); });
}

void IncidentsPage::inform(Informed who)
{
    act(
        [id = chosenId(), who](Seat &seat, const usecases::StaffSession &session) {
            return usecases::recordInformed(seat.workplace(), session, id, who);
        },
        tr("%1 was told.").arg(informedText(who)));
}

void IncidentsPage::took(const Result<void> &answer, const QString &sentence, KeptDialog *form)
{
    QString refusal;
    if (!answer)
        refusal = answer.error().code == ErrorCode::Blocked ? tr("First: %1").arg(incidentStepText(answer.error().detail))
                                                            : Texts::error(answer.error());
    if (form)
        form->answered(refusal);
    if (answer)
        Q_EMIT said(Tone::Good, sentence);
    else if (!form)
        Q_EMIT said(Tone::Bad, refusal);
}

void IncidentsPage::askOpen()
{
    auto *form =
        new FormDialog(u"incidentDialog"_s, tr("Report an incident"),
                       tr("Whatever it is: rather once too often. What you write is sealed; guards and managers read it."),
                       tr("Report"), this);
    QList<FormDialog::Choice> kinds;
    for (const IncidentKind kind : incidentKinds())
        kinds.append({incidentKindName(kind), incidentKindText(kind)});
    QList<FormDialog::Choice> zones;
    for (const Zone &zone : m_workbench.directory().zones)
        zones.append({zone.id.key, Texts::zoneName(zone)});
    form->addChoice(u"incidentKind"_s, tr("What"), kinds);
    form->addChoice(u"incidentZone"_s, tr("Where"), zones);
    form->addText(u"incidentText"_s, tr("What happened"));
    form->ask([this](FormDialog &filled) {
        usecases::NewIncident incident;
        incident.kind = incidentKindFromName(filled.choice(u"incidentKind"_s)).value_or(IncidentKind::OtherIncident);
        incident.zone = ZoneId{filled.choice(u"incidentZone"_s)};
        incident.text = filled.text(u"incidentText"_s);
        m_workbench.act(
            this,
            [incident](Seat &seat) -> Result<IncidentId> {
                GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
                return usecases::openIncident(seat.workplace(), *session, incident);
            },
            [this, form = QPointer<KeptDialog>(&filled)](const Result<IncidentId> &id) {
                if (id) {
                    m_reported = id->text();
                    reload();
                }
                took(id ? Result<void>() : Result<void>(fail(id.error())), tr("The incident is open."), form);
            });
    });
}

void IncidentsPage::askStep(const QString &step)
{
    auto *form =
        new FormDialog(u"stepDialog"_s, incidentStepText(step), tr("You sign that this was done."), tr("Record"), this);
    form->addText(u"stepText"_s, tr("Remark"));
    form->ask([this, step, id = chosenId()](FormDialog &filled) {
        const QString text = filled.text(u"stepText"_s);
        act(
            [id, step, text](Seat &seat, const usecases::StaffSession &session) {
                return usecases::recordStep(seat.workplace(), session, id, step, text);
            },
            tr("Recorded."), &filled);
    });
}

void IncidentsPage::askAssign()
{
    const usecases::IncidentCase *one = chosen();
    if (!one)
        return;
    auto *form = new FormDialog(u"assignDialog"_s, tr("Who answers for it"), {}, tr("Assign"), this);
    QList<FormDialog::Choice> people;
    for (const Staff &staff : m_workbench.directory().staff) {
        if (staff.state == StaffState::Active)
            people.append({staff.id.text(), u"%1  %2"_s.arg(staff.number, staff.name)});
    }
    form->addChoice(u"assignOwner"_s, tr("Person"), people);
    form->addTime(u"assignUntil"_s, tr("Settled by"), qMax(one->incident.fixBy, m_workbench.now().addSecs(3600)));
    form->ask([this, id = one->incident.id](FormDialog &filled) {
        const StaffId owner = StaffId::fromText(filled.choice(u"assignOwner"_s));
        const QDateTime until = filled.time(u"assignUntil"_s);
        act(
            [id, owner, until](Seat &seat, const usecases::StaffSession &session) {
                return usecases::assignIncident(seat.workplace(), session, id, owner, until);
            },
            tr("Assigned."), &filled);
    });
}

void IncidentsPage::askClose()
{
    auto *form =
        new FormDialog(u"closeDialog"_s, tr("Close the incident"), tr("You sign that it is settled."), tr("Close"), this);
    form->addText(u"closeText"_s, tr("How it was settled"), true);
    form->ask([this, id = chosenId()](FormDialog &filled) {
        const QString text = filled.text(u"closeText"_s);
        act(
            [id, text](Seat &seat, const usecases::StaffSession &session) {
                return usecases::closeIncident(seat.workplace(), session, id, text);
            },
            tr("The incident is closed."), &filled);
    });
}

bool IncidentsPage::readBadge(const QString &token)
{
    const usecases::IncidentCase *one = chosen();
    if (!one || !one->incident.isOpen() || !isVisible() || !IncidentBook::mayTake(one->incident, badgeLookedUp))
        return false;
    m_workbench.act(
        this,
        [id = one->incident.id, token](Seat &seat) -> Result<usecases::FoundBadge> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::revokeFoundBadge(seat.workplace(), *session, id, token);
        },
        [this](const Result<usecases::FoundBadge> &found) {
            if (!found)
                Q_EMIT said(Tone::Bad, found.error().code == ErrorCode::BadSignature ? tr("The badge is forged.")
                                       : found.error().code == ErrorCode::NotFound   ? tr("This badge was not issued here.")
                                                                                     : Texts::error(found.error()));
            else if (found->staff)
                Q_EMIT said(Tone::Warn, tr("The badge belongs to %1 of the staff and is dead now.")
                                            .arg(m_workbench.directory().staffName(*found->staff)));
            else
                Q_EMIT said(Tone::Warn, tr("The badge belongs to visit %1 and is dead now.").arg(visitLabel(found->number)));
        });
    return true;
}

void IncidentsPage::retranslate()
{
    m_table->setColumns({tr("Reported"), tr("What"), tr("Where"), tr("Answers for it"), tr("State")});
    m_view->setAccessibleName(tr("Incidents"));
    m_view->setEmptyText(tr("No incidents."));
    m_open->setText(tr("Report an incident"));
    m_panel->retranslate();
    refresh();
}

} // namespace gatehouse::admin
