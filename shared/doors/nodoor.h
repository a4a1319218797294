// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doorport.h"

namespace gatehouse::doors
{

/// No lock is wired: decisions are shown, and whoever stands at the door acts on them. Nothing is known of the leaf.
class NoDoor final : public DoorPort
{
    Q_OBJECT

public:
    using DoorPort::DoorPort;
    void start() override;
    void release(std::chrono::seconds time) override;
};

} // namespace gatehouse::doors
