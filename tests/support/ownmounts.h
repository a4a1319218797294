// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/mount.h>
#include <unistd.h>
#include <vector>

namespace gatehouse::test
{

/// Whether this program runs in mounts of its own, where it may fill disks.
inline bool hasOwnMounts()
{
    return qEnvironmentVariableIsSet("GATEHOUSE_OWN_MOUNTS");
}

/// Starts the program again in a mount namespace of its own, where the machine allows that. First thing in main().
inline void enterOwnMounts(int argc, char **argv)
{
    if (hasOwnMounts() || QProcess::execute(QStringLiteral("unshare"), {QStringLiteral("-rm"), QStringLiteral("true")}) != 0)
        return;
    qputenv("GATEHOUSE_OWN_MOUNTS", "1");
    std::vector<char *> again{const_cast<char *>("unshare"), const_cast<char *>("-rm")};
    again.insert(again.end(), argv, argv + argc);
    again.push_back(nullptr);
    ::execvp("unshare", again.data());
    qunsetenv("GATEHOUSE_OWN_MOUNTS");
}

/// A disk of a few megabytes on which temporary folders are made while this lives; fill() leaves no room on it. Only with
/// hasOwnMounts(). Must outlive whatever has files open on it.
class SmallDisk
{
public:
    explicit SmallDisk(const char *size) : m_before(qgetenv("TMPDIR"))
    {
        m_mounted = ::mount("tmpfs", path().constData(), "tmpfs", 0, QByteArray("size=").append(size).constData()) == 0;
        qputenv("TMPDIR", path());
        m_filler.setFileName(m_folder.filePath(QStringLiteral("filler")));
    }
    ~SmallDisk()
    {
        m_before.isEmpty() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", m_before);
        m_filler.close();
        ::umount2(path().constData(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool isMounted() const { return m_mounted; }

    bool fill()
    {
        if (!m_filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return false;
        while (m_filler.write(QByteArray(512, 'x')) == 512) {
        }
        return true;
    }

    bool makeRoom()
    {
        m_filler.close();
        return m_filler.remove();
    }

private:
    QByteArray path() const { return QFile::encodeName(m_folder.path()); }

    QTemporaryDir m_folder;
    QByteArray m_before;
    QFile m_filler;
    bool m_mounted = false;
};

} // namespace gatehouse::test
