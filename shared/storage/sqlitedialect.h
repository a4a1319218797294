// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialect.h"

namespace gatehouse::storage
{

class SqliteDialect final : public Dialect
{
public:
    QString integerType() const override;
    QString bytesType() const override;
    QString countedKey() const override;
    QString tableOptions() const override;
    QStringList appendOnly(const QString &table) const override;
    QStringList startLedger() const override;
    QStringList beginRead() const override;
    QStringList beginWrite() const override;
    Error translate(const QSqlError &error, const QString &database) const override;
    Result<bool> hasTable(Connection &connection, const QString &table) const override;
    Result<bool> hasAnyTable(Connection &connection) const override;
    Result<std::vector<StoredCode>> storedCode(Connection &connection) const override;
    Result<qint64> dataVersion(Connection &connection) const override;
};

} // namespace gatehouse::storage
