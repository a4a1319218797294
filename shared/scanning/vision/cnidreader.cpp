// SPDX-License-Identifier: GPL-3.0-or-later
#include "cnidreader.h"

#include "cnidcardview.h"
#include "cnidrows.h"
#include "cnsurnames.h"
#include "mrzbeam.h"
#include "ocrb.h"
#include "ocrbline.h"
#include "parsing/cnid.h"
#include "parsing/cnidethnicities.h"

#include <QRegularExpression>
#include <QScopeGuard>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatehouse::scanning
{

namespace
{
constexpr std::array<int, 1> numberLength{18};
/// A second number that would satisfy the check character must be this much less likely (natural logarithm).
constexpr double clearNumberMargin = 5;
constexpr double dearestNumberCorrection = 5;
/// A character that the check character chose although another one was this much likelier (4 to 1) proves nothing.
constexpr double chosenByCheck = 1.4;
/// Each character of a number that is told although it does not hold: 99.5 % (natural logarithm).
constexpr double clearlySeenDigit = -0.005;
/// Live frames of which one looks for the card around such a number.
constexpr int framesBetweenLooks = 6;
/// Tesseract's confidence below which a person confirms.
constexpr float sureText = 85;
/// The same of an address, whose digits one reader alone reads (tests/accuracy).
constexpr float sureAddress = 92.5;

struct Number {
    QString text;
    bool asSeen = false; ///< every character is what was seen there, or nearly: none was chosen by the check character
};

/// The line as a number, in which no letter O stands: on cards that print it taller than OCR-B is elsewhere, its zeros look
/// more like one.
LineReading asNumber(LineReading line)
{
    const auto zero = static_cast<std::size_t>(ocrb::classOf('0')), letter = static_cast<std::size_t>(ocrb::classOf('O'));
    for (auto &scores : line.characters) {
        scores[zero] = std::log(std::exp(scores[zero]) + std::exp(scores[letter]));
        scores[letter] = std::numeric_limits<float>::lowest();
    }
    return line;
}

double likeliestOf(const OcrbNet::LogProbabilities &scores)
{
    return static_cast<double>(*std::max_element(scores.begin(), scores.end()));
}

bool isAsSeen(const LineReading &line, const QString &number)
{
    for (std::size_t i = 0; i < line.characters.size(); ++i) {
        const auto &scores = line.characters[i];
        const auto chosen = static_cast<std::size_t>(ocrb::classOf(number[static_cast<qsizetype>(i)].unicode()));
        if (likeliestOf(scores) - static_cast<double>(scores[chosen]) > chosenByCheck)
            return false;
    }
    return true;
}

/// The number that the characters show, if its check character, its province and its date hold and no other one comes near.
/// Nothing where a character was not seen: what a thumb covers is not filled in so that the check character holds.
std::optional<Number> numberOf(const LineReading &line, QDate today)
{
    std::vector<SeenCharacter> seen;
    double free = 0;
    for (const auto &scores : line.characters) {
        seen.push_back({&scores, zoneDigits});
        free += likeliestOf(scores);
    }
    seen.back().allowed = "0123456789X";
    QString best;
    double bestScore = -1e9;
    for (const Candidate &candidate : likeliest(seen, false, 200)) {
        const ScanResult parsed = parseCnId(candidate.text, today);
        if (!parsed.valid)
            continue;
        if (best.isEmpty()) {
            best = candidate.text;
            bestScore = candidate.score;
        } else if (candidate.score > bestScore - clearNumberMargin) {
            return std::nullopt;
        }
    }
    if (best.isEmpty() || free - bestScore >= dearestNumberCorrection)
        return std::nullopt;
    return Number{best, isAsSeen(line, best)};
}

/// The number as it stands, where it was seen clearly and something about it does not hold: perhaps of a forged or misprinted
/// card. Nothing when the reading may be to blame.
QString clearNumberThatFails(const LineReading &line, QDate today)
{
    QString number;
    for (const auto &scores : line.characters) {
        const auto best = std::max_element(scores.begin(), scores.end() - 1);
        if (static_cast<double>(*best) < clearlySeenDigit)
            return {};
        number += QLatin1Char(ocrb::alphabet[static_cast<std::size_t>(best - scores.begin())]);
    }
    static const QRegularExpression shape(QStringLiteral("\\A[0-9]{17}[0-9X]\\z"));
    return shape.match(number).hasMatch() && !parseCnId(number, today).valid ? number : QString();
}

bool isSureBirth(const CnIdCardText &card)
{
    static const QRegularExpression date(QStringLiteral("^[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日$"));
    return card.birthConfidence >= sureText && date.match(card.birth).hasMatch();
}

bool isSureSex(const CnIdCardText &card)
{
    return card.sexConfidence >= sureText && (card.sex == u"男" || card.sex == u"女");
}

/// What was read where the name stands begins as names do, or is in parts.
bool hasName(const CnIdCardText &card)
{
    constexpr qsizetype longest = 4;
    const bool usual = card.name.size() > 1 && card.name.size() <= longest && beginsWithCommonSurname(card.name);
    return usual || card.name.count(u'·') == 1;
}

/// A number that holds stands on driving licences, registers and certificates as well, elsewhere: something of this card must
/// be in its place.
bool hasAnythingInItsPlace(const CnIdCardText &card)
{
    return hasName(card) || isSureSex(card) || isSureBirth(card);
}

/// What proves nothing must at least be on a card: a name, a sex and an ethnicity or birth date stand in their places.
bool isCard(const CnIdCardText &card)
{
    return !card.name.isEmpty() && isSureSex(card) && (!cnEthnicity(card.ethnicity).isEmpty() || isSureBirth(card));
}

QString textOf(const CnIdCardText &card, const QString &number)
{
    QStringList lines;
    if (!card.name.isEmpty())
        lines << QStringLiteral("姓名 %1").arg(card.name);
    QString second;
    if (isSureSex(card))
        second = QStringLiteral("性别 %1 ").arg(card.sex);
    const QString ethnicity = cnEthnicity(card.ethnicity);
    if (!ethnicity.isEmpty())
        second += QStringLiteral("民族 %1").arg(ethnicity);
    if (!second.isEmpty())
        lines << second;
    if (isSureBirth(card))
        lines << QStringLiteral("出生 %1").arg(card.birth);
    if (!card.address.isEmpty())
        lines << QStringLiteral("住址 %1").arg(card.address);
    lines << QStringLiteral("公民身份号码 %1").arg(number);
    return lines.join(u'\n');
}

Field *fieldNamed(ScanResult &result, QStringView name)
{
    const auto found =
        std::find_if(result.fields.begin(), result.fields.end(), [name](const Field &f) { return f.name == name; });
    return found == result.fields.end() ? nullptr : &*found;
}

void doubt(ScanResult &result, QStringView name)
{
    if (Field *field = fieldNamed(result, name))
        field->trust = Trust::Unsure;
}

/// The number and what it says of its holder.
void doubtNumber(ScanResult &result)
{
    for (const QStringView name : {u"documentNumber", u"birthDate", u"sex"})
        doubt(result, name);
}
} // namespace

CnIdReader::CnIdReader(std::shared_ptr<const OcrbNet> net, std::shared_ptr<FrameText> text)
    : m_net(std::move(net)), m_text(std::move(text))
{
}

CnIdReader::~CnIdReader() = default;

void CnIdReader::forget()
{
    m_text->forget();
}

std::optional<Reading> CnIdReader::cardAround(const Frame &frame, const LineGeometry &line, const QString &number, bool proved)
{
    CardView view(line, frame.cards);
    const auto &pyramid = m_text->of(frame).pyramid;
    // A level below the picture's own is asked for when the card fills many pixels.
    const cv::Mat &gray = pyramid.level(0);
    cv::Mat source = gray;
    if (view.pixelsPerMm() > 1.5 * CnIdTextReader::pixelsPerMm)
        cv::GaussianBlur(gray, source, {}, 0.4 * view.pixelsPerMm() / CnIdTextReader::pixelsPerMm);
    const auto leftPart = [&] {
        return view.part(source, 0, CnIdTextReader::topMm, CnIdTextReader::widthMm, CnIdTextReader::heightMm,
                         CnIdTextReader::pixelsPerMm);
    };
    cv::Mat left = leftPart();
    if (!view.hasOutline()) {
        view.stretch(cnIdRowStretch(evenedPaper(left), CnIdTextReader::pixelsPerMm, CnIdTextReader::topMm));
        left = leftPart();
    }
    const CnIdCardText text = m_chinese.read(left);
    if (proved ? !hasAnythingInItsPlace(text) : !isCard(text))
        return std::nullopt;

    Reading reading;
    reading.result = parseCnId(textOf(text, number), frame.today);
    for (Field &field : reading.result.fields) {
        const float confidence = field.name == u"fullName"    ? text.nameConfidence
                                 : field.name == u"address"   ? text.addressConfidence
                                 : field.name == u"ethnicity" ? text.ethnicityConfidence
                                                              : 100;
        if (!proved || confidence < (field.name == u"address" ? sureAddress : sureText))
            field.trust = Trust::Unsure;
    }
    // What was not compared with the print is for the person to compare.
    if (!isSureBirth(text))
        doubt(reading.result, u"birthDate");
    if (!isSureSex(text))
        doubt(reading.result, u"sex");
    // A rare surname may be right, but a misread one is rare as well.
    // A name in parts, as 阿依古丽·买买提, has none.
    const auto mayBeMisread = [](const QString &name) { return !name.contains(u'·') && !beginsWithCommonSurname(name); };
    if (auto *name = fieldNamed(reading.result, u"fullName"); name && mayBeMisread(name->value))
        name->trust = Trust::Unsure;
    // Without a name the card was seen but not read whole, and a row may stand for another one. One character is none.
    if (const QString read = reading.result.value(u"fullName"); read.size() < 2 || read.contains(u"··")) {
        reading.result.valid = false;
        for (const QStringView name : {u"address", u"ethnicity"})
            doubt(reading.result, name);
    }
    reading.outline = view.outline();
    if (!frame.colour.isNull()) {
        const cv::Mat colour(frame.colour.height(), frame.colour.width(), CV_8UC4,
                             const_cast<uchar *>(frame.colour.constBits()),
                             static_cast<std::size_t>(frame.colour.bytesPerLine()));
        const cv::Mat portrait = view.part(colour, 54.5, 7, 27, 33, std::min(view.pixelsPerMm(), 14.0));
        reading.portrait =
            QImage(portrait.data, portrait.cols, portrait.rows, static_cast<qsizetype>(portrait.step), QImage::Format_RGB32)
                .copy();
    }
    return reading;
}

std::optional<Reading> CnIdReader::read(const Frame &frame)
{
    const auto release = qScopeGuard([this] { m_text->forget(); }); // no picture stays here
    const FrameText::Found &found = m_text->of(frame);
    OcrbLineReader reader(m_net, found.pyramid, frame.effort == Effort::Still);
    std::optional<std::pair<LineGeometry, QString>> failing;
    for (const std::size_t i : m_text->worthReading(frame, 16)) {
        for (const LineReading &seen : reader.read(m_text->runs(i), numberLength, true)) {
            const LineReading line = asNumber(seen);
            if (const auto number = numberOf(line, frame.today)) {
                auto reading = cardAround(frame, line.geometry, number->text, true);
                if (reading && !number->asSeen)
                    doubtNumber(reading->result);
                return reading;
            }
            if (const QString number = clearNumberThatFails(line, frame.today); !failing && !number.isEmpty())
                failing = {line.geometry, number};
        }
    }
    // Reading what else the card says takes longer than the camera needs for its next frame, and mostly there is no card.
    const bool looksAround = frame.effort == Effort::Still || frame.textTurn % framesBetweenLooks == 0;
    return failing && looksAround ? cardAround(frame, failing->first, failing->second, false) : std::nullopt;
}

} // namespace gatehouse::scanning
