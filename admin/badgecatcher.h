// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "devices/wedgefilter.h"
#include "parsing/scanresult.h"

#include <QObject>

namespace gatehouse::admin
{

/// What a scanner in keyboard mode reads at the desk, wherever the focus is and whatever dialog is open. Badges and documents
/// are said through the signals and land in no field; any other code (a tag's number, a serial number) is typed into the field
/// that has the focus, without the Return that scanners send after it, so that it presses no button. GUI thread.
class BadgeCatcher : public QObject
{
    Q_OBJECT

public:
    explicit BadgeCatcher(const Clock &clock, QObject *parent = nullptr);

    /// Only while somebody works; otherwise keys pass untouched.
    void setActive(bool active);

Q_SIGNALS:
    void read(const QString &token);
    void documentRead(const gatehouse::scanning::ScanResult &document);

private:
    void take(const QByteArray &payload);

    const Clock &m_clock;
    scanning::WedgeFilter m_filter;
    bool m_active = false;
};

} // namespace gatehouse::admin
