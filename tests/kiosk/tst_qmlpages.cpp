// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/visit.h"
#include "fakekiosk.h"
#include "testprogram.h"

#include <QClipboard>
#include <QJSValue>
#include <QScopeGuard>

/// Every screen in three sizes, two languages and larger text: nothing is cut off, nothing lies over its neighbour's edge,
/// every control has a name and is large enough for a finger; and every control does what it says.
class TestQmlPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_kiosk = std::make_unique<FakeKiosk>(); }
    void cleanupTestCase() { m_kiosk.reset(); }
    void layout_data();
    void layout();
    void controls_data();
    void controls();
    void whatIsLostIsAskedFirst_data();
    void whatIsLostIsAskedFirst();
    void nobodyStartsAgainWhileADoorDecides();
    void typing_data();
    void typing();
    void signature();
    void keyboardKeepsFieldVisible_data();
    void keyboardKeepsFieldVisible();
    void anyTouchAnswersTheIdleQuestion();
    void holdingTheClockLeadsToTheExitCode();
    void closingIsTheControllersDecision();
    void r2_theDoorAtRestKeepsOutsidersOut_data();
    void r2_theDoorAtRestKeepsOutsidersOut();
    void theDoorAtRestPointsToItsCamera_data();
    void theDoorAtRestPointsToItsCamera();
    void r6_nobodySmokesAnywhere_data();
    void r6_nobodySmokesAnywhere();
    void anApprovalIsNoError();
    void anApprovalStandsUnderTheTitle();
    void theGuardsQuestionIsWhatIsAnswered();
    void rowsStayWhenTheLanguageChanges();
    void oneTouchTurnsFromTheTypedNameToTheFinger();
    void theSignAtTheDoorIsNeverSmaller_data();
    void theSignAtTheDoorIsNeverSmaller();
    void theDoorSaysHowToScanWhereThereIsRoom();
    void twoLanguagesBreakBetweenThem();
    void hintsAreAsHighAsTheirWords_data();
    void hintsAreAsHighAsTheirWords();
    void helpIsInReachFromTheSheet();
    void aSheetThatScrollsShowsIt();
    void visitorsReadNoCodes();
    void whatIsWrongWithABadgeStandsBesideTheCamera_data();
    void whatIsWrongWithABadgeStandsBesideTheCamera();
    void theOtherSideIsAskedForFirst();
    void signingIsAllInSight();
    void stayingIsAsLargeAndLast();
    void everythingThatIsCarriedHasItsSign();
    void noNoticeEndsUnderTheEdge_data();
    void noNoticeEndsUnderTheEdge();
    void markupIsNeverInterpreted();
    void rightToLeftTurnsTheScreenRound();
    void pageSlidesAndOldOneIsDestroyed();
    void greetingsStandUnderOneAnotherWhateverIsChosen_data();
    void greetingsStandUnderOneAnotherWhateverIsChosen();
    void choicesAreInAllLanguagesUntilOneIsChosen_data();
    void choicesAreInAllLanguagesUntilOneIsChosen();
    void choicesOfManyLanguagesStayWhole_data();
    void choicesOfManyLanguagesStayWhole();
    void whatAPageListsMayChangeWithItsHeight_data();
    void whatAPageListsMayChangeWithItsHeight();
    void whatStandsBelowIsAnnouncedAndReached();
    void whatIsNotReadIsSaid();
    void marksStayInTheirField();
    void thatSomebodyGetsNoBadgeIsReadAloud();
    void whatIsTooLongIsNotCutUnsaid_data();
    void whatIsTooLongIsNotCutUnsaid();

private:
    QList<QRectF> greetings() const;
    QStringList textsInSight() const;
    QStringList faults(const QSize &size) const;
    QRectF placeOfText(const QString &text) const;
    QRectF placeOf(const QString &name) const;
    std::unique_ptr<FakeKiosk> m_kiosk;
};

namespace
{

const QList<QPair<QByteArray, QSize>> &sizes()
{
    static const QList<QPair<QByteArray, QSize>> all = {
        {"portrait", {1080, 1920}}, {"landscape", {1920, 1080}}, {"small", {1280, 800}}};
    return all;
}

bool insideFlickable(const QQuickItem *item)
{
    for (const QQuickItem *i = item->parentItem(); i; i = i->parentItem())
        if (i->inherits("QQuickFlickable"))
            return true;
    return false;
}

/// Not seen: there to be measured.
bool measuredOnly(const QQuickItem *item)
{
    for (const QQuickItem *part = item; part; part = part->parentItem()) {
        if (part->opacity() == 0)
            return true;
    }
    return false;
}

/// Part of the page, and lies over its edge: under the bar, or what stands above it.
bool under(const QQuickItem *item, const QQuickItem *page)
{
    if (!page || insideFlickable(item) || !page->isAncestorOf(item))
        return false;
    const QRectF box = item->mapRectToItem(page, {0, 0, item->width(), item->height()});
    return box.top() < -1 || box.bottom() > page->height() + 1;
}

/// The control of the page that lies over this text of the page, if any.
QString controlOver(QQuickItem *text, QQuickItem *page)
{
    QString over;
    for (const QQuickItem *part = text; part && part != page; part = part->parentItem()) {
        if (FakeKiosk::isButton(part))
            return over;
    }
    const QRectF words = text->mapRectToScene({0, 0, text->width(), text->height()});
    FakeKiosk::visit(page, [&](QQuickItem *item) {
        if (FakeKiosk::isButton(item) && !insideFlickable(item) &&
            words.intersects(item->mapRectToScene({0, 0, item->width(), item->height()})))
            over = FakeKiosk::nameOf(item);
    });
    return over;
}

/// What is wrong with one visible item, or nothing.
QString faultOf(QQuickItem *item, const QRectF &window, QQuickItem *page, double touch)
{
    if (measuredOnly(item))
        return {};
    const QRectF box = item->mapRectToScene({0, 0, item->width(), item->height()});
    if (item->inherits("QQuickText") && !item->property("text").toString().isEmpty()) {
        const QString text = item->property("text").toString();
        if (item->property("truncated").toBool())
            return "cut off: " + text;
        if (item->property("contentWidth").toDouble() > item->width() + 1)
            return "wider than its place: " + text;
        if (box.left() < window.left() - 1 || box.right() > window.right() + 1)
            return "outside of the screen: " + text;
        if (!insideFlickable(item) && (box.top() < window.top() - 1 || box.bottom() > window.bottom() + 1))
            return "outside of the screen: " + text;
        if (under(item, page))
            return "under the bar: " + text;
        if (page && page->isAncestorOf(item) && !insideFlickable(item) && !controlOver(item, page).isEmpty())
            return "under “" + controlOver(item, page) + "”: " + text;
    }
    if (FakeKiosk::isButton(item)) {
        if (FakeKiosk::nameOf(item).isEmpty())
            return "a control without a name";
        if (item->height() + 0.5 < touch)
            return "too small for a finger: " + FakeKiosk::nameOf(item);
        const QQuickItem *content = item->property("contentItem").value<QQuickItem *>();
        if (content && content->implicitHeight() > item->height() + 1)
            return "text higher than its control: " + FakeKiosk::nameOf(item);
        bool inside = true;
        FakeKiosk::visit(item, [&](QQuickItem *part) {
            const QRectF text = part->mapRectToScene({0, 0, part->width(), part->height()});
            inside &= !part->inherits("QQuickText") || (text.top() >= box.top() && text.bottom() <= box.bottom());
        });
        if (!inside)
            return "text over the edge of its control: " + FakeKiosk::nameOf(item);
        if (!insideFlickable(item) && !window.adjusted(-1, -1, 1, 1).contains(box))
            return "control outside of the screen: " + FakeKiosk::nameOf(item);
        if (under(item, page))
            return "control under the bar: " + FakeKiosk::nameOf(item);
    }
    return {};
}

} // namespace

