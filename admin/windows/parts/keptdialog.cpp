// SPDX-License-Identifier: GPL-3.0-or-later
#include "keptdialog.h"

#include "widgets.h"

#include <QPushButton>

namespace gatehouse::admin
{

void KeptDialog::sendBy(QPushButton *button, QLabel *message)
{
    m_failure = message;
    connect(button, &QPushButton::clicked, this, &KeptDialog::submit);
}

void KeptDialog::submit()
{
    m_focus = focusWidget();
    setVerdict(m_failure, Tone::Neutral, {});
    setEnabled(false); // sent once, as it is
    Q_EMIT submitted();
}

void KeptDialog::answered(const QString &failure)
{
    setEnabled(true);
    if (failure.isEmpty()) {
        accept();
        deleteLater(); // even when it was put aside meanwhile
        return;
    }
    setVerdict(m_failure, Tone::Bad, failure);
    if (m_focus)
        m_focus->setFocus();
}

} // namespace gatehouse::admin
