// SPDX-License-Identifier: GPL-3.0-or-later
#include "casepanel.h"

#include "itemcard.h"
#include "models/caserows.h"
#include "presentation/words.h"
#include "style/chip.h"
#include "windows/parts/picturecard.h"
#include "windows/parts/recordview.h"
#include "windows/parts/widgets.h"
#include "windows/settings/briefingcard.h"

#include <QHBoxLayout>
#include <QHeaderView>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

namespace
{
constexpr int pictureHeight = 250;
constexpr int narrowPictureHeight = 180; ///< leaves the findings in sight
/// Below it the fields stand under the rest: half of it must hold the findings with their verdicts.
constexpr int sideBySideWidth = 1200;

void emptyLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        if (item->layout())
            emptyLayout(item->layout());
        delete item;
    }
}
} // namespace

CasePanel::CasePanel(Workbench &workbench, AppSettings &settings, QWidget *parent)
    : QScrollArea(parent), m_workbench(workbench), m_settings(settings)
{
    setObjectName(u"casePanel"_s);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_content = new QWidget(this);
    auto *layout = new QVBoxLayout(m_content);
    layout->setContentsMargins(28, 20, 28, 20);
    layout->setSpacing(16);
    layout->addWidget(buildHead());
    layout->addWidget(buildIdentity());
    layout->addStretch(1);
    setWidget(m_content);
    retranslate();
    clear();
}

QWidget *CasePanel::buildHead()
{
    auto *head = new QWidget(m_content);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto *line = new QHBoxLayout;
    m_name = makeLabel(head, "display");
    m_name->setObjectName(u"caseName"_s);
    m_name->setWordWrap(true);
    m_state = new Chip(head);
    m_state->setObjectName(u"caseState"_s);
    line->addWidget(m_name, 1);
    line->addWidget(m_state, 0, Qt::AlignVCenter);
    m_about = makeLabel(head, "muted");
    m_about->setObjectName(u"caseAbout"_s);
    m_about->setWordWrap(true);
    m_question = makeLabel(head, "warn");
    m_question->setObjectName(u"caseQuestion"_s);
    m_question->setWordWrap(true);
    m_decisionCard = makeFrame(head, "card");
    m_decisionCard->setObjectName(u"caseDecisions"_s);
    m_decisions = new QVBoxLayout(m_decisionCard);
    m_decisions->setContentsMargins(16, 10, 16, 12);
    layout->addLayout(line);
    layout->addWidget(m_about);
    layout->addWidget(m_question);
    layout->addSpacing(8);
    layout->addWidget(m_decisionCard);
    return head;
}

void CasePanel::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const bool narrow = width() < sideBySideWidth;
    m_identity->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    for (const int half : {0, 1}) // the values need as much as the findings
        m_identity->setStretch(half, narrow ? 0 : 1);
    for (PictureCard *picture : {m_document, m_portrait})
        picture->setFixedHeight(narrow ? narrowPictureHeight : pictureHeight);
}

QWidget *CasePanel::buildIdentity()
{
    auto *row = new QWidget(m_content);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    auto *left = new QVBoxLayout;
    left->setSpacing(16);
    auto *pair = new QHBoxLayout;
    pair->setSpacing(16);
    m_document = new PictureCard(row);
    m_document->setObjectName(u"documentPicture"_s);
    m_openDocument = makeButton(m_document, u"openDocument"_s);
    m_document->setButton(m_openDocument);
    m_portrait = new PictureCard(row);
    m_portrait->setObjectName(u"portrait"_s);
    pair->addWidget(m_document, 2);
    pair->addWidget(m_portrait, 1);
    m_originalSeen = makeButton(row, u"originalSeen"_s);
    left->addLayout(pair);
    left->addWidget(m_originalSeen);
    for (QWidget *card : {buildFindings(), buildRequest(), buildItems(), buildBriefings(), buildParty()})
        left->addWidget(card);
    left->addStretch(1);
    m_fields = new RecordTable(this);
    m_fields->setColumns({u"1"_s, u"2"_s, u"3"_s});
    m_fieldView = new RecordView(m_fields, RecordView::Fitted, row);
    m_fieldView->setObjectName(u"caseFields"_s);
    m_fieldView->horizontalHeader()->hide();
    m_fieldView->setProperty("role", u"framed"_s);
    m_fieldView->setStretches({0, 1, 0});
    layout->addLayout(left, 1);
    layout->addWidget(m_fieldView, 1, Qt::AlignTop);
    m_identity = layout;
    connect(m_openDocument, &QPushButton::clicked, this, &CasePanel::openDocumentAsked);
    connect(m_originalSeen, &QPushButton::clicked, this, &CasePanel::originalSeenAsked);
    return row;
}

