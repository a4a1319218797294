// SPDX-License-Identifier: GPL-3.0-or-later
#include "mustertab.h"

#include "domain/roomactions.h"

#include <QRegularExpression>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

namespace
{
constexpr int usualPapers = 20;

struct MusterState {
    std::vector<usecases::PersonHere> people;
    usecases::MustersView musters;
    bool mayKnow = true; ///< who is here
};

Result<MusterState> readMusters(Seat &seat)
{
    GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
    MusterState state;
    GATEHOUSE_TRY_ASSIGN(state.musters, usecases::mustersView(seat.workplace(), *session));
    auto people = usecases::whoIsHere(seat.workplace(), *session, seat.cards());
    if (!people && people.error().code != ErrorCode::NotAllowed)
        return fail(people.error());
    state.mayKnow = people.has_value();
    state.people = std::move(people).value_or(std::vector<usecases::PersonHere>());
    return state;
}

/// As it stands on paper: 12, V12 or V-12.
std::optional<int> visitNumber(const QString &typed)
{
    static const QRegularExpression form(u"^(?:V-?)?([1-9][0-9]{0,8})$"_s, QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(typed);
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

QString duration(qint64 seconds)
{
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}
} // namespace

MusterTab::MusterTab(Workbench &workbench, QWidget *parent) : DutyTab(workbench, u"musterTable"_s, parent)
{
    setObjectName(u"musterTab"_s);
    m_paperBack = addButton(u"paperBack"_s, nullptr, [this] { askPaperBack(); });
    m_papers = addButton(u"printPapers"_s, nullptr, [this] { askPapers(); });
    m_end = addButton(u"endMuster"_s, nullptr, [this] { askEnd(); });
    m_safe = addButton(u"markSafe"_s, "primary", [this] { mark(); });
    m_start = addButton(u"startMuster"_s, "danger", [this] { askStart(); });
    connect(m_view, &RecordView::keyActivated, this, [this] { mark(); });
    retranslate();
}

QString MusterTab::title() const
{
    return tr("Roll call and paper");
}

void MusterTab::reload()
{
    if (!m_workbench.isWorking())
        return;
    m_workbench.ask(this, readMusters, [this](Result<MusterState> state) {
        if (!state || !m_workbench.isWorking())
            return;
        m_people = std::move(state->people);
        m_mayKnow = state->mayKnow;
        m_musters = std::move(state->musters);
        refresh();
    });
}

void MusterTab::wipe()
{
    m_people.clear();
    m_musters = {};
    DutyTab::wipe();
}

const Muster *MusterTab::running() const
{
    const auto found =
        std::find_if(m_musters.musters.begin(), m_musters.musters.end(), [](const Muster &one) { return !one.endedAt; });
    return found == m_musters.musters.end() ? nullptr : &*found;
}

void MusterTab::refresh()
{
    const QDateTime now = m_workbench.now();
    const Muster *muster = running();
    std::vector<RecordTable::Row> rows;
    int heads = 0;
    int safe = 0;
    for (const usecases::PersonHere &person : m_people) {
        heads += person.heads;
        safe += person.safeAt ? person.heads : 0;
        const QString who = person.isHelpers()      ? tr("%n helper(s) of an emergency", nullptr, person.heads)
                            : person.name.isEmpty() ? person.label
                                                    : person.name;
        const Cell state = person.safeAt ? Cell{tr("safe %1").arg(Texts::time(*person.safeAt)), Tone::Good}
                           : muster      ? Cell{tr("missing"), Tone::Bad}
                                         : Cell{tr("here"), Tone::Neutral};
        rows.push_back({person.subject,
                        {Cell{person.lastSeen ? zoneName(*person.lastSeen) : tr("at no door yet")},
                         Cell{who, std::nullopt, false, true, false}, Cell{person.company}, Cell{person.hostName},
                         Cell{Texts::zoneNames(m_workbench.directory(), person.zones)},
                         Cell{Texts::shortTime(person.since, now)}, state}});
    }
    m_table->setRows(std::move(rows));
    m_view->setStretches({2, 3, 2, 2, 2, 0, 0});
    QStringList parts;
    m_view->setEmptyText(m_mayKnow ? tr("Nobody is logged as being here.")
                                   : tr("Who is here is shown to guards, managers and auditors."));
    if (!m_mayKnow)
        parts << (muster ? tr("A count runs.") : QString());
    else if (muster)
        parts << (muster->drill ? tr("Drill: %1 of %2 safe").arg(safe).arg(heads)
                                : tr("Roll call: %1 of %2 safe").arg(safe).arg(heads));
    else
        parts << tr("%n person(s) to account for", nullptr, heads);
    const auto drill = std::find_if(m_musters.musters.begin(), m_musters.musters.end(),
                                    [](const Muster &one) { return one.drill && one.endedAt; });
    if (drill != m_musters.musters.end())
        parts << tr("last drill %1: %2 min")
                     .arg(Texts::dateTime(drill->startedAt), duration(drill->startedAt.secsTo(*drill->endedAt)));
    const std::vector<int> missing = m_musters.papers.missing();
    if (!missing.empty())
        parts << tr("paper No. %1 did not come back").arg(missing.front());
    setSummary(parts.join(u"  ·  "_s));
    setUrgent((muster ? heads - safe : 0) + static_cast<int>(missing.size()));
    const QWidget *focused = window()->focusWidget(); // also while the question that was answered is just closing
    const bool atButtons = focused == m_start || focused == m_end || focused == m_safe;
    if (atButtons && m_start->isVisible() == (muster != nullptr))
        m_view->setFocus(); // the button goes, and with it the focus would go to another page
    m_start->setVisible(!muster);
    m_end->setVisible(muster && m_workbench.mayDecide());
    selectionChanged();
}

void MusterTab::selectionChanged()
{
    m_safe->setVisible(running());
    m_safe->setEnabled(running() && !m_view->selectedKey().isEmpty());
}

void MusterTab::askStart()
{
    auto *form =
        new FormDialog(u"musterDialog"_s, tr("Count the people"),
                       tr("The time it takes is kept in the log. The list can be printed at any time."), tr("Begin"), this);
    form->addChoice(u"musterKind"_s, tr("Is it"), {{u"real"_s, tr("in earnest")}, {u"drill"_s, tr("a drill")}});
    form->ask([this](FormDialog &filled) {
        const bool drill = filled.choice(u"musterKind"_s) == u"drill";
        int heads = 0;
        for (const usecases::PersonHere &person : m_people)
            heads += person.heads;
        act(
            [drill, heads](const usecases::Workplace &workplace, const usecases::StaffSession &session) {
                return usecases::startMuster(workplace, session, drill, heads);
            },
            tr("The count runs. Mark everybody who is at the assembly point."), &filled);
    });
}

void MusterTab::mark()
{
    const Muster *muster = running();
    const QString person = m_view->selectedKey();
    if (!muster || person.isEmpty())
        return;
    const QString next = nextMissing(person);
    if (isMissing(person) && !next.isEmpty())
        m_view->selectKey(next); // one key a person: Enter goes through the list
    act(
        [id = muster->id, person](const usecases::Workplace &workplace, const usecases::StaffSession &session) {
            return usecases::markSafe(workplace, session, id, person);
        },
        tr("Marked safe."));
}

bool MusterTab::isMissing(const QString &subject) const
{
    return std::any_of(m_people.begin(), m_people.end(),
                       [&](const usecases::PersonHere &one) { return one.subject == subject && !one.safeAt; });
}

/// The next person after this one, going round, who is not at the assembly point yet; empty when there is none.
QString MusterTab::nextMissing(const QString &subject) const
{
    const auto at =
        std::find_if(m_people.begin(), m_people.end(), [&](const usecases::PersonHere &one) { return one.subject == subject; });
    const auto from = static_cast<std::size_t>(std::distance(m_people.begin(), at));
    for (std::size_t step = 1; step < m_people.size(); ++step) {
        const usecases::PersonHere &candidate = m_people[(from + step) % m_people.size()];
        if (!candidate.safeAt)
            return candidate.subject;
    }
    return {};
}

/// A count that ends while somebody is missing ends the search as well: that is asked first.
void MusterTab::askEnd()
{
    int missing = 0;
    for (const usecases::PersonHere &person : m_people)
        missing += person.safeAt ? 0 : person.heads;
    if (missing == 0) {
        end(nullptr);
        return;
    }
    auto *form = new FormDialog(u"endMusterDialog"_s, tr("End the count"), tr("%n person(s) still missing.", nullptr, missing),
                                tr("End it all the same"), this);
    form->addCheck(u"endKnown"_s, tr("It is known where they are, or others search for them"), true);
    form->ask([this](FormDialog &filled) { end(&filled); });
}

void MusterTab::end(KeptDialog *form)
{
    const Muster *muster = running();
    if (!muster) {
        if (form)
            form->answered({}); // somebody else has ended it
        return;
    }
    act([id = muster->id](const usecases::Workplace &workplace,
                          const usecases::StaffSession &session) { return usecases::endMuster(workplace, session, id); },
        tr("The count is over; its time is kept."), form);
}

void MusterTab::askPapers()
{
    auto *form =
        new FormDialog(u"papersDialog"_s, tr("Print paper forms ahead"),
                       tr("For when nothing works. Each has a number, so that none gets lost unseen."), tr("Print"), this);
    form->addNumber(u"paperCount"_s, tr("How many"), 1, domain::mostPapersAtOnce, usualPapers);
    form->ask([this](FormDialog &filled) {
        const int count = filled.number(u"paperCount"_s);
        m_workbench.act(
            this,
            [count](Seat &seat) -> Result<usecases::PaperRange> {
                GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
                return usecases::printPapers(seat.workplace(), *session, count);
            },
            [this, form = QPointer<KeptDialog>(&filled)](const Result<usecases::PaperRange> &range) {
                if (form)
                    form->answered(range ? QString() : complaint(range.error()));
                if (range)
                    Q_EMIT papersAsked(range->from, range->to);
            });
    });
}

void MusterTab::askPaperBack()
{
    auto *form = new FormDialog(u"paperDialog"_s, tr("A paper form came back"),
                                tr("Register the visitor at the desk first, then note its number here."), tr("Note"), this);
    form->addNumber(u"paperNumber"_s, tr("Paper No."), 1, qMax(1, m_musters.papers.lastPrinted), 1);
    form->addLine(u"paperVisit"_s, tr("Number of the visit, V-…; empty: spoiled, not used"), false, 12);
    form->require(
        [](const FormDialog &filled) {
            const QString typed = filled.text(u"paperVisit"_s);
            return typed.isEmpty() || visitNumber(typed);
        },
        tr("Write the number of the visit as V-12, or nothing."));
    form->ask([this](FormDialog &filled) {
        const int number = filled.number(u"paperNumber"_s);
        const std::optional<int> visit = visitNumber(filled.text(u"paperVisit"_s));
        act(
            [number, visit](const usecases::Workplace &workplace, const usecases::StaffSession &session) {
                return usecases::takePaperBack(workplace, session, number, visit);
            },
            tr("Paper No. %1 is noted.").arg(number), &filled);
    });
}

QString MusterTab::refusal(const Error &error) const
{
    if (error.detail == usecases::paperForm)
        return error.code == ErrorCode::Conflict ? tr("This number came back before.") : tr("This number was never printed.");
    if (error.code == ErrorCode::Conflict && error.detail == usecases::countRuns)
        return tr("A count runs already.");
    return {};
}

void MusterTab::retranslate()
{
    m_table->setColumns({tr("Last seen"), tr("Who"), tr("Company"), tr("Host"), tr("May be in"), tr("Since"), tr("State")});
    m_view->setAccessibleName(tr("Who is here"));
    m_start->setText(tr("Count the people"));
    m_safe->setText(tr("Is safe  [Enter]"));
    m_end->setText(tr("End the count"));
    m_papers->setText(tr("Print paper forms"));
    m_paperBack->setText(tr("Paper came back"));
    refresh();
}

} // namespace gatehouse::admin
