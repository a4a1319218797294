// SPDX-License-Identifier: GPL-3.0-or-later
// The live scanner on drawn sequences of frames, as a hand holds a document before the camera.
#include "documentpictures.h"
#include "documentsamples.h"
#include "fakeclock.h"
#include "licencecard.h"
#include "photograph.h"
#include "scanresults.h"
#include "testprogram.h"

#include "vision/cardportrait.h"
#include "vision/livescanner.h"

#include <QGuiApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace gatehouse::scanning;
using namespace gatehouse::test;
namespace scenes = gatehouse::scenes;
namespace sample = gatehouse::test;

namespace
{
const QColor skin(205, 160, 130);

// The front of a card of no state: a portrait left, print right, nothing that a machine reads.
QImage cardFront(bool portraitRight = false)
{
    constexpr double perMm = 14;
    QImage card(int(85.6 * perMm), int(54 * perMm), QImage::Format_RGB32);
    card.fill(QColor(236, 240, 244));
    QPainter painter(&card);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(perMm, perMm);
    painter.setPen(Qt::NoPen);
    const QRectF portrait(portraitRight ? 56.6 : 3, 11, 26, 34);
    painter.fillRect(portrait, QColor(222, 226, 232));
    painter.setClipRect(portrait);
    painter.setBrush(skin);
    painter.drawEllipse(portrait.center() - QPointF(0, 3), 7, 9);
    painter.setBrush(QColor(60, 70, 110));
    painter.drawEllipse(QPointF(portrait.center().x(), portrait.bottom()), 11, 8);
    painter.setClipping(false);
    QFont font;
    font.setPixelSize(3);
    painter.setFont(font);
    painter.setPen(Qt::black);
    const double x = portraitRight ? 5 : 33;
    painter.drawText(QPointF(x, 7), QStringLiteral("UTOPIA DRIVER LICENSE"));
    for (int row = 0; row < 6; ++row)
        painter.drawText(QPointF(x, 15 + 5 * row), QStringLiteral("MOTORIST UTOPIA ANNE"));
    return card;
}

QImage licenceBack()
{
    QRandomGenerator random(31);
    const scenes::Licence licence = scenes::randomLicence(random);
    return scenes::licenceBack(licence.payload, random);
}

QImage identityCardBack()
{
    sample::MrzSample text;
    text.code = QStringLiteral("I");
    text.number = QStringLiteral("D23145890");
    std::mt19937 random(5);
    return sample::drawMrzDocument(sample::sampleTd1(text), random);
}

QImage passportPage()
{
    std::mt19937 random(6);
    return sample::drawMrzDocument(sample::sampleTwoLines({}, 44, false), random);
}

// A hand does not hold still: each frame is turned and moved a little otherwise, one in four is blurred by it.
QImage heldFrame(const QImage &document, QRandomGenerator &random)
{
    scenes::Shot shot = scenes::goodShot(random.generate());
    shot.turn = random.bounded(8.0) - 4;
    shot.tilt = random.bounded(8.0);
    shot.tiltAxis = random.bounded(360.0);
    shot.shiftX = random.bounded(0.6) - 0.3;
    shot.shiftY = random.bounded(0.6) - 0.3;
    shot.motion = random.bounded(4) == 0 ? 6 : 0;
    return scenes::photograph(document, shot).picture;
}

/// Shows frames one after the other, the next when the one before was looked at.
class Showing
{
public:
    explicit Showing(LiveScanner &live) : m_live(live), m_looked(&live, &LiveScanner::outlineChanged) {}

    void show(const QImage &frame)
    {
        const auto before = m_looked.size();
        m_live.submit(frame);
        // What was decided on the frame before may only now be known.
        QTRY_VERIFY_WITH_TIMEOUT(m_looked.size() > before || m_live.guidance() == Guidance::Done, 20000);
    }

private:
    LiveScanner &m_live;
    QSignalSpy m_looked;
};
} // namespace