void TestQmlPages::layout_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("large");
    const QStringList scenes = m_kiosk->controller()->property("scenes").toStringList();
    QVERIFY(scenes.size() > 30);
    for (const QString &scene : scenes)
        for (const auto &[name, size] : sizes())
            for (const auto &[language, large] :
                 {std::pair("en", false), std::pair("zh_CN", false), std::pair("en", true), std::pair("zh_CN", true)}) {
                if (large && name != "small" && language == QLatin1String("zh_CN"))
                    continue;
                QTest::addRow("%s %s %s%s", qPrintable(scene), name.constData(), language, large ? " larger text" : "")
                    << scene << size << language << large;
            }
}

void TestQmlPages::layout()
{
    QFETCH(QString, scene);
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, large);
    m_kiosk->setLanguage(language);
    m_kiosk->controller()->setProperty("largeText", large);
    m_kiosk->window()->resize(size);
    m_kiosk->show(scene);
    QQuickItem *sheet = scene.endsWith("Sheet") ? m_kiosk->window()->findChild<QQuickItem *>(scene) : nullptr;
    QCOMPARE(sheet != nullptr, scene.endsWith("Sheet"));
    if (sheet)
        QMetaObject::invokeMethod(sheet, "open");
    m_kiosk->settle();
    const QStringList found = faults(size);
    if (sheet)
        QMetaObject::invokeMethod(sheet, "close");
    m_kiosk->controller()->setProperty("largeText", false);
    QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
    QVERIFY2(FakeKiosk::warnings().isEmpty(), qPrintable(FakeKiosk::warnings().join('\n')));
}

/// What is wrong with anything in sight.
QStringList TestQmlPages::faults(const QSize &size) const
{
    const double touch = std::max(56.0, std::round(15 * m_kiosk->window()->screen()->physicalDotsPerInch() / 25.4));
    const QRectF window(QPointF(0, 0), size);
    auto *page = m_kiosk->window()->property("pageItem").value<QQuickItem *>();
    QStringList found;
    FakeKiosk::visit(m_kiosk->window()->contentItem(), [&](QQuickItem *item) {
        const QString fault = faultOf(item, window, page, touch);
        if (!fault.isEmpty())
            found.append(fault);
    });
    return found;
}

void TestQmlPages::controls_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("call");
    const auto row = [](const char *scene, const char *name, const char *call) {
        QTest::addRow("%s: %s", scene, name) << scene << QString::fromUtf8(name) << call;
    };
    row("rest", "Check in", "startCheckIn");
    row("rest", "I have an invitation", "startInvitation");
    row("rest", "Check out", "startCheckOut");
    row("rest", "Call the guard", "callGuard");
    row("restReady", "Number 47 is ready", "collect 47");
    row("restReady", "Number 52: please see the guard", "collect 52");
    row("trouble", "Call the guard", "callGuard");
    row("doorRest", "Call the guard", "callGuard");
    row("doorRest", "离开登记 · Leaving", "leave");
    row("doorRest", "报告陌生人 · Report a stranger", "askReport");
    row("doorSet", "Everybody is here", "close");
    row("doorSet", "Cancel", "cancel");
    row("doorLeaving", "Book out", "close");
    row("doorPin", "7", "digit 7");
    row("doorPin", "0", "digit 0");
    row("doorPin", "Erase", "erase");
    row("doorPin", "Enter", "enterPin");
    row("doorAdmit", "Close", "cancel");
    row("doorRefuse", "Close", "cancel");
    row("doorReport", "Report now", "report");
    row("doorReported", "Close", "cancel");
    row("doorNotTold", "Try again", "report");
    row("doorNotTold", "Close", "cancel");
    row("purpose", "Meeting", "choosePurpose meeting");
    row("purpose", "Delivery, not entering", "choosePurpose delivery");
    row("purpose", "Back", "back");
    row("zones", "Office floor", "setZoneChosen office true");
    row("zones", "Continue", "next");
    row("notice", "I have read this", "next");
    row("scan", "Type it instead", "typeInstead");
    row("scanFound", "Scan again", "scanAgain");
    row("scanFound", "Continue", "next");
    row("details", "Passport", "setField documentType passport");
    row("details", "Continue", "next");
    row("company", "Continue", "next");
    row("hostFound", "Charlie Placeholder", "chooseHost 2");
    row("hostChosen", "陈样本 · Chen Yangben", "clearHost");
    row("items", "One Laptop more", "setItemCount laptop 2");
    row("items", "One Laptop fewer", "setItemCount laptop 0");
    row("termsTyped", "I agree", "next");
    row("work", "Replacing a part", "chooseWorkMethod replace-part");
    row("work", "2 h", "chooseWorkTime 120");
    row("work", "Continue", "next");
    row("workTour", "Continue", "next");
    row("briefing", "Leave it to the guard", "leaveBriefing");
    row("briefing", "Continue", "next");
    row("rest", "Safety briefing", "startBriefing");
    row("restReady", "Number 53: safety briefing", "collect 53");
    row("waitingUnbriefed", "Pass the safety briefing now", "startBriefing");
    row("briefed", "Done", "next");
    row("badge", "Back", "back");
    row("quiz", "I run in quickly", "answer 0");
    row("quizRight", "Continue", "next");
    row("quizWrong", "I have understood", "next");
    row("portrait", "Take my photo", "takePortrait");
    row("portrait", "Go on without a photo", "declinePortrait");
    row("portraitTaken", "Take another", "retakePortrait");
    row("portraitTaken", "Delete it and go on without a photo", "declinePortrait");
    row("portraitTaken", "Continue", "next");
    row("party", "Add another person", "addMember");
    row("party", "Change Anna Maria Specimen", "editMember 0");
    row("party", "Remove Anna Maria Specimen", "removeMember 0");
    row("review", "Change: Contact", "editPage company 0");
    row("review", "Change: Carried items", "editPage items 0");
    row("review", "Send to the guard", "next");
    row("waiting", "Give me a number", "waitElsewhere");
    row("waiting", "I am the next visitor", "waitElsewhere");
    row("question", "Give me a number", "waitElsewhere");
    row("pickup", "I have noted it", "next");
    row("done", "Done", "next");
    row("denied", "Done", "next");
    row("denied", "Call the guard", "callGuard");
    row("denied", "Start again", "startAgain"); // nothing to lose
    row("cancelled", "Done", "next");
    row("delivery", "Done", "next");
    row("invitationFound", "Continue", "next");
    row("checkOut", "Back", "back");
    row("checkedOut", "Done", "next");
    row("idle", "I am still here", "stay");
    row("idle", "Erase and start again", "startAgain");
}

void TestQmlPages::controls()
{
    QFETCH(QString, scene);
    QFETCH(QString, name);
    QFETCH(QString, call);
    m_kiosk->setLanguage("en");
    for (const auto &[sizeName, size] : sizes()) {
        m_kiosk->window()->resize(size);
        m_kiosk->show(scene);
        const qsizetype before = m_kiosk->calls().count(call);
        QVERIFY2(m_kiosk->press(name), sizeName.constData());
        QVERIFY2(m_kiosk->calls().count(call) == before + 1, sizeName.constData());
    }
    QVERIFY2(FakeKiosk::warnings().isEmpty(), qPrintable(FakeKiosk::warnings().join('\n')));
}

void TestQmlPages::whatIsLostIsAskedFirst_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("keep");
    QTest::addColumn<QString>("confirm");
    QTest::addColumn<QString>("call");
    QTest::newRow("what was entered") << "company"
                                      << "Start again"
                                      << "Go on"
                                      << "Erase and start again"
                                      << "startAgain";
    QTest::newRow("the visit") << "waiting"
                               << "Cancel my visit"
                               << "Keep my visit"
                               << "Yes, cancel it"
                               << "withdraw";
}

void TestQmlPages::whatIsLostIsAskedFirst()
{
    QFETCH(QString, scene);
    QFETCH(QString, name);
    QFETCH(QString, keep);
    QFETCH(QString, confirm);
    QFETCH(QString, call);
    m_kiosk->setLanguage("en");
    for (const auto &[sizeName, size] : sizes()) {
        m_kiosk->window()->resize(size);
        m_kiosk->show(scene);
        const qsizetype before = m_kiosk->calls().count(call);
        QVERIFY2(m_kiosk->press(name), sizeName.constData());
        QVERIFY2(m_kiosk->press(keep), sizeName.constData());
        QVERIFY2(m_kiosk->press(name), sizeName.constData());
        QVERIFY2(m_kiosk->calls().count(call) == before, sizeName.constData());
        QVERIFY2(m_kiosk->press(confirm), sizeName.constData());
        QVERIFY2(m_kiosk->calls().count(call) == before + 1, sizeName.constData());
    }
    QVERIFY2(FakeKiosk::warnings().isEmpty(), qPrintable(FakeKiosk::warnings().join('\n')));
}

