// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "secretsource.h"

#include "storage/open.h"
#include "usecases/readvisits.h"
#include "usecases/staffaccounts.h"
#include "usecases/workplace.h"

#include <functional>

namespace gatehouse::ctl
{

/// The site as this tool sees it: its database and this machine's own station "tool". Not movable, as the workplace refers to
/// what is in it. One thread.
class OpenSite
{
public:
    /// Errors of openStore and StationVault; Invalid without a database URL.
    [[nodiscard]] static Result<std::unique_ptr<OpenSite>> open(const Invocation &invocation, bool readOnly = false);

    /// The same as another station than the tool, which this machine may not have.
    [[nodiscard]] static Result<std::unique_ptr<OpenSite>> openAs(const Invocation &invocation,
                                                                  security::StationIdentity identity);

    usecases::Workplace workplace() { return {*m_store, m_clock, m_randomness, m_identity, m_authority, m_time}; }
    domain::Store &store() { return *m_store; }
    const Clock &clock() const { return m_clock; }
    /// As far as the ledger was read.
    bool clockTrusted() const { return m_time.trusted(); }
    const security::StationIdentity &station() const { return m_identity; }
    const security::StationVault &vault() const { return m_vault; }

private:
    OpenSite(std::unique_ptr<domain::Store> store, security::StationVault vault, security::StationIdentity identity);

    SystemClock m_clock;
    SystemRandomness m_randomness;
    std::unique_ptr<domain::Store> m_store;
    security::StationVault m_vault;
    security::StationIdentity m_identity;
    usecases::TimeGuard m_time;
    usecases::Authority m_authority;
};

/// Where the person signs in: --as NUMBER.
QCommandLineOption signInOption();

/// Opens the site, signs the person of --as in, does the work and signs out. Returns the exit code; trouble is reported.
using SignedInWork = std::function<int(OpenSite &, usecases::StaffSession &, SecretSource &)>;
int withSession(Invocation &invocation, const SignedInWork &work);

/// A sentence for the flaw whose number stands at the end of an error's detail; empty when it is no such error.
QString passwordAdvice(const Error &error);

} // namespace gatehouse::ctl
