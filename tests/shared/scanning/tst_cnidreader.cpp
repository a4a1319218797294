// SPDX-License-Identifier: GPL-3.0-or-later
// Resident ID cards, drawn and photographed. Needs tesseract-ocr-chi-sim, fonts-noto-cjk and fonts-ocr-b.
#include "documentpictures.h"
#include "documentsamples.h"
#include "scanresults.h"
#include "testprogram.h"

#include "vision/cnidcardtext.h"
#include "vision/cnidcardview.h"
#include "vision/cnidrows.h"
#include "vision/cnsurnames.h"
#include "vision/scanner.h"

#include <QGuiApplication>
#include <QPainter>
#include <QTest>

#include <opencv2/imgproc.hpp>

using namespace gatehouse::scanning;
using namespace gatehouse::test;

namespace
{
CnCardText someCard(const QString &name = QStringLiteral("王海燕"))
{
    // No county has 9999: the number is nobody's.
    return {name,
            QStringLiteral("女"),
            QStringLiteral("汉"),
            QStringLiteral("19850317"),
            QStringLiteral("浙江省杭州市西湖区文化路78号5单元399室"),
            sampleCnNumber(QStringLiteral("33999919850317002"))};
}

Shot someShot(double turn = 0, double tilt = 0)
{
    Shot shot;
    shot.size = QSize(1920, 1080);
    shot.turn = turn;
    shot.tilt = tilt;
    shot.tiltAxis = 20;
    shot.blur = 0.4;
    return shot;
}

FrameResult scan(const CnCardText &card, const Shot &shot)
{
    std::mt19937 random(31);
    const QImage document = drawCnCard(card, random);
    return Scanner().scanImage(photograph(document, shot, random), today);
}
} // namespace

class TestCnIdReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cardIsReadHoweverItLies_data();
    void cardIsReadHoweverItLies();
    void numberThatIsLettersUpsideDown_data();
    void numberThatIsLettersUpsideDown();
    void numberPrintedTallIsRead_data();
    void numberPrintedTallIsRead();
    void rareSurnameIsForThePerson();
    void surnames_data();
    void surnames();
    void ethnicityOfOneCharacterIsRead_data();
    void ethnicityOfOneCharacterIsRead();
    void ethnicityBehindAWideLabelIsRead_data();
    void ethnicityBehindAWideLabelIsRead();
    void addressMayEndWithARowOfItsOwn_data();
    void addressMayEndWithARowOfItsOwn();
    void whatWasNotComparedIsForThePerson_data();
    void whatWasNotComparedIsForThePerson();
    void addressWithAHiddenCharacterIsForThePerson_data();
    void addressWithAHiddenCharacterIsForThePerson();
    void rowsThatRunTogetherAreParted();
    void rowsOfAnotherHandAreFound_data();
    void rowsOfAnotherHandAreFound();
    void nothingBehindANameIsOfIt();
    void rowsAreCountedFromTheBirthDate();
    void forgedNumberIsToldAsItStands_data();
    void forgedNumberIsToldAsItStands();
    void failingNumberWithoutACardIsNothing();
    void numberWithoutAnythingElseInItsPlaceIsNothing_data();
    void numberWithoutAnythingElseInItsPlaceIsNothing();
    void outlineThatDisagreesWithTheNumberIsNotTaken();
    void numberTellsHowTheCardIsTurnedAway();
    void numberThatIsNoStraightLineLeavesTheCardFlat();
    void outlineIsTakenHoweverTallTheNumberIs_data();
    void outlineIsTakenHoweverTallTheNumberIs();
    void rowsTellHowHighTheCardIs_data();
    void rowsTellHowHighTheCardIs();
    void rowAboveTheNameIsTheName();
};