void TestQmlPages::nobodyStartsAgainWhileADoorDecides()
{
    m_kiosk->setLanguage("en");
    m_kiosk->window()->resize(sizes().front().second);
    m_kiosk->show("doorPin");
    auto *door = m_kiosk->controller()->property("door").value<QObject *>();
    const qsizetype before = m_kiosk->calls().count("startAgain");
    door->setProperty("working", true);
    QVERIFY(m_kiosk->press("Start again"));
    QCOMPARE(m_kiosk->calls().count("startAgain"), before);
    door->setProperty("working", false);
    QVERIFY(m_kiosk->press("Start again"));
    QCOMPARE(m_kiosk->calls().count("startAgain"), before + 1);
}

void TestQmlPages::typing_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("where"); // "part.property" or a call
    QTest::addRow("surname") << "details"
                             << "Surname"
                             << "Specimen"
                             << "setField surname Specimen";
    QTest::addRow("host") << "host"
                          << "Name of your host"
                          << "ch"
                          << "checkIn.hostQuery";
    QTest::addRow("company") << "company"
                             << "Telephone (if you like)"
                             << "+441632960001"
                             << "checkIn.phone";
    QTest::addRow("items") << "items"
                           << "Anything else? (if you like)"
                           << "cable"
                           << "checkIn.itemsNote";
    QTest::addRow("work") << "work"
                          << "Rack or area"
                          << "Rack B07"
                          << "checkIn.workArea";
    QTest::addRow("typed signature") << "termsTyped"
                                     << "Type your full name as your signature"
                                     << "x"
                                     << "checkIn.typedSignature";
}

void TestQmlPages::typing()
{
    QFETCH(QString, scene);
    QFETCH(QString, field);
    QFETCH(QString, text);
    QFETCH(QString, where);
    m_kiosk->setLanguage("en");
    m_kiosk->window()->resize(1080, 1920);
    m_kiosk->show(scene);
    QQuickItem *entry = m_kiosk->find(field);
    QVERIFY(entry);
    entry->forceActiveFocus();
    QMetaObject::invokeMethod(entry, "clear");
    for (const QChar c : text)
        QTest::keyClick(m_kiosk->window(), c.toLatin1());
    if (where.startsWith("setField")) {
        QTRY_VERIFY(m_kiosk->calls().contains(where));
        return;
    }
    const QStringList path = where.split('.');
    QTRY_COMPARE(m_kiosk->part(path.at(0).toLatin1().constData())->property(path.at(1).toLatin1().constData()).toString(),
                 text);
}

void TestQmlPages::signature()
{
    m_kiosk->setLanguage("en");
    m_kiosk->window()->resize(1080, 1920);
    m_kiosk->show("terms");
    QQuickItem *pad = nullptr;
    FakeKiosk::visit(m_kiosk->window()->contentItem(), [&](QQuickItem *item) {
        if (FakeKiosk::nameOf(item) == "Signature field")
            pad = item;
    });
    QVERIFY(pad);
    const auto at = [&](double x, double y) { return pad->mapToScene({pad->width() * x, pad->height() * y}).toPoint(); };
    QQuickWindow *window = m_kiosk->window();
    // A tap is no signature.
    QTest::mouseClick(window, Qt::LeftButton, {}, at(0.3, 0.5));
    QTRY_VERIFY(m_kiosk->calls().contains("setSignature false"));
    QVERIFY(!m_kiosk->calls().contains("setSignature true"));
    QTest::mousePress(window, Qt::LeftButton, {}, at(0.2, 0.6));
    for (double x = 0.2; x < 0.6; x += 0.05)
        QTest::mouseMove(window, at(x, 0.4 + 0.2 * std::sin(x * 30)));
    QTest::mouseRelease(window, Qt::LeftButton, {}, at(0.6, 0.5));
    QTRY_VERIFY(m_kiosk->calls().contains("setSignature true"));
    QVERIFY(m_kiosk->press("Clear"));
    QTRY_COMPARE(m_kiosk->part("checkIn")->property("calls").toStringList().last(), QString("setSignature false"));
}

void TestQmlPages::keyboardKeepsFieldVisible_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    for (const auto &[name, size] : sizes()) {
        QTest::addRow("last detail, %s", name.constData()) << "details"
                                                           << "Nationality (if you like)" << size << "en";
        QTest::addRow("last detail in Chinese, %s", name.constData())
            << "details" << QString::fromUtf8("国籍（选填）") << size << "zh_CN";
        QTest::addRow("note under the items, %s", name.constData()) << "items"
                                                                    << "Anything else? (if you like)" << size << "en";
        QTest::addRow("typed signature, %s", name.constData()) << "termsTyped"
                                                               << "Type your full name as your signature" << size << "en";
        QTest::addRow("answer to the guard, %s", name.constData()) << "question"
                                                                   << "Your answer" << size << "en";
    }
}

void TestQmlPages::keyboardKeepsFieldVisible()
{
    QFETCH(QString, scene);
    QFETCH(QString, field);
    QFETCH(QSize, size);
    QFETCH(QString, language);
    m_kiosk->setLanguage(language);
    m_kiosk->window()->resize(size);
    m_kiosk->show(scene);
    QQuickItem *entry = m_kiosk->find(field);
    QVERIFY(entry);
    entry->forceActiveFocus(Qt::MouseFocusReason);
    QGuiApplication::inputMethod()->show();
    QTRY_VERIFY(QGuiApplication::inputMethod()->isVisible());
    QTRY_VERIFY(m_kiosk->find("q") || m_kiosk->find("Q"));
    QQuickItem *key = m_kiosk->find("1");
    QVERIFY(key);
    // The field lies whole between the top of the screen and the top row of the keyboard.
    const auto boxOf = [](QQuickItem *item) { return item->mapRectToScene({0, 0, item->width(), item->height()}); };
    QTRY_VERIFY(boxOf(key).bottom() < size.height());
    QTRY_VERIFY2(boxOf(entry).bottom() <= boxOf(key).top() && boxOf(entry).top() >= 0, "field is hidden");
    if (QQuickItem *send = m_kiosk->find("Send the answer")) // what sends it stays with it
        QTRY_VERIFY2(boxOf(send).bottom() <= boxOf(key).top(), "the button is hidden");
    // So do the ways back and on; the bar where the screen is high enough for it.
    const bool chinese = language != QLatin1String("en");
    const auto *page = m_kiosk->window()->property("pageItem").value<QQuickItem *>();
    QStringList names{FakeKiosk::nameOf(page->property("primaryButton").value<QQuickItem *>())};
    if (page->property("canGoBack").toBool())
        names << (chinese ? QStringLiteral("返回") : QStringLiteral("Back"));
    if (size != sizes().last().second)
        names << (chinese ? QStringLiteral("呼叫保安") : QStringLiteral("Call the guard"));
    const auto clear = [&](const QString &name) {
        QQuickItem *button = m_kiosk->find(name);
        return button && boxOf(button).top() >= 0 && boxOf(button).bottom() <= boxOf(key).top() &&
               !boxOf(button).intersects(boxOf(entry));
    };
    for (const QString &name : std::as_const(names))
        QTRY_VERIFY2(clear(name), qPrintable(name));
    QGuiApplication::inputMethod()->hide();
    m_kiosk->window()->contentItem()->forceActiveFocus();
    QTRY_VERIFY(!QGuiApplication::inputMethod()->isVisible());
}

void TestQmlPages::anyTouchAnswersTheIdleQuestion()
{
    m_kiosk->setLanguage("en");
    m_kiosk->window()->resize(1080, 1920);
    m_kiosk->show("idle");
    const qsizetype before = m_kiosk->calls().count("stay");
    QTest::mouseClick(m_kiosk->window(), Qt::LeftButton, {}, QPoint(20, 20));
    QCOMPARE(m_kiosk->calls().count("stay"), before + 1);
    QTest::keyClick(m_kiosk->window(), Qt::Key_A);
    QCOMPARE(m_kiosk->calls().count("stay"), before + 2);
    m_kiosk->controller()->setProperty("idleRemaining", -1);
}

