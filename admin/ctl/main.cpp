// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/run.h"
#include "security/memory.h"

#include <csignal>

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN); // an answer that nobody reads is said to be lost, and the session is closed
    gatehouse::security::protectMemory(argv);
    return gatehouse::ctl::run(argc, argv);
}
