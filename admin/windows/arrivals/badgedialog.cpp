// SPDX-License-Identifier: GPL-3.0-or-later
#include "badgedialog.h"

#include "base/logging.h"
#include "reconciledialog.h"
#include "style/focusring.h"
#include "texts.h"
#include "usecases/badges.h"
#include "windows/parts/picturecard.h"
#include "windows/parts/widgets.h"

#include <QHBoxLayout>

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

BadgeDialog::BadgeDialog(Workbench &workbench, const QString &token, QWidget *parent)
    : QDialog(parent), m_workbench(workbench), m_token(token)
{
    setObjectName(u"badgeDialog"_s);
    setWindowTitle(tr("Badge"));
    setMinimumWidth(600);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 24, 28, 24);
    layout->setSpacing(18);
    layout->addLayout(buildWords());
    layout->addLayout(buildItemButtons());
    layout->addLayout(buildFoot());
    for (QPushButton *button : {m_undeclared, m_open, m_book})
        button->setEnabled(false); // until the badge is known
    setVerdict(m_verdict, Tone::Neutral, tr("Reading the badge …"));
    new FocusRing(this);
    read();
}

QLayout *BadgeDialog::buildWords()
{
    m_portrait = new PictureCard(this);
    m_portrait->setFixedSize(150, 190);
    m_portrait->setWords(tr("No photo"));
    m_portrait->setAccessibleName(tr("Portrait"));
    m_name = makeLabel(this, "display");
    m_name->setObjectName(u"badgeName"_s);
    m_about = makeLabel(this, "muted");
    m_about->setObjectName(u"badgeAbout"_s);
    m_verdict = makeLabel(this);
    m_verdict->setObjectName(u"badgeVerdict"_s);
    m_items = makeLabel(this, "warn");
    m_items->setObjectName(u"badgeItems"_s);
    m_items->hide();
    for (QLabel *label : {m_name, m_about, m_verdict, m_items})
        label->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->addWidget(m_name);
    words->addWidget(m_about);
    words->addSpacing(10);
    words->addWidget(m_verdict);
    words->addWidget(m_items);
    words->addStretch(1);
    auto *top = new QHBoxLayout;
    top->setSpacing(20);
    top->addWidget(m_portrait, 0, Qt::AlignTop);
    top->addLayout(words, 1);
    return top;
}

QLayout *BadgeDialog::buildItemButtons()
{
    m_undeclared = makeButton(this, u"undeclaredFound"_s);
    m_undeclared->setText(tr("Something undeclared found…"));
    m_reconcile = makeButton(this, u"reconcileItems"_s);
    m_reconcile->setText(tr("Look at the carried items…"));
    m_reconcile->hide();
    connect(m_reconcile, &QPushButton::clicked, this, &BadgeDialog::reconcile);
    connect(m_undeclared, &QPushButton::clicked, this, [this] {
        askUndeclared(m_workbench, m_visit, this,
                      [this](Tone tone, const QString &sentence) { setVerdict(m_verdict, tone, sentence); });
    });
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(m_undeclared);
    line->addWidget(m_reconcile);
    line->addStretch(1);
    return line;
}

QLayout *BadgeDialog::buildFoot()
{
    QPushButton *close = makeButton(this, u"closeBadge"_s);
    close->setText(tr("Close"));
    m_open = makeButton(this, u"openBadgeVisit"_s);
    m_open->setText(tr("Open the visit"));
    m_book = makeButton(this, u"bookDeparture"_s, "primary");
    m_book->setText(tr("Badge back, departed  [Enter]"));
    m_book->setAccessibleName(tr("Badge back, departed"));
    m_book->setDefault(true);
    m_again = makeButton(this, u"readAgain"_s, "primary");
    m_again->setText(tr("Read again"));
    m_again->hide(); // while there is nothing wrong with it
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_again, &QPushButton::clicked, this, [this] {
        reject();
        Q_EMIT readAgainAsked();
    });
    connect(m_open, &QPushButton::clicked, this, [this] {
        Q_EMIT openAsked(m_visit);
        reject();
    });
    connect(m_book, &QPushButton::clicked, this, &BadgeDialog::book);
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    line->addStretch(1);
    line->addWidget(close);
    line->addWidget(m_open);
    line->addWidget(m_book);
    line->addWidget(m_again);
    return line;
}

