// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"
#include "workbench.h"

#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace gatehouse::admin
{

/// The signed-in person's own PIN for doors: typed twice, never shown. Nobody sets another's (R17). GUI thread.
class PinCard : public QFrame
{
    Q_OBJECT

public:
    explicit PinCard(Workbench &workbench, QWidget *parent = nullptr);

    void wipe();
    void retranslate();

private:
    void judge();
    void set();

    Workbench &m_workbench;
    QLabel *m_heading;
    QLabel *m_about;
    QLabel *m_pinLabel;
    QLineEdit *m_pin;
    QLabel *m_againLabel;
    QLineEdit *m_again;
    QPushButton *m_set;
    QLabel *m_message;
};

} // namespace gatehouse::admin
