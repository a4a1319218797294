// SPDX-License-Identifier: GPL-3.0-or-later
#include "rounddialog.h"

#include "presentation/roomwords.h"
#include "style/focusring.h"
#include "windows/parts/formdialog.h"
#include "windows/parts/widgets.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;
using namespace presentation;

namespace
{
constexpr int dialogWidth = 860;
constexpr int dialogHeight = 720;

struct RoundNow {
    Round round;
    usecases::RoundJudgement judgement;
};

Result<RoundNow> readRound(Seat &seat, const RoundId &id)
{
    GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
    RoundNow now;
    GATEHOUSE_TRY_ASSIGN(now.judgement, usecases::judgeRound(seat.workplace(), *session, id));
    now.round = seat.workplace().authority.rooms().rounds.byId(id).value_or(Round());
    return now;
}
} // namespace

RoundDialog::RoundDialog(Workbench &workbench, const Round &round, QWidget *parent)
    : QDialog(parent), m_workbench(workbench), m_round(round), m_hindrance(makeLabel(this)),
      m_finish(makeButton(this, u"finishRound"_s, "primary"))
{
    setObjectName(u"roundDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(dialogWidth, dialogHeight);
    const Zone *zone = workbench.directory().zone(round.zone);
    const QString title = tr("%1: %2").arg(roundKindText(round.kind), zone ? Texts::zoneName(*zone) : round.zone.key);
    setWindowTitle(title);
    QLabel *heading = makeLabel(this, "title");
    heading->setText(title);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget(scroll);
    m_points = new QVBoxLayout(inside);
    m_points->setSpacing(8);
    scroll->setWidget(inside);
    m_hindrance->setObjectName(u"roundHindrance"_s);
    m_hindrance->setWordWrap(true);
    QPushButton *later = makeButton(this, u"roundLater"_s);
    later->setText(tr("Go on later"));
    m_finish->setText(tr("Sign the round"));
    auto *foot = new QHBoxLayout;
    foot->setSpacing(buttonGap);
    foot->addWidget(m_hindrance, 1);
    foot->addWidget(later);
    foot->addWidget(m_finish);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 24, 28, 24);
    layout->setSpacing(12);
    layout->addWidget(heading);
    layout->addWidget(scroll, 1);
    layout->addLayout(foot);
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_finish, &QPushButton::clicked, this, &RoundDialog::finish);
    connect(&m_workbench, &Workbench::changed, this, &RoundDialog::reload);
    new FocusRing(this);
    buildPoints();
    showResults();
    reload();
}

void RoundDialog::reload()
{
    m_workbench.ask(
        this, [id = m_round.id](Seat &seat) { return readRound(seat, id); },
        [this](Result<RoundNow> now) {
            if (!now)
                return;
            m_round = std::move(now->round);
            m_judgement = std::move(now->judgement);
            showResults();
            showJudgement();
        });
}

void RoundDialog::buildPoints()
{
    for (const CheckPoint &point : m_round.checklist.points) {
        QFrame *card = makeFrame(this, "card");
        auto *line = new QHBoxLayout(card);
        line->setContentsMargins(16, 8, 12, 8);
        line->setSpacing(14);
        QLabel *words = makeLabel(card);
        words->setText(pointText(point, Texts::isChinese()));
        words->setWordWrap(true);
        QLabel *basis = makeLabel(card, "muted");
        basis->setText(article(point.rule));
        QLabel *verdict = makeLabel(card);
        m_verdicts.insert(point.code, verdict);
        QPushButton *good = makeButton(card, u"pass-"_s + point.code);
        good->setText(tr("In order"));
        good->setAccessibleName(tr("In order: %1").arg(words->text()));
        QPushButton *bad = makeButton(card, u"fail-"_s + point.code, "danger");
        bad->setText(tr("Not in order"));
        bad->setAccessibleName(tr("Not in order: %1").arg(words->text()));
        line->addWidget(words, 4);
        line->addWidget(basis);
        line->addWidget(verdict, 2);
        line->addWidget(good);
        line->addWidget(bad);
        m_points->addWidget(card);
        connect(good, &QPushButton::clicked, this, [this, code = point.code] { answer({code, true, {}, {}, {}}); });
        connect(bad, &QPushButton::clicked, this, [this, point] { askFailed(point); });
    }
    m_points->addStretch(1);
}