void TestCnIdReader::cardIsReadHoweverItLies_data()
{
    QTest::addColumn<Shot>("shot");
    QTest::newRow("straight") << someShot();
    QTest::newRow("turned by 12 degrees") << someShot(12);
    QTest::newRow("upside down") << someShot(183);
    QTest::newRow("tilted by 20 degrees") << someShot(-4, 20);
    Shot shade = someShot(2, 5);
    shade.shadow = 0.45;
    QTest::newRow("half in shadow") << shade;
    Shot glare = someShot(2, 5);
    glare.glare = 0.35;
    QTest::newRow("glare that leaves the print") << glare;
}

void TestCnIdReader::cardIsReadHoweverItLies()
{
    QFETCH(Shot, shot);
    const CnCardText card = someCard();
    const FrameResult found = scan(card, shot);
    QCOMPARE(found.result.kind, Kind::CnId);
    QCOMPARE(found.result.value(u"documentNumber"), card.number);
    QCOMPARE(found.result.value(u"fullName"), card.name);
    QCOMPARE(found.result.value(u"address"), card.address);
    QCOMPARE(found.result.value(u"ethnicity"), QStringLiteral("汉"));
    QCOMPARE(found.result.value(u"sex"), QStringLiteral("F"));
    QVERIFY(found.result.valid);
    QVERIFY(!found.conclusive); // no check digit guards the name
    QVERIFY(!found.portrait.isNull());
    QCOMPARE(found.outline.size(), 4);
}

void TestCnIdReader::numberThatIsLettersUpsideDown_data()
{
    QTest::addColumn<double>("turn");
    QTest::newRow("upright") << -3.0;
    QTest::newRow("upside down") << 178.0;
}

// 5, 1, 9, 3 and 0 turned round are clear letters S, L, 6, E and O.
void TestCnIdReader::numberThatIsLettersUpsideDown()
{
    QFETCH(double, turn);
    CnCardText card = someCard();
    card.birth = QStringLiteral("19931105");
    card.sex = QStringLiteral("男");
    card.number = sampleCnNumber(QStringLiteral("51999919931105111"));
    QCOMPARE(scan(card, someShot(turn)).result.value(u"documentNumber"), card.number);
}

void TestCnIdReader::numberPrintedTallIsRead_data()
{
    QTest::addColumn<double>("capHeight");
    for (const double height : {2.7, 3.0, 3.2})
        QTest::addRow("%.1f mm", height) << height;
}

// Its zeros look more like letters than zeros of OCR-B do that are as high as the characters stand apart.
void TestCnIdReader::numberPrintedTallIsRead()
{
    QFETCH(double, capHeight);
    CnCardText card = someCard();
    card.number = sampleCnNumber(QStringLiteral("11000020001010006"));
    card.birth = QStringLiteral("20001010");
    std::mt19937 random(31);
    ZonePrint print;
    print.capHeight = capHeight;
    const QImage document = drawCnCard(card, random, print);
    const ScanResult result = Scanner().scanImage(photograph(document, someShot(3, 5), random), today).result;
    QCOMPARE(result.value(u"documentNumber"), card.number);
    QCOMPARE(result.field(u"documentNumber")->trust, Trust::Checked);
}

void TestCnIdReader::rareSurnameIsForThePerson()
{
    const FrameResult found = scan(someCard(QStringLiteral("雪海燕")), someShot());
    const auto name = found.result.field(u"fullName");
    QVERIFY(name);
    QCOMPARE(name->trust, Trust::Unsure);
}

void TestCnIdReader::surnames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("common");
    QTest::newRow("one character") << "王小明" << true;
    QTest::newRow("two characters") << "欧阳小明" << true;
    QTest::newRow("simplified and variant form") << "闫小明" << true;
    QTest::newRow("given name's character") << "雪小明" << false;
    QTest::newRow("Latin letter") << "A小明" << false;
    QTest::newRow("empty") << "" << false;
}

void TestCnIdReader::surnames()
{
    QFETCH(QString, name);
    QFETCH(bool, common);
    QCOMPARE(beginsWithCommonSurname(name), common);
}

