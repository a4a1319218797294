// SPDX-License-Identifier: GPL-3.0-or-later
#include "memory.h"

#include "base/logging.h"

#include <cstdlib>
#include <malloc.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace gatehouse::security
{

void protectMemory(char **argv)
{
    mallopt(M_PERTURB, 0xA5);
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
    if (getenv("GLIBC_TUNABLES") || getenv("GATEHOUSE_NO_RESTART"))
        return;
    setenv("GLIBC_TUNABLES", "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0", 1);
    execv("/proc/self/exe", argv);
    qCWarning(lcTrust) << "memory is protected in part only"; // it goes on with what mallopt did
}

} // namespace gatehouse::security
