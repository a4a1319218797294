// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentspage.h"

#include "domain/incidentbook.h"
#include "formdialog.h"
#include "presentation/roomwords.h"
#include "recordview.h"
#include "style/chip.h"
#include "widgets.h"

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
constexpr int buttonColumn = 100;

void emptyLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

/// A line of a card: a sign and words on the left, something to press on the right.
QWidget *makeLine(QWidget *parent, Tone tone, const QString &text, const QString &detail, QPushButton *button)
{
    auto *line = new QWidget(parent);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(12);
    QLabel *words = makeLabel(line);
    setVerdict(words, tone, text);
    words->setWordWrap(true);
    layout->addWidget(words, 3);
    QLabel *small = makeLabel(line, "muted");
    small->setText(detail);
    small->setWordWrap(true);
    layout->addWidget(small, 2);
    if (button) {
        button->setParent(line);
        layout->addWidget(button);
    } else {
        layout->addSpacing(buttonColumn);
    }
    return line;
}
} // namespace

IncidentsPage::IncidentsPage(Workbench &workbench, AppSettings &settings, QWidget *parent)
    : Page(workbench, settings, parent), m_table(new RecordTable(this))
{
    setObjectName(u"incidentsPage"_s);
    m_view = new RecordView(m_table, RecordView::Scrolling, this);
    m_view->setObjectName(u"incidentTable"_s);
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
    m_panel = new QWidget(scroll);
    m_panel->setObjectName(u"incidentPanel"_s);
    auto *panel = new QVBoxLayout(m_panel);
    panel->setContentsMargins(24, 16, 24, 20);
    panel->setSpacing(12);
    m_heading = makeLabel(m_panel, "display");
    m_heading->setObjectName(u"incidentHeading"_s);
    m_state = new Chip(m_panel);
    auto *top = new QHBoxLayout;
    top->addWidget(m_heading, 1);
    top->addWidget(m_state, 0, Qt::AlignVCenter);
    panel->addLayout(top);
    m_about = makeLabel(m_panel, "muted");
    m_text = makeLabel(m_panel);
    m_alarms = makeLabel(m_panel);
    m_alarms->setObjectName(u"incidentAlarms"_s);
    for (QLabel *label : {m_about, m_text, m_alarms}) {
        label->setWordWrap(true);
        panel->addWidget(label);
    }
    const auto card = [&](QLabel *&title, QVBoxLayout *&rows) {
        QFrame *frame = makeFrame(m_panel, "card");
        auto *inside = new QVBoxLayout(frame);
        inside->setContentsMargins(16, 10, 16, 12);
        title = makeLabel(frame, "heading");
        rows = new QVBoxLayout;
        inside->addWidget(title);
        inside->addLayout(rows);
        panel->addWidget(frame);
    };
    card(m_stepsTitle, m_steps);
    card(m_informedTitle, m_informed);
    m_owner = makeLabel(m_panel);
    m_owner->setObjectName(u"incidentOwner"_s);
    m_owner->setWordWrap(true);
    m_assign = makeButton(m_panel, u"assignIncident"_s);
    auto *ownerLine = new QHBoxLayout;
    ownerLine->addWidget(m_owner, 1);
    ownerLine->addWidget(m_assign);
    panel->addLayout(ownerLine);
    m_hindrance = makeLabel(m_panel, "muted");
    m_hindrance->setWordWrap(true);
    m_close = makeButton(m_panel, u"closeIncident"_s, "primary");
    auto *end = new QHBoxLayout;
    end->addWidget(m_hindrance, 1);
    end->addWidget(m_close);
    panel->addLayout(end);
    panel->addStretch(1);
    scroll->setWidget(m_panel);

    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_view);
    splitter->addWidget(scroll);
    splitter->setStretchFactor(0, 5);
    splitter->setStretchFactor(1, 6);
    splitter->setSizes({520, 620});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(splitter, 1);

    connect(m_open, &QPushButton::clicked, this, &IncidentsPage::askOpen);
    connect(m_assign, &QPushButton::clicked, this, &IncidentsPage::askAssign);
    connect(m_close, &QPushButton::clicked, this, &IncidentsPage::askClose);
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

QString IncidentsPage::actorName(const QString &actor) const
{
    if (const auto staff = staffOf(actor)) {
        const QString name = m_workbench.directory().staffName(*staff);
        return name.isEmpty() ? tr("a former member of staff") : name;
    }
    return tr("the station, without sign-in");
}

QString IncidentsPage::alarmText(const IncidentAlarm &alarm) const
{
    const QString due = Texts::shortTime(alarm.due, m_workbench.now());
    switch (alarm.what) {
    case IncidentAlarm::What::NotInformed:
        return tr("%1 should have been told by %2").arg(informedText(*alarm.who), due);
    case IncidentAlarm::What::NotFixed:
        return tr("It should have been settled by %1").arg(due);
    case IncidentAlarm::What::NoOwner:
        return tr("Nobody answers for it since %1").arg(due);
    }
    return {};
}

