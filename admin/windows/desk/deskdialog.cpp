// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskdialog.h"

#include "deskconsents.h"
#include "deskidentity.h"
#include "deskitems.h"
#include "deskvisit.h"
#include "deskwork.h"
#include "domain/policy.h"
#include "style/focusring.h"
#include "texts.h"
#include "windows/parts/widgets.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

DeskDialog::DeskDialog(Workbench &workbench, AppSettings &settings, QWidget *parent)
    : CarefulDialog(parent), m_workbench(workbench), m_settings(settings),
      m_party(makeId<PartyId>(workbench.clock(), *workbench.plan().randomness)),
      m_id(makeId<VisitId>(workbench.clock(), *workbench.plan().randomness))
{
    setObjectName(u"deskDialog"_s);
    setWindowTitle(tr("Register a visitor"));
    resize(760, qMin(840, parent ? parent->height() - 40 : 840));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(buildForm(), 1);
    outer->addWidget(buildFoot());
    connect(m_visit, &DeskVisit::changed, this, &DeskDialog::judge);
    connect(m_work, &DeskWork::changed, this, &DeskDialog::judge);
    judge();
    m_visit->setFocus();
    new FocusRing(this);
}

QWidget *DeskDialog::buildForm()
{
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(u"deskForm"_s);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget(scroll);
    auto *layout = new QVBoxLayout(inside);
    layout->setContentsMargins(28, 22, 28, 16);
    layout->setSpacing(14);
    QLabel *heading = makeLabel(inside, "title");
    heading->setText(tr("Register a visitor"));
    m_visit = new DeskVisit(m_workbench, inside);
    m_work = new DeskWork(inside);
    for (QWidget *part : {static_cast<QWidget *>(heading), static_cast<QWidget *>(m_visit), static_cast<QWidget *>(m_work)})
        layout->addWidget(part);
    layout->addStretch(1);
    scroll->setWidget(inside);
    m_form = layout;
    buildPerson();
    return scroll;
}

void DeskDialog::buildPerson()
{
    for (QWidget *part :
         {static_cast<QWidget *>(m_identity), static_cast<QWidget *>(m_items), static_cast<QWidget *>(m_consents)})
        delete part;
    QWidget *inside = m_form->parentWidget();
    m_identity = new DeskIdentity(m_workbench, m_settings, inside);
    m_items = new DeskItems(inside);
    m_consents = new DeskConsents(m_workbench.directory().notices, inside);
    for (QWidget *part :
         {static_cast<QWidget *>(m_identity), static_cast<QWidget *>(m_items), static_cast<QWidget *>(m_consents)})
        m_form->insertWidget(m_form->count() - 1, part);
    connect(m_identity, &DeskIdentity::changed, this, &DeskDialog::judge);
    connect(m_identity, &DeskIdentity::said, this,
            [this](Tone tone, const QString &sentence) { setVerdict(m_message, tone, sentence); });
    connect(m_items, &DeskItems::changed, this, &DeskDialog::judge);
    connect(m_consents, &DeskConsents::changed, this, &DeskDialog::judge);
}

/// Purpose, host, company and work are the party's; document, things and notices are each person's own.
void DeskDialog::nextOfParty(const Visit &registeredVisit)
{
    m_id = makeId<VisitId>(m_workbench.clock(), *m_workbench.plan().randomness);
    m_visit->setEnabled(false);
    m_work->setEnabled(false);
    buildPerson();
    judge();
    setVerdict(m_message, Tone::Good,
               tr("%1 is registered. Now the next person of the party.").arg(visitLabel(registeredVisit.number)));
    findChild<QScrollArea *>(u"deskForm"_s)->verticalScrollBar()->setValue(0);
    m_identity->findChild<QLineEdit *>(u"desk-fullName"_s)->setFocus();
}

QWidget *DeskDialog::buildFoot()
{
    QFrame *foot = makeFrame(this, "foot");
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(28, 12, 28, 14);
    layout->setSpacing(12);
    m_message = makeLabel(foot, "muted");
    m_message->setObjectName(u"deskMessage"_s);
    m_message->setWordWrap(true);
    QPushButton *cancel = makeButton(foot, u"deskCancel"_s);
    cancel->setText(tr("Cancel"));
    m_submit = makeButton(foot, u"deskSubmit"_s, "primary");
    m_submit->setText(tr("Register"));
    m_another = makeButton(foot, u"deskAnother"_s);
    m_another->setText(tr("Register, and another of the party"));
    layout->addWidget(m_message, 1);
    layout->addWidget(cancel);
    layout->addWidget(m_another);
    layout->addWidget(m_submit);
    connect(cancel, &QPushButton::clicked, this, &CarefulDialog::leave);
    connect(m_submit, &QPushButton::clicked, this, [this] { submit(false); });
    connect(m_another, &QPushButton::clicked, this, [this] { submit(true); });
    return foot;
}

