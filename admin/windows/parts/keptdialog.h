// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "carefuldialog.h"

#include <QPointer>

class QLabel;
class QPushButton;

namespace gatehouse::admin
{

/// A form with much to type: it stays open, with everything that was entered, until that was written. Whoever opened it writes
/// on submitted() and says how it went by answered(). A locked desk puts it aside for the person who unlocks.
class KeptDialog : public CarefulDialog
{
    Q_OBJECT

public:
    using CarefulDialog::CarefulDialog;

    /// Empty: it was written, and the dialog is accepted. Otherwise why not; then it can be sent again.
    void answered(const QString &failure);

Q_SIGNALS:
    void submitted();

protected:
    /// The button that sends it, and where a failure is said.
    void sendBy(QPushButton *button, QLabel *message);

private:
    void submit();

    QLabel *m_failure = nullptr;
    QPointer<QWidget> m_focus; ///< where the keyboard was
};

} // namespace gatehouse::admin