void TestCnIdReader::ethnicityOfOneCharacterIsRead_data()
{
    QTest::addColumn<QString>("ethnicity");
    for (const char *ethnicity : {"汉", "壮", "瑶", "傣", "藏", "维吾尔"})
        QTest::newRow(ethnicity) << QString::fromUtf8(ethnicity);
}

void TestCnIdReader::ethnicityOfOneCharacterIsRead()
{
    QFETCH(QString, ethnicity);
    CnCardText card = someCard();
    card.ethnicity = ethnicity;
    QCOMPARE(scan(card, someShot()).result.value(u"ethnicity"), ethnicity);
}

// Other hands set the label wider, so that its end stands where values begin elsewhere.
void TestCnIdReader::ethnicityBehindAWideLabelIsRead_data()
{
    QTest::addColumn<QString>("ethnicity");
    for (const char *ethnicity : {"汉", "苗", "土家", "维吾尔", "柯尔克孜"})
        QTest::newRow(ethnicity) << QString::fromUtf8(ethnicity);
}

void TestCnIdReader::ethnicityBehindAWideLabelIsRead()
{
    QFETCH(QString, ethnicity);
    constexpr double perMm = CnIdTextReader::pixelsPerMm;
    QImage part(int(CnIdTextReader::widthMm * perMm), int(CnIdTextReader::heightMm * perMm), QImage::Format_Grayscale8);
    part.fill(235);
    QPainter painter(&part);
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(int(3.2 * perMm));
    painter.setFont(font);
    const auto put = [&](double x, double middle, int gray, const QString &text) {
        painter.setPen(QColor(gray, gray, gray));
        painter.drawText(QPointF(x * perMm, (middle - CnIdTextReader::topMm + 1.2) * perMm), text);
    };
    put(16.2, 9.4, 30, QStringLiteral("王海燕"));
    put(16.2, 15.9, 30, QStringLiteral("女"));
    put(27, 15.9, 110, QStringLiteral("民"));
    put(31.2, 15.9, 110, QStringLiteral("族"));
    put(38, 15.9, 30, ethnicity);
    put(16.2, 22.4, 30, QStringLiteral("1985年3月17日"));
    put(16.2, 28.9, 30, QStringLiteral("浙江省杭州市西湖区"));
    painter.end();
    const cv::Mat gray(part.height(), part.width(), CV_8U, part.bits(), std::size_t(part.bytesPerLine()));
    QCOMPARE(CnIdTextReader().read(gray).ethnicity, ethnicity);
}

// Eleven characters stand on a row.
void TestCnIdReader::addressMayEndWithARowOfItsOwn_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("one row") << QStringLiteral("四川省成都市中山路1号");
    QTest::newRow("one character on the second") << QStringLiteral("四川省成都市中山路18号");
    QTest::newRow("two on the second") << QStringLiteral("四川省成都市中山路188号");
    QTest::newRow("one on the third") << QStringLiteral("广东省广州市天河区解放街45号4单元1988室");
    QTest::newRow("two on the third") << QStringLiteral("广东省广州市天河区解放街145号4单元1988室");
}

void TestCnIdReader::addressMayEndWithARowOfItsOwn()
{
    QFETCH(QString, address);
    CnCardText card = someCard();
    card.address = address;
    QCOMPARE(scan(card, someShot()).result.value(u"address"), address);
}

// A reflection that leaves nothing of a character leaves nothing doubtful either, but a gap.
void TestCnIdReader::addressWithAHiddenCharacterIsForThePerson_data()
{
    QTest::addColumn<QRectF>("hidden"); // millimetres of the card
    QTest::addColumn<bool>("sure");
    QTest::newRow("none") << QRectF() << true;
    QTest::newRow("inside a row") << QRectF(27.8, 27, 3.3, 3.9) << false;
    QTest::newRow("the first of the first row") << QRectF(15.5, 27, 3.6, 3.9) << false;
    QTest::newRow("the first of the second row") << QRectF(15.5, 31.6, 3.6, 3.9) << false;
    QTest::newRow("two digits") << QRectF(18.9, 31.6, 3.7, 3.9) << false;
    QTest::newRow("the first row") << QRectF(15, 26.8, 38, 4.2) << false;
}

