// SPDX-License-Identifier: GPL-3.0-or-later
#include "testprogram.h"

#include <QFileInfo>

#include <cstdio>
#include <map>

namespace
{
std::map<QString, gatehouse::test::Run> &tests()
{
    static std::map<QString, gatehouse::test::Run> all;
    return all;
}
} // namespace

gatehouse::test::Entry::Entry(const char *sourceFile, Run run)
{
    tests().emplace(QFileInfo(QString::fromLocal8Bit(sourceFile)).baseName(), run);
}

int main(int argc, char **argv)
{
    const auto test = argc > 1 ? tests().find(QString::fromLocal8Bit(argv[1])) : tests().end();
    if (test == tests().end()) {
        std::fprintf(stderr, "usage: %s TEST [arguments of Qt Test], with a TEST of\n", argv[0]);
        for (const auto &[name, run] : tests())
            std::fprintf(stderr, "  %s\n", qPrintable(name));
        return 2;
    }
    argv[1] = argv[0]; // the test sees its own arguments only
    return test->second(argc - 1, argv + 1);
}