void RoundDialog::showResults()
{
    for (const CheckPoint &point : m_round.checklist.points) {
        QLabel *verdict = m_verdicts.value(point.code);
        if (const PointResult *result = m_round.result(point.code); result && verdict)
            setVerdict(verdict, result->passed ? Tone::Good : Tone::Bad,
                       result->passed ? tr("in order") : tr("not in order: incident opened"));
    }
}

void RoundDialog::showJudgement()
{
    const int open = static_cast<int>(m_judgement.unanswered.size());
    const bool closing = m_round.kind == RoundKind::Closing;
    m_finish->setEnabled(!m_judgement.blocks(m_round.kind));
    QStringList dark;
    for (const SupplyLoad &load : m_judgement.darkened)
        dark << u"%1 %2"_s.arg(supplyText(load.what), load.label);
    if (closing && m_judgement.inside > 0)
        setVerdict(m_hindrance, Tone::Bad,
                   tr("%n person(s) are logged as inside: the room cannot be closed.", nullptr, m_judgement.inside));
    else if (open > 0)
        setVerdict(m_hindrance, Tone::Neutral, tr("%n point(s) without an answer", nullptr, open));
    else if (!dark.isEmpty())
        setVerdict(m_hindrance, Tone::Warn, tr("Goes dark with the supply: %1").arg(dark.join(tr(", "))));
    else
        setVerdict(m_hindrance, Tone::Neutral, {});
}

void RoundDialog::answer(const usecases::PointAnswer &given, KeptDialog *form)
{
    m_workbench.act(
        this,
        [id = m_round.id, given](Seat &seat) -> Result<std::optional<IncidentId>> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::answerPoint(seat.workplace(), *session, id, given);
        },
        [this, form = QPointer<KeptDialog>(form)](const Result<std::optional<IncidentId>> &incident) {
            if (form)
                form->answered(incident ? QString() : Texts::error(incident.error()));
            else if (!incident)
                Q_EMIT said(Tone::Bad, Texts::error(incident.error()));
        });
}

void RoundDialog::askFailed(const CheckPoint &point)
{
    auto *form =
        new FormDialog(u"failedDialog"_s, pointText(point, Texts::isChinese()),
                       tr("This opens an incident with somebody who answers for it and a time by which it is put right."),
                       tr("Not in order"), this);
    QList<FormDialog::Choice> owners{{QString(), tr("the zone's keeper")}};
    for (const Staff &staff : m_workbench.directory().staff) {
        if (staff.state == StaffState::Active)
            owners.append({staff.id.text(), u"%1  %2"_s.arg(staff.number, staff.name)});
    }
    const int minutes = incidentPlan(incidentOfPoint(point.kind)).fixWithinMinutes;
    form->addText(u"failedText"_s, tr("What was found"), true);
    form->addChoice(u"failedOwner"_s, tr("Answers for it"), owners);
    form->addTime(u"failedUntil"_s, tr("Put right by"), m_workbench.now().addSecs(60LL * minutes));
    form->ask([this, code = point.code](FormDialog &filled) {
        const StaffId owner = StaffId::fromText(filled.choice(u"failedOwner"_s));
        answer({code, false, filled.text(u"failedText"_s), owner.isNull() ? std::nullopt : std::optional<StaffId>(owner),
                filled.time(u"failedUntil"_s)},
               &filled);
    });
}

void RoundDialog::finish()
{
    const auto sign = [this](KeptDialog *form) {
        m_workbench.act(
            this,
            [id = m_round.id](Seat &seat) -> Result<void> {
                GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
                return usecases::finishRound(seat.workplace(), *session, id, true);
            },
            [this, form = QPointer<KeptDialog>(form)](const Result<void> &answer) {
                if (form)
                    form->answered(answer ? QString() : Texts::error(answer.error()));
                if (!answer) {
                    if (!form)
                        Q_EMIT said(Tone::Bad, Texts::error(answer.error()));
                    reload();
                    return;
                }
                Q_EMIT said(Tone::Good, tr("The round is signed."));
                accept();
            });
    };
    if (m_judgement.darkened.empty())
        return sign(nullptr);
    QStringList dark;
    for (const SupplyLoad &load : m_judgement.darkened)
        dark << u"%1 %2"_s.arg(supplyText(load.what), load.label);
    auto *form = new FormDialog(u"supplyDialog"_s, tr("These go dark with the room's supply"), dark.join(u"\n"_s),
                                tr("Sign the round"), this);
    form->addCheck(u"supplyKnown"_s, tr("I know it; they may go dark"), true);
    form->ask([sign](FormDialog &filled) { sign(&filled); });
}

} // namespace gatehouse::admin
