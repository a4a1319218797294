// SPDX-License-Identifier: GPL-3.0-or-later
#include "pincard.h"

#include "security/pin.h"
#include "texts.h"
#include "usecases/staffbadges.h"
#include "windows/parts/passwordfields.h"
#include "windows/parts/widgets.h"

#include <QVBoxLayout>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
QString flawText(security::PinFlaw flaw)
{
    using security::PinFlaw;
    switch (flaw) {
    case PinFlaw::None:
        return {};
    case PinFlaw::NotDigits:
        return PinCard::tr("A PIN has digits only: it is typed on the door's own pad.");
    case PinFlaw::TooShort:
        return PinCard::tr("At least %1 digits.").arg(security::pinShortest);
    case PinFlaw::TooLong:
        return PinCard::tr("%1 digits at most.").arg(security::pinLongest);
    case PinFlaw::Repeats:
        return PinCard::tr("That pattern repeats itself. Take another one.");
    case PinFlaw::Run:
        return PinCard::tr("Digits in a row are guessed first. Take another one.");
    case PinFlaw::Date:
        return PinCard::tr("That is a date. Take another one.");
    case PinFlaw::OwnNumber:
        return PinCard::tr("Your staff number is in it. Take another one.");
    }
    return {};
}
} // namespace

PinCard::PinCard(Workbench &workbench, QWidget *parent) : QFrame(parent), m_workbench(workbench)
{
    setProperty("role", u"card"_s);
    m_heading = makeLabel(this, "heading");
    m_about = makeLabel(this);
    m_about->setWordWrap(true);
    m_pinLabel = makeLabel(this);
    m_pin = makeSecretLine(this, u"ownPin"_s);
    m_againLabel = makeLabel(this);
    m_again = makeSecretLine(this, u"ownPinAgain"_s);
    m_set = makeButton(this, u"ownSetPin"_s, "primary");
    m_message = makeLabel(this);
    m_message->setObjectName(u"ownPinMessage"_s);
    m_message->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 18, 24, 20);
    layout->setSpacing(8);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_heading, m_about, m_pinLabel, m_pin, m_againLabel, m_again})
        layout->addWidget(widget);
    layout->addWidget(m_set, 0, Qt::AlignLeft);
    layout->addWidget(m_message);
    connect(m_pin, &QLineEdit::textChanged, this, &PinCard::judge);
    connect(m_again, &QLineEdit::textChanged, this, &PinCard::judge);
    connect(m_set, &QPushButton::clicked, this, &PinCard::set);
    retranslate();
    judge();
}

void PinCard::judge()
{
    const QString number = m_workbench.person() ? m_workbench.person()->staff.number : QString();
    const security::PinFlaw flaw = security::assessPin(m_pin->text(), number);
    const bool same = m_pin->text() == m_again->text();
    m_set->setEnabled(flaw == security::PinFlaw::None && same);
    if (m_pin->text().isEmpty())
        return;
    if (flaw != security::PinFlaw::None)
        setVerdict(m_message, Tone::Bad, flawText(flaw));
    else
        setVerdict(m_message, same ? Tone::Good : Tone::Neutral, same ? tr("Good.") : tr("Now the same once more."));
}

void PinCard::set()
{
    const auto pin = std::make_shared<security::SecureBytes>(takeSecret(m_pin));
    takeSecret(m_again);
    m_set->setEnabled(false);
    setVerdict(m_message, Tone::Neutral, tr("Setting …"));
    m_workbench.act(
        this,
        [pin](Seat &seat) -> Result<void> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::setPin(seat.workplace(), *session, *pin, seat.plan().cost);
        },
        [this](const Result<void> &answer) {
            if (answer)
                setVerdict(m_message, Tone::Good, tr("Your PIN was set. Doors ask for it together with your badge."));
            else
                setVerdict(m_message, Tone::Bad, Texts::error(answer.error()));
        });
}

void PinCard::wipe()
{
    m_pin->clear();
    m_again->clear();
    m_message->clear();
}

void PinCard::retranslate()
{
    m_heading->setText(tr("Your PIN for doors"));
    m_about->setText(tr("At least six digits, yours alone. With your badge it lets you escort visitors and enter where you are "
                        "on the access list."));
    m_pinLabel->setText(tr("New PIN"));
    nameAfter(m_pin, m_pinLabel);
    m_againLabel->setText(tr("The same once more"));
    nameAfter(m_again, m_againLabel);
    m_set->setText(tr("Set the PIN"));
}

} // namespace gatehouse::admin