void TestCnIdReader::addressWithAHiddenCharacterIsForThePerson()
{
    QFETCH(QRectF, hidden);
    QFETCH(bool, sure);
    std::mt19937 random(31);
    QImage document = drawCnCard(someCard(), random);
    const double perMm = document.width() / 85.6;
    QPainter(&document).fillRect(QRectF(hidden.topLeft() * perMm, hidden.size() * perMm), QColor(236, 240, 248));
    const auto address = Scanner().scanImage(photograph(document, someShot(), random), today).result.field(u"address");
    QVERIFY(address);
    QCOMPARE(address->value == someCard().address, sure);
    QCOMPARE(address->trust != Trust::Unsure, sure);
}

// The number's date and sex are compared with the print: where it is not read, they are for the person to compare.
void TestCnIdReader::whatWasNotComparedIsForThePerson_data()
{
    QTest::addColumn<QRectF>("hidden"); // millimetres of the card
    QTest::addColumn<QStringList>("unsure");
    QTest::newRow("nothing") << QRectF() << QStringList();
    QTest::newRow("birth date") << QRectF(13, 20.2, 38, 4.4) << QStringList{QStringLiteral("birthDate")};
    QTest::newRow("sex") << QRectF(13, 13.8, 10, 4.2) << QStringList{QStringLiteral("sex")};
}

void TestCnIdReader::whatWasNotComparedIsForThePerson()
{
    QFETCH(QRectF, hidden);
    std::mt19937 random(31);
    QImage document = drawCnCard(someCard(), random);
    const double perMm = document.width() / 85.6;
    QPainter(&document).fillRect(QRectF(hidden.topLeft() * perMm, hidden.size() * perMm), QColor(236, 240, 248));
    const ScanResult result = Scanner().scanImage(photograph(document, someShot(), random), today).result;
    QVERIFY(result.field(u"documentNumber"));
    QStringList unsure;
    for (const QString &name : {QStringLiteral("birthDate"), QStringLiteral("sex")}) {
        if (result.field(name) && result.field(name)->trust == Trust::Unsure)
            unsure << name;
    }
    QTEST(unsure, "unsure");
}

// In a picture that is not sharp, or where something lies across them, there is no white between two rows.
void TestCnIdReader::rowsThatRunTogetherAreParted()
{
    constexpr double perMm = 10;
    cv::Mat evened(540, 560, CV_8U, cv::Scalar(255));
    for (const double middle : {9.4, 15.9, 22.4, 28.9, 33.5, 38.1})
        cv::rectangle(evened, cv::Rect(160, int((middle - 1.5) * perMm), 150, 30), cv::Scalar(0), cv::FILLED);
    for (int x = 160; x < 310; x += 10)
        cv::rectangle(evened, cv::Rect(x, 0, 6, 540), cv::Scalar(255), cv::FILLED);
    const std::vector<CnIdRow> apart = findCnIdRows(evened, perMm, 0);
    QCOMPARE(apart.size(), 6U);
    cv::rectangle(evened, cv::Rect(500, 280, 8, 110), cv::Scalar(0), cv::FILLED);
    const std::vector<CnIdRow> together = findCnIdRows(evened, perMm, 0);
    QCOMPARE(together.size(), apart.size());
    for (std::size_t i = 0; i < apart.size(); ++i) {
        QCOMPARE(together[i].kind, apart[i].kind);
        QVERIFY((together[i].box & apart[i].box) == apart[i].box); // what is more of it is white
        QVERIFY(together[i].box.height < 50);
    }
}

