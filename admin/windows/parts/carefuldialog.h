// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QHash>
#include <QVariant>

namespace gatehouse::admin
{

/// A form that nobody loses by a stray key: what a person closes by Escape, Cancel or the window's own button goes only after a
/// question once something was entered. Whoever calls reject() asks nothing.
class CarefulDialog : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;

    /// A person closes it.
    void leave();

protected:
    /// Whether something was entered: typed, ticked or chosen since the form was shown first.
    virtual bool isBegun() const;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    using Entries = QHash<const QWidget *, QVariant>;
    Entries entries() const;

    Entries m_untouched;
    bool m_wasShown = false;
};

} // namespace gatehouse::admin
