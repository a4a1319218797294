// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodoor.h"

namespace gatehouse::doors
{

void NoDoor::start()
{
    setHealth(m_told);
}

void NoDoor::release(std::chrono::seconds)
{
    Q_EMIT released(false);
}

} // namespace gatehouse::doors