void BadgeDialog::read()
{
    m_workbench.ask(
        this,
        [token = m_token](Seat &seat) -> Result<Reading> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            Reading reading;
            GATEHOUSE_TRY_ASSIGN(reading.badge, usecases::judgeBadge(seat.workplace(), token));
            if (reading.badge.visit) {
                if (auto file = usecases::openCase(seat.workplace(), *session, reading.badge.visit->id))
                    reading.file = std::move(*file);
            }
            return reading;
        },
        [this](const Result<Reading> &reading) {
            took(reading);
            fit();
        });
}

void BadgeDialog::fit()
{
    layout()->activate();
    resize(width(), qMax(height(), layout()->totalHeightForWidth(width())));
}

QString BadgeDialog::judge(const usecases::BadgeJudgement &badge, Tone &tone) const
{
    using Standing = usecases::BadgeJudgement::Standing;
    const QString until = Texts::dateTime(badge.validUntil);
    tone = Tone::Bad;
    switch (badge.standing()) {
    case Standing::OtherSite:
        return tr("This badge belongs to another site.");
    case Standing::Forged:
        return tr("This badge is forged. Keep it and call the manager.");
    case Standing::NeverIssued:
        return tr("This badge was signed here, but is not in the log. Keep it and call the manager.");
    case Standing::Dead:
        return tr("This badge was reported lost or revoked. Keep it.");
    case Standing::Returned:
        return tr("This badge was handed in before, %1.").arg(badge.endedAt ? Texts::dateTime(*badge.endedAt) : QString());
    case Standing::NotApproved:
        return badge.staff ? tr("Its holder is no active member of staff. Keep it and call the manager.")
                           : tr("The approvals behind this badge do not verify. Call the manager.");
    case Standing::ClockWrong:
        return Texts::error({ErrorCode::ClockWrong, {}});
    case Standing::OutOfTime:
        tone = Tone::Warn;
        if (m_workbench.now() < badge.validUntil)
            return tr("Genuine, but its time has not begun.");
        return tr("Genuine, but past its time: until %1, overdue by %2.")
            .arg(until, Texts::waited(badge.validUntil, m_workbench.now()));
    case Standing::NotOnSite:
        tone = Tone::Warn;
        return tr("Genuine, but its visitor is not on site.");
    case Standing::Counts:
        break;
    }
    tone = Tone::Good;
    return tr("Genuine, valid until %1.").arg(until);
}

void BadgeDialog::showStaff(const StaffId &id)
{
    const std::vector<Staff> &all = m_workbench.directory().staff;
    const auto holder = std::find_if(all.begin(), all.end(), [&](const Staff &person) { return person.id == id; });
    setFreeText(m_name, holder == all.end() ? tr("Badge") : holder->name);
    setFreeText(m_about,
                holder == all.end() ? tr("Badge of staff") : tr("Badge of staff · staff number %1").arg(holder->number));
}