class TestLiveScanner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decidesWithinFiveFrames_data();
    void decidesWithinFiveFrames();
    void wanderingGlareHidesNothingInTheEnd_data();
    void wanderingGlareHidesNothingInTheEnd();
    void pictureAndPortraitAreOfWhatWasDecided_data();
    void pictureAndPortraitAreOfWhatWasDecided();
    void guidanceSaysWhatIsMeasured_data();
    void guidanceSaysWhatIsMeasured();
    void sideWithoutDataAsksToTurnOver();
    void documentsOfTwoPeopleAreNotDecided();
    void backOfACardAsksForItsFront_data();
    void backOfACardAsksForItsFront();
    void portraitIsCutByTheLayout_data();
    void portraitIsCutByTheLayout();
    void noPortraitWhereThereIsNone();
    void lookingForThePortraitCanBeGivenUp();

private:
    const FakeClock m_clock;
};

void TestLiveScanner::decidesWithinFiveFrames_data()
{
    QTest::addColumn<QImage>("document");
    QTest::addColumn<QString>("kind");
    QTest::newRow("passport") << passportPage() << "mrz-td3";
    QTest::newRow("identity card") << identityCardBack() << "mrz-td1";
    QTest::newRow("licence") << licenceBack() << "aamva";
}

void TestLiveScanner::decidesWithinFiveFrames()
{
    QFETCH(QImage, document);
    QFETCH(QString, kind);
    QRandomGenerator random(77);
    constexpr int sequences = 5;
    int quick = 0;
    for (int sequence = 0; sequence < sequences; ++sequence) {
        LiveScanner live(m_clock);
        QSignalSpy decided(&live, &LiveScanner::decided);
        Showing showing(live);
        for (int frame = 0; frame < 20 && decided.isEmpty(); ++frame)
            showing.show(heldFrame(document, random));
        QTRY_COMPARE(decided.size(), 1);
        const auto result = decided.constFirst().constFirst().value<LiveResult>();
        QCOMPARE(kindName(result.result.kind), kind);
        QVERIFY(result.result.valid);
        quick += result.frames <= 5 ? 1 : 0;
    }
    QVERIFY2(quick >= sequences - 1, qPrintable(QString::number(quick)));
}

void TestLiveScanner::wanderingGlareHidesNothingInTheEnd_data()
{
    QTest::addColumn<QList<double>>("places"); // of the reflection, in parts of the width
    QTest::newRow("from left to right") << QList<double>{0.15, 0.4, 0.58, 0.25, 0.5, 0.33};
    QTest::newRow("to and fro") << QList<double>{0.4, 0.58, 0.33, 0.58, 0.4, 0.58};
}

void TestLiveScanner::wanderingGlareHidesNothingInTheEnd()
{
    QFETCH(QList<double>, places);
    const QImage document = identityCardBack();
    sample::MrzSample text;
    text.code = QStringLiteral("I");
    text.number = QStringLiteral("D23145890");
    QRandomGenerator random(5);
    // Burnt out over two characters of every line, elsewhere in each frame.
    const auto glaring = [&document, &random](double at) {
        QImage picture = document;
        QPainter lamp(&picture);
        const QPointF middle(picture.width() * at, picture.height() - 8.5 * 14);
        lamp.setPen(Qt::NoPen);
        lamp.setBrush(Qt::white);
        lamp.drawEllipse(middle, 2.2 * 14, 10 * 14);
        lamp.end();
        scenes::Shot shot = scenes::goodShot(random.generate());
        shot.turn = random.bounded(6.0) - 3;
        return scenes::photograph(picture, shot).picture;
    };
    QList<QImage> frames;
    for (const double at : std::as_const(places)) {
        frames << glaring(at);
        const FrameResult alone = Scanner().scanImage(frames.constLast(), today, Effort::Live);
        QVERIFY2(!alone.conclusive, "one frame alone must not be enough, or this test shows nothing");
    }
    LiveScanner live(m_clock);
    QSignalSpy decided(&live, &LiveScanner::decided);
    Showing showing(live);
    for (const QImage &frame : std::as_const(frames)) {
        if (decided.isEmpty())
            showing.show(frame);
    }
    QTRY_COMPARE(decided.size(), 1);
    const auto result = decided.constFirst().constFirst().value<LiveResult>().result;
    QVERIFY(result.valid);
    QCOMPARE(result.raw, sample::sampleTd1(text));
}

