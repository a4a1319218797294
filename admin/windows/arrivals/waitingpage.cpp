// SPDX-License-Identifier: GPL-3.0-or-later
#include "waitingpage.h"

#include "casepanel.h"
#include "casework.h"
#include "decisionbar.h"
#include "delegates/queuedelegate.h"
#include "devicenote.h"
#include "presentation/words.h"
#include "queuereader.h"
#include "unansweredcard.h"
#include "usecases/decidevisit.h"
#include "windows/parts/reasondialog.h"
#include "windows/parts/widgets.h"

#include <QHBoxLayout>
#include <QListView>
#include <QTimer>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

namespace
{
constexpr int leastQueue = 340;
constexpr int mostQueue = 460;   ///< names are whole on a wide screen
constexpr int leastBeside = 860; ///< of the case, before the queue takes more

/// A list of Qt makes the first row the current one when it is given the focus; here a case is opened by a person.
class QueueView : public QListView
{
public:
    using QListView::QListView;

protected:
    void focusInEvent(QFocusEvent *event) override
    {
        if (currentIndex().isValid())
            QListView::focusInEvent(event);
        else
            QAbstractScrollArea::focusInEvent(event); // NOLINT(bugprone-parent-virtual-call)
        viewport()->update();
    }
};
} // namespace

WaitingPage::WaitingPage(Workbench &workbench, AppSettings &settings, DecisionDesk &desk, QWidget *parent)
    : Page(workbench, settings, parent), m_desk(desk), m_work(new CaseWork(workbench, this)),
      m_reader(new QueueReader(workbench, this)), m_queue(new QueueModel(this)), m_list(new QueueView(this)),
      m_case(new CasePanel(workbench, settings, this)), m_bar(new DecisionBar(workbench, settings, this)),
      m_empty(makeLabel(this, "muted"))
{
    setObjectName(u"waitingPage"_s);
    m_empty->setObjectName(u"nobodyWaits"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_empty, 1);
    right->addWidget(m_case, 1);
    right->addWidget(m_bar);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildQueue());
    layout->addLayout(right, 1);

    wireDesk();
    wireQueue();
    wireCase();
    wireBar();
    retranslate();
    showEmpty();
}

void WaitingPage::wireDesk()
{
    connect(&m_workbench, &Workbench::changed, this, &WaitingPage::reload);
    connect(&m_workbench, &Workbench::directoryChanged, this, [this] {
        m_queue->retranslate(m_workbench.directory());
        m_unanswered->retranslate();
        m_case->retranslate();
        m_bar->retranslate();
    });
    connect(&m_workbench, &Workbench::recovered, this, [this] {
        if (m_unwritten)
            m_bar->say(Tone::Warn, tr("Nothing was stored: do it again."));
    });
    connect(&m_desk, &DecisionDesk::changed, this, [this] {
        m_queue->setPending(m_desk.underway());
        showEmpty();
        if (m_case->file())
            m_bar->setCase(*m_case->file(), isPending());
    });
    connect(&m_desk, &DecisionDesk::written, this, &WaitingPage::wrote);
    connect(&m_desk, &DecisionDesk::failed, this, [this](const PlannedDecision &, const Error &error) { sayError(error); });
}

void WaitingPage::wireQueue()
{
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            select(VisitId{index.data(QueueModel::VisitIdRole).toUuid()});
    });
    connect(m_reader, &QueueReader::queueRead, this, &WaitingPage::took);
    connect(m_reader, &QueueReader::unansweredRead, m_unanswered, &UnansweredCard::setRows);
    connect(m_unanswered, &UnansweredCard::ended, this, &WaitingPage::unanswered);
    connect(m_reader, &QueueReader::assessed, m_queue, &QueueModel::setVerdict);
    auto *second = new QTimer(this);
    second->setInterval(1000);
    connect(second, &QTimer::timeout, this, [this] { m_queue->setNow(m_workbench.now()); });
    second->start();
}

