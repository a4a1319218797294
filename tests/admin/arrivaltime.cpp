// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes from a visitor's registration at the kiosk, acknowledged on disk, until the guard's queue shows it:
// arrivaltime [ARRIVALS [WAITING]], with so many already in the queue. Prints median, 95th percentile and maximum in
// milliseconds; the customer asks for 500.
#include "admindesk.h"
#include "models/queuemodel.h"
#include "windows/arrivals/waitingpage.h"

#include <QApplication>
#include <QSignalSpy>

#include <algorithm>
#include <cstdio>

using namespace gatehouse;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace
{
qint64 msUntilShown(TestSite &site, admin::QueueModel *queue)
{
    const domain::Visit visit = arrive(site);
    QElapsedTimer timer;
    timer.start();
    if (!QTest::qWaitFor([&] { return queue->rowOf(visit.id) >= 0; }, patienceMs))
        qFatal("an arrival never appeared");
    return timer.elapsed();
}
} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const int arrivals = std::max(1, QApplication::arguments().value(1, u"40"_s).toInt());
    const int waiting = QApplication::arguments().value(2, u"0"_s).toInt();
    TestSite site;
    for (int i = 0; i < waiting; ++i)
        arrive(site);
    AdminDesk desk(application, site);
    QSignalSpy watching(&desk.workbench(), &admin::Workbench::watching);
    desk.signIn(u"1042"_s);
    if (watching.isEmpty() && !watching.wait(patienceMs))
        qFatal("nobody watches");
    std::vector<qint64> times;
    for (int i = 0; i < arrivals; ++i) {
        times.push_back(msUntilShown(site, desk.window().waitingPage()->queue()));
        desk.workbench().drain();
        QTest::qWait(37 * i % 150); // so that arrivals fall anywhere between two looks at the database
    }
    std::sort(times.begin(), times.end());
    std::printf("arrivals %d on %d waiting, median %lld ms, p95 %lld ms, max %lld ms\n", arrivals, waiting,
                static_cast<long long>(times[times.size() / 2]), static_cast<long long>(times[times.size() * 95 / 100]),
                static_cast<long long>(times.back()));
    return 0;
}
