// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wedgeassembler.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <QWindow>

class QKeyEvent;

namespace gatehouse::scanning
{

/// An event filter of the application: what a scanner in keyboard mode sends is taken out of the keys before a field, a button
/// or a program's own guard sees it, and comes out whole. Keys that a person pressed go on to the window, in their order and at
/// most some hundredths of a second later, each release after its press. Keys of the keyboard on the screen pass untouched:
/// they come from this program. GUI thread.
class WedgeFilter : public QObject
{
    Q_OBJECT

public:
    explicit WedgeFilter(QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;
    /// For whoever is being told of a payload that is no code here, a password that a program types say: its keys go on to the
    /// window as they came, those that end it too.
    void handBack();

Q_SIGNALS:
    void payloadRead(const QByteArray &payload);
    /// A scanner sent what cannot be read.
    void readFailed();

private:
    bool press(QWindow *window, const QKeyEvent &key);
    bool release(const QKeyEvent &key);
    void handOn(const WedgeKey &key);
    void take(const WedgeAssembler::Outcome &outcome);
    void elapse();

    WedgeAssembler m_assembler;
    QPointer<QWindow> m_window;
    QList<WedgeKey> m_waiting;  ///< keys that are held until it is known who presses them
    QList<WedgeKey> m_sent;     ///< those of the payload that a scanner sends
    QList<WedgeKey> m_released; ///< those of them that were let go meanwhile
    QTimer m_timer;
    QElapsedTimer m_since; ///< the last key
    qint64 m_lastKey = 0;
};

} // namespace gatehouse::scanning
