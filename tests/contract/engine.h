// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <memory>

namespace gatehouse::test
{

/// A database server or file that tests may fill and throw away. Empty when made, gone when destroyed.
class Engine
{
public:
    virtual ~Engine() = default;
    virtual QString url() const = 0;
};

/// The engines that this build can test.
QStringList engineNames();
std::unique_ptr<Engine> makeEngine(const QString &name);

} // namespace gatehouse::test
