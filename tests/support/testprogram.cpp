// SPDX-License-Identifier: GPL-3.0-or-later
#include "testprogram.h"

#include <QFileInfo>

#include <cstdio>
#include <map>

namespace
{
std::map<QString, gatehouse::test::Main> &tests()
{
    static std::map<QString, gatehouse::test::Main> all;
    return all;
}
} // namespace

gatehouse::test::Entry::Entry(const char *sourceFile, Main main)
{
    tests().emplace(QFileInfo(QString::fromLocal8Bit(sourceFile)).baseName(), main);
}

int main(int argc, char **argv)
{
    const auto test = argc > 1 ? tests().find(QString::fromLocal8Bit(argv[1])) : tests().end();
    if (test == tests().end()) {
        std::fprintf(stderr, "usage: %s TEST [arguments of Qt Test], with a TEST of\n", argv[0]);
        for (const auto &[name, main] : tests())
            std::fprintf(stderr, "  %s\n", qPrintable(name));
        return 2;
    }
    return test->second(argc, argv);
}