void TestQmlPages::holdingTheClockLeadsToTheExitCode()
{
    m_kiosk->setLanguage("en");
    m_kiosk->window()->resize(1080, 1920);
    m_kiosk->show("rest");
    QQuickItem *clock = nullptr;
    FakeKiosk::visit(m_kiosk->window()->contentItem(), [&](QQuickItem *item) {
        if (item->property("text").toString() == "09:41")
            clock = item;
    });
    QVERIFY(clock);
    const QPoint middle = clock->mapToScene({clock->width() / 2, clock->height() / 2}).toPoint();
    QTest::mouseClick(m_kiosk->window(), Qt::LeftButton, {}, middle);
    QVERIFY(!m_kiosk->calls().contains("openLeave"));
    QTest::mousePress(m_kiosk->window(), Qt::LeftButton, {}, middle);
    QTRY_VERIFY_WITH_TIMEOUT(m_kiosk->calls().contains("openLeave"), 6000);
    QTest::mouseRelease(m_kiosk->window(), Qt::LeftButton, {}, middle);
}

void TestQmlPages::thatSomebodyGetsNoBadgeIsReadAloud()
{
    m_kiosk->show("rest");
    m_kiosk->controller()->setProperty("readAloud", true);
    m_kiosk->show("donePartly");
    const auto read = [this] { return m_kiosk->calls().filter(QStringLiteral("1 person of your party")).size(); };
    QTRY_COMPARE(read(), 1);
    m_kiosk->controller()->setProperty("readAloud", false);
}

void TestQmlPages::whatIsTooLongIsNotCutUnsaid_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QString>("label");
    QTest::addColumn<int>("longest"); // that the flow takes
    QTest::newRow("name") << "details"
                          << "Surname" << 200;
    QTest::newRow("company") << "company"
                             << "Company" << 200;
    QTest::newRow("telephone") << "company"
                               << "Telephone (if you like)" << 40;
    QTest::newRow("reason") << "work"
                            << "Reason, in a few words" << 200;
    QTest::newRow("change number") << "work"
                                   << "Change number (if there is one)" << 40;
    QTest::newRow("signature") << "termsTyped"
                               << "Type your full name as your signature" << 200;
    QTest::newRow("what is carried") << "items"
                                     << "Anything else? (if you like)" << 500;
    QTest::newRow("answer") << "question"
                            << "Your answer" << 500;
}

/// One character more than is taken gets in, so that the flow sees that it is too long and says so.
void TestQmlPages::whatIsTooLongIsNotCutUnsaid()
{
    QFETCH(QString, scene);
    QFETCH(QString, label);
    QFETCH(int, longest);
    m_kiosk->setLanguage("en");
    m_kiosk->show(scene);
    QQuickItem *field = nullptr;
    FakeKiosk::visit(m_kiosk->window()->contentItem(), [&](QQuickItem *item) {
        if (item->inherits("QQuickTextField") && item->isVisible() && FakeKiosk::nameOf(item) == label)
            field = item;
    });
    QVERIFY2(field, qPrintable(label));
    QGuiApplication::clipboard()->setText(QString(10'000, QLatin1Char('7')));
    QMetaObject::invokeMethod(field, "selectAll");
    QMetaObject::invokeMethod(field, "paste");
    QCOMPARE(field->property("text").toString().size(), longest + 1);
    QMetaObject::invokeMethod(field, "clear");
    QGuiApplication::clipboard()->clear();
}

void TestQmlPages::closingIsTheControllersDecision()
{
    m_kiosk->controller()->setProperty("mayClose", false);
    QVERIFY(!m_kiosk->window()->close());
    QVERIFY(m_kiosk->window()->isVisible());
    m_kiosk->controller()->setProperty("mayClose", true);
}

QStringList TestQmlPages::textsInSight() const
{
    QStringList read;
    FakeKiosk::visit(m_kiosk->window()->contentItem(), [&](QQuickItem *item) {
        if (item->inherits("QQuickText") && item->isVisible())
            read << item->property("text").toString();
    });
    return read;
}

void TestQmlPages::r2_theDoorAtRestKeepsOutsidersOut_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    for (const auto &[name, size] : sizes())
        for (const char *language : {"en", "zh_CN"})
            QTest::addRow("%s %s", name.constData(), language) << size << QString::fromLatin1(language);
}

// Whoever stands before the door reads one of the two, whatever language the visitor before chose.
void TestQmlPages::r2_theDoorAtRestKeepsOutsidersOut()
{
    QFETCH(QSize, size);
    QFETCH(QString, language);
    m_kiosk->setLanguage(language);
    m_kiosk->window()->resize(size);
    m_kiosk->show("doorRest");
    const QStringList read = textsInSight();
    QVERIFY2(read.contains(QStringLiteral("外来人员请勿入内")), qPrintable(read.join('\n')));
    QVERIFY2(read.contains(QStringLiteral("Outsiders: do not enter")), qPrintable(read.join('\n')));
    m_kiosk->setLanguage("en");
}

void TestQmlPages::theDoorAtRestPointsToItsCamera_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("largeText");
    const auto row = [](const char *scene, const QByteArray &name, QSize size, const char *language, bool large) {
        QTest::addRow("%s %s %s%s", scene, name.constData(), language, large ? ", larger text" : "")
            << scene << size << language << large;
    };
    for (const auto &[name, size] : sizes()) {
        for (const char *language : {"en", "zh_CN"}) {
            row("doorRest", name, size, language, false);
            row("doorRest", name, size, language, true);
            row("doorTrouble", name, size, language, false); // with larger text as well, three warnings may need all the room
        }
    }
}

void TestQmlPages::theDoorAtRestPointsToItsCamera()
{
    QFETCH(QString, scene);
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, largeText);
    m_kiosk->setLanguage(language);
    m_kiosk->controller()->setProperty("largeText", largeText);
    const auto back = qScopeGuard([this] { m_kiosk->controller()->setProperty("largeText", false); });
    m_kiosk->window()->resize(size);
    m_kiosk->show(scene);
    QRectF arrow;
    double last = 0;
    FakeKiosk::visit(m_kiosk->window()->property("pageItem").value<QQuickItem *>(), [&](QQuickItem *item) {
        const QRectF box = item->mapRectToScene({0, 0, item->width(), item->height()});
        if (item->property("name").toString() == QLatin1String("arrow-forward"))
            arrow = box;
        else if (arrow.isNull() && item->inherits("QQuickText"))
            last = std::max(last, box.bottom());
    });
    QVERIFY2(arrow.isValid(), "no arrow");
    if (scene == QLatin1String("doorRest") && !(largeText && size.width() == 1920)) // gives way to the sign there
        QVERIFY2(textsInSight().join('\n').contains(QStringLiteral("Machine room")), "no name");
    QVERIFY2(arrow.top() >= last, "over the text");
}

void TestQmlPages::r6_nobodySmokesAnywhere_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("anythingKept");
    QTest::addColumn<QString>("sentence");
    for (const bool kept : {true, false}) {
        QTest::addRow("English, %s kept", kept ? "things" : "nothing")
            << "en" << kept << "No smoking anywhere on the premises.";
        QTest::addRow("Chinese, %s kept", kept ? "things" : "nothing")
            << "zh_CN" << kept << QStringLiteral("整个场所内禁止吸烟。");
    }
}

// The rule of the whole site stands with what a zone forbids, and alone where a zone forbids nothing.
void TestQmlPages::r6_nobodySmokesAnywhere()
{
    QFETCH(QString, language);
    QFETCH(bool, anythingKept);
    QFETCH(QString, sentence);
    m_kiosk->setLanguage(language);
    m_kiosk->show("items");
    auto *checkIn = m_kiosk->controller()->property("checkIn").value<QObject *>();
    const QVariant names = checkIn->property("prohibitedNames");
    if (!anythingKept)
        checkIn->setProperty("prohibitedNames", QStringList());
    QTRY_VERIFY2(textsInSight().join('\n').contains(sentence), qPrintable(textsInSight().join('\n')));
    checkIn->setProperty("prohibitedNames", names);
    m_kiosk->setLanguage("en");
}