void TestLiveScanner::pictureAndPortraitAreOfWhatWasDecided_data()
{
    QTest::addColumn<int>("emptyFrames");
    QTest::newRow("the next visitor's licence straight after") << 0;
    QTest::newRow("the next visitor's licence after a while") << 20;
}

void TestLiveScanner::pictureAndPortraitAreOfWhatWasDecided()
{
    QFETCH(int, emptyFrames);
    // A passport whose composite digit is wrong: one frame does not decide.
    std::mt19937 random(6);
    QStringList zone = sample::sampleTwoLines({}, 44, false);
    zone[1][43] = zone[1][43] == u'0' ? u'1' : u'0';
    const QImage passportFrame = scenes::photograph(sample::drawMrzDocument(zone, random), scenes::goodShot(3)).picture;
    const FrameResult first = Scanner().scanImage(passportFrame, today, Effort::Live);
    QVERIFY2(!first.portrait.isNull() && !first.conclusive, "or this test shows nothing");

    LiveScanner live(m_clock);
    QSignalSpy decided(&live, &LiveScanner::decided);
    Showing showing(live);
    showing.show(passportFrame);
    QImage desk(passportFrame.size(), QImage::Format_RGB32);
    desk.fill(QColor(120, 120, 120));
    for (int i = 0; i < emptyFrames; ++i)
        showing.show(desk.copy());
    QVERIFY(decided.isEmpty());
    const QImage licenceFrame = scenes::photograph(licenceBack(), scenes::goodShot(4)).picture;
    QTRY_VERIFY_WITH_TIMEOUT((live.submit(licenceFrame.copy()), !decided.isEmpty()), 20000);
    const auto result = decided.constFirst().constFirst().value<LiveResult>();
    QCOMPARE(result.result.kind, Kind::Aamva);
    QVERIFY(result.portrait.isNull());
    QVERIFY(result.otherSideAdds);
    QCOMPARE(result.picture, licenceFrame);
}

void TestLiveScanner::guidanceSaysWhatIsMeasured_data()
{
    QTest::addColumn<QImage>("frame");
    QTest::addColumn<int>("guidance");
    const QImage front = cardFront();
    const auto row = [&front](const char *name, Guidance guidance, const std::function<void(scenes::Shot &)> &change) {
        scenes::Shot shot = scenes::goodShot(3);
        change(shot);
        QTest::newRow(name) << scenes::photograph(front, shot).picture << int(guidance);
    };
    row("well placed", Guidance::Reading, [](scenes::Shot &) {});
    row("too far", Guidance::Closer, [](scenes::Shot &shot) { shot.share = 0.22; });
    row("out of focus", Guidance::HoldStill, [](scenes::Shot &shot) { shot.blur = 7; });
    row("moved", Guidance::HoldStill, [](scenes::Shot &shot) { shot.motion = 40; });
    row("at night", Guidance::TooDark, [](scenes::Shot &shot) { shot.light = 0.1; });
    // Without the edges a card is no card: what is seen is half of it, up to the frame's edge.
    const QImage whole = scenes::photograph(front, scenes::goodShot(3)).picture;
    QImage cut(whole.size(), QImage::Format_RGB32);
    cut.fill(QColor(70, 75, 80));
    QPainter painter(&cut);
    painter.drawImage(QPoint(-whole.width() / 3, 0), whole);
    painter.end();
    QTest::newRow("partly outside") << cut << int(Guidance::PartlyOutside);
    QImage glaring = whole;
    QPainter lamp(&glaring);
    QRadialGradient spot(QPointF(whole.width() * 0.5, whole.height() * 0.5), whole.height() * 0.3);
    spot.setColorAt(0, Qt::white);
    spot.setColorAt(0.8, Qt::white);
    spot.setColorAt(1, QColor(255, 255, 255, 0));
    lamp.fillRect(glaring.rect(), spot);
    lamp.end();
    QTest::newRow("a lamp mirrored in it") << glaring << int(Guidance::TooMuchGlare);
    QImage desk(1920, 1080, QImage::Format_RGB32);
    desk.fill(QColor(120, 120, 120));
    QTest::newRow("nothing there") << desk << int(Guidance::ShowDocument);
}