void IncidentsPage::showCase()
{
    const usecases::IncidentCase *one = chosen();
    m_panel->setVisible(one != nullptr);
    emptyLayout(m_steps);
    emptyLayout(m_informed);
    if (!one) {
        for (QLabel *label : {m_heading, m_about, m_text, m_alarms, m_owner, m_hindrance})
            label->clear();
        return;
    }
    const Incident &incident = one->incident;
    const Zone *zone = m_workbench.directory().zone(incident.zone);
    m_heading->setText(incidentKindText(incident.kind));
    m_state->set(incident.isOpen() ? Tone::Warn : Tone::Good, incident.isOpen() ? tr("open") : tr("closed"));
    m_about->setText(tr("%1 · reported %2 by %3 · %4")
                         .arg(zone ? Texts::zoneName(*zone) : incident.zone.key, Texts::dateTime(incident.openedAt),
                              actorName(incident.openedBy), article(incidentPlan(incident.kind).rule)));
    m_text->setText(one->text);
    m_text->setVisible(!one->text.isEmpty());
    QStringList alarms;
    for (const IncidentAlarm &alarm : one->alarms)
        alarms << alarmText(alarm);
    setVerdict(m_alarms, Tone::Bad, alarms.join(u"\n"_s));
    m_alarms->setVisible(!alarms.isEmpty());
    showSteps(*one);
    showInformed(*one);
    const QString owner = incident.owner ? m_workbench.directory().staffName(*incident.owner) : tr("nobody yet");
    m_owner->setText(tr("Answers for it: %1, until %2").arg(owner, Texts::dateTime(incident.fixBy)));
    m_assign->setVisible(incident.isOpen());
    const QStringList missing = incident.missingSteps();
    const bool manager = m_workbench.has(Role::Manager);
    m_close->setVisible(incident.isOpen());
    m_close->setEnabled(manager && missing.isEmpty());
    m_hindrance->setText(!incident.isOpen() ? tr("Closed %1 by %2. %3")
                                                  .arg(Texts::dateTime(incident.closed->at),
                                                       m_workbench.directory().staffName(incident.closed->by), one->closingText)
                         : !missing.isEmpty() ? tr("Can be closed when the steps are recorded.")
                         : !manager           ? tr("A manager closes it.")
                                              : QString());
}

void IncidentsPage::showSteps(const usecases::IncidentCase &one)
{
    const Incident &incident = one.incident;
    const QDateTime now = m_workbench.now();
    int number = 0;
    for (const StepRule &rule : incidentPlan(incident.kind).steps) {
        ++number;
        const QString words = u"%1.  %2"_s.arg(number).arg(incidentStepText(rule.code));
        const IncidentStep *taken = incident.step(rule.code);
        if (taken) {
            const auto place = static_cast<std::size_t>(taken - incident.steps.data());
            QString detail = tr("%1, %2").arg(Texts::shortTime(taken->at, now), actorName(taken->actor));
            if (taken->badge)
                detail += u"\n"_s + tr("Badge %1 is dead").arg(QString::number(*taken->badge, 16));
            if (place < one.stepTexts.size() && !one.stepTexts[place].isEmpty())
                detail += u"\n"_s + one.stepTexts[place];
            m_steps->addWidget(makeLine(m_panel, Tone::Good, words, detail, nullptr));
            continue;
        }
        const bool can = incident.isOpen() && IncidentBook::mayTake(incident, rule.code);
        QPushButton *button = nullptr;
        if (incident.isOpen()) {
            button = makeButton(m_panel, u"step-"_s + rule.code, can && rule.required ? "primary" : nullptr);
            button->setText(tr("Record"));
            button->setAccessibleName(tr("Record: %1").arg(incidentStepText(rule.code)));
            button->setEnabled(can);
            connect(button, &QPushButton::clicked, this, [this, code = rule.code] { askStep(code); });
        }
        const QString detail = !can ? tr("after the steps before it")
                               : rule.code == u"badge-looked-up"
                                   ? tr("hold the badge before the reader, or record that there is none")
                               : !rule.required ? tr("if there was need")
                                                : QString();
        m_steps->addWidget(makeLine(m_panel, Tone::Neutral, words, incident.isOpen() ? detail : QString(), button));
    }
    m_stepsTitle->parentWidget()->setVisible(number > 0);
}