void TestQmlPages::anApprovalIsNoError()
{
    m_kiosk->setLanguage("en");
    m_kiosk->window()->resize(1080, 1920);
    m_kiosk->show("waiting");
    QVERIFY(textsInSight().contains(QStringLiteral("Thank you. A guard has your request.")));
    m_kiosk->show("waitingForBadge");
    QVERIFY(textsInSight().contains(QStringLiteral("Your visit is approved.")));
    QVERIFY(!textsInSight().contains(QStringLiteral("Thank you. A guard has your request.")));
    QStringList kinds;
    FakeKiosk::visit(m_kiosk->window()->contentItem(), [&](QQuickItem *item) {
        if (item->property("text").toString() == m_kiosk->controller()->property("problemText").toString() &&
            item->property("kind").isValid())
            kinds << item->property("kind").toString();
    });
    QCOMPARE(kinds.size(), 1);
    QCOMPARE(kinds.front(), QStringLiteral("good"));
}

QRectF TestQmlPages::placeOfText(const QString &text) const
{
    QRectF place;
    FakeKiosk::visit(m_kiosk->window()->contentItem(), [&](QQuickItem *item) {
        if (item->inherits("QQuickText") && item->property("text").toString() == text && item->opacity() > 0)
            place = item->mapRectToScene({0, 0, item->width(), item->height()});
    });
    return place;
}

QRectF TestQmlPages::placeOf(const QString &name) const
{
    QQuickItem *item = m_kiosk->find(name);
    return item ? item->mapRectToScene({0, 0, item->width(), item->height()}) : QRectF();
}

void TestQmlPages::anApprovalStandsUnderTheTitle()
{
    m_kiosk->setLanguage("en");
    m_kiosk->window()->resize(1920, 1080);
    m_kiosk->show("waitingForBadge");
    const QRectF title = placeOfText(QStringLiteral("Your visit is approved."));
    const QRectF note = placeOfText(m_kiosk->controller()->property("problemText").toString());
    QVERIFY(title.isValid() && note.isValid());
    QVERIFY(note.top() >= title.bottom());
    QVERIFY2(note.top() - title.bottom() < 200 && note.right() < 1920 / 2, "far from what it explains");
}

/// The answer is the way forward, a number the way aside; and the question is in sight whatever its length.
void TestQmlPages::theGuardsQuestionIsWhatIsAnswered()
{
    m_kiosk->setLanguage("en");
    for (const auto &[sizeName, size] : sizes()) {
        m_kiosk->window()->resize(size);
        m_kiosk->show("question");
        QVERIFY2(!textsInSight().contains(QStringLiteral("Thank you. A guard has your request.")), sizeName.constData());
        QQuickItem *send = m_kiosk->find("Send the answer");
        QQuickItem *number = m_kiosk->find("Give me a number");
        QVERIFY2(send && number, sizeName.constData());
        QCOMPARE(send->property("variant").toString(), QStringLiteral("primary"));
        QCOMPARE(number->property("variant").toString(), QStringLiteral("secondary"));
        QVERIFY2(!send->isEnabled() && !number->isEnabled(), "a finger on its way to what stood there");
        QTRY_VERIFY2(number->isEnabled(), sizeName.constData());
        QVERIFY2(!send->isEnabled(), sizeName.constData());
        QQuickItem *answer = m_kiosk->find("Your answer");
        QVERIFY2(answer, sizeName.constData());
        answer->setProperty("text", "Rack 7");
        const qsizetype before = m_kiosk->calls().count("answerQuestion Rack 7");
        QVERIFY2(m_kiosk->press("Send the answer"), sizeName.constData());
        QCOMPARE(m_kiosk->calls().count("answerQuestion Rack 7"), before + 1);
        m_kiosk->part("checkIn")->setProperty("questionCode", "who-is-host");
        QCOMPARE(answer->property("text").toString(), QString());
        answer->setProperty("text", "Li Wei");
        m_kiosk->part("checkIn")->setProperty("questionNumber", 100); // the same is asked about another of the party
        QCOMPARE(answer->property("text").toString(), QString());
        QVERIFY2(m_kiosk->find("Cancel my visit"), sizeName.constData());
    }
}

/// Whoever changes the language keeps what is on the screen, in other words: no row is made anew.
void TestQmlPages::rowsStayWhenTheLanguageChanges()
{
    m_kiosk->setLanguage("en");
    m_kiosk->show("purpose");
    QPointer<QQuickItem> meeting = m_kiosk->find("Meeting");
    QVERIFY(meeting);
    m_kiosk->setLanguage("zh_CN");
    m_kiosk->settle();
    QVERIFY(meeting);
    QVERIFY(meeting->property("text").toString() != QStringLiteral("Meeting"));
    m_kiosk->setLanguage("en");
    QCOMPARE(meeting->property("text").toString(), QStringLiteral("Meeting"));
}

void TestQmlPages::oneTouchTurnsFromTheTypedNameToTheFinger()
{
    m_kiosk->setLanguage("en");
    m_kiosk->show("termsTyped");
    QVERIFY(m_kiosk->press("Sign with your finger instead"));
    QVERIFY(m_kiosk->find("Type my name instead"));
}

void TestQmlPages::theSignAtTheDoorIsNeverSmaller_data()
{
    QTest::addColumn<QSize>("size");
    for (const auto &[name, size] : sizes())
        QTest::addRow("%s", name.constData()) << size;
}

/// Whoever sees little asks for larger text: what keeps outsiders out is not smaller then.
void TestQmlPages::theSignAtTheDoorIsNeverSmaller()
{
    QFETCH(QSize, size);
    m_kiosk->setLanguage("en");
    m_kiosk->window()->resize(size);
    const auto back = qScopeGuard([this] { m_kiosk->controller()->setProperty("largeText", false); });
    const auto measures = [&](bool large) {
        m_kiosk->controller()->setProperty("largeText", large);
        m_kiosk->show("doorRest");
        QList<double> all{0, 0, 0};
        FakeKiosk::visit(m_kiosk->window()->property("pageItem").value<QQuickItem *>(), [&](QQuickItem *item) {
            const QString text = item->property("text").toString();
            if (item->inherits("QQuickText") && text == QStringLiteral("外来人员请勿入内"))
                all[0] = item->height();
            else if (item->inherits("QQuickText") && text == QStringLiteral("Outsiders: do not enter"))
                all[1] = item->height();
            else if (item->inherits("QQuickRectangle") && qFuzzyCompare(item->width(), item->height()) &&
                     item->property("radius").toDouble() * 2 == item->width())
                all[2] = item->height();
        });
        return all;
    };
    const QList<double> normal = measures(false);
    const QList<double> large = measures(true);
    for (qsizetype i = 0; i < normal.size(); ++i)
        QVERIFY2(normal[i] > 0 && large[i] >= normal[i], qPrintable(QString::number(i)));
}

void TestQmlPages::theDoorSaysHowToScanWhereThereIsRoom()
{
    m_kiosk->window()->resize(1280, 800);
    for (const char *language : {"en", "zh_CN"}) {
        m_kiosk->setLanguage(language);
        m_kiosk->show("doorTroubleUncalled");
        QVERIFY2(textsInSight().join('\n').contains(QStringLiteral("请先后向摄像头出示胸牌")), language);
    }
    m_kiosk->setLanguage("en");
}

void TestQmlPages::twoLanguagesBreakBetweenThem()
{
    m_kiosk->setLanguage("en");
    m_kiosk->window()->resize(1280, 800);
    const auto back = qScopeGuard([this] { m_kiosk->controller()->setProperty("largeText", false); });
    m_kiosk->show("doorRest");
    QVERIFY(textsInSight().contains(QStringLiteral("离开登记 · Leaving")));
    m_kiosk->controller()->setProperty("largeText", true);
    m_kiosk->show("doorRest");
    QVERIFY2(textsInSight().contains(QStringLiteral("离开登记\nLeaving")), qPrintable(textsInSight().join('|')));
}