QWidget *CasePanel::buildFindings()
{
    m_findings = new RecordTable(this);
    m_findings->setColumns(CaseRows::findingTitles());
    m_findingView = new RecordView(m_findings, RecordView::Fitted, m_content);
    m_findingView->setObjectName(u"findings"_s);
    m_findingView->setProperty("role", u"framed"_s);
    m_findingView->setStretches({0, 3, 2, 0});
    auto *findings = new QWidget(m_content);
    auto *layout = new QVBoxLayout(findings);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_findingsOf = makeLabel(findings, "muted");
    m_findingsOf->setObjectName(u"findingsOf"_s);
    layout->addWidget(m_findingsOf);
    layout->addWidget(m_findingView);
    return findings;
}

QWidget *CasePanel::buildItems()
{
    m_items = new ItemCard(m_content);
    connect(m_items, &ItemCard::depositAsked, this, &CasePanel::depositAsked);
    connect(m_items, &ItemCard::returnAsked, this, &CasePanel::returnAsked);
    connect(m_items, &ItemCard::allowAsked, this, &CasePanel::allowAsked);
    connect(m_items, &ItemCard::refused, this, &CasePanel::itemRefused);
    return m_items;
}

QWidget *CasePanel::buildBriefings()
{
    m_briefings = new BriefingCard(m_workbench, m_content);
    connect(m_briefings, &BriefingCard::earlierAsked, this, &CasePanel::earlierBriefingAsked);
    connect(m_briefings, &BriefingCard::spokenAsked, this, &CasePanel::spokenBriefingAsked);
    return m_briefings;
}

QWidget *CasePanel::buildParty()
{
    m_partyCard = makeFrame(m_content, "card");
    auto *party = new QVBoxLayout(m_partyCard);
    party->setContentsMargins(16, 10, 16, 12);
    m_partyTitle = makeLabel(m_partyCard, "muted");
    m_partyRows = new QVBoxLayout;
    m_together = new QCheckBox(m_partyCard);
    m_together->setObjectName(u"decideTogether"_s);
    party->addWidget(m_partyTitle);
    party->addLayout(m_partyRows);
    party->addWidget(m_together);
    return m_partyCard;
}

QWidget *CasePanel::buildRequest()
{
    m_requestCard = makeFrame(m_content, "card");
    auto *layout = new QHBoxLayout(m_requestCard);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(28);
    m_zones = makeLabel(m_requestCard, "heading");
    m_zones->setObjectName(u"caseZones"_s);
    m_window = makeLabel(m_requestCard);
    m_approvals = makeLabel(m_requestCard);
    m_approvals->setObjectName(u"caseApprovals"_s);
    for (QLabel *label : {m_zones, m_window, m_approvals}) {
        label->setWordWrap(true);
        layout->addWidget(label, label == m_zones ? 2 : 1);
    }
    return m_requestCard;
}

void CasePanel::setCase(const usecases::CaseFile &file)
{
    const bool other = !m_file || m_file->visit.id != file.visit.id;
    const bool partyChanged = other || m_file->partyMembers != file.partyMembers;
    if (other) {
        m_opened.reset();
        m_document->wipe();
        m_together->setChecked(false);
    }
    m_file = file;
    m_content->show();
    refresh();
    m_items->setCase(file);
    m_briefings->setCase(file);
    if (partyChanged)
        rebuildParty();
    if (other)
        ensureVisible(0, 0);
}

