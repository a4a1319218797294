// SPDX-License-Identifier: GPL-3.0-or-later
#include "lockpage.h"

#include "texts.h"
#include "windows/parts/passwordfields.h"
#include "windows/parts/widgets.h"

#include <QEvent>
#include <QVBoxLayout>

#include <utility>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

LockPage::LockPage(Workbench &workbench, QWidget *parent) : QWidget(parent), m_workbench(workbench)
{
    setObjectName(u"lockPage"_s);
    QVBoxLayout *card = makeCentredCard(this, 480);
    m_title = makeLabel(this, "display");
    m_text = makeLabel(this, "muted");
    m_text->setWordWrap(true);
    m_label = makeLabel(this);
    m_password = makeSecretLine(this, u"unlockPassword"_s);
    m_unlock = makeButton(this, u"unlock"_s, "primary");
    m_message = makeLabel(this, "bad");
    m_message->setObjectName(u"unlockMessage"_s);
    m_message->setWordWrap(true);
    m_other = makeButton(this, u"somebodyElse"_s, "quiet");
    m_rollCall = makeButton(this, u"lockedRollCall"_s, "danger");
    card->addWidget(m_title);
    card->addWidget(m_text);
    card->addSpacing(8);
    card->addWidget(m_label);
    card->addWidget(m_password);
    card->addSpacing(6);
    card->addWidget(m_unlock);
    card->addWidget(m_other, 0, Qt::AlignLeft);
    card->addWidget(m_message);
    card->addSpacing(12);
    m_paper = makeLabel(this);
    m_paper->setObjectName(u"lockedPaper"_s);
    m_paper->setWordWrap(true);
    card->addWidget(m_rollCall);
    card->addWidget(m_paper);
    connect(m_password, &QLineEdit::returnPressed, this, &LockPage::submit);
    connect(m_password, &QLineEdit::textEdited, this, [this] {
        if (std::exchange(m_scanned, false))
            m_message->clear();
    });
    connect(m_unlock, &QPushButton::clicked, this, &LockPage::submit);
    connect(m_other, &QPushButton::clicked, this, &LockPage::somebodyElse);
    connect(m_rollCall, &QPushButton::clicked, this, &LockPage::rollCallAsked);
    retranslate();
}

void LockPage::start(const QString &staffNumber)
{
    m_number = staffNumber;
    m_password->clear();
    m_password->setEnabled(true);
    setBusy(false);
    m_scanned = false;
    m_message->clear();
    m_paper->clear();
    retranslate();
    m_password->setFocus();
}

void LockPage::say(Tone tone, const QString &sentence)
{
    setVerdict(m_paper, tone, sentence);
}

void LockPage::sayUnlockFirst()
{
    setVerdict(m_message, Tone::Warn, tr("Unlock first, then read the badge or the document again."));
    m_scanned = true;
}

void LockPage::setRollCallKey(const QKeySequence &key)
{
    m_rollCallKey = key;
    retranslate();
}

/// While the password is looked at nobody else comes in.
void LockPage::setBusy(bool busy)
{
    m_unlock->setEnabled(!busy);
    m_other->setEnabled(!busy);
}

void LockPage::submit()
{
    if (m_password->text().isEmpty() || !m_unlock->isEnabled())
        return;
    const auto password = std::make_shared<security::SecureBytes>(takeSecret(m_password));
    setBusy(true);
    m_scanned = false;
    setVerdict(m_message, Tone::Neutral, tr("Opening your keys …"));
    m_workbench.ask(
        this,
        [password](Seat &seat) -> Result<void> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            GATEHOUSE_TRY_ASSIGN(const security::SecureBytes pepper, seat.vault().pepper());
            return usecases::checkPassword(seat.workplace(), *session, *password, pepper);
        },
        [this](const Result<void> &answer) {
            setBusy(false);
            m_scanned = false;
            if (answer) {
                m_message->clear();
                Q_EMIT unlocked();
                return;
            }
            setVerdict(m_message, Tone::Bad,
                       answer.error().code == ErrorCode::WrongSecret ? tr("The password is wrong.")
                                                                     : Texts::error(answer.error()));
            m_password->setFocus();
        });
}

void LockPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LockPage::retranslate()
{
    m_title->setText(tr("Locked"));
    m_text->setText(tr("Locked by staff number %1. Arrivals wait; the kiosk goes on.").arg(m_number));
    m_label->setText(tr("Password"));
    nameAfter(m_password, m_label);
    m_unlock->setText(tr("Unlock"));
    m_other->setText(tr("Sign in as somebody else"));
    m_rollCall->setText(withKey(tr("Emergency: print the roll call"), m_rollCallKey));
    m_rollCall->setToolTip(tr("Who is on site, on paper. It is written to the log."));
}

} // namespace gatehouse::admin