void TestQmlPages::hintsAreAsHighAsTheirWords_data()
{
    QTest::addColumn<QSize>("size");
    for (const auto &[name, size] : sizes())
        QTest::addRow("%s", name.constData()) << size;
}

/// Also those that a language chosen on the page has made anew.
void TestQmlPages::hintsAreAsHighAsTheirWords()
{
    QFETCH(QSize, size);
    m_kiosk->setLanguage("en");
    m_kiosk->window()->resize(size);
    m_kiosk->show("scan");
    m_kiosk->setLanguage("zh_CN");
    m_kiosk->settle();
    int hints = 0;
    FakeKiosk::visit(m_kiosk->window()->property("pageItem").value<QQuickItem *>(), [&](QQuickItem *item) {
        if (!item->property("modelData").isValid() || !item->parentItem()->property("canType").isValid())
            return;
        double highest = 0;
        FakeKiosk::visit(item, [&](QQuickItem *part) {
            if (part != item)
                highest = std::max(highest, part->height());
        });
        QVERIFY2(qAbs(item->height() - highest) < 1, qPrintable(QString::number(item->height())));
        ++hints;
    });
    m_kiosk->setLanguage("en");
    QCOMPARE(hints, 3);
}

void TestQmlPages::helpIsInReachFromTheSheet()
{
    m_kiosk->setLanguage("en");
    auto *sheet = m_kiosk->window()->findChild<QQuickItem *>("accessibilitySheet");
    QVERIFY(sheet);
    const auto close = qScopeGuard([sheet] { QMetaObject::invokeMethod(sheet, "close"); });
    for (const auto &[sizeName, size] : sizes()) {
        m_kiosk->window()->resize(size);
        m_kiosk->show("purpose");
        QMetaObject::invokeMethod(sheet, "open");
        m_kiosk->settle();
        QQuickItem *call = nullptr;
        FakeKiosk::visit(sheet, [&](QQuickItem *item) {
            if (FakeKiosk::isButton(item) && FakeKiosk::nameOf(item) == QLatin1String("Call the guard"))
                call = item;
        });
        QVERIFY2(call, sizeName.constData());
        const qsizetype before = m_kiosk->calls().count("callGuard");
        QTest::mouseClick(m_kiosk->window(), Qt::LeftButton, {},
                          call->mapToScene({call->width() / 2, call->height() / 2}).toPoint());
        QVERIFY2(m_kiosk->calls().count("callGuard") == before + 1, sizeName.constData());
        QMetaObject::invokeMethod(sheet, "close");
    }
}

void TestQmlPages::aSheetThatScrollsShowsIt()
{
    m_kiosk->setLanguage("en");
    auto *sheet = m_kiosk->window()->findChild<QQuickItem *>("accessibilitySheet");
    QVERIFY(sheet);
    const auto back = qScopeGuard([this, sheet] {
        QMetaObject::invokeMethod(sheet, "close");
        m_kiosk->controller()->setProperty("largeText", false);
    });
    m_kiosk->controller()->setProperty("largeText", true);
    for (const QSize &size : {QSize(1080, 1920), QSize(1280, 720)}) {
        m_kiosk->window()->resize(size);
        m_kiosk->show("purpose");
        QMetaObject::invokeMethod(sheet, "open");
        m_kiosk->settle();
        bool scrolls = false;
        bool marked = false;
        FakeKiosk::visit(sheet, [&](QQuickItem *item) {
            scrolls |= item->inherits("QQuickFlickable") && item->property("contentHeight").toDouble() > item->height();
            marked |= item->property("view").isValid() && item->inherits("QQuickRectangle");
        });
        QCOMPARE(marked, scrolls);
        QCOMPARE(scrolls, size.height() == 720);
    }
}

/// What is wrong with the register is no visitor's business; who holds the sign reads it.
void TestQmlPages::visitorsReadNoCodes()
{
    m_kiosk->setLanguage("en");
    m_kiosk->window()->resize(1080, 1920);
    m_kiosk->show("trouble");
    QCOMPARE(m_kiosk->controller()->property("trouble").toString(), QStringLiteral("tampered"));
    QVERIFY2(!textsInSight().join('\n').contains(QStringLiteral("tampered")), qPrintable(textsInSight().join('\n')));
}

void TestQmlPages::whatIsWrongWithABadgeStandsBesideTheCamera_data()
{
    QTest::addColumn<QString>("scene");
    QTest::newRow("briefing") << "badgeFailed";
    QTest::newRow("check-out") << "checkOutFailed";
}

void TestQmlPages::whatIsWrongWithABadgeStandsBesideTheCamera()
{
    QFETCH(QString, scene);
    m_kiosk->setLanguage("en");
    m_kiosk->window()->resize(1920, 1080);
    m_kiosk->show(scene);
    const QRectF problem = placeOfText(QStringLiteral("This badge is of another site. Please ask the guard."));
    const QRectF hint = placeOfText(QStringLiteral("Badge lost or torn? Call the guard."));
    QVERIFY(problem.isValid() && hint.isValid());
    QVERIFY(problem.bottom() < hint.top() && problem.left() > 1920 * 0.4);
}

void TestQmlPages::theOtherSideIsAskedForFirst()
{
    m_kiosk->setLanguage("en");
    m_kiosk->window()->resize(1280, 800);
    m_kiosk->show("scanOtherSide");
    QVERIFY(placeOfText(QStringLiteral("Now the other side")).isValid());
    const QRectF note = placeOfText(
        QStringLiteral("The side with your picture helps the guard to recognise you. Show it too, or just continue."));
    QVERIFY(note.isValid());
    QVERIFY(note.bottom() < placeOf("Continue").top() && note.bottom() < placeOfText(QStringLiteral("Name")).top());
}

/// What the line is for stands within the pad, and typing instead is offered in sight.
void TestQmlPages::signingIsAllInSight()
{
    m_kiosk->setLanguage("en");
    const auto back = qScopeGuard([this] { m_kiosk->controller()->setProperty("largeText", false); });
    m_kiosk->controller()->setProperty("largeText", true);
    for (const auto &[sizeName, size] : sizes()) {
        m_kiosk->window()->resize(size);
        m_kiosk->show("terms");
        QRectF pad;
        FakeKiosk::visit(m_kiosk->window()->contentItem(), [&](QQuickItem *item) {
            if (FakeKiosk::nameOf(item) == "Signature field")
                pad = item->mapRectToScene({0, 0, item->width(), item->height()});
        });
        const QRectF hint = placeOfText(QStringLiteral("Sign here with your finger"));
        QVERIFY2(hint.isValid() && hint.bottom() < pad.bottom() - 4, sizeName.constData());
        const QRectF other = placeOf("Type my name instead");
        QVERIFY2(other.isValid() && other.bottom() <= placeOf("Call the guard").top(), sizeName.constData());
    }
}

void TestQmlPages::stayingIsAsLargeAndLast()
{
    m_kiosk->setLanguage("en");
    m_kiosk->window()->resize(1920, 1080);
    m_kiosk->show("idle");
    const QRectF stay = placeOf("I am still here");
    const QRectF erase = placeOf("Erase and start again");
    QVERIFY(stay.left() > erase.right());
    QVERIFY(qAbs(stay.width() - erase.width()) <= 1);
    m_kiosk->controller()->setProperty("idleRemaining", -1);
}

void TestQmlPages::everythingThatIsCarriedHasItsSign()
{
    m_kiosk->window()->resize(1080, 1920);
    m_kiosk->show("items");
    const auto *page = m_kiosk->window()->property("pageItem").value<QQuickItem *>();
    QVERIFY(page);
    const QVariant icons = page->property("icons");
    for (const QString &kind : gatehouse::domain::itemKinds())
        QVERIFY2(icons.value<QJSValue>().property(kind).isString(), qPrintable(kind));
}

void TestQmlPages::noNoticeEndsUnderTheEdge_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("largeText");
    for (const auto &[name, size] : sizes())
        for (const bool large : {false, true})
            QTest::addRow("%s%s", name.constData(), large ? ", larger text" : "") << size << large;
}

