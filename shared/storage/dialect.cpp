// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialect.h"

namespace gatehouse::storage
{

QString inDialect(const Dialect &dialect, QString sql)
{
    return sql.replace(QStringLiteral("{integer}"), dialect.integerType())
        .replace(QStringLiteral("{bytes}"), dialect.bytesType())
        .replace(QStringLiteral("{counted}"), dialect.countedKey())
        .replace(QStringLiteral("{options}"), dialect.tableOptions());
}

} // namespace gatehouse::storage
