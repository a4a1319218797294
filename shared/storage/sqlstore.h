// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection.h"
#include "databasefiles.h"
#include "domain/ports/store.h"

namespace gatehouse::storage
{

/// The Store over a connection of any engine, and over files where that has some. Owns the connection; same thread.
class SqlStore final : public domain::Store
{
public:
    SqlStore(std::unique_ptr<Connection> connection, std::shared_ptr<const DatabaseFiles> files, bool readOnly);
    ~SqlStore() override;

    [[nodiscard]] Result<std::unique_ptr<domain::Transaction>> beginRead() override;
    [[nodiscard]] Result<std::unique_ptr<domain::Transaction>> beginWrite() override;
    [[nodiscard]] Result<qint64> dataVersion() override;

private:
    [[nodiscard]] Result<void> checkFiles() const;

    std::shared_ptr<const DatabaseFiles> m_files; ///< let go after the connection
    std::unique_ptr<Connection> m_connection;
    bool m_readOnly;
};

} // namespace gatehouse::storage