// What may not come in is a long sentence. Where it does not fit under the question, it stands over the answer.
void TestQmlPages::noNoticeEndsUnderTheEdge()
{
    QFETCH(QSize, size);
    QFETCH(bool, largeText);
    m_kiosk->setLanguage("en");
    m_kiosk->controller()->setProperty("largeText", largeText);
    const auto back = qScopeGuard([this] { m_kiosk->controller()->setProperty("largeText", false); });
    m_kiosk->window()->resize(size);
    m_kiosk->show("items");
    const auto *view =
        m_kiosk->window()->property("pageItem").value<QQuickItem *>()->property("flickable").value<QQuickItem *>();
    const auto boxOf = [](const QQuickItem *item) { return item->mapRectToScene({0, 0, item->width(), item->height()}); };
    QList<QRectF> notes;
    QRectF firstAnswer;
    FakeKiosk::visit(m_kiosk->window()->contentItem(), [&](QQuickItem *item) {
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(item);
        if (accessible && accessible->role() == QAccessible::AlertMessage && item->opacity() > 0)
            notes.append(boxOf(item));
        if (FakeKiosk::isButton(item) && insideFlickable(item) && !firstAnswer.isValid())
            firstAnswer = boxOf(item);
    });
    QCOMPARE(notes.size(), 1);
    QVERIFY2(notes.front().bottom() <= boxOf(view).bottom(), "cut off");
    QVERIFY2(!notes.front().intersects(firstAnswer) && firstAnswer.isValid(), "over one another");
}

void TestQmlPages::markupIsNeverInterpreted()
{
    m_kiosk->setLanguage("en");
    m_kiosk->show("hostChosen");
    const QString markup = QStringLiteral("<b>Anna</b><img src='file:///etc/passwd'>");
    m_kiosk->part("checkIn")->setProperty("hostName", markup);
    m_kiosk->settle();
    QVERIFY(m_kiosk->find(markup));
    FakeKiosk::visit(m_kiosk->window()->contentItem(), [&](QQuickItem *item) {
        if (item->inherits("QQuickText"))
            QCOMPARE(item->property("textFormat").toInt(), int(Qt::PlainText));
    });
}

void TestQmlPages::rightToLeftTurnsTheScreenRound()
{
    m_kiosk->setLanguage("en");
    for (const auto &[sizeName, size] : sizes()) {
        m_kiosk->window()->resize(size);
        m_kiosk->show("company");
        const auto middle = [&](const char *name) {
            QQuickItem *item = m_kiosk->find(name);
            return item ? item->mapToScene({item->width() / 2, 0}).x() / size.width() : -1.0;
        };
        QVERIFY2(middle("Continue") > 0.6 && middle("Back") < 0.4 && middle("Back") > 0, sizeName.constData());
        const double field = middle("Telephone (if you like)");
        m_kiosk->controller()->setProperty("language", "ar");
        m_kiosk->settle();
        QVERIFY2(middle("Continue") < 0.4 && middle("Continue") > 0 && middle("Back") > 0.6, sizeName.constData());
        QVERIFY2(qAbs(middle("Telephone (if you like)") - (1 - field)) < 0.03, sizeName.constData());
        m_kiosk->controller()->setProperty("language", "en");
        m_kiosk->settle();
    }
}

void TestQmlPages::pageSlidesAndOldOneIsDestroyed()
{
    m_kiosk->controller()->setProperty("reducedMotion", false);
    m_kiosk->show("company");
    QPointer<QQuickItem> old = m_kiosk->window()->property("pageItem").value<QQuickItem *>();
    QVERIFY(old);
    m_kiosk->controller()->setProperty("page", "party");
    QTRY_VERIFY(!old); // what it held is gone with it
    m_kiosk->controller()->setProperty("reducedMotion", true);
    QTRY_COMPARE(m_kiosk->window()->property("pageItem").value<QQuickItem *>()->mapToScene({0, 0}).x(), 0.0);
}

void TestQmlPages::greetingsStandUnderOneAnotherWhateverIsChosen_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QSize>("size");
    for (const auto &[name, size] : sizes()) {
        QTest::addRow("%s", name.constData()) << "rest" << size;
        QTest::addRow("%s, numbers", name.constData()) << "restReady" << size;
    }
}

/// Resting, the kiosk greets in all its languages; once one is chosen in that; and in all again when the visitor has gone. The
/// page may be in sight all the while.
void TestQmlPages::greetingsStandUnderOneAnotherWhateverIsChosen()
{
    QFETCH(QString, scene);
    QFETCH(QSize, size);
    m_kiosk->setLanguage("en");
    m_kiosk->window()->resize(size);
    m_kiosk->controller()->setProperty("reducedMotion", false);
    const auto still = qScopeGuard([this] { m_kiosk->controller()->setProperty("reducedMotion", true); });
    m_kiosk->show("company");
    QMetaObject::invokeMethod(m_kiosk->controller(), "show", Q_ARG(QVariant, scene));
    QTRY_COMPARE(m_kiosk->window()->property("pageItem").value<QQuickItem *>()->mapToScene({0, 0}).x(), 0.0);
    const QStringList all = m_kiosk->controller()->property("welcomes").toStringList();
    QCOMPARE(all.size(), 2);
    const QList<std::pair<QString, QStringList>> choices{{"zh_CN", {all[1]}}, {"en", all},      {"zh_CN", all},
                                                         {"zh_CN", {all[1]}}, {"en", {all[0]}}, {"en", all}};
    for (const auto &[language, welcomes] : choices) {
        m_kiosk->controller()->setProperty("welcomes", welcomes);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        // The bar at the bottom gets another height with the words of another language, before the page has been laid out anew.
        QQuickItem *screen = m_kiosk->window()->contentItem();
        screen->setHeight(size.height() - 6);
        m_kiosk->setLanguage(language);
        screen->setHeight(size.height());
        m_kiosk->settle();
        QTRY_COMPARE(greetings().size(), welcomes.size());
        for (const QRectF &one : greetings())
            QVERIFY(one.height() > 0);
        for (qsizetype i = 1; i < greetings().size(); ++i)
            QVERIFY2(greetings()[i].top() >= greetings()[i - 1].bottom(), "one greeting is written over the other");
    }
}

void TestQmlPages::choicesAreInAllLanguagesUntilOneIsChosen_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("large");
    for (const char *scene : {"rest", "restReady"})
        for (const auto &[name, size] : sizes())
            for (const char *language : {"en", "zh_CN"})
                for (const bool large : {false, true})
                    QTest::addRow("%s %s %s%s", scene, name.constData(), language, large ? " larger text" : "")
                        << scene << size << language << large;
}

/// What can be chosen is named in all languages whatever the room, what is said about it where there is room: in all sizes as
/// long as nobody asks for larger text.
void TestQmlPages::choicesAreInAllLanguagesUntilOneIsChosen()
{
    QFETCH(QString, scene);
    QFETCH(QSize, size);
    QFETCH(QString, language);
    QFETCH(bool, large);
    const qsizetype own = language == QLatin1String("en") ? 0 : 1;
    const QList<QStringList> names = {
        {"Check in", "来访登记"}, {"I have an invitation", "我有邀请码"}, {"Check out", "离开登记"}};
    const QList<QStringList> details = {{"Have your ID card or passport ready", "请准备好身份证或护照"},
                                        {"Show the QR code that you were sent", "请出示收到的二维码"},
                                        {"Show your badge and hand it back", "请出示并归还胸牌"}};
    const QStringList briefing = {"Safety briefing", "安全须知"};
    const QStringList caption = {"Ready. Touch your number:", "已办妥，请点按您的号码："};
    const auto back = qScopeGuard([this] {
        m_kiosk->controller()->setProperty("largeText", false);
        m_kiosk->controller()->setProperty("languageChosen", false);
        m_kiosk->setLanguage("en");
    });
    m_kiosk->setLanguage(language);
    m_kiosk->controller()->setProperty("largeText", large);
    m_kiosk->window()->resize(size);
    for (const bool chosen : {false, true, false}) {
        m_kiosk->controller()->setProperty("languageChosen", chosen);
        m_kiosk->show(scene);
        for (qsizetype i = 0; i < names.size(); ++i) {
            QQuickItem *card = m_kiosk->find(names[i][own]); // spoken of in one language, as before
            QVERIFY2(card, qPrintable(names[i][own]));
            QStringList read;
            FakeKiosk::visit(card, [&](QQuickItem *item) {
                if (item->inherits("QQuickText"))
                    read << item->property("text").toString();
            });
            QVERIFY(read.contains(names[i][own]));
            QCOMPARE(read.contains(names[i][1 - own]), !chosen);
            if (!large) {
                QVERIFY(read.contains(details[i][own]));
                QCOMPARE(read.contains(details[i][1 - own]), !chosen);
            }
            const QString said = QAccessible::queryAccessibleInterface(card)->text(QAccessible::Description);
            QVERIFY(said.contains(details[i][own]));
            QCOMPARE(said.contains(names[i][1 - own]) && said.contains(details[i][1 - own]), !chosen);
        }
        const QString read = textsInSight().join(QLatin1Char('\n'));
        QVERIFY(m_kiosk->find(briefing[own]));
        QCOMPARE(read.contains(briefing[1 - own]), !chosen);
        QCOMPARE(read.contains(caption[own]), scene == QLatin1String("restReady"));
        if (chosen || !large)
            QCOMPARE(read.contains(caption[1 - own]), scene == QLatin1String("restReady") && !chosen);
    }
    QVERIFY2(FakeKiosk::warnings().isEmpty(), qPrintable(FakeKiosk::warnings().join('\n')));
}