void WaitingPage::wireCase()
{
    connect(m_case, &CasePanel::originalSeenAsked, this, &WaitingPage::recordOriginal);
    connect(m_case, &CasePanel::openDocumentAsked, this, &WaitingPage::openDocument);
    connect(m_case, &CasePanel::depositAsked, this,
            [this](const QString &kind, const QString &tag) { m_work->deposit(m_current, kind, tag); });
    connect(m_case, &CasePanel::returnAsked, this, [this](const QString &kind) { m_work->giveBack(m_current, kind); });
    connect(m_case, &CasePanel::allowAsked, this,
            [this](const QString &kind, const QString &device) { m_work->allow(m_current, kind, device); });
    connect(m_case, &CasePanel::itemRefused, this, [this](const QString &why) { m_bar->say(Tone::Bad, why); });
    connect(m_case, &CasePanel::earlierBriefingAsked, this,
            [this](const ZoneId &zone) { m_work->countEarlierBriefing(m_current, zone); });
    connect(m_case, &CasePanel::spokenBriefingAsked, this,
            [this](const ZoneId &zone) { m_work->briefInPerson(m_current, zone); });
    connect(m_case, &CasePanel::memberChosen, this, &WaitingPage::open);
    connect(m_work, &CaseWork::failed, this, &WaitingPage::sayError);
    connect(m_work, &CaseWork::asked, this, [this] { m_bar->say(Tone::Good, tr("The question is on the kiosk.")); });
    connect(m_work, &CaseWork::caseRead, this,
            [this](const VisitId &id, const usecases::CaseFile &file) { tookCase(id, file); });
    connect(m_work, &CaseWork::documentOpened, this, [this](const VisitId &id, const usecases::OpenedDocument &document) {
        if (id == m_current)
            m_case->setOpened(document);
    });
}

void WaitingPage::wireBar()
{
    connect(m_bar, &DecisionBar::approveAsked, this, &WaitingPage::approve);
    connect(m_bar, &DecisionBar::attendAsked, this, &WaitingPage::attend);
    connect(m_bar, &DecisionBar::denyAsked, this, &WaitingPage::deny);
    connect(m_bar, &DecisionBar::askAsked, this, &WaitingPage::ask);
    connect(m_bar, &DecisionBar::printAsked, this, [this] { Q_EMIT printAsked(m_current); });
    connect(m_bar, &DecisionBar::lostAsked, this, [this] { Q_EMIT lostAsked(m_current, currentName()); });
    connect(m_bar, &DecisionBar::departAsked, this, [this] { Q_EMIT departAsked(m_current, currentName()); });
}

QWidget *WaitingPage::buildQueue()
{
    m_list->setObjectName(u"queue"_s);
    m_list->setProperty("role", u"queue"_s);
    m_list->setModel(m_queue);
    m_list->setItemDelegate(new QueueDelegate(m_list));
    m_list->setUniformItemSizes(false);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QFrame *foot = makeFrame(this, "foot");
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(20, 12, 20, 14);
    m_unanswered = new UnansweredCard(m_workbench, this);
    m_devices = new DeviceNote(m_workbench, this);
    m_next = makeButton(foot, u"nextWaiting"_s);
    row->addWidget(m_next);
    m_queueColumn = new QWidget(this);
    m_queueColumn->setFixedWidth(leastQueue);
    auto *column = new QVBoxLayout(m_queueColumn);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_devices);
    column->addWidget(m_unanswered);
    column->addWidget(m_list, 1);
    column->addWidget(foot);
    connect(m_next, &QPushButton::clicked, this, &WaitingPage::openNext);
    return m_queueColumn;
}

void WaitingPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const int wanted = qBound(leastQueue, width() - leastBeside, mostQueue);
    if (wanted == m_queueColumn->width())
        return;
    m_queueColumn->setFixedWidth(wanted);
    m_list->doItemsLayout(); // the chips wrap elsewhere
}

QString WaitingPage::title() const
{
    return tr("Waiting");
}

void WaitingPage::start()
{
    m_first = true;
    reload();
}

void WaitingPage::wipe()
{
    m_current = {};
    m_withheld = false;
    m_reader->forget();
    m_list->setCurrentIndex({});
    m_queue->clear();
    m_unanswered->wipe();
    m_case->clear();
    m_bar->clear();
    showEmpty();
}

void WaitingPage::focusFirst()
{
    m_list->setFocus();
}

void WaitingPage::reload()
{
    if (!m_workbench.isWorking())
        return;
    m_reader->reload();
    reloadCase();
}

void WaitingPage::took(const std::vector<QueueEntry> &entries)
{
    m_queue->setNow(m_workbench.now());
    const QList<VisitId> fresh = m_queue->update(entries, m_workbench.directory());
    Q_EMIT waitingChanged(m_queue->waiting());
    if (!fresh.isEmpty() && !m_first)
        Q_EMIT arrived(static_cast<int>(fresh.size()));
    m_first = false;
    if (const int row = m_queue->rowOf(m_current); row >= 0)
        m_list->setCurrentIndex(m_queue->index(row)); // it was opened before it stood here
    showEmpty();
}

