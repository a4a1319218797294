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
/// that has the focus, without the Return that scanners send after it, so that it presses no button. Before anybody works,
/// where passwords are typed, badges, invitations and documents are kept out of the fields, also those whose scanner paused in
/// between, and all else arrives as it was typed, whoever or whatever types it. GUI thread.
class BadgeCatcher : public QObject
{
    Q_OBJECT

public:
    enum class Mode {
        Off, ///< keys pass untouched
        BeforeWork,
        AtWork
    };

    explicit BadgeCatcher(const Clock &clock, QObject *parent = nullptr);

    void setMode(Mode mode);

Q_SIGNALS:
    void read(const QString &token);
    void documentRead(const gatehouse::scanning::ScanResult &document);
    /// Before anybody works: nothing is done with it.
    void readTooEarly();

private:
    void take(const QByteArray &payload);
    bool takeBeginning(const QByteArray &rest) const;
    scanning::ScanResult parse(const QByteArray &payload) const;

    const Clock &m_clock;
    scanning::WedgeFilter m_filter;
    Mode m_mode = Mode::Off;
};

} // namespace gatehouse::admin