void BadgeDialog::took(const Result<Reading> &reading)
{
    if (!reading) {
        if (!isStorageTrouble(reading.error())) // which the workbench says
            qCInfo(lcScan) << "a badge was refused:" << errorName(reading.error().code);
        const bool foreign = reading.error().code == ErrorCode::Invalid;
        setFreeText(m_name, foreign ? tr("Not a Gatehouse badge") : tr("Badge"));
        for (QPushButton *button : {m_undeclared, m_open, m_book})
            button->hide();
        m_again->show();
        m_again->setFocus();
        setVerdict(m_verdict, Tone::Bad,
                   foreign ? tr("What was read is no badge of Gatehouse, or only a part of one. Read it again.")
                           : Texts::error(reading.error()));
        return;
    }
    if (const auto standing = reading->badge.standing(); standing != usecases::BadgeJudgement::Standing::Counts)
        qCInfo(lcScan) << "a badge was refused:" << qPrintable(usecases::standingName(standing));
    Tone tone = Tone::Neutral;
    const QString verdict = judge(reading->badge, tone);
    setVerdict(m_verdict, tone, verdict);
    if (reading->badge.staff) { // no visit to open or to end
        for (QPushButton *button : {m_undeclared, m_open, m_book})
            button->hide();
    }
    if (reading->badge.staff && reading->badge.genuine) {
        showStaff(*reading->badge.staff);
        return;
    }
    if (!reading->badge.visit) {
        setFreeText(m_name, tr("Badge"));
        return;
    }
    const Visit &visit = *reading->badge.visit;
    m_visit = visit.id;
    setFreeText(m_name, reading->file ? reading->file->record.displayName() : visitLabel(visit.number));
    QStringList about{visitLabel(visit.number), Texts::visitState(visit.state)};
    if (reading->file) {
        if (!reading->file->record.company.isEmpty())
            about.prepend(reading->file->record.company);
        if (!reading->file->hostName.isEmpty())
            about << tr("to %1").arg(reading->file->hostName);
        about << Texts::zoneNames(m_workbench.directory(), visit.zones);
        m_portrait->setPicture(reading->file->portrait);
        m_file = reading->file;
        m_reconcile->setVisible(m_workbench.mayDecide() && !m_file->items.empty() &&
                                (visit.state == VisitState::Departed || visit.state == VisitState::ClosedBySystem));
        QStringList open;
        for (const Item &item : reading->file->items) {
            if (item.state == ItemState::Deposited)
                open << tr("%1, tag %2").arg(Texts::items({item}), item.tag);
        }
        if (!open.isEmpty())
            setVerdict(m_items, Tone::Warn, tr("Still to be given back: %1").arg(open.join(u"; "_s)));
        m_items->setVisible(!open.isEmpty());
    }
    setFreeText(m_about, about.join(u" · "_s));
    m_open->setEnabled(true);
    m_undeclared->setVisible(m_workbench.mayDecide());
    m_undeclared->setEnabled(reading->badge.genuine);
    m_book->setVisible(m_workbench.mayDecide());
    m_book->setEnabled(m_workbench.mayDecide() && visit.state == VisitState::OnSite &&
                       reading->badge.state == BadgeState::Issued);
    if (m_book->isEnabled())
        m_book->setFocus();
}

/// Stays open behind it, so that "later" leaves the guard where it can be taken up again.
void BadgeDialog::reconcile()
{
    auto *dialog = new ReconcileDialog(m_workbench, *m_file, this);
    connect(dialog, &ReconcileDialog::reconciled, this, [this](const QString &sentence) {
        Q_EMIT departed(sentence);
        accept();
    });
    connect(dialog, &QDialog::rejected, this, [this] { m_reconcile->show(); });
    dialog->open();
}

void BadgeDialog::book()
{
    m_book->setEnabled(false);
    m_booking = true;
    m_workbench.act(
        this,
        [token = m_token](Seat &seat) -> Result<Visit> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::checkOut(seat.workplace(), token, session);
        },
        [this](const Result<Visit> &visit) {
            m_booking = false;
            if (visit) {
                Q_EMIT departed(tr("%1 has departed, the badge is back.").arg(visitLabel(visit->number)));
                if (m_file && !m_file->items.empty())
                    reconcile();
                else
                    accept();
                return;
            }
            if (!isStorageTrouble(visit.error()))
                qCInfo(lcScan) << "a badge was not taken back:" << errorName(visit.error().code);
            QString sentence = Texts::error(visit.error());
            if (visit.error().code == ErrorCode::Conflict)
                sentence = tr("This badge was handed in before.");
            else if (visit.error().code == ErrorCode::Blocked)
                sentence = tr("This visitor was never let in.");
            setVerdict(m_verdict, Tone::Bad, sentence);
            m_book->setEnabled(isStorageTrouble(visit.error())); // that passes; what is refused stays so
        });
}

} // namespace gatehouse::admin
