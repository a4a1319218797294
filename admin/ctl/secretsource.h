// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "security/securebytes.h"

#include <optional>

class QCommandLineParser;

namespace gatehouse::ctl
{

/// Where passwords and codes come from: the lines of --password-fd N, else the terminal without echo. Never from the command
/// line, which everybody on the machine can read. One thread.
class SecretSource
{
public:
    explicit SecretSource(const QCommandLineParser &options);

    /// The next secret. Unavailable when there is neither a line nor a terminal; Invalid for a number that is no descriptor.
    [[nodiscard]] Result<security::SecureBytes> ask(const QString &prompt);
    /// The same, asked for twice on a terminal and refused (Invalid) when the two differ.
    [[nodiscard]] Result<security::SecureBytes> askNew(const QString &prompt);
    /// Whether a person can be asked again.
    bool isTerminal() const;

private:
    [[nodiscard]] Result<security::SecureBytes> readLine(int descriptor);

    std::optional<int> m_descriptor;
    bool m_wrongNumber = false;
};

} // namespace gatehouse::ctl