// Another hand's cards: rows lower and further apart than a stretch from the number tells, address rows nearer; or everything
// further left, where nothing but the number told where the card is.
void TestCnIdReader::rowsOfAnotherHandAreFound_data()
{
    QTest::addColumn<QList<double>>("middles");
    QTest::addColumn<double>("begin");
    QTest::newRow("lower, further apart") << QList{9.0, 16.3, 23.6, 31.3, 35.2, 39.2} << 16.0;
    QTest::newRow("lower") << QList{10.4, 17.0, 23.5, 30.1, 34.7, 39.3} << 16.0;
    QTest::newRow("higher") << QList{7.4, 13.9, 20.4, 26.9, 31.5, 36.1} << 16.0;
    QTest::newRow("nearer the number") << QList{15.5, 21.7, 27.8, 33.9, 37.9, 41.9} << 16.0;
    QTest::newRow("further left") << QList{10.6, 17.6, 24.6, 31.9, 36.0, 40.1} << 10.0;
}

void TestCnIdReader::rowsOfAnotherHandAreFound()
{
    QFETCH(QList<double>, middles);
    QFETCH(double, begin);
    constexpr double perMm = 10;
    cv::Mat evened(540, 560, CV_8U, cv::Scalar(255));
    const auto print = [&](double x, double y, int characters) {
        for (int i = 0; i < characters; ++i)
            cv::rectangle(evened, cv::Rect(int((x + 3.2 * i) * perMm), int((y - 1.4) * perMm), 28, 28), cv::Scalar(0),
                          cv::FILLED);
    };
    constexpr std::array width{3, 1, 8, 11, 11, 6};
    for (qsizetype i = 0; i < middles.size(); ++i) {
        print(begin, middles[i], width[std::size_t(i)]);
        if (i < 4)
            print(begin - 9.5, middles[i], 2); // the label
    }
    print(begin + 10, middles[1], 4); // label and value of the ethnicity
    // Not all of a row is ink.
    for (int x = 5; x < evened.cols; x += 2)
        evened.col(x).setTo(255);
    const std::array kinds{CnIdRowKind::Name,    CnIdRowKind::SexAndEthnicity, CnIdRowKind::Birth,
                           CnIdRowKind::Address, CnIdRowKind::Address,         CnIdRowKind::Address};
    const std::vector<CnIdRow> rows = findCnIdRows(evened, perMm, 0);
    QCOMPARE(rows.size(), kinds.size());
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        QCOMPARE(rows[i].kind, kinds[i]);
        QCOMPARE(rows[i].box.x, int(begin * perMm));
    }
    QCOMPARE(rows[0].box.width, 91);
    // The address in one piece, as in a picture that is not sharp.
    cv::rectangle(evened,
                  cv::Rect(int((begin + 34) * perMm), int(middles[3] * perMm), 8, int((middles[5] - middles[3]) * perMm)),
                  cv::Scalar(0), cv::FILLED);
    const std::vector<CnIdRow> together = findCnIdRows(evened, perMm, 0);
    QCOMPARE(together.size(), kinds.size());
    for (std::size_t i = 3; i < kinds.size(); ++i) {
        QCOMPARE(together[i].kind, kinds[i]);
        const cv::Rect &box = together[i].box;
        QVERIFY(std::abs(box.y + box.height / 2.0 - middles[qsizetype(i)] * perMm) < perMm);
    }
}

