// SPDX-License-Identifier: GPL-3.0-or-later
#include "devicenote.h"

#include "texts.h"
#include "windows/parts/widgets.h"

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

DeviceNote::DeviceNote(Workbench &workbench, QWidget *parent) : QLabel(parent), m_workbench(workbench)
{
    setObjectName(u"deviceNote"_s);
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setContentsMargins(20, 10, 20, 10);
    hide();
    connect(&m_workbench, &Workbench::changed, this, &DeviceNote::ask);
    connect(&m_workbench, &Workbench::directoryChanged, this, &DeviceNote::ask); // after signing in
}

QString DeviceNote::sentence(const QStringList &devices)
{
    QStringList words;
    for (const QString &device : devices)
        words << (device == usecases::device::camera    ? tr("the camera does not answer")
                  : device == usecases::device::scanner ? tr("the hand scanner does not answer")
                  : device == usecases::device::printer ? tr("the last badge could not be printed")
                                                        : tr("the ID card reader does not answer"));
    return words.join(tr(", "));
}

void DeviceNote::ask()
{
    using domain::Role;
    if (m_asking) {
        m_again = true;
        return;
    }
    if (!m_workbench.isWorking() || !m_workbench.mayDecide())
        return;
    m_asking = true;
    m_workbench.ask(
        this,
        [](Seat &seat) -> Result<std::vector<usecases::SilentDevices>> {
            GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
            return usecases::silentDevices(seat.workplace(), *session);
        },
        [this](const Result<std::vector<usecases::SilentDevices>> &silent) {
            m_asking = false;
            if (silent) {
                m_silent = *silent;
                retranslate();
            }
            if (std::exchange(m_again, false))
                ask();
        });
}

void DeviceNote::retranslate()
{
    QStringList lines;
    for (const usecases::SilentDevices &station : m_silent)
        lines << tr("%1: %2.").arg(station.station.name, sentence(station.devices));
    if (!lines.isEmpty())
        lines << tr("Look at plug and cable; it goes on by itself.");
    setVerdict(this, Tone::Warn, Texts::paragraph(lines));
    setVisible(!lines.isEmpty());
}

} // namespace gatehouse::admin