void CasePanel::setOpened(const usecases::OpenedDocument &document)
{
    m_opened = document;
    m_document->setPicture(document.picture);
    refresh();
}

void CasePanel::focusDeposit()
{
    if (QWidget *tag = m_items->firstDeposit()) {
        tag->setFocus(Qt::ShortcutFocusReason);
        ensureWidgetVisible(tag);
    }
}

void CasePanel::clear()
{
    m_file.reset();
    m_opened.reset();
    m_document->wipe();
    m_portrait->wipe();
    m_portrait->setPicture({});
    m_fields->clear();
    m_findings->clear();
    m_about->clear();
    for (QLabel *label : {m_name, m_question})
        setFreeText(label, {});
    m_items->clear();
    emptyLayout(m_partyRows);
    emptyLayout(m_decisions);
    m_content->hide();
}

bool CasePanel::decideTogether() const
{
    return m_file && m_partyCard->isVisibleTo(m_content) && m_together->isChecked();
}

void CasePanel::refresh()
{
    if (!m_file)
        return;
    refreshHead();
    refreshIdentity();
    refreshRequest();
}

void CasePanel::refreshHead()
{
    const Visit &visit = m_file->visit;
    const SiteDirectory &site = m_workbench.directory();
    const QString name = m_file->record.displayName();
    setFreeText(m_name, name.isEmpty() ? Texts::purposeName(site, visit.purpose) : name);
    m_state->set(Texts::visitTone(visit.state), Texts::visitState(visit.state));
    QStringList about{visitLabel(visit.number), Texts::purposeName(site, visit.purpose),
                      visit.atDesk
                          ? tr("registered at the desk %1").arg(Texts::shortTime(visit.requestedAt, m_workbench.now()))
                          : tr("registered at the kiosk %1").arg(Texts::shortTime(visit.requestedAt, m_workbench.now()))};
    if (visit.invitation)
        about << tr("invited");
    if (visit.pickup > 0)
        about << tr("waits with number %1").arg(visit.pickup);
    m_about->setText(about.join(u"  ·  "_s));
    QString question;
    if (!visit.question.isEmpty())
        question = tr("Asked: %1 No answer yet.").arg(presentation::questionText(m_file->asked.code, m_file->asked.text));
    else if (!m_file->answer.isEmpty())
        question = tr("The visitor answered: %1").arg(m_file->answer);
    setFreeText(m_question, question);
    m_question->setVisible(!question.isEmpty());
    rebuildDecisions();
}

void CasePanel::rebuildDecisions()
{
    emptyLayout(m_decisions);
    m_decisionCard->setVisible(!m_file->decisions.empty());
    for (const CaseRows::Decision &decision : CaseRows::decisions(*m_file, m_workbench.directory(), m_workbench.now())) {
        for (const QString &text : {decision.what, decision.reason}) {
            if (text.isEmpty())
                continue;
            QLabel *label = makeLabel(m_decisionCard, text == decision.what ? "heading" : nullptr);
            label->setWordWrap(true);
            setFreeText(label, text);
            m_decisions->addWidget(label);
        }
    }
}