// A name ends before the portrait, whose edge may stand in the part of the card that is looked at, and before a speck of dirt.
void TestCnIdReader::nothingBehindANameIsOfIt()
{
    constexpr double perMm = 10;
    cv::Mat evened(540, 560, CV_8U, cv::Scalar(255));
    for (const double middle : {9.4, 15.9, 22.4, 28.9})
        for (int x = 160; x < 250; x += 32)
            cv::rectangle(evened, cv::Rect(x, int((middle - 1.4) * perMm), 22, 28), cv::Scalar(0), cv::FILLED);
    cv::rectangle(evened, cv::Rect(290, 92, 4, 4), cv::Scalar(0), cv::FILLED);
    cv::rectangle(evened, cv::Rect(520, 70, 10, 60), cv::Scalar(0), cv::FILLED);
    const std::vector<CnIdRow> rows = findCnIdRows(evened, perMm, 0);
    QCOMPARE(rows.size(), 4U);
    QVERIFY(rows[0].kind == CnIdRowKind::Name);
    QCOMPARE(rows[0].box.width, 86);
}

void TestCnIdReader::rowsAreCountedFromTheBirthDate()
{
    constexpr double perMm = 10;
    cv::Mat evened(540, 560, CV_8U, cv::Scalar(255));
    for (const double middle : {13.4, 19.2, 25.0, 30.8})
        cv::rectangle(evened, cv::Rect(160, int((middle - 1.5) * perMm), 150, 30), cv::Scalar(0), cv::FILLED);
    // Not all of a row is ink.
    for (int x = 160; x < 310; x += 10)
        cv::rectangle(evened, cv::Rect(x, 0, 6, 540), cv::Scalar(255), cv::FILLED);
    const auto kinds = [](const std::vector<CnIdRow> &rows) {
        QList<CnIdRowKind> found;
        for (const CnIdRow &row : rows)
            found << row.kind;
        return found;
    };
    using Kinds = QList<CnIdRowKind>;
    QCOMPARE(kinds(findCnIdRows(evened, perMm, 0, 250.0)),
             (Kinds{CnIdRowKind::Name, CnIdRowKind::SexAndEthnicity, CnIdRowKind::Birth, CnIdRowKind::Address}));
    QCOMPARE(kinds(findCnIdRows(evened, perMm, 0, 192.0)),
             (Kinds{CnIdRowKind::SexAndEthnicity, CnIdRowKind::Birth, CnIdRowKind::Address, CnIdRowKind::Address}));
}

void TestCnIdReader::forgedNumberIsToldAsItStands_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("failing");
    const QString number = someCard().number;
    QTest::newRow("check character") << number.left(17) + (number[17] == u'1' ? u'2' : u'1') << "documentNumber";
    QTest::newRow("province") << sampleCnNumber(QStringLiteral("99999919850317002")) << "province";
    QTest::newRow("no such day") << sampleCnNumber(QStringLiteral("33999919850231002")) << "birthDate";
    QTest::newRow("older than people are") << sampleCnNumber(QStringLiteral("33999918850317002")) << "birthDate";
}

void TestCnIdReader::forgedNumberIsToldAsItStands()
{
    QFETCH(QString, number);
    QFETCH(QString, failing);
    CnCardText card = someCard();
    card.number = number;
    const FrameResult found = scan(card, someShot());
    QCOMPARE(found.result.kind, Kind::CnId);
    QVERIFY(!found.result.valid);
    QCOMPARE(found.result.value(u"documentNumber"), number);
    QVERIFY(found.result.checks.contains({failing, false}));
    for (const Field &field : found.result.fields)
        QVERIFY2(field.trust == Trust::Unsure, qPrintable(field.name));
}

// A list in OCR-B: the number is there, nothing else of a card.
void TestCnIdReader::failingNumberWithoutACardIsNothing()
{
    CnCardText card;
    card.number = someCard().number;
    card.number[17] = card.number[17] == u'1' ? u'2' : u'1';
    QCOMPARE(scan(card, someShot()).result.kind, Kind::None);
}

// As a driving licence or a household register has it, where what stands in the place of name and address is something else.
void TestCnIdReader::numberWithoutAnythingElseInItsPlaceIsNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");
    QTest::newRow("nothing at all") << QString() << QString();
    QTest::newRow("a title of another card in the address") << QString() << QStringLiteral("中华人民共和国机动车驾驶证");
    QTest::newRow("a label of a register in the name, a date in the address")
        << QStringLiteral("出生地点") << QStringLiteral("出生日期1995年9月6日");
}

