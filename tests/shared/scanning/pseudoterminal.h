// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QSocketNotifier>
#include <QTemporaryDir>

#include <functional>
#include <memory>

#include <pty.h>
#include <termios.h>
#include <unistd.h>

namespace gatehouse::test
{

/// The far end of a serial line: a pseudo-terminal at a path that stays the same when it is plugged in again. Of one thread
/// with an event loop.
class PseudoTerminal
{
public:
    std::function<void(const QByteArray &)> received;

    ~PseudoTerminal() { unplug(); }

    QString path() const { return m_folder.filePath(QStringLiteral("reader")); }

    bool plugIn()
    {
        char name[128] = {};
        termios settings{};
        cfmakeraw(&settings);
        // The near end stays open here too, or the far end reports an error whenever the device under test has closed it.
        if (openpty(&m_master, &m_slave, name, &settings, nullptr) != 0)
            return false;
        m_notifier = std::make_unique<QSocketNotifier>(m_master, QSocketNotifier::Read);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, [this] { read(); });
        return QFile::link(QString::fromLocal8Bit(name), path());
    }

    void unplug()
    {
        m_notifier.reset();
        QFile::remove(path());
        if (m_master >= 0)
            close(std::exchange(m_master, -1));
        if (m_slave >= 0)
            close(std::exchange(m_slave, -1));
    }

    bool send(const QByteArray &bytes)
    {
        return m_master >= 0 && write(m_master, bytes.constData(), size_t(bytes.size())) == bytes.size();
    }

private:
    void read()
    {
        char buffer[4096];
        const auto count = ::read(m_master, buffer, sizeof buffer);
        if (count > 0 && received)
            received(QByteArray(buffer, count));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<QSocketNotifier> m_notifier;
    int m_master = -1;
    int m_slave = -1;
};

} // namespace gatehouse::test