void TestLiveScanner::guidanceSaysWhatIsMeasured()
{
    QFETCH(QImage, frame);
    QFETCH(int, guidance);
    const FrameResult found = Scanner().scanImage(frame, today, Effort::Live);
    QCOMPARE(found.result.kind, Kind::None);
    QCOMPARE(int(found.guidance), guidance);
}

void TestLiveScanner::sideWithoutDataAsksToTurnOver()
{
    LiveScanner live(m_clock);
    QSignalSpy decided(&live, &LiveScanner::decided);
    const QImage front = scenes::photograph(cardFront(), scenes::goodShot(3)).picture;
    QTRY_VERIFY_WITH_TIMEOUT((live.submit(front.copy()), live.guidance() == Guidance::TurnOver), 20000);
    QVERIFY(decided.isEmpty());
    const QImage back = scenes::photograph(licenceBack(), scenes::goodShot(4)).picture;
    QTRY_VERIFY_WITH_TIMEOUT((live.submit(back.copy()), !decided.isEmpty()), 20000);
}

void TestLiveScanner::documentsOfTwoPeopleAreNotDecided()
{
    QRandomGenerator random(32);
    const QImage other = scenes::licenceBack(scenes::randomLicence(random).payload, random);
    const QImage one = licenceBack();
    QImage both(one.width() + other.width() + 160, one.height() + 80, QImage::Format_RGB32);
    both.fill(QColor(70, 74, 80));
    QPainter painter(&both);
    painter.drawImage(40, 40, one);
    painter.drawImage(one.width() + 120, 40, other);
    painter.end();
    scenes::Shot shot = scenes::goodShot(5);
    shot.size = QSize(1920, 1080);
    shot.share = 0.95;
    const QImage twoInView = scenes::photograph(both, shot).picture;
    LiveScanner live(m_clock);
    QSignalSpy decided(&live, &LiveScanner::decided);
    QTRY_VERIFY_WITH_TIMEOUT((live.submit(twoInView.copy()), live.guidance() == Guidance::OneDocument), 20000);
    QVERIFY(decided.isEmpty());
    const QImage alone = scenes::photograph(one, scenes::goodShot(4)).picture;
    QTRY_VERIFY_WITH_TIMEOUT((live.submit(alone.copy()), !decided.isEmpty()), 20000);
}

void TestLiveScanner::backOfACardAsksForItsFront_data()
{
    QTest::addColumn<QImage>("back");
    QTest::newRow("identity card") << identityCardBack();
    QTest::newRow("licence") << licenceBack();
}