void TestCnIdReader::numberWithoutAnythingElseInItsPlaceIsNothing()
{
    QFETCH(QString, name);
    QFETCH(QString, address);
    CnCardText card;
    card.number = someCard().number;
    card.name = name;
    card.address = address;
    QCOMPARE(scan(card, someShot()).result.kind, Kind::None);
}

void TestCnIdReader::outlineThatDisagreesWithTheNumberIsNotTaken()
{
    // Ten pixels a millimetre, straight: the number's characters where the standard puts them.
    LineGeometry number;
    number.origin = cv::Point2d(0, 475);
    number.capHeight = {24, 0};
    for (int i = 0; i < 18; ++i)
        number.centres.push_back(296 + 25.4 * i);
    const QPolygonF card(QList<QPointF>{{0, 0}, {856, 0}, {856, 540}, {0, 540}});
    const QPolygonF turned(QList<QPointF>{{856, 540}, {0, 540}, {0, 0}, {856, 0}});
    const QPolygonF table(QList<QPointF>{{-300, -200}, {1400, -200}, {1400, 900}, {-300, 900}});
    const auto upperLeft = [&number](const QList<QPolygonF> &outlines) { return CardView(number, outlines).toPicture(0, 0); };
    const QPolygonF oneCornerOff(QList<QPointF>{{0, 0}, {1150, 60}, {856, 540}, {0, 540}});
    for (const QList<QPolygonF> &outlines :
         {QList<QPolygonF>{}, {card}, {turned}, {table}, {table, card}, {oneCornerOff}, {oneCornerOff, card}}) {
        const cv::Point2f corner = upperLeft(outlines);
        QVERIFY2(std::abs(corner.x) < 2 && std::abs(corner.y) < 2, qPrintable(QString::number(corner.y)));
        const cv::Point2f upperRight = CardView(number, outlines).toPicture(CardView::width, 0);
        QVERIFY2(std::abs(upperRight.x - 856) < 6 && std::abs(upperRight.y) < 6, qPrintable(QString::number(upperRight.x)));
    }
}

// The end of the number that is nearer to the camera is wider: how the card lies is told by that where no outline is seen.
void TestCnIdReader::numberTellsHowTheCardIsTurnedAway()
{
    constexpr double nearer = 0.001; // a millimetre
    const auto at = [](double x, double y) {
        return cv::Point2d(10 * x / (1 - nearer * x), 475 + 10 * (y - 47.5) / (1 - nearer * x));
    };
    LineGeometry number;
    number.origin = cv::Point2d(0, 475);
    number.capHeight = {24, 2.4 * nearer};
    for (int i = 0; i < 18; ++i)
        number.centres.push_back(at(29.6 + 2.54 * i, 47.5).x);
    const CardView view(number, {});
    for (const auto &[x, y] :
         {std::pair{0.0, 0.0}, {CardView::width, 0.0}, {CardView::width, CardView::height}, {54.0, 28.9}}) {
        const cv::Point2d corner = at(x, y), found = view.toPicture(x, y);
        QVERIFY2(cv::norm(corner - found) < 1, qPrintable(QStringLiteral("%1 %2").arg(found.x).arg(found.y)));
    }
}

// No such distances are seen on a card, but a wrong reading may have them.
void TestCnIdReader::numberThatIsNoStraightLineLeavesTheCardFlat()
{
    LineGeometry number;
    number.origin = cv::Point2d(0, 475);
    number.capHeight = {24, 0};
    for (int i = 0; i < 18; ++i)
        number.centres.push_back(296 + 25.4 * 17 * std::pow(i / 17.0, 4));
    const CardView view(number, {});
    const cv::Point2f upperLeft = view.toPicture(0, 0), lowerRight = view.toPicture(CardView::width, CardView::height);
    QVERIFY(std::abs(upperLeft.x) < 2 && std::abs(upperLeft.y) < 2);
    QVERIFY(std::abs(lowerRight.x - 856) < 6 && std::abs(lowerRight.y - 540) < 6);
}

