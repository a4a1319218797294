// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection.h"
#include "domain/ports/store.h"

namespace gatehouse::storage
{

/// The Store over a connection of any engine. Owns the connection; same thread.
class SqlStore final : public domain::Store
{
public:
    SqlStore(std::unique_ptr<Connection> connection, bool readOnly);

    [[nodiscard]] Result<std::unique_ptr<domain::Transaction>> beginRead() override;
    [[nodiscard]] Result<std::unique_ptr<domain::Transaction>> beginWrite() override;
    [[nodiscard]] Result<qint64> dataVersion() override;

private:
    std::unique_ptr<Connection> m_connection;
    bool m_readOnly;
};

} // namespace gatehouse::storage