void TestLiveScanner::backOfACardAsksForItsFront()
{
    QFETCH(QImage, back);
    QRandomGenerator random(78);
    LiveScanner live(m_clock);
    QSignalSpy decided(&live, &LiveScanner::decided);
    QSignalSpy found(&live, &LiveScanner::portraitFound);
    Showing showing(live);
    for (int frame = 0; frame < 20 && decided.isEmpty(); ++frame)
        showing.show(heldFrame(back, random));
    QTRY_COMPARE(decided.size(), 1);
    QVERIFY(decided.constFirst().constFirst().value<LiveResult>().otherSideAdds);

    live.lookForPortrait();
    QCOMPARE(live.guidance(), Guidance::TurnOver);
    for (int frame = 0; frame < 3; ++frame)
        showing.show(heldFrame(back, random)); // still the same side
    QCOMPARE(live.guidance(), Guidance::TurnOver);
    QVERIFY(found.isEmpty());
    scenes::Shot shot = scenes::goodShot(9);
    for (int frame = 0; frame < 6 && found.isEmpty(); ++frame) {
        shot.seed = quint32(100 + frame);
        showing.show(scenes::photograph(cardFront(), shot).picture);
    }
    QTRY_COMPARE(found.size(), 1);
    const auto portrait = found.constFirst().constFirst().value<QImage>();
    const QColor middle = portrait.pixelColor(portrait.width() / 2, int(portrait.height() * 0.42));
    QVERIFY(std::abs(middle.red() - skin.red()) < 45 && std::abs(middle.blue() - skin.blue()) < 45);
    QTRY_COMPARE(live.guidance(), Guidance::Done);
    QCOMPARE(decided.size(), 1);
}

void TestLiveScanner::portraitIsCutByTheLayout_data()
{
    QTest::addColumn<bool>("right");
    QTest::addColumn<double>("turn");
    QTest::newRow("left") << false << 2.0;
    QTest::newRow("right, as on the Chinese card") << true << -3.0;
    QTest::newRow("card a quarter turned") << false << 90.0;
}

void TestLiveScanner::portraitIsCutByTheLayout()
{
    QFETCH(bool, right);
    QFETCH(double, turn);
    scenes::Shot shot = scenes::goodShot(3);
    shot.turn = turn;
    const scenes::Photograph photograph = scenes::photograph(cardFront(right), shot);
    const QImage portrait = portraitOnCard(photograph.picture, photograph.outline);
    QVERIFY(!portrait.isNull());
    int skinPixels = 0;
    for (int y = 0; y < portrait.height(); ++y) {
        for (int x = 0; x < portrait.width(); ++x) {
            const QColor c = portrait.pixelColor(x, y);
            skinPixels +=
                std::abs(c.red() - skin.red()) < 40 && std::abs(c.blue() - skin.blue()) < 40 && c.red() > c.blue() + 40;
        }
    }
    QVERIFY(skinPixels > portrait.width() * portrait.height() / 8); // the head fills a fifth
}

void TestLiveScanner::noPortraitWhereThereIsNone()
{
    for (const QImage &side : {licenceBack(), identityCardBack()}) {
        const scenes::Photograph photograph = scenes::photograph(side, scenes::goodShot(3));
        QVERIFY(portraitOnCard(photograph.picture, photograph.outline).isNull());
    }
    QVERIFY(portraitOnCard(QImage(), {}).isNull());
    QVERIFY(portraitOnCard(QImage(40, 40, QImage::Format_RGB32), QPolygonF(QRectF(0, 0, 30, 30))).isNull());
}

void TestLiveScanner::lookingForThePortraitCanBeGivenUp()
{
    LiveScanner live(m_clock);
    QSignalSpy found(&live, &LiveScanner::portraitFound);
    QSignalSpy decided(&live, &LiveScanner::decided);
    live.lookForPortrait();
    live.restart();
    QCOMPARE(live.guidance(), Guidance::ShowDocument);
    const QImage back = scenes::photograph(licenceBack(), scenes::goodShot(4)).picture;
    QTRY_VERIFY_WITH_TIMEOUT((live.submit(back.copy()), !decided.isEmpty()), 20000);
    QVERIFY(found.isEmpty());
}

GATEHOUSE_TEST(QGuiApplication, TestLiveScanner);
#include "tst_livescanner.moc"