void CasePanel::refreshIdentity()
{
    const usecases::CaseFile &file = *m_file;
    const Purpose *purpose = m_workbench.directory().purpose(file.visit.purpose);
    const bool entering = !purpose || purpose->entering;
    m_document->setVisible(entering);
    m_portrait->setVisible(entering);
    m_openDocument->setVisible(file.hasDocument && !m_document->hasPicture());
    m_document->setWords(file.hasDocument ? tr("The document picture is sealed. Opening it is written to the log.")
                                          : tr("No picture of a document"));
    m_document->setAccessibleName(tr("Document picture"));
    m_portrait->setPicture(file.portrait);
    m_portrait->setWords(file.visit.atDesk ? tr("No photo was taken at the desk")
                                           : tr("No photo: declined, or the kiosk had no camera"));
    m_portrait->setAccessibleName(tr("Portrait"));
    const bool waits = file.visit.state == VisitState::Requested;
    m_originalSeen->setVisible(entering && (waits || file.visit.originalSeenAt));
    m_originalSeen->setEnabled(waits && !file.visit.originalSeenAt);
    m_originalSeen->setText(file.visit.originalSeenAt
                                ? tr("✓ Original seen, face matches, %1").arg(Texts::time(*file.visit.originalSeenAt))
                                : withKey(tr("Original seen, face matches"), m_settings.key(Command::OriginalSeen)));
    setRole(m_originalSeen, file.visit.originalSeenAt ? "" : "primary"); // what comes next is what stands out
    m_originalSeen->setAccessibleName(tr("Original seen, face matches"));
    m_openDocument->setText(withKey(tr("Open"), m_settings.key(Command::OpenDocument)));
    m_openDocument->setAccessibleName(tr("Open the document picture"));
    m_openDocument->adjustSize();
    m_document->setButton(m_openDocument);
    m_fields->setRows(CaseRows::fields(file, m_workbench.directory(), m_opened));
    m_findings->setRows(CaseRows::findings(file, m_workbench.directory()));
    m_fieldView->setStretches({0, 1, 0});
    m_findingView->setStretches({0, 3, 2, 0});
    m_findingView->parentWidget()->setVisible(!file.findings.empty());
    const QString ofWhen = CaseRows::findingsOf(file, m_workbench.now());
    m_findingsOf->setText(ofWhen);
    m_findingsOf->setVisible(!ofWhen.isEmpty());
}

void CasePanel::refreshRequest()
{
    const Visit &visit = m_file->visit;
    m_requestCard->setVisible(!visit.zones.empty());
    m_zones->setText(Texts::zoneNames(m_workbench.directory(), visit.zones));
    m_window->setText(
        tr("Window %1 – %2")
            .arg(Texts::shortTime(visit.windowFrom, m_workbench.now()), Texts::shortTime(visit.windowUntil, visit.windowFrom)));
    QStringList names;
    for (const usecases::Approval &approval : m_file->approvals)
        names << m_workbench.directory().staffName(approval.by);
    const QString approvals = tr("Approvals %1 of %2").arg(m_file->approvals.size()).arg(m_file->approvalsNeeded);
    m_approvals->setText(names.isEmpty() ? approvals : tr("%1: %2").arg(approvals, names.join(tr(", "))));
}

void CasePanel::rebuildParty()
{
    emptyLayout(m_partyRows);
    m_partyCard->setVisible(!m_file->partyMembers.empty());
    int waiting = 0;
    for (const Visit &member : m_file->partyMembers) {
        QPushButton *button = makeButton(m_partyCard, u"member-"_s + visitLabel(member.number), "quiet");
        button->setText(tr("%1 · %2").arg(visitLabel(member.number), Texts::visitState(member.state)));
        const VisitId id = member.id;
        connect(button, &QPushButton::clicked, this, [this, id] { Q_EMIT memberChosen(id); });
        m_partyRows->addWidget(button, 0, Qt::AlignLeft);
        waiting += member.state == VisitState::Requested ? 1 : 0;
    }
    m_together->setVisible(waiting > 0 && m_file->visit.state == VisitState::Requested);
    m_together->setText(tr("Decide together with the %n other(s) who wait", nullptr, waiting));
    m_partyTitle->setText(tr("Came together with"));
}

void CasePanel::retranslate()
{
    m_findings->setColumns(CaseRows::findingTitles());
    m_findingView->setAccessibleName(tr("Findings"));
    m_fieldView->setAccessibleName(tr("What the visitor showed and said"));
    m_items->retranslate();
    if (!m_file)
        return;
    refresh();
    m_briefings->retranslate(*m_file);
    rebuildParty();
}

} // namespace gatehouse::admin