void IncidentsPage::showInformed(const usecases::IncidentCase &one)
{
    const Incident &incident = one.incident;
    const QDateTime now = m_workbench.now();
    for (const InformRule &rule : incidentPlan(incident.kind).informs) {
        const auto told = std::find_if(incident.informed.begin(), incident.informed.end(),
                                       [&](const InformedAt &entry) { return entry.who == rule.who; });
        if (told != incident.informed.end()) {
            m_informed->addWidget(
                makeLine(m_panel, Tone::Good, informedText(rule.who),
                         tr("told %1, noted by %2").arg(Texts::shortTime(told->at, now), actorName(told->actor)), nullptr));
            continue;
        }
        const QDateTime due = incident.openedAt.addSecs(60LL * rule.withinMinutes);
        QPushButton *button = nullptr;
        if (incident.isOpen()) {
            button = makeButton(m_panel, u"inform-"_s + informedName(rule.who));
            button->setText(tr("Was told"));
            button->setAccessibleName(tr("%1 was told").arg(informedText(rule.who)));
            connect(button, &QPushButton::clicked, this, [this, who = rule.who, id = incident.id] {
                act(
                    [id, who](Seat &seat, const usecases::StaffSession &session) {
                        return usecases::recordInformed(seat.workplace(), session, id, who);
                    },
                    tr("%1 was told.").arg(informedText(who)));
            });
        }
        const bool late = incident.isOpen() && now > due;
        m_informed->addWidget(makeLine(m_panel, late ? Tone::Bad : Tone::Neutral, informedText(rule.who),
                                       tr("by %1").arg(Texts::shortTime(due, now)), button));
    }
}

template <typename Work>
void IncidentsPage::act(Work work, const QString &sentence)
{
    m_workbench.act(
        this,
        [work](Seat &seat) -> Result<void> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return work(seat, *session);
        },
        [this, sentence](const Result<void> &answer) { took(answer, sentence); });
}

void IncidentsPage::took(const Result<void> &answer, const QString &sentence)
{
    if (answer)
        Q_EMIT said(Tone::Good, sentence);
    else if (answer.error().code == ErrorCode::Blocked)
        Q_EMIT said(Tone::Bad, tr("First: %1").arg(incidentStepText(answer.error().detail)));
    else
        Q_EMIT said(Tone::Bad, Texts::error(answer.error()));
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
    form->ask([this](const FormDialog &filled) {
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
            [this](const Result<IncidentId> &id) {
                if (id)
                    m_view->selectKey(id->text());
                took(id ? Result<void>() : Result<void>(fail(id.error())), tr("The incident is open."));
            });
    });
}

void IncidentsPage::askStep(const QString &step)
{
    auto *form =
        new FormDialog(u"stepDialog"_s, incidentStepText(step), tr("You sign that this was done."), tr("Record"), this);
    form->addText(u"stepText"_s, tr("Remark"));
    form->ask([this, step, id = chosenId()](const FormDialog &filled) {
        const QString text = filled.text(u"stepText"_s);
        act(
            [id, step, text](Seat &seat, const usecases::StaffSession &session) {
                return usecases::recordStep(seat.workplace(), session, id, step, text);
            },
            tr("Recorded."));
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
    form->ask([this, id = one->incident.id](const FormDialog &filled) {
        const StaffId owner = StaffId::fromText(filled.choice(u"assignOwner"_s));
        const QDateTime until = filled.time(u"assignUntil"_s);
        act(
            [id, owner, until](Seat &seat, const usecases::StaffSession &session) {
                return usecases::assignIncident(seat.workplace(), session, id, owner, until);
            },
            tr("Assigned."));
    });
}

void IncidentsPage::askClose()
{
    auto *form =
        new FormDialog(u"closeDialog"_s, tr("Close the incident"), tr("You sign that it is settled."), tr("Close"), this);
    form->addText(u"closeText"_s, tr("How it was settled"), true);
    form->ask([this, id = chosenId()](const FormDialog &filled) {
        const QString text = filled.text(u"closeText"_s);
        act(
            [id, text](Seat &seat, const usecases::StaffSession &session) {
                return usecases::closeIncident(seat.workplace(), session, id, text);
            },
            tr("The incident is closed."));
    });
}

bool IncidentsPage::readBadge(const QString &token)
{
    const usecases::IncidentCase *one = chosen();
    if (!one || !one->incident.isOpen() || !isVisible() || !IncidentBook::mayTake(one->incident, u"badge-looked-up"_s))
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
            else
                Q_EMIT said(Tone::Warn, tr("The badge belongs to visit %1 and is dead now.").arg(visitLabel(found->number)));
        });
    return true;
}

void IncidentsPage::retranslate()
{
    m_table->setColumns({tr("Reported"), tr("What"), tr("Where"), tr("Answers for it"), tr("State")});
    m_view->setAccessibleName(tr("Incidents"));
    m_open->setText(tr("Report an incident"));
    m_stepsTitle->setText(tr("Steps, in this order"));
    m_informedTitle->setText(tr("Who is told"));
    m_assign->setText(tr("Assign"));
    m_close->setText(tr("Close"));
    refresh();
}

} // namespace gatehouse::admin
