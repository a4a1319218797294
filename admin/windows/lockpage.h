// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "texts.h"
#include "workbench.h"

#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace gatehouse::admin
{

/// The locked station: nothing personal, the password of whoever locked it, or somebody else signs in. The roll call can be
/// printed from here (break-glass); that is written to the log.
class LockPage : public QWidget
{
    Q_OBJECT

public:
    explicit LockPage(Workbench &workbench, QWidget *parent = nullptr);

    void start(const QString &staffNumber);
    /// The key that prints the roll call, said on its button.
    void setRollCallKey(const QKeySequence &key);
    /// What became of the paper.
    void say(Tone tone, const QString &sentence);
    /// A scanner has read a badge or a document.
    void sayUnlockFirst();

Q_SIGNALS:
    void unlocked();
    void somebodyElse();
    void rollCallAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setBusy(bool busy);
    void submit();
    void retranslate();

    Workbench &m_workbench;
    QString m_number;
    QKeySequence m_rollCallKey;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_label;
    QLineEdit *m_password;
    QPushButton *m_unlock;
    QPushButton *m_other;
    QPushButton *m_rollCall;
    QLabel *m_paper;
    QLabel *m_message;
    bool m_scanned = false; ///< what is said is about a scan, and leaves when somebody types
};

} // namespace gatehouse::admin
