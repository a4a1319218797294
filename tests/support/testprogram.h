// SPDX-License-Identifier: GPL-3.0-or-later
// One program holds the tests of a folder, which is built in a third of the time of a program for each. Every test still runs
// in a process of its own: PROGRAM tst_name [arguments of Qt Test].
#pragma once

#include <QTest>

namespace gatehouse::test
{
/// Runs one test; argv[1] is its name.
using TestFunction = int (*)(int argc, char **argv);

/// Enters a test under the name of its source file; made before main() by the macros below.
class TestEntry
{
public:
    TestEntry(const char *sourceFile, TestFunction function);
};

/// Runs a test object: what stands behind the test's name is for Qt Test.
inline int execute(QObject &test, int argc, char **argv)
{
    return QTest::qExec(&test, argc - 1, argv + 1);
}

template <class Application, class Test>
int testMain(int argc, char **argv)
{
    Application application(argc, argv);
    Application::setAttribute(Qt::AA_Use96Dpi);
    Test test;
    return execute(test, argc, argv);
}
} // namespace gatehouse::test

/// In place of QTEST_MAIN: the test class and the application that it needs, QCoreApplication unless it draws.
#define GATEHOUSE_TEST(Application, Test) GATEHOUSE_TEST_MAIN(Test, (&gatehouse::test::testMain<Application, Test>))
/// The same for a test with a function of its own in place of testMain().
#define GATEHOUSE_TEST_MAIN(Test, function) static const gatehouse::test::TestEntry entryOf##Test(__FILE__, function)
