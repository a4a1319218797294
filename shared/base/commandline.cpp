// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <algorithm>
#include <string_view>

namespace gatehouse
{

bool asksForUsage(int argc, char *argv[])
{
    const std::initializer_list<std::string_view> words{"-h", "--help", "--help-all", "-v", "--version"};
    return std::any_of(argv + 1, argv + argc,
                       [&](const char *argument) { return std::find(words.begin(), words.end(), argument) != words.end(); });
}

} // namespace gatehouse
