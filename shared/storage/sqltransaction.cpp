// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqltransaction.h"

namespace gatehouse::storage
{

SqlTransaction::SqlTransaction(Connection &connection)
    : m_connection(connection), m_staff(connection), m_site(connection), m_stations(connection), m_visits(connection),
      m_sealed(connection), m_badges(connection), m_invitations(connection), m_ledger(connection), m_notes(connection)
{
}

SqlTransaction::~SqlTransaction()
{
    if (m_open)
        m_connection.rollback();
}

Result<void> SqlTransaction::commit()
{
    if (!m_open)
        return fail(ErrorCode::Internal, QStringLiteral("the transaction has ended"));
    m_open = false;
    return m_connection.commit();
}

} // namespace gatehouse::storage
