// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ports/store.h"

namespace gatehouse::storage
{

class Connection;

/// People and what opens their keys, as rows.
class StaffRows final : public domain::StaffRepository
{
public:
    explicit StaffRows(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] Result<void> insert(const domain::Staff &staff) override;
    [[nodiscard]] Result<void> update(const domain::Staff &staff) override;
    [[nodiscard]] Result<std::optional<domain::Staff>> byId(const domain::StaffId &id) override;
    [[nodiscard]] Result<std::optional<domain::Staff>> byNumber(const QString &number) override;
    /// In the order of their numbers.
    [[nodiscard]] Result<std::vector<domain::Staff>> all() override;

    [[nodiscard]] Result<void> saveCredential(const domain::Credential &credential) override;
    [[nodiscard]] Result<std::optional<domain::Credential>> credential(const domain::StaffId &id) override;
    [[nodiscard]] Result<std::vector<domain::Credential>> credentials() override;
    [[nodiscard]] Result<void> saveActivation(const domain::ActivationCode &code) override;
    [[nodiscard]] Result<std::optional<domain::ActivationCode>> activation(const domain::StaffId &id) override;
    [[nodiscard]] Result<void> removeActivation(const domain::StaffId &id) override;
    [[nodiscard]] Result<void> saveSignIn(const domain::SignInState &state) override;
    [[nodiscard]] Result<domain::SignInState> signIn(const domain::StaffId &id) override;

private:
    Connection &m_connection;
};

} // namespace gatehouse::storage
