// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doorport.h"

namespace gatehouse::doors
{

/// No lock is moved. Shown: none is wired, and whoever stands at the door acts on what it shows. Refused: there are settings of
/// one that cannot be used, so that nobody takes a controlled door for one that only shows. Nothing is known of the leaf.
class NoDoor final : public DoorPort
{
    Q_OBJECT

public:
    explicit NoDoor(Health health = Health::Shown, QObject *parent = nullptr) : DoorPort(parent), m_told(health) {}
    void start() override;
    void release(std::chrono::seconds time) override;

private:
    Health m_told;
};

} // namespace gatehouse::doors
