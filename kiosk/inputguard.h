// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace gatehouse::kiosk
{

class KioskController;

/// An event filter of the application: every touch and key counts against idleness, and while the kiosk may not be left, the
/// keys that would leave it (Alt+F4, Ctrl+Q, Escape, anything with Meta, function keys, close and quit requests) are swallowed.
class InputGuard : public QObject
{
    Q_OBJECT

public:
    explicit InputGuard(KioskController &kiosk, QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    KioskController &m_kiosk;
};

} // namespace gatehouse::kiosk
