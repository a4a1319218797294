// SPDX-License-Identifier: GPL-3.0-or-later
#include "cnidcardtext.h"

#include "base/logging.h"
#include "cnidrows.h"

#include <opencv2/imgproc.hpp>
#include <tesseract/baseapi.h>

#include <algorithm>
#include <cmath>

namespace gatehouse::scanning
{

namespace
{
/// A character as Tesseract read it; place in pixels of the part.
struct Symbol {
    QString text;
    float confidence = 0;
    double middle = 0;
};

/// On the second row the value of the sex ends and that of the ethnicity begins here, millimetres of the card.
constexpr double sexTo = 23.2, ethnicityFrom = 31;

constexpr float notAsManyAsFit = 10; ///< the most that such a name's confidence can be

/// How many characters of a name fit into its row: they are as wide as high.
double fittingIn(const cv::Rect &box, double perMm)
{
    constexpr double characterMm = 3.4;
    return (box.width / perMm + 0.2) / characterMm;
}

bool isText(const QString &symbol)
{
    return !symbol.isEmpty() && (symbol[0].isLetterOrNumber() || symbol[0] == u'·' || symbol[0] == u'-');
}

bool isHan(const QString &symbol)
{
    return !symbol.isEmpty() && (symbol[0].script() == QChar::Script_Han || symbol[0] == u'·');
}

void append(QString &to, float &confidence, const Symbol &symbol)
{
    confidence = to.isEmpty() ? symbol.confidence : std::min(confidence, symbol.confidence);
    to += symbol.text;
}
} // namespace

struct CnIdTextReader::Private {
    tesseract::TessBaseAPI engine;
    bool tried = false;
    bool ready = false;

    bool load()
    {
        if (!tried) {
            tried = true;
            ready = engine.Init(nullptr, "chi_sim", tesseract::OEM_LSTM_ONLY) == 0;
            if (!ready)
                qCWarning(lcScan) << "Tesseract's chi_sim is not installed: Chinese text is not read";
        }
        return ready;
    }

    struct Name {
        QString text;
        float confidence = 0;
    };