void TestQmlPages::choicesOfManyLanguagesStayWhole_data()
{
    QTest::addColumn<QString>("scene");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("large");
    for (const char *scene : {"rest", "restReady"})
        for (const auto &[name, size] : sizes())
            for (const bool large : {false, true})
                QTest::addRow("%s %s%s", scene, name.constData(), large ? " larger text" : "") << scene << size << large;
}

/// English stands for two more languages of long words; one that the program does not speak is left out.
void TestQmlPages::choicesOfManyLanguagesStayWhole()
{
    QFETCH(QString, scene);
    QFETCH(QSize, size);
    QFETCH(bool, large);
    QObject *controller = m_kiosk->controller();
    const QVariant two = controller->property("languages");
    const auto back = qScopeGuard([&] {
        controller->setProperty("languages", two);
        controller->setProperty("largeText", false);
        m_kiosk->setLanguage("en");
    });
    const auto language = [](const char *code, const char *name) { return QVariantMap{{"code", code}, {"name", name}}; };
    controller->setProperty("languages", QVariantList{language("zh_CN", "中文"), language("en", "English"),
                                                      language("en", "Deutsch"), language("xx", "?")});
    m_kiosk->setLanguage("zh_CN");
    controller->setProperty("largeText", large);
    m_kiosk->window()->resize(size);
    m_kiosk->show(scene);
    QCOMPARE(textsInSight().count(QStringLiteral("I have an invitation")), 2);
    const QStringList found = faults(size);
    QVERIFY2(found.isEmpty(), qPrintable(found.join('\n')));
    QVERIFY2(FakeKiosk::warnings().isEmpty(), qPrintable(FakeKiosk::warnings().join('\n')));
}

void TestQmlPages::whatAPageListsMayChangeWithItsHeight_data()
{
    QTest::addColumn<QString>("scene");
    for (const char *scene :
         {"doorTrouble", "doorSet", "doorPin", "purpose", "work", "items", "party", "review", "waiting", "done"})
        QTest::addRow("%s", scene) << scene;
}

/// A language is chosen on whatever page: its lists are made anew while the bar at the bottom gets another height. A layout
/// that holds what is gone would bring the kiosk down.
void TestQmlPages::whatAPageListsMayChangeWithItsHeight()
{
    QFETCH(QString, scene);
    QQuickItem *screen = m_kiosk->window()->contentItem();
    m_kiosk->setLanguage("en");
    m_kiosk->window()->resize(1080, 1920);
    m_kiosk->show(scene);
    for (const char *language : {"zh_CN", "en"}) {
        m_kiosk->controller()->setProperty("language", QString::fromLatin1(language));
        QMetaObject::invokeMethod(m_kiosk->controller(), "show", Q_ARG(QVariant, scene));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        screen->setHeight(1914);
        m_kiosk->setLanguage(QString::fromLatin1(language));
        screen->setHeight(1920);
        m_kiosk->settle();
        QVERIFY(m_kiosk->window()->property("pageItem").value<QQuickItem *>());
    }
}

/// Where the greetings stand on the screen, from top to bottom as they are made.
QList<QRectF> TestQmlPages::greetings() const
{
    QList<QRectF> places;
    const QStringList welcomes = m_kiosk->controller()->property("welcomes").toStringList();
    FakeKiosk::visit(m_kiosk->window()->contentItem(), [&](QQuickItem *item) {
        if (item->inherits("QQuickText") && welcomes.contains(item->property("text").toString()))
            places.append(item->mapRectToScene({0, 0, item->width(), item->height()}));
    });
    return places;
}

void TestQmlPages::whatIsNotReadIsSaid()
{
    m_kiosk->setLanguage("en");
    const auto set = [this](const char *property, const QVariant &value) {
        m_kiosk->part("scan")->setProperty(property, value);
        m_kiosk->settle();
    };
    const QString incomplete = QStringLiteral("Not everything could be read. The guard will look at it.");
    m_kiosk->show("scanFound");
    set("needsConfirmation", false);
    QVERIFY(!textsInSight().contains(incomplete));
    set("incomplete", true);
    QVERIFY(textsInSight().contains(incomplete));

    const QString failed = QStringLiteral("That could not be read.");
    m_kiosk->show("scanLost");
    set("guidanceText", failed);
    QVERIFY(!textsInSight().contains(failed));
    set("state", "other"); // a scanner without a camera
    QVERIFY(textsInSight().contains(failed));
}

void TestQmlPages::marksStayInTheirField()
{
    m_kiosk->setLanguage("en");
    m_kiosk->show("scanFound");
    int values = 0;
    FakeKiosk::visit(m_kiosk->window()->contentItem(), [&](QQuickItem *item) {
        if (item->property("text").toString() != QStringLiteral("Anna Maria Specimen"))
            return;
        ++values;
        QVERIFY(item->clip());
    });
    QCOMPARE(values, 1);
}

void TestQmlPages::whatStandsBelowIsAnnouncedAndReached()
{
    m_kiosk->setLanguage("en");
    m_kiosk->window()->resize(1280, 800);
    m_kiosk->show("company");
    QVERIFY(!m_kiosk->find("More below"));
    m_kiosk->show("scanFound");
    const QVariantList fields = m_kiosk->part("scan")->property("resultFields").toList();
    m_kiosk->part("scan")->setProperty("resultFields", fields + fields + fields);
    m_kiosk->settle();
    const auto placeOf = [this](const char *name) {
        QQuickItem *button = m_kiosk->find(QString::fromLatin1(name));
        return button ? button->mapRectToScene({0, 0, button->width(), button->height()}) : QRectF();
    };
    QVERIFY(placeOf("Scan again").isValid() && placeOf("More below").isValid() && placeOf("Continue").isValid());
    QVERIFY(placeOf("Scan again").right() <= placeOf("More below").left());
    QVERIFY(placeOf("More below").right() <= placeOf("Continue").left());
    m_kiosk->show("terms"); // the signature stands under the edge
    for (int pages = 0; m_kiosk->find("More below"); ++pages) {
        QVERIFY(pages < 20);
        QVERIFY(m_kiosk->press("More below"));
        m_kiosk->settle();
    }
    QQuickItem *pad = nullptr;
    FakeKiosk::visit(m_kiosk->window()->contentItem(), [&](QQuickItem *item) {
        if (FakeKiosk::nameOf(item) == "Signature field")
            pad = item;
    });
    QVERIFY(pad);
    QVERIFY(pad->mapToScene({0, pad->height()}).y() <= 800);
}

static int qmlPagesMain(int argc, char **argv)
{
    gatehouse::kioskui::prepareEnvironment();
    qputenv("QML_DISABLE_DISK_CACHE", "1");
    QGuiApplication app(argc, argv);
    QAccessible::setActive(true);
    TestQmlPages test;
    return gatehouse::test::execute(test, argc, argv);
}
GATEHOUSE_TEST_MAIN(TestQmlPages, qmlPagesMain);

#include "tst_qmlpages.moc"
