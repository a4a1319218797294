// SPDX-License-Identifier: GPL-3.0-or-later
#include "secretsource.h"

#include <QCommandLineParser>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace gatehouse::ctl
{

namespace
{

constexpr std::size_t longestSecret = 4096;

/// The terminal of the person, without echo until this goes.
class QuietTerminal
{
public:
    QuietTerminal() : m_descriptor(::open("/dev/tty", O_RDWR | O_CLOEXEC))
    {
        if (m_descriptor < 0 || ::tcgetattr(m_descriptor, &m_before) != 0)
            return;
        auto quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_changed = ::tcsetattr(m_descriptor, TCSAFLUSH, &quiet) == 0;
    }
    ~QuietTerminal()
    {
        if (m_changed)
            ::tcsetattr(m_descriptor, TCSAFLUSH, &m_before);
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    QuietTerminal(const QuietTerminal &) = delete;
    QuietTerminal &operator=(const QuietTerminal &) = delete;

    int descriptor() const { return m_changed ? m_descriptor : -1; }
    void say(const QByteArray &text) const
    {
        if (::write(m_descriptor, text.constData(), static_cast<std::size_t>(text.size())) < 0)
            std::perror("gatehousectl: terminal");
    }

private:
    int m_descriptor;
    termios m_before{};
    bool m_changed = false;
};

} // namespace

SecretSource::SecretSource(const QCommandLineParser &options)
{
    if (!options.isSet(QStringLiteral("password-fd")))
        return;
    bool isNumber = false;
    const int descriptor = options.value(QStringLiteral("password-fd")).toInt(&isNumber);
    m_wrongNumber = !isNumber || descriptor < 0 || ::fcntl(descriptor, F_GETFD) < 0;
    m_descriptor = descriptor;
}

bool SecretSource::isTerminal() const
{
    return !m_descriptor && ::isatty(STDIN_FILENO) == 1;
}

Result<security::SecureBytes> SecretSource::readLine(int descriptor)
{
    // One byte at a time: what follows belongs to the next secret.
    security::SecureBytes buffer(longestSecret);
    std::size_t size = 0;
    while (size < longestSecret) {
        std::uint8_t byte = 0;
        const auto count = ::read(descriptor, &byte, 1);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 || (count == 0 && size == 0))
            return fail(ErrorCode::Invalid, QStringLiteral("no secret was given; write it as a line to --password-fd"));
        if (count == 0 || byte == '\n') {
            if (size > 0 && buffer.data()[size - 1] == '\r') // a line of a file from Windows: no key types that
                --size;
            return security::SecureBytes::copyOf(buffer.span().first(size));
        }
        buffer.data()[size++] = byte;
    }
    return fail(ErrorCode::Invalid, QStringLiteral("the secret is too long"));
}

Result<security::SecureBytes> SecretSource::ask(const QString &prompt)
{
    if (m_wrongNumber)
        return fail(ErrorCode::Invalid, QStringLiteral("--password-fd needs the number of an open file descriptor"));
    if (m_descriptor)
        return readLine(*m_descriptor);
    const QuietTerminal terminal;
    if (terminal.descriptor() < 0)
        return fail(ErrorCode::Invalid, QStringLiteral("there is no terminal to ask on; use --password-fd N"));
    terminal.say(prompt.toUtf8() + ": ");
    auto secret = readLine(terminal.descriptor());
    terminal.say("\n");
    return secret;
}

Result<security::SecureBytes> SecretSource::askNew(const QString &prompt)
{
    GATEHOUSE_TRY_ASSIGN(auto first, ask(prompt));
    if (m_descriptor)
        return first;
    GATEHOUSE_TRY_ASSIGN(const auto second, ask(prompt + QStringLiteral(", once more")));
    if (first.size() != second.size() || std::memcmp(first.data(), second.data(), first.size()) != 0)
        return fail(ErrorCode::Invalid, QStringLiteral("the two are not the same"));
    return first;
}

} // namespace gatehouse::ctl
