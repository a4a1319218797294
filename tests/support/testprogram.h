// SPDX-License-Identifier: GPL-3.0-or-later
// One program holds the tests of a folder, which is built in a third of the time of a program for each. Every test still runs
// in a process of its own: PROGRAM tst_name [arguments of Qt Test].
#pragma once

#include <QTest>

namespace gatehouse::test
{
using Run = int (*)(int argc, char **argv);

/// Enters a test under the name of its source file; made before main() by GATEHOUSE_TEST.
class Entry
{
public:
    Entry(const char *sourceFile, Run run);
};

template <class Application, class Test>
int run(int argc, char **argv)
{
    Application application(argc, argv);
    application.setAttribute(Qt::AA_Use96Dpi);
    Test test;
    return QTest::qExec(&test, argc, argv);
}
} // namespace gatehouse::test

/// In place of QTEST_MAIN: the test class and the application that it needs, QCoreApplication unless it draws.
#define GATEHOUSE_TEST(Application, Test)                                                                                      \
    static const gatehouse::test::Entry entryOf##Test{__FILE__, &gatehouse::test::run<Application, Test>};
