// SPDX-License-Identifier: GPL-3.0-or-later
#include "incidentpanel.h"

#include "domain/incidentbook.h"
#include "domain/presencebook.h"
#include "presentation/roomwords.h"
#include "style/chip.h"
#include "windows/parts/widgets.h"

#include <QHBoxLayout>

#include <algorithm>
#include <utility>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;
using namespace presentation;

namespace
{
constexpr int buttonColumn = 100;

void clearLines(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

/// A line of a card: a sign and words on the left, something to press on the right.
QWidget *makeCaseLine(QWidget *parent, Tone tone, const QString &text, const QString &detail, QPushButton *button)
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
    setFreeText(small, detail);
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

IncidentPanel::IncidentPanel(Workbench &workbench, QWidget *parent) : QWidget(parent), m_workbench(workbench)
{
    setObjectName(u"incidentPanel"_s);
    auto *panel = new QVBoxLayout(this);
    panel->setContentsMargins(24, 16, 24, 20);
    panel->setSpacing(12);
    m_heading = makeLabel(this, "display");
    m_heading->setObjectName(u"incidentHeading"_s);
    m_state = new Chip(this);
    auto *top = new QHBoxLayout;
    top->addWidget(m_heading, 1);
    top->addWidget(m_state, 0, Qt::AlignVCenter);
    panel->addLayout(top);
    m_about = makeLabel(this, "muted");
    m_text = makeLabel(this);
    m_alarms = makeLabel(this);
    m_alarms->setObjectName(u"incidentAlarms"_s);
    for (QLabel *label : {m_about, m_text, m_alarms}) {
        label->setWordWrap(true);
        panel->addWidget(label);
    }
    const auto card = [&](QLabel *&title, QVBoxLayout *&rows) {
        QFrame *frame = makeFrame(this, "card");
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
    m_owner = makeLabel(this);
    m_owner->setObjectName(u"incidentOwner"_s);
    m_owner->setWordWrap(true);
    m_assign = makeButton(this, u"assignIncident"_s);
    auto *ownerLine = new QHBoxLayout;
    ownerLine->addWidget(m_owner, 1);
    ownerLine->addWidget(m_assign);
    panel->addLayout(ownerLine);
    m_hindrance = makeLabel(this, "muted");
    m_hindrance->setWordWrap(true);
    m_close = makeButton(this, u"closeIncident"_s, "primary");
    auto *end = new QHBoxLayout;
    end->addWidget(m_hindrance, 1);
    end->addWidget(m_close);
    panel->addLayout(end);
    panel->addStretch(1);
    connect(m_assign, &QPushButton::clicked, this, &IncidentPanel::assignAsked);
    connect(m_close, &QPushButton::clicked, this, &IncidentPanel::closeAsked);
    connect(&m_workbench, &Workbench::directoryChanged, this, [this] { m_shown.reset(); }); // other names
}

QString IncidentPanel::actorName(const QString &actor) const
{
    if (const auto staff = staffOf(actor)) {
        const QString name = m_workbench.directory().staffName(*staff);
        return name.isEmpty() ? tr("a former member of staff") : name;
    }
    return tr("the station, without sign-in");
}

/// The times of one incident are read side by side: either all of them have a date or none.
bool IncidentPanel::isOfToday(const usecases::IncidentCase &one) const
{
    const Incident &incident = one.incident;
    const QDate today = m_workbench.now().toLocalTime().date();
    QList<QDateTime> times{incident.openedAt};
    for (const IncidentStep &step : incident.steps)
        times << step.at;
    for (const InformedAt &told : incident.informed)
        times << told.at;
    for (const IncidentAlarm &alarm : one.alarms)
        times << alarm.due;
    for (const InformRule &rule : incidentPlan(incident.kind).informs)
        times << incident.openedAt.addSecs(60LL * rule.withinMinutes);
    return std::all_of(times.begin(), times.end(), [&](const QDateTime &time) { return time.toLocalTime().date() == today; });
}

QString IncidentPanel::timeText(const QDateTime &time) const
{
    return m_dated ? Texts::dateTime(time) : Texts::time(time);
}

QString IncidentPanel::alarmText(const IncidentAlarm &alarm) const
{
    const QString due = timeText(alarm.due);
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

void IncidentPanel::setCase(const usecases::IncidentCase *one)
{
    setVisible(one != nullptr);
    if (one && m_shown == *one)
        return; // a button that is being pressed stays
    m_shown = one ? std::optional(*one) : std::nullopt;
    clearLines(m_steps);
    clearLines(m_informed);
    if (!one) {
        for (QLabel *label : {m_heading, m_about, m_text, m_alarms, m_owner, m_hindrance})
            setFreeText(label, {});
        return;
    }
    const Incident &incident = one->incident;
    m_dated = !isOfToday(*one);
    const Zone *zone = m_workbench.directory().zone(incident.zone);
    m_heading->setText(incidentKindText(incident.kind));
    m_state->set(incident.isOpen() ? Tone::Warn : Tone::Good, incident.isOpen() ? tr("open") : tr("closed"));
    m_about->setText(tr("%1 · reported %2 by %3 · %4")
                         .arg(zone ? Texts::zoneName(*zone) : incident.zone.key, Texts::dateTime(incident.openedAt),
                              actorName(incident.openedBy), article(incidentPlan(incident.kind).rule)));
    setFreeText(m_text, one->text);
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
    setFreeText(m_hindrance, !incident.isOpen()
                                 ? tr("Closed %1 by %2. %3")
                                       .arg(Texts::dateTime(incident.closed->at),
                                            m_workbench.directory().staffName(incident.closed->by), one->closingText)
                             : !missing.isEmpty() ? tr("Can be closed when the steps are recorded.")
                             : !manager           ? tr("A manager closes it.")
                                                  : QString());
}

void IncidentPanel::showSteps(const usecases::IncidentCase &one)
{
    const Incident &incident = one.incident;
    int number = 0;
    bool next = true; // only what comes next stands out
    for (const StepRule &rule : incidentPlan(incident.kind).steps) {
        ++number;
        const QString words = u"%1.  %2"_s.arg(number).arg(incidentStepText(rule.code));
        const IncidentStep *taken = incident.step(rule.code);
        if (taken) {
            const auto place = static_cast<std::size_t>(taken - incident.steps.data());
            QString detail = tr("%1, %2").arg(timeText(taken->at), actorName(taken->actor));
            if (taken->badge)
                detail += u"\n"_s + tr("Badge %1 is dead").arg(domain::serialText(*taken->badge));
            if (place < one.stepTexts.size() && !one.stepTexts[place].isEmpty())
                detail += u"\n"_s + one.stepTexts[place];
            m_steps->addWidget(makeCaseLine(this, Tone::Good, words, detail, nullptr));
            continue;
        }
        const bool can = incident.isOpen() && IncidentBook::mayTake(incident, rule.code);
        QPushButton *button = nullptr;
        if (incident.isOpen()) {
            button = makeButton(this, u"step-"_s + rule.code, can && std::exchange(next, next && !can) ? "primary" : nullptr);
            button->setText(tr("Record"));
            button->setAccessibleName(tr("Record: %1").arg(incidentStepText(rule.code)));
            button->setEnabled(can);
            connect(button, &QPushButton::clicked, this, [this, code = rule.code] { Q_EMIT stepAsked(code); });
        }
        const QString detail = !can ? tr("after the steps before it")
                               : rule.code == badgeLookedUp
                                   ? tr("hold the badge before the reader, or record that there is none")
                               : !rule.required ? tr("if there was need")
                                                : QString();
        m_steps->addWidget(makeCaseLine(this, Tone::Neutral, words, incident.isOpen() ? detail : QString(), button));
    }
    m_stepsTitle->parentWidget()->setVisible(number > 0);
}

void IncidentPanel::showInformed(const usecases::IncidentCase &one)
{
    const Incident &incident = one.incident;
    const QDateTime now = m_workbench.now();
    for (const InformRule &rule : incidentPlan(incident.kind).informs) {
        const auto told = std::find_if(incident.informed.begin(), incident.informed.end(),
                                       [&](const InformedAt &entry) { return entry.who == rule.who; });
        if (told != incident.informed.end()) {
            m_informed->addWidget(makeCaseLine(this, Tone::Good, informedText(rule.who),
                                               tr("told %1, noted by %2").arg(timeText(told->at), actorName(told->actor)),
                                               nullptr));
            continue;
        }
        const QDateTime due = incident.openedAt.addSecs(60LL * rule.withinMinutes);
        QPushButton *button = nullptr;
        if (incident.isOpen()) {
            button = makeButton(this, u"inform-"_s + informedName(rule.who));
            button->setText(tr("Was told"));
            button->setAccessibleName(tr("%1 was told").arg(informedText(rule.who)));
            connect(button, &QPushButton::clicked, this, [this, who = rule.who] { Q_EMIT informAsked(who); });
        }
        const bool late = incident.isOpen() && now > due;
        m_informed->addWidget(makeCaseLine(this, late ? Tone::Bad : Tone::Neutral, informedText(rule.who),
                                           tr("by %1").arg(timeText(due)), button));
    }
}

void IncidentPanel::retranslate()
{
    m_shown.reset();
    m_stepsTitle->setText(tr("Steps, in this order"));
    m_informedTitle->setText(tr("Who is told"));
    m_assign->setText(tr("Assign"));
    m_close->setText(tr("Close"));
}

} // namespace gatehouse::admin