void TestCnIdReader::outlineIsTakenHoweverTallTheNumberIs_data()
{
    QTest::addColumn<double>("capHeight");
    for (const double height : {2.2, 2.4, 2.8, 3.0, 3.2})
        QTest::addRow("%.1f mm", height) << height;
}

void TestCnIdReader::outlineIsTakenHoweverTallTheNumberIs()
{
    QFETCH(double, capHeight);
    LineGeometry number;
    number.origin = cv::Point2d(0, 475);
    number.capHeight = {10 * capHeight, 0};
    for (int i = 0; i < 18; ++i)
        number.centres.push_back(296 + 25.4 * i);
    // A little in perspective: narrower at its upper edge, which is farther away.
    const QPolygonF card(QList<QPointF>{{12, 20}, {844, 20}, {856, 540}, {0, 540}});
    const CardView view(number, {card});
    QVERIFY(view.hasOutline());
    QVERIFY(!CardView(number, {}).hasOutline());
    const cv::Point2f corner = view.toPicture(0, 0);
    QVERIFY(std::abs(corner.x - 12) < 1 && std::abs(corner.y - 20) < 1);
}

void TestCnIdReader::rowsTellHowHighTheCardIs_data()
{
    QTest::addColumn<double>("stretch");
    for (const double stretch : {0.78, 0.85, 0.93, 1.0, 1.1})
        QTest::addRow("%.2f", stretch) << stretch;
}

// Rows of marks where a card's values stand, all as far above its number as they should be, times the stretch.
void TestCnIdReader::rowsTellHowHighTheCardIs()
{
    QFETCH(double, stretch);
    constexpr double perMm = 10, top = -8, number = 47.5;
    cv::Mat evened(int(52 * perMm), int(55 * perMm), CV_8U, cv::Scalar(255));
    QCOMPARE(cnIdRowStretch(evened, perMm, top), 1.0);
    for (const double row : {9.4, 15.9, 22.4, 28.9, 33.5}) {
        const double middle = number - (number - row) * stretch - top;
        for (double x = 16; x < 40; x += 4)
            cv::rectangle(evened, cv::Rect(int(x * perMm), int((middle - 1.4) * perMm), int(2.6 * perMm), int(2.8 * perMm)),
                          cv::Scalar(0), 4);
    }
    const double found = cnIdRowStretch(evened, perMm, top);
    QVERIFY2(std::abs(found - stretch) < 0.025, qPrintable(QString::number(found)));
}

// The rows of another hand, closer together and further from the number: the second one is not the name, however well it and
// those below it would suit a smaller card.
void TestCnIdReader::rowAboveTheNameIsTheName()
{
    constexpr double perMm = 10, top = -8;
    cv::Mat evened(int(52 * perMm), int(55 * perMm), CV_8U, cv::Scalar(255));
    for (const double row : {11.8, 16.7, 21.8, 27.3, 31.3, 35.4}) {
        for (double x = 16; x < 40; x += 4)
            cv::rectangle(evened, cv::Rect(int(x * perMm), int((row - top - 1.4) * perMm), int(2.6 * perMm), int(2.8 * perMm)),
                          cv::Scalar(0), 4);
    }
    QCOMPARE(cnIdRowStretch(evened, perMm, top), 1.0);
    const std::vector<CnIdRow> rows = findCnIdRows(evened, perMm, top);
    QCOMPARE(rows.size(), 6U);
    QVERIFY(rows[0].kind == CnIdRowKind::Name);
    QVERIFY(rows[3].kind == CnIdRowKind::Address);
}

GATEHOUSE_TEST(QGuiApplication, TestCnIdReader);

#include "tst_cnidreader.moc"
