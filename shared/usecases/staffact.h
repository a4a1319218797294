// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workplace.h"

namespace gatehouse::usecases
{

/// One thing that one person does and signs: a write transaction in which the person's session and roles were checked. Internal
/// to this library.
class StaffAct
{
public:
    /// NotAllowed unless the session is open and the person holds one of the roles; none asked for: any active member of staff.
    [[nodiscard]] static Result<StaffAct> begin(const Workplace &workplace, const StaffSession &session,
                                                std::initializer_list<domain::Role> roles = {})
    {
        GATEHOUSE_TRY_ASSIGN(auto transaction, beginWrite(workplace));
        GATEHOUSE_TRY(requireRole(*transaction, workplace, session, roles));
        return StaffAct(workplace, session, std::move(transaction));
    }

    domain::Transaction &transaction() const { return *m_transaction; }

    /// Appends the person's statement; more may follow before done().
    [[nodiscard]] Result<void> state(const QString &action, const QString &subject, const QJsonObject &details = {}) const
    {
        GATEHOUSE_TRY(record(*m_transaction, m_workplace, signerOf(m_session), action, subject, details));
        return {};
    }
    [[nodiscard]] Result<void> done() const { return m_transaction->commit(); }

private:
    StaffAct(const Workplace &workplace, const StaffSession &session, std::unique_ptr<domain::Transaction> transaction)
        : m_workplace(workplace), m_session(session), m_transaction(std::move(transaction))
    {
    }

    const Workplace &m_workplace;
    const StaffSession &m_session;
    std::unique_ptr<domain::Transaction> m_transaction;
};

} // namespace gatehouse::usecases
