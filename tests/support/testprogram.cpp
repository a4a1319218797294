// SPDX-License-Identifier: GPL-3.0-or-later
#include "testprogram.h"

#include <QFileInfo>

#include <cstdio>
#include <map>

namespace
{
std::map<QString, gatehouse::test::TestFunction> &tests()
{
    static std::map<QString, gatehouse::test::TestFunction> all;
    return all;
}
} // namespace

gatehouse::test::TestEntry::TestEntry(const char *sourceFile, TestFunction function)
{
    if (!tests().emplace(QFileInfo(QString::fromLocal8Bit(sourceFile)).baseName(), function).second)
        qFatal("two tests are called as %s", sourceFile);
}

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) // by hand, too, no display is needed
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const auto test = argc > 1 ? tests().find(QString::fromLocal8Bit(argv[1])) : tests().end();
    if (test == tests().end()) {
        std::fprintf(stderr, "usage: %s TEST [arguments of Qt Test], with a TEST of\n", argv[0]);
        for (const auto &[name, function] : tests())
            std::fprintf(stderr, "  %s\n", qPrintable(name));
        return 2;
    }
    return test->second(argc, argv);
}
