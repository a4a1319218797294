// SPDX-License-Identifier: GPL-3.0-or-later
#include "librarytalk.h"

#include "base/logging.h"

#include <QFile>

#include <cstdio>
#include <sys/mman.h>
#include <unistd.h>

namespace gatehouse::ctl
{

namespace
{

constexpr qint64 mostTalk = 64 * 1024; // of a file of thousands of broken parts

bool isWatched()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return true;
#else
    return false;
#endif
}

bool isOurs(const QByteArray &line)
{
    return line.contains(" gatehouse.");
}

} // namespace

LibraryTalk::LibraryTalk()
{
    if (isWatched())
        return;
    std::fflush(stderr);
    m_caught = memfd_create("gatehouse-talk", MFD_CLOEXEC);
    m_kept = m_caught < 0 ? -1 : dup(STDERR_FILENO);
    if (m_kept >= 0)
        dup2(m_caught, STDERR_FILENO);
}

LibraryTalk::~LibraryTalk()
{
    std::fflush(stderr);
    if (m_kept >= 0) {
        dup2(m_kept, STDERR_FILENO);
        close(m_kept);
        QFile caught;
        if (caught.open(m_caught, QIODevice::ReadOnly) && caught.seek(0)) {
            for (const QByteArray &line : caught.read(mostTalk).split('\n')) {
                if (isOurs(line))
                    std::fprintf(stderr, "%s\n", line.constData());
                else if (!line.trimmed().isEmpty())
                    qCDebug(lcScan).noquote() << "said by a library:" << QString::fromLocal8Bit(line);
            }
        }
    }
    if (m_caught >= 0)
        close(m_caught);
}

} // namespace gatehouse::ctl
