// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QDialog>

namespace gatehouse::admin
{

/// The one-time code of a new person, large enough to be copied by hand, with what to do with it. It is nowhere else, so a
/// stray key does not close the window: only the button does, once it is ticked that the code has been handed over. GUI thread.
class CodeDialog : public QDialog
{
    Q_OBJECT

public:
    CodeDialog(const QString &who, const QString &code, const QDateTime &until, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace gatehouse::admin
