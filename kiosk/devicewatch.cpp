// SPDX-License-Identifier: GPL-3.0-or-later
#include "devicewatch.h"

#include "base/logging.h"
#include "usecases/silentdevices.h"

namespace gatehouse::kiosk
{

DeviceWatch::DeviceWatch(Gateway &gateway, QObject *parent) : QObject(parent), m_gateway(gateway)
{
    connect(&m_gateway, &Gateway::changed, this, &DeviceWatch::tell); // after opening too
}

void DeviceWatch::watch(const scanning::DocumentPort &port, const QString &name, const QString &kind)
{
    connect(&port, &scanning::DocumentPort::lost, this, [this, name, kind] {
        qCWarning(lcScan) << "a scanner does not answer:" << name;
        setSilent(name, kind, true);
    });
    connect(&port, &scanning::DocumentPort::recovered, this, [this, name, kind] {
        qCInfo(lcScan) << "a scanner is back:" << name;
        setSilent(name, kind, false);
    });
}

void DeviceWatch::setSilent(const QString &name, const QString &kind, bool silent)
{
    if (silent)
        m_silent.insert(name, kind);
    else
        m_silent.remove(name);
    tell();
}

void DeviceWatch::tell()
{
    QStringList kinds = m_silent.values();
    kinds.removeDuplicates();
    kinds.sort();
    const std::pair now(m_gateway.facts().station, kinds);
    if (m_telling || !m_gateway.isOpen() || m_told == now)
        return;
    m_telling = true;
    m_gateway.run(
        this, [kinds](const Desk &desk) { return usecases::tellSilentDevices(desk.workplace(), kinds); },
        [this, now](const Result<void> &told) {
            m_telling = false;
            if (!told)
                return; // again with the next look at the database
            m_told = now;
            tell(); // it may be another by now
        });
}

} // namespace gatehouse::kiosk
