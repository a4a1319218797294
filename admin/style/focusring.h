// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace gatehouse::admin
{

/// Draws the ring round whatever has the keyboard focus: 4 px of ink with 2 px of paper inside it (round large views: inside
/// their edge). One per window; lies above its widgets and takes no events. Widgets on the navigation's ground set the property
/// "onInk" and get the ring in paper.
class FocusRing : public QWidget
{
    Q_OBJECT

public:
    explicit FocusRing(QWidget *window);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void follow(QWidget *widget);
    void place();

    QPointer<QWidget> m_target;
    QList<QPointer<QWidget>> m_watched; ///< the target and what it moves with, up to the window
};

} // namespace gatehouse::admin
