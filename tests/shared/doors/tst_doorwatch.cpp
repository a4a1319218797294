// SPDX-License-Identifier: GPL-3.0-or-later
#include "doors/doorwatch.h"
#include "testprogram.h"

#include <QTest>

#include <functional>

using namespace gatehouse::doors;
using namespace std::chrono_literals;
using Events = std::vector<DoorEvent>;
using Time = DoorWatch::Time;

namespace
{
void add(Events &all, const Events &more)
{
    all.insert(all.end(), more.begin(), more.end());
}
} // namespace

using Story = std::function<Events(DoorWatch &)>;
Q_DECLARE_METATYPE(Story)
Q_DECLARE_METATYPE(Events)

class TestDoorWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void events_data();
    void events();
    void withoutAContactNobodyKnows();
};

void TestDoorWatch::events_data()
{
    QTest::addColumn<Story>("story");
    QTest::addColumn<Events>("expected");
    const auto row = [](const char *name, const Story &story, const Events &expected) {
        QTest::newRow(name) << story << expected;
    };

    row("used",
        [](DoorWatch &door) {
            door.released(1s, 5s);
            return door.contact(true, 3s);
        },
        {DoorEvent::Opened});
    row("used at the last moment, hand on the leaf",
        [](DoorWatch &door) {
            door.released(1s, 5s);
            return door.contact(true, 8s);
        },
        {DoorEvent::Opened});
    row("used too late",
        [](DoorWatch &door) {
            door.released(1s, 5s);
            return door.contact(true, 9s);
        },
        {DoorEvent::NotUsed, DoorEvent::Forced});
    row("not used",
        [](DoorWatch &door) {
            door.released(1s, 5s);
            Events all = door.tick(8s);
            add(all, door.tick(8001ms));
            add(all, door.tick(60s));
            return all;
        },
        {DoorEvent::NotUsed});
    row("let go while the leaf stands open: nobody can say that it was not used",
        [](DoorWatch &door) {
            door.released(1s, 5s);
            Events all = door.contact(true, 2s);
            door.released(3s, 5s);
            add(all, door.contact(false, 4s));
            add(all, door.tick(60s));
            door.released(61s, 5s); // the next is judged by itself
            add(all, door.tick(90s));
            return all;
        },
        {DoorEvent::Opened, DoorEvent::NotUsed});
    row("forced", [](DoorWatch &door) { return door.contact(true, 3s); }, {DoorEvent::Forced});
    row("one release is one opening",
        [](DoorWatch &door) {
            door.released(1s, 5s);
            Events all = door.contact(true, 2s);
            add(all, door.contact(false, 3s));
            add(all, door.contact(true, 4s));
            return all;
        },
        {DoorEvent::Opened, DoorEvent::Forced});
    row("somebody goes out",
        [](DoorWatch &door) {
            Events all = door.exitRequest(true, 1s);
            add(all, door.exitRequest(false, 2s));
            add(all, door.contact(true, 6s));
            return all;
        },
        {DoorEvent::Left});
    row("the button was pressed long ago",
        [](DoorWatch &door) {
            door.exitRequest(true, 1s);
            door.exitRequest(false, 2s);
            return door.contact(true, 60s);
        },
        {DoorEvent::Forced});
    row("the button, which nobody pressed, is told with every input",
        [](DoorWatch &door) {
            door.exitRequest(false, 1s);
            return door.contact(true, 1s);
        },
        {DoorEvent::Forced});
    row("the button is told as released again long after",
        [](DoorWatch &door) {
            door.exitRequest(true, 1s);
            door.exitRequest(false, 2s);
            door.exitRequest(false, 60s);
            return door.contact(true, 60s);
        },
        {DoorEvent::Forced});
    row("released and opened in one look",
        [](DoorWatch &door) {
            door.exitRequest(true, 1s);
            door.exitRequest(false, 30s);
            return door.contact(true, 30s);
        },
        {DoorEvent::Left});
    row("held, said once",
        [](DoorWatch &door) {
            door.released(1s, 5s);
            Events all = door.contact(true, 2s);
            add(all, door.tick(32s));
            add(all, door.tick(33s));
            add(all, door.tick(99s));
            add(all, door.contact(false, 100s));
            return all;
        },
        {DoorEvent::Opened, DoorEvent::Held, DoorEvent::Closed});
    row("closed in time",
        [](DoorWatch &door) {
            door.released(1s, 5s);
            Events all = door.contact(true, 2s);
            add(all, door.contact(false, 31s));
            add(all, door.tick(90s));
            return all;
        },
        {DoorEvent::Opened});
    row("forced and held",
        [](DoorWatch &door) {
            Events all = door.contact(true, 2s);
            add(all, door.tick(40s));
            add(all, door.contact(false, 41s));
            return all;
        },
        {DoorEvent::Forced, DoorEvent::Held, DoorEvent::Closed});
    row("the same again says nothing", [](DoorWatch &door) { return door.contact(false, 2s); }, {});
    row("tamper, said once",
        [](DoorWatch &door) {
            Events all = door.tamper(true);
            add(all, door.tamper(true));
            add(all, door.tamper(false));
            return all;
        },
        {DoorEvent::Tamper});
}

void TestDoorWatch::events()
{
    QFETCH(Story, story);
    QFETCH(Events, expected);
    DoorWatch door(30s);
    QVERIFY(door.contact(false, 0s).empty());
    QCOMPARE(story(door), expected);
}

void TestDoorWatch::withoutAContactNobodyKnows()
{
    DoorWatch door(30s);
    door.released(1s, 5s);
    QVERIFY(door.tick(60s).empty());
    QVERIFY(!door.knows());
    QVERIFY(door.contact(true, 61s).empty()); // found open when the wire was seen first
    QVERIFY(door.knows());
    QCOMPARE(door.tick(92s), Events{DoorEvent::Held});
}

GATEHOUSE_TEST(QCoreApplication, TestDoorWatch);
#include "tst_doorwatch.moc"
