// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/run.h"

int main(int argc, char **argv)
{
    return gatehouse::ctl::run(argc, argv);
}
