// SPDX-License-Identifier: GPL-3.0-or-later
#include "cnidcardtext.h"

#include "base/logging.h"

#include <tesseract/baseapi.h>

#include <algorithm>

namespace gatehouse::scanning
{

struct CnIdTextReader::Private {
    tesseract::TessBaseAPI engine;
    bool tried = false;
    bool ready = false;

    bool load()
    {
        if (!tried) {
            tried = true;
            ready = engine.Init(nullptr, "chi_sim", tesseract::OEM_LSTM_ONLY) == 0;
            if (ready)
                engine.SetPageSegMode(tesseract::PSM_SINGLE_BLOCK);
            else
                qCWarning(lcScan) << "Tesseract's chi_sim is not installed: Chinese text is not read";
        }
        return ready;
    }
};

namespace
{
/// Where values begin, right of their labels, and the rows' lower edges, in millimetres of the card.
constexpr double valuesFrom = 14.2, ethnicityLabelFrom = 23.2, ethnicityFrom = 31.5;
constexpr double nameBottom = 12.4, sexBottom = 18.8, birthBottom = 25.2;

void append(QString &to, float &confidence, const QString &what, float sure)
{
    confidence = to.isEmpty() ? sure : std::min(confidence, sure);
    to += what;
}

bool isText(const QString &symbol)
{
    return !symbol.isEmpty() && (symbol[0].isLetterOrNumber() || symbol[0] == u'·' || symbol[0] == u'-');
}

void place(CnIdCardText &card, const QString &symbol, float sure, double x, double y)
{
    if (x < valuesFrom || !isText(symbol))
        return;
    if (y < nameBottom) {
        append(card.name, card.nameConfidence, symbol, sure);
    } else if (y < sexBottom) {
        if (x < ethnicityLabelFrom)
            append(card.sex, card.sexConfidence, symbol, sure);
        else if (x > ethnicityFrom)
            append(card.ethnicity, card.ethnicityConfidence, symbol, sure);
    } else if (y < birthBottom) {
        append(card.birth, card.birthConfidence, symbol, sure);
    } else {
        append(card.address, card.addressConfidence, symbol, sure);
    }
}
} // namespace

CnIdTextReader::CnIdTextReader() : d(std::make_unique<Private>()) {}

CnIdTextReader::~CnIdTextReader() = default;

CnIdCardText CnIdTextReader::read(const cv::Mat &gray)
{
    CnIdCardText card;
    if (!d->load())
        return card;
    d->engine.SetImage(gray.data, gray.cols, gray.rows, 1, static_cast<int>(gray.step));
    d->engine.SetSourceResolution(static_cast<int>(pixelsPerMm * 25.4));
    if (d->engine.Recognize(nullptr) != 0)
        return card;
    const std::unique_ptr<tesseract::ResultIterator> at(d->engine.GetIterator());
    if (at) {
        do {
            const std::unique_ptr<const char[]> text(at->GetUTF8Text(tesseract::RIL_SYMBOL));
            int left = 0, top = 0, right = 0, bottom = 0;
            if (text && at->BoundingBox(tesseract::RIL_SYMBOL, &left, &top, &right, &bottom))
                place(card, QString::fromUtf8(text.get()), at->Confidence(tesseract::RIL_SYMBOL),
                      (left + right) / 2.0 / pixelsPerMm, (top + bottom) / 2.0 / pixelsPerMm);
        } while (at->Next(tesseract::RIL_SYMBOL));
    }
    d->engine.Clear();
    return card;
}

} // namespace gatehouse::scanning
