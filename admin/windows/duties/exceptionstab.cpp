// SPDX-License-Identifier: GPL-3.0-or-later
#include "exceptionstab.h"

#include "domain/roomactions.h"
#include "presentation/roomwords.h"

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;
using namespace presentation;

namespace
{
constexpr int usualHours = 4;
} // namespace

ExceptionsTab::ExceptionsTab(Workbench &workbench, QWidget *parent) : DutyTab(workbench, u"exceptionTable"_s, parent)
{
    setObjectName(u"exceptionsTab"_s);
    for (const QString &step : {action::exceptionRefuse, action::exceptionClose, action::exceptionCheck, action::exceptionSign,
                                action::exceptionCarryOut, action::exceptionRelock}) {
        const bool ends = step == action::exceptionRefuse || step == action::exceptionClose;
        m_steps.append({step, addButton(step, ends ? "danger" : nullptr, [this, step] { take(step); })});
    }
    m_request = addButton(u"requestException"_s, "primary", [this] { askRequest(); });
    retranslate();
}

QString ExceptionsTab::title() const
{
    return tr("Exceptions");
}

void ExceptionsTab::reload()
{
    ask([](const usecases::Workplace &workplace,
           const usecases::StaffSession &session) { return usecases::exceptionCases(workplace, session); },
        [this](std::vector<usecases::ExceptionCase> cases) {
            m_cases = std::move(cases);
            refresh();
        });
}

void ExceptionsTab::wipe()
{
    m_cases.clear();
    DutyTab::wipe();
}

void ExceptionsTab::refresh()
{
    const QDateTime now = m_workbench.now();
    std::vector<RecordTable::Row> rows;
    int running = 0;
    int overdue = 0;
    for (const usecases::ExceptionCase &one : m_cases) {
        const ExceptionRequest &request = one.request;
        const bool lapsed = !request.isOpen() && request.isOverdue(now);
        running += request.isRunning() && !lapsed ? 1 : 0;
        overdue += one.overdue ? 1 : 0;
        const QString words = exceptionStateText(request.state);
        const Cell state = one.overdue ? Cell{tr("overdue: %1").arg(words), Tone::Bad}
                           : lapsed    ? Cell{tr("lapsed"), Tone::Neutral}
                           : request.isRunning()
                               ? Cell{words, Tone::Warn}
                               : Cell{words, request.state == ExceptionState::Relocked ? Tone::Good : Tone::Neutral};
        const QString why = one.endText.isEmpty() ? one.text : u"%1 — %2"_s.arg(one.text, one.endText);
        rows.push_back({request.id.text(),
                        {Cell{exceptionKindText(request.kind), std::nullopt, false, true, false}, Cell{request.system},
                         Cell{zoneName(request.zone)}, Cell{staffName(request.requestedBy)},
                         Cell{request.maintainer ? staffName(*request.maintainer) : u"—"_s},
                         Cell{Texts::shortTime(request.until, now)}, Cell{why}, state}});
    }
    m_table->setRows(std::move(rows));
    m_view->setStretches({3, 2, 2, 2, 2, 0, 3, 0});
    QString summary = running == 0 ? tr("No exception runs.") : tr("%n exception(s) run", nullptr, running);
    if (overdue > 0)
        summary += u"  ·  "_s + tr("%n not locked again in time", nullptr, overdue);
    setSummary(summary);
    setUrgent(overdue);
    selectionChanged();
}

const usecases::ExceptionCase *ExceptionsTab::chosen() const
{
    const ExceptionId id = ExceptionId::fromText(m_view->selectedKey());
    const auto found =
        std::find_if(m_cases.begin(), m_cases.end(), [&](const usecases::ExceptionCase &one) { return one.request.id == id; });
    return found == m_cases.end() ? nullptr : &*found;
}

void ExceptionsTab::selectionChanged()
{
    const usecases::ExceptionCase *one = chosen();
    for (const auto &[step, button] : m_steps)
        button->setVisible(one && one->steps.contains(step));
}

void ExceptionsTab::take(const QString &step)
{
    const usecases::ExceptionCase *one = chosen();
    if (!one)
        return;
    const ExceptionId id = one->request.id;
    if (step == action::exceptionSign)
        return askSign(id);
    if (step == action::exceptionRefuse || step == action::exceptionClose)
        return askWhy(id, step);
    act(
        [id, step](const usecases::Workplace &workplace, const usecases::StaffSession &session) {
            return step == action::exceptionCheck      ? usecases::checkException(workplace, session, id)
                   : step == action::exceptionCarryOut ? usecases::carryOutException(workplace, session, id)
                                                       : usecases::relockException(workplace, session, id);
        },
        tr("Signed."));
}

