// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine.h"

#include <QTemporaryDir>

namespace gatehouse::test
{

namespace
{
class SqliteEngine final : public Engine
{
public:
    QString url() const override { return QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("gatehouse.db")); }

private:
    QTemporaryDir m_folder;
};
} // namespace

QStringList engineNames()
{
    return {QStringLiteral("sqlite")};
}

std::unique_ptr<Engine> makeEngine(const QString &name)
{
    if (name == QLatin1String("sqlite"))
        return std::make_unique<SqliteEngine>();
    return nullptr;
}

} // namespace gatehouse::test