    std::vector<Symbol> read(const cv::Mat &picture, const cv::Rect &box, double perMm,
                             tesseract::PageSegMode mode = tesseract::PSM_SINGLE_LINE);
    Name singlyIn(const cv::Mat &picture, const cv::Rect &box, double perMm);
    Name nameIn(const cv::Mat &picture, const cv::Rect &box, double perMm);
    void readName(const cv::Mat &evened, const cv::Rect &box, CnIdCardText &card);
    void readSexAndEthnicity(const std::vector<Symbol> &symbols, CnIdCardText &card);
};

std::vector<Symbol> CnIdTextReader::Private::read(const cv::Mat &picture, const cv::Rect &box, double perMm,
                                                  tesseract::PageSegMode mode)
{
    // White around, as much as between lines.
    constexpr int rim = 12, within = 3;
    const cv::Rect around = cv::Rect(box.x - within, box.y - within, box.width + 2 * within, box.height + 2 * within) &
                            cv::Rect(0, 0, picture.cols, picture.rows);
    cv::Mat line;
    cv::copyMakeBorder(picture(around), line, rim, rim, rim, rim, cv::BORDER_CONSTANT, cv::Scalar(255));
    engine.SetPageSegMode(mode);
    engine.SetImage(line.data, line.cols, line.rows, 1, static_cast<int>(line.step));
    engine.SetSourceResolution(static_cast<int>(perMm * 25.4));
    std::vector<Symbol> symbols;
    if (engine.Recognize(nullptr) == 0) {
        const std::unique_ptr<tesseract::ResultIterator> at(engine.GetIterator());
        if (at) {
            do {
                const std::unique_ptr<const char[]> text(at->GetUTF8Text(tesseract::RIL_SYMBOL));
                int left = 0, top = 0, right = 0, bottom = 0;
                if (text && at->BoundingBox(tesseract::RIL_SYMBOL, &left, &top, &right, &bottom))
                    symbols.push_back({QString::fromUtf8(text.get()), at->Confidence(tesseract::RIL_SYMBOL),
                                       around.x - rim + (left + right) / 2.0});
            } while (at->Next(tesseract::RIL_SYMBOL));
        }
    }
    engine.Clear();
    std::erase_if(symbols, [](const Symbol &symbol) { return !isText(symbol.text); });
    return symbols;
}

/// One reading of the name; its confidence is low when not as many characters were read as fit.
CnIdTextReader::Private::Name CnIdTextReader::Private::nameIn(const cv::Mat &picture, const cv::Rect &box, double perMm)
{
    std::vector<Symbol> symbols = read(picture, box, perMm);
    std::erase_if(symbols, [](const Symbol &symbol) { return !isHan(symbol.text); });
    Name name;
    for (const Symbol &symbol : symbols)
        append(name.text, name.confidence, symbol);
    if (std::abs(fittingIn(box, perMm) - double(symbols.size())) > 0.6)
        name.confidence = std::min(name.confidence, notAsManyAsFit);
    return name;
}

CnIdTextReader::Private::Name CnIdTextReader::Private::singlyIn(const cv::Mat &picture, const cv::Rect &box, double perMm)
{
    Name name;
    const int count = std::max(1, int(std::lround(fittingIn(box, perMm))));
    for (int i = 0; i < count; ++i) {
        const int from = box.width * i / count, to = box.width * (i + 1) / count;
        const cv::Rect place(box.x + from, box.y, to - from, box.height);
        for (const Symbol &symbol : read(picture, place, perMm, tesseract::PSM_SINGLE_CHAR)) {
            if (isHan(symbol.text)) {
                append(name.text, name.confidence, symbol);
                break;
            }
        }
    }
    return name;
}

void CnIdTextReader::Private::readName(const cv::Mat &evened, const cv::Rect &box, CnIdCardText &card)
{
    // No digit guards a name: it is read twice, from pictures that make different mistakes, and doubted where they disagree.
    constexpr double larger = 1.5;
    constexpr float disagreed = 50;
    cv::Mat enlarged;
    cv::resize(evened, enlarged, {}, larger, larger, cv::INTER_CUBIC);
    cv::GaussianBlur(enlarged, enlarged, {}, 1.2);
    const auto scaled = [](int value) { return int(std::lround(value * larger)); };
    const Name first = nameIn(evened, box, pixelsPerMm);
    const Name second =
        nameIn(enlarged, {scaled(box.x), scaled(box.y), scaled(box.width), scaled(box.height)}, pixelsPerMm * larger);
    if (std::max(first.confidence, second.confidence) <= notAsManyAsFit) {
        // Both lost or invented characters: each place by itself, for a person to confirm.
        const Name single =
            singlyIn(enlarged, {scaled(box.x), scaled(box.y), scaled(box.width), scaled(box.height)}, pixelsPerMm * larger);
        card.name = single.text;
        card.nameConfidence = std::min(single.confidence, disagreed);
        return;
    }
    const Name &better = first.confidence >= second.confidence ? first : second;
    card.name = better.text;
    card.nameConfidence = first.text == second.text ? better.confidence : std::min(better.confidence, disagreed);
}

void CnIdTextReader::Private::readSexAndEthnicity(const std::vector<Symbol> &symbols, CnIdCardText &card)
{
    for (const Symbol &symbol : symbols) {
        const double x = symbol.middle / pixelsPerMm;
        if (x < sexTo)
            append(card.sex, card.sexConfidence, symbol);
        else if (x > ethnicityFrom)
            append(card.ethnicity, card.ethnicityConfidence, symbol);
    }
}

CnIdTextReader::CnIdTextReader() : d(std::make_unique<Private>()) {}

CnIdTextReader::~CnIdTextReader() = default;

CnIdCardText CnIdTextReader::read(const cv::Mat &gray)
{
    CnIdCardText card;
    if (!d->load())
        return card;
    const cv::Mat evened = evenedPaper(gray);
    for (const CnIdRow &row : findCnIdRows(evened, pixelsPerMm)) {
        if (row.kind == CnIdRowKind::Name) {
            d->readName(evened, row.box, card);
            continue;
        }
        const std::vector<Symbol> symbols = d->read(evened, row.box, pixelsPerMm);
        if (row.kind == CnIdRowKind::SexAndEthnicity)
            d->readSexAndEthnicity(symbols, card);
        for (const Symbol &symbol : symbols) {
            if (row.kind == CnIdRowKind::Birth)
                append(card.birth, card.birthConfidence, symbol);
            else if (row.kind == CnIdRowKind::Address)
                append(card.address, card.addressConfidence, symbol);
        }
    }
    return card;
}

} // namespace gatehouse::scanning