void DeskDialog::readPicture(const QString &path)
{
    m_identity->readPicture(path);
}

void DeskDialog::takeDocument(const scanning::ScanResult &document)
{
    m_identity->tookDocument(document, {});
}

void DeskDialog::takePortrait(const QImage &picture)
{
    m_identity->takePortrait(picture);
}

QString DeskDialog::missing() const
{
    const QString work = m_visit->asksWork() ? m_work->missing(m_workbench.now()) : QString();
    for (const QString &what : {tooLong(this), m_visit->missing(), work, m_identity->missing(m_visit->asksDocument()),
                                hindrance(), m_consents->missing()}) {
        if (!what.isEmpty())
            return what;
    }
    return {};
}

QString DeskDialog::hindrance() const
{
    const QDate today = m_workbench.now().toLocalTime().date();
    const auto born = m_identity->birthDate();
    if (born && *born <= today && ageOn(*born, today) < escortedZoneAge && m_visit->asksWork())
        return Texts::finding({Rule::R4, Verdict::Block, u"too-young-for-zone"_s, {}}, m_workbench.directory());
    return m_identity->comparison();
}

bool DeskDialog::isBegun() const
{
    const QList<QLineEdit *> lines = findChildren<QLineEdit *>();
    const QList<QCheckBox *> boxes = findChildren<QCheckBox *>();
    return m_identity->hasPicture() ||
           std::any_of(lines.begin(), lines.end(),
                       [](const QLineEdit *line) {
                           const bool number = qobject_cast<const QAbstractSpinBox *>(line->parent()) != nullptr;
                           return line->isEnabled() && !number && !line->text().isEmpty(); // off: of a party, and written
                       }) ||
           std::any_of(boxes.begin(), boxes.end(), [](const QCheckBox *box) { return box->isEnabled() && box->isChecked(); });
}

void DeskDialog::judge()
{
    m_items->setVisible(m_visit->purpose() && m_visit->purpose()->asksItems);
    m_consents->setAsksTerms(m_visit->asksTerms());
    m_work->setVisible(m_visit->asksWork());
    if (m_visit->purpose()) {
        const QSignalBlocker quiet(m_work);
        m_work->setPurpose(*m_visit->purpose(), m_workbench.now());
    }
    const QString what = missing();
    for (QPushButton *button : {m_submit, m_another})
        button->setEnabled(what.isEmpty() && !m_busy);
    if (!m_busy)
        setVerdict(m_message, !what.isEmpty() && what == hindrance() ? Tone::Warn : Tone::Neutral, what);
}

usecases::VisitRequest DeskDialog::request() const
{
    usecases::VisitRequest request;
    m_visit->fill(request);
    request.party = m_party;
    request.language = m_consents->language();
    usecases::VisitorInput visitor;
    visitor.id = m_id;
    m_identity->fill(visitor.record);
    m_visit->fill(visitor.record);
    if (m_visit->asksWork()) {
        m_work->fill(request);
        m_work->fill(visitor.record);
    }
    visitor.record.itemsNote = m_items->note();
    visitor.record.typedSignature = m_consents->typedSignature();
    visitor.portrait = m_identity->portraitJpeg();
    visitor.document = m_identity->documentJpeg();
    visitor.consents = m_consents->consents(m_workbench.now());
    if (m_visit->purpose()->asksItems)
        visitor.items = m_items->items();
    request.visitors.push_back(std::move(visitor));
    return request;
}

void DeskDialog::submit(bool another)
{
    if (!missing().isEmpty() || m_busy)
        return;
    m_busy = true;
    const QPointer<QWidget> focus = focusWidget();
    setEnabled(false); // sent once, as it is
    setVerdict(m_message, Tone::Neutral, tr("Registering …"));
    m_workbench.act(
        this,
        [request = request()](Seat &seat) -> Result<std::vector<Visit>> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::requestVisit(seat.workplace(), request, session);
        },
        [this, another, focus](const Result<std::vector<Visit>> &visits) {
            m_busy = false;
            setEnabled(true);
            if (visits) {
                Q_EMIT registered(visits->front().id);
                if (another)
                    nextOfParty(visits->front());
                else
                    accept();
                return;
            }
            judge();
            setVerdict(m_message, Tone::Bad, Texts::refusal(visits.error(), m_workbench.directory()));
            if (focus)
                focus->setFocus();
        });
}

} // namespace gatehouse::admin
