// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "usecases/silentdevices.h"
#include "workbench.h"

#include <QLabel>

namespace gatehouse::admin
{

/// What kiosks and door stations miss: an unplugged scanner, a camera that does not answer. Says it in a sentence for as long
/// as it is so, and is not there otherwise. GUI thread.
class DeviceNote : public QLabel
{
    Q_OBJECT

public:
    explicit DeviceNote(Workbench &workbench, QWidget *parent = nullptr);
    void retranslate();
    /// "the hand scanner does not answer, the camera does not answer"
    static QString sentence(const QStringList &devices);

private:
    void ask();

    Workbench &m_workbench;
    std::vector<usecases::SilentDevices> m_silent;
    bool m_asking = false;
    bool m_again = false;
};

} // namespace gatehouse::admin