void WaitingPage::showEmpty()
{
    const bool nothing = m_current.isNull() || m_withheld;
    m_empty->setText(m_withheld                 ? tr("This case is not open to your role.")
                     : m_queue->rowCount() == 0 ? tr("Nobody is waiting.")
                                                : tr("Choose a visitor on the left."));
    m_empty->setVisible(nothing);
    m_next->setEnabled(m_queue->nextWaiting(m_queue->rowOf(m_current)) >= 0);
    m_case->setVisible(!nothing);
}

void WaitingPage::select(const VisitId &id)
{
    if (id == m_current)
        return;
    m_current = id;
    m_queue->hold(id);
    m_unwritten = false;
    m_withheld = false;
    m_case->clear();
    m_bar->clear();
    showEmpty();
    reloadCase();
}

void WaitingPage::open(const VisitId &id)
{
    const int row = m_queue->rowOf(id);
    if (row >= 0) {
        m_list->setCurrentIndex(m_queue->index(row));
        return;
    }
    m_list->setCurrentIndex({});
    select(id);
}

void WaitingPage::openNext()
{
    const int row = m_queue->nextWaiting(m_queue->rowOf(m_current));
    if (row < 0)
        return;
    m_list->setCurrentIndex(m_queue->index(row));
    m_list->setFocus();
}

void WaitingPage::reloadCase()
{
    if (m_current.isNull())
        return;
    const VisitId id = m_current;
    m_workbench.ask(
        this,
        [id](Seat &seat) -> Result<usecases::CaseFile> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::openCase(seat.workplace(), *session, id);
        },
        [this, id](const Result<usecases::CaseFile> &file) { tookCase(id, file); });
}

void WaitingPage::tookCase(const VisitId &id, const Result<usecases::CaseFile> &file)
{
    if (id != m_current || !m_workbench.isWorking())
        return;
    m_withheld = !file && file.error().code == ErrorCode::NotAllowed;
    showEmpty();
    if (m_withheld) {
        m_case->clear();
        m_bar->clear();
        return;
    }
    if (!file) {
        if (!isStorageTrouble(file.error()))
            Q_EMIT said(Tone::Bad,
                        file.error().code == ErrorCode::BadSignature
                            ? tr("This visit's data were changed by somebody. It cannot be decided on; call the manager.")
                            : Texts::error(file.error()));
        return;
    }
    m_queue->updateHeld(file->visit);
    m_case->setCase(*file);
    m_bar->setCase(*file, isPending());
}

bool WaitingPage::isPending() const
{
    return m_desk.underway().contains(m_current);
}

QString WaitingPage::currentName() const
{
    if (!m_case->file())
        return {};
    const QString name = m_case->file()->record.displayName();
    if (!name.isEmpty())
        return name;
    return u"%1 %2"_s.arg(visitLabel(m_case->file()->visit.number),
                          Texts::purposeName(m_workbench.directory(), m_case->file()->visit.purpose));
}

QList<VisitId> WaitingPage::decidedVisits() const
{
    QList<VisitId> visits{m_current};
    if (!m_case->decideTogether())
        return visits;
    for (const Visit &member : m_case->file()->partyMembers) {
        if (member.state == VisitState::Requested)
            visits.append(member.id);
    }
    return visits;
}

void WaitingPage::approve()
{
    if (m_bar->mayApprove()) {
        m_list->setFocus(); // the reason cannot have it any more, and it would go to the navigation
        m_desk.plan({PlannedDecision::Kind::Approve, decidedVisits(), currentName(), m_bar->reason()});
    } else if (!m_bar->chooseReason()) // the key leads to what is missing
        m_case->focusDeposit();
}

void WaitingPage::attend()
{
    if (m_bar->mayAttend())
        m_desk.plan({PlannedDecision::Kind::Attend, {m_current}, currentName(), std::nullopt});
}

