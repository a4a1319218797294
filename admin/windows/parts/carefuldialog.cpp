// SPDX-License-Identifier: GPL-3.0-or-later
#include "carefuldialog.h"

#include "widgets.h"

#include <QAbstractButton>
#include <QCloseEvent>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <utility>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
/// What somebody entered there; invalid for what takes no entry.
QVariant entryOf(const QWidget *widget)
{
    if (qobject_cast<const QAbstractSpinBox *>(widget->parent()))
        return {}; // the line inside of it
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        return line->text();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
        return text->toPlainText();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget); button && button->isCheckable())
        return button->isChecked();
    if (const auto *box = qobject_cast<const QComboBox *>(widget))
        return box->currentIndex();
    if (const auto *time = qobject_cast<const QDateTimeEdit *>(widget))
        return time->dateTime();
    if (const auto *number = qobject_cast<const QSpinBox *>(widget))
        return number->value();
    return {};
}
} // namespace

CarefulDialog::Entries CarefulDialog::entries() const
{
    Entries found;
    for (const QWidget *widget : findChildren<QWidget *>()) {
        if (widget->window() != this)
            continue; // a calendar that opens, a question
        if (const QVariant entry = entryOf(widget); entry.isValid())
            found.insert(widget, entry);
    }
    return found;
}

bool CarefulDialog::isBegun() const
{
    return entries() != m_untouched;
}

void CarefulDialog::showEvent(QShowEvent *event)
{
    if (!std::exchange(m_wasShown, true)) // not when a locked desk brings it back
        m_untouched = entries();
    QDialog::showEvent(event);
}

void CarefulDialog::leave()
{
    if (!isBegun()) {
        reject();
        return;
    }
    const QPushButton *yes = askFirst(this, u"discardDialog"_s, tr("Discard what was entered?"),
                                      tr("What was entered has not been written. Discard it?"), tr("Discard"), tr("Keep"));
    connect(yes, &QPushButton::clicked, this, &QDialog::reject);
}

void CarefulDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel))
        leave();
    else
        QDialog::keyPressEvent(event);
}

void CarefulDialog::closeEvent(QCloseEvent *event)
{
    event->ignore();
    leave();
}

} // namespace gatehouse::admin
