// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

class QKeyEvent;
class QWidget;

namespace gatehouse::admin
{

/// Catches what a badge reader types (a keyboard wedge: "GH1:…" and Return in one burst) wherever the focus is, before it reaches a
/// field or a button. Keys that turn out not to be a badge are handed on in their order within a moment, so that typing a capital G
/// stays typing. Installed on the application; GUI thread.
class BadgeCatcher : public QObject
{
    Q_OBJECT

public:
    explicit BadgeCatcher(QObject *parent = nullptr);

    /// Only while somebody works; otherwise keys pass untouched.
    void setActive(bool active);

Q_SIGNALS:
    void read(const QString &token);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct HeldKey {
        int key = 0;
        Qt::KeyboardModifiers modifiers;
        QString text;
    };

    bool take(QKeyEvent *event);
    void handOn();

    bool m_active = false;
    bool m_replaying = false;
    QString m_text;
    QList<HeldKey> m_held;
    QPointer<QWidget> m_target;
    QTimer m_timer;
};

} // namespace gatehouse::admin