void WaitingPage::deny()
{
    if (!m_bar->mayDecide())
        return;
    QList<ReasonDialog::Choice> choices;
    for (const QString &code : presentation::denialReasonCodes())
        choices.append({code, presentation::denialReasonText(code)});
    const QList<VisitId> visits = decidedVisits();
    auto *dialog =
        new ReasonDialog(tr("Deny %1").arg(currentName()), tr("The reason is sealed. The visitor sees only whom to ask."),
                         choices, tr("Deny"), "danger", this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QString who = currentName();
    connect(dialog, &QDialog::accepted, this, [this, dialog, visits, who] {
        m_desk.plan({PlannedDecision::Kind::Deny, visits, who, dialog->reason()});
    });
    dialog->open();
}

void WaitingPage::ask()
{
    if (!m_bar->mayDecide() || !m_case->file() || m_case->file()->visit.state != VisitState::Requested)
        return;
    QList<ReasonDialog::Choice> choices;
    for (const QString &code : presentation::questionCodes())
        choices.append({code, code == u"other" ? tr("In own words") : Texts::question(code)});
    const VisitId id = m_current;
    auto *dialog = new ReasonDialog(tr("Ask %1").arg(currentName()), tr("The question appears on the kiosk."), choices,
                                    tr("Ask"), "primary", this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id] { m_work->ask(id, dialog->reason()); });
    dialog->open();
}

void WaitingPage::recordOriginal()
{
    if (m_case->file() && !m_case->file()->visit.originalSeenAt && m_case->file()->visit.state == VisitState::Requested)
        m_work->recordOriginal(m_current);
}

void WaitingPage::openDocument()
{
    if (m_case->file() && m_case->file()->hasDocument)
        m_work->openDocument(m_current);
}

void WaitingPage::sayError(const Error &error)
{
    QString sentence = Texts::error(error);
    if (error.code == ErrorCode::Conflict && !error.detail.isEmpty()) {
        const auto state = visitStateFromName(error.detail);
        sentence = state ? tr("Already done: the visit is %1.").arg(Texts::visitState(*state))
                         : tr("Already decided by %1.").arg(error.detail);
    } else if (error.code == ErrorCode::Unavailable && error.detail == usecases::kioskAway) {
        sentence = tr("The kiosk is not running: own words cannot reach it.");
    } else if (error.code == ErrorCode::Blocked && error.detail == usecases::reasonMissing) {
        sentence = tr("One who still waits has a warning that you have not answered. Open that visit and decide on it there.");
    }
    m_unwritten = isStorageTrouble(error);
    m_bar->say(Tone::Bad, sentence);
    Q_EMIT said(Tone::Bad, sentence);
    reload();
}

void WaitingPage::wrote(const PlannedDecision &decision, const usecases::Decided &answer)
{
    QString sentence;
    const QString number = visitLabel(answer.visit.number);
    if (decision.kind == PlannedDecision::Kind::Deny)
        sentence = tr("%1 was denied.").arg(number);
    else if (decision.kind == PlannedDecision::Kind::Attend)
        sentence = tr("%1 was attended to.").arg(number);
    else if (answer.approvals < answer.needed)
        sentence = tr("Your approval of %1 is written: %2 of %3.").arg(number).arg(answer.approvals).arg(answer.needed);
    else if (answer.visit.atDesk)
        sentence = tr("%1 is approved. Print the badge here.").arg(number);
    else if (answer.othersWait > 0) // the kiosk keeps it back until then
        sentence = tr("%1 is approved. The badge comes out at the kiosk when the others of the party are decided: %n left.",
                      nullptr, answer.othersWait)
                       .arg(number);
    else
        sentence = tr("%1 is approved. The badge comes out at the kiosk.").arg(number);
    Q_EMIT said(Tone::Good, sentence);
    m_queue->updateHeld(answer.visit);
    if (answer.visit.id != m_current)
        return;
    m_unwritten = false;
    m_bar->say(Tone::Neutral, {}); // why it failed before is over
    reloadCase();
}

bool WaitingPage::perform(Command command)
{
    switch (command) {
    case Command::Approve:
        if (m_bar->mayAttend())
            attend();
        else
            approve();
        return true;
    case Command::Deny:
        deny();
        return true;
    case Command::Ask:
        ask();
        return true;
    case Command::OriginalSeen:
        recordOriginal();
        return true;
    case Command::OpenDocument:
        openDocument();
        return true;
    case Command::PrintBadge:
        if (!m_bar->mayPrint())
            return false;
        Q_EMIT printAsked(m_current);
        return true;
    default:
        return false;
    }
}

void WaitingPage::retranslate()
{
    m_list->setAccessibleName(tr("Visitors who wait"));
    m_next->setText(withKey(tr("Next who waits"), m_settings.key(Command::Next)));
    m_queue->retranslate(m_workbench.directory());
    m_devices->retranslate();
    m_unanswered->retranslate();
    m_case->retranslate();
    m_bar->retranslate();
    showEmpty();
}

} // namespace gatehouse::admin