void ExceptionsTab::askRequest()
{
    auto *form = new FormDialog(
        u"exceptionDialog"_s, tr("Ask for an exception"),
        tr("The supervisor checks, the leadership signs, one named person of maintenance opens it and locks it again."),
        tr("Ask"), this);
    QList<FormDialog::Choice> kinds;
    for (const QString &kind : exceptionKinds())
        kinds.append({kind, exceptionKindText(kind)});
    form->addChoice(u"exceptionKind"_s, tr("What"), kinds);
    form->addChoice(u"exceptionZone"_s, tr("Where"), zoneChoices());
    form->addLine(u"exceptionSystem"_s, tr("Which PC, port or right"));
    form->addTime(u"exceptionUntil"_s, tr("Locked again by"), m_workbench.now().addSecs(3600 * usualHours));
    form->addText(u"exceptionText"_s, tr("Why"), true);
    form->ask([this](FormDialog &filled) {
        const usecases::NewException request{filled.choice(u"exceptionKind"_s), ZoneId{filled.choice(u"exceptionZone"_s)},
                                             filled.text(u"exceptionSystem"_s), filled.time(u"exceptionUntil"_s),
                                             filled.text(u"exceptionText"_s)};
        act(
            [request](const usecases::Workplace &workplace, const usecases::StaffSession &session) {
                return usecases::requestException(workplace, session, request);
            },
            tr("Asked: the supervisor is next."), &filled);
    });
}

void ExceptionsTab::askSign(const ExceptionId &id)
{
    auto *form = new FormDialog(u"signDialog"_s, tr("Sign the exception"),
                                tr("Name the one person of maintenance who carries it out."), tr("Sign"), this);
    form->addChoice(u"signMaintainer"_s, tr("Carried out by"), staffChoices());
    form->ask([this, id](FormDialog &filled) {
        const StaffId maintainer = StaffId::fromText(filled.choice(u"signMaintainer"_s));
        act(
            [id, maintainer](const usecases::Workplace &workplace, const usecases::StaffSession &session) {
                return usecases::signException(workplace, session, id, maintainer);
            },
            tr("Signed."), &filled);
    });
}

void ExceptionsTab::askWhy(const ExceptionId &id, const QString &step)
{
    auto *form = new FormDialog(u"whyDialog"_s, stepText(step), {}, stepText(step), this);
    form->addText(u"whyText"_s, tr("Why"), true);
    form->ask([this, id, step](FormDialog &filled) {
        const QString text = filled.text(u"whyText"_s);
        act(
            [id, step, text](const usecases::Workplace &workplace, const usecases::StaffSession &session) {
                return step == action::exceptionRefuse ? usecases::refuseException(workplace, session, id, text)
                                                       : usecases::closeExceptionAtOnce(workplace, session, id, text);
            },
            tr("Signed."), &filled);
    });
}

QString ExceptionsTab::refusal(const Error &error) const
{
    if (error.code == ErrorCode::Invalid && error.detail == usecases::noMaintainer)
        return tr("This person does not hold the duty of maintenance there, or asked for it.");
    return {};
}

QString ExceptionsTab::stepText(const QString &step) const
{
    return step == action::exceptionRefuse     ? tr("Refuse")
           : step == action::exceptionClose    ? tr("Close at once")
           : step == action::exceptionCheck    ? tr("Checked: pass on to the leadership")
           : step == action::exceptionSign     ? tr("Sign and name maintenance")
           : step == action::exceptionCarryOut ? tr("Opened")
                                               : tr("Locked again");
}

void ExceptionsTab::retranslate()
{
    m_table->setColumns(
        {tr("What"), tr("System"), tr("Where"), tr("Asked by"), tr("Maintenance"), tr("Until"), tr("Why"), tr("State")});
    m_view->setAccessibleName(tr("Exceptions"));
    m_view->setEmptyText(tr("No exceptions: USB, internet and the network are as the policy has them."));
    for (const auto &[step, button] : m_steps)
        button->setText(stepText(step));
    m_request->setText(tr("Ask for an exception"));
    refresh();
}

} // namespace gatehouse::admin
