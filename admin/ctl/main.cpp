// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/run.h"
#include "security/memory.h"

int main(int argc, char **argv)
{
    gatehouse::security::protectMemory(argv);
    return gatehouse::ctl::run(argc, argv);
}
