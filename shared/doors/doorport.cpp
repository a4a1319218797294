// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorport.h"

#include "base/logging.h"

namespace gatehouse::doors
{

QString healthName(Health health)
{
    switch (health) {
    case Health::Shown:
        return QStringLiteral("shown");
    case Health::Connecting:
        return QStringLiteral("connecting");
    case Health::Ready:
        return QStringLiteral("ready");
    case Health::Unprotected:
        return QStringLiteral("unprotected");
    case Health::Refused:
        return QStringLiteral("refused");
    case Health::Silent:
        return QStringLiteral("silent");
    case Health::Lying:
        return QStringLiteral("lying");
    }
    return {};
}

bool canRelease(Health health)
{
    return health == Health::Ready || health == Health::Unprotected;
}

void DoorPort::setHealth(Health health)
{
    if (health == m_health)
        return;
    m_health = health;
    qCInfo(lcDoor) << "door:" << healthName(health);
    Q_EMIT healthChanged(health);
}

void DoorPort::setInputs(const DoorInputs &inputs)
{
    if (inputs == m_inputs)
        return;
    m_inputs = inputs;
    Q_EMIT inputsChanged(inputs);
}

} // namespace gatehouse::doors
