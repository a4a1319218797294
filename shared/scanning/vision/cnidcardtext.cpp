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

    std::vector<Symbol> read(const cv::Mat &picture, const cv::Rect &box, double perMm,
                             tesseract::PageSegMode mode = tesseract::PSM_SINGLE_LINE);
    std::vector<Symbol> nameAt(const cv::Mat &evened, const cv::Rect &box, double larger, double blur);
    std::vector<Symbol> singlyAt(const cv::Mat &evened, const cv::Rect &box, double larger, double blur, int count);
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

namespace
{
struct Enlarged {
    cv::Mat picture;
    cv::Rect box;
    double larger;

    Enlarged(const cv::Mat &evened, const cv::Rect &at, double by, double blur) : larger(by)
    {
        const auto scaled = [by](int value) { return int(std::lround(value * by)); };
        box = cv::Rect(scaled(at.x), scaled(at.y), scaled(at.width), scaled(at.height));
        cv::resize(evened, picture, {}, by, by, cv::INTER_CUBIC);
        if (blur > 0)
            cv::GaussianBlur(picture, picture, {}, blur);
    }
};

/// The Han characters of a reading, back in the pixels of the evened picture.
std::vector<Symbol> hanOf(std::vector<Symbol> symbols, double larger)
{
    std::erase_if(symbols, [](const Symbol &symbol) { return !isHan(symbol.text); });
    for (Symbol &symbol : symbols)
        symbol.middle /= larger;
    return symbols;
}

/// What several readings say of each place in the name. Places are as wide as high, so it is known how many there are.
class NameVote
{
public:
    NameVote(const cv::Rect &box, double perMm)
        : m_box(box), m_places(std::size_t(std::max(1, int(std::lround(fittingIn(box, perMm))))))
    {
    }

    int count() const { return int(m_places.size()); }

    /// One vote for each place. When there are not as many characters as places, the surest at each place, and what stands
    /// between two places or beside the name has none.
    void add(const std::vector<Symbol> &reading)
    {
        std::vector<const Symbol *> surest(m_places.size(), nullptr);
        for (std::size_t i = 0; i < reading.size(); ++i) {
            const auto at = reading.size() == m_places.size() ? i : placeOf(reading[i]);
            if (at < surest.size() && (!surest[at] || surest[at]->confidence < reading[i].confidence))
                surest[at] = &reading[i];
        }
        m_alike = m_alike && reading.size() == m_places.size();
        for (std::size_t at = 0; at < m_places.size(); ++at) {
            if (surest[at])
                m_places[at].push_back(*surest[at]);
            m_alike = m_alike && surest[at] && surest[at]->text == m_places[at].front().text;
        }
    }

    /// All readings so far say the same, and as many characters as fit.
    bool isUnanimous() const { return m_alike; }

    bool isComplete() const
    {
        return std::none_of(m_places.cbegin(), m_places.cend(), [](const auto &place) { return place.empty(); });
    }

    QString text() const
    {
        QString name;
        for (const auto &place : m_places)
            name += elected(place).text;
        return name;
    }

    /// The least of the elected characters.
    float confidence() const
    {
        float least = 100;
        for (const auto &place : m_places)
            least = std::min(least, elected(place).confidence);
        return least;
    }

private:
    /// The engine's boxes are not exact, so they are asked only where characters were lost or invented.
    std::size_t placeOf(const Symbol &symbol) const
    {
        const double place = (symbol.middle - m_box.x) / m_box.width * count();
        const bool beside = place < 0 || place >= count() || std::abs(place - std::floor(place) - 0.5) > 0.48;
        return beside ? m_places.size() : std::size_t(place);
    }

    static Symbol elected(const std::vector<Symbol> &votes)
    {
        Symbol best;
        float most = 0;
        for (const Symbol &candidate : votes) {
            float sum = 0, surest = 0;
            for (const Symbol &vote : votes) {
                if (vote.text != candidate.text)
                    continue;
                sum += vote.confidence;
                surest = std::max(surest, vote.confidence);
            }
            if (sum > most) {
                most = sum;
                best = {candidate.text, surest, candidate.middle};
            }
        }
        return best;
    }

    cv::Rect m_box;
    std::vector<std::vector<Symbol>> m_places;
    bool m_alike = true;
};
} // namespace

std::vector<Symbol> CnIdTextReader::Private::nameAt(const cv::Mat &evened, const cv::Rect &box, double larger, double blur)
{
    const Enlarged enlarged(evened, box, larger, blur);
    return hanOf(read(enlarged.picture, enlarged.box, pixelsPerMm * larger), larger);
}

std::vector<Symbol> CnIdTextReader::Private::singlyAt(const cv::Mat &evened, const cv::Rect &box, double larger, double blur,
                                                      int count)
{
    const Enlarged enlarged(evened, box, larger, blur);
    std::vector<Symbol> name;
    for (int i = 0; i < count; ++i) {
        const int from = enlarged.box.width * i / count, to = enlarged.box.width * (i + 1) / count;
        const cv::Rect place(enlarged.box.x + from, enlarged.box.y, to - from, enlarged.box.height);
        const auto symbols = hanOf(read(enlarged.picture, place, pixelsPerMm * larger, tesseract::PSM_SINGLE_CHAR), larger);
        if (!symbols.empty()) {
            name.push_back(symbols.front());
            name.back().middle = box.x + box.width * (i + 0.5) / count;
        }
    }
    return name;
}

void CnIdTextReader::Private::readName(const cv::Mat &evened, const cv::Rect &box, CnIdCardText &card)
{
    // No digit guards a name: it is read twice, from pictures that make different mistakes. Where they disagree others are
    // asked as well, and the name is doubted whatever they say.
    constexpr float disagreed = 50;
    NameVote vote(box, pixelsPerMm);
    vote.add(nameAt(evened, box, 1, 0));
    vote.add(nameAt(evened, box, 1.5, 1.2));
    const bool sure = vote.isUnanimous();
    if (!sure) {
        vote.add(nameAt(evened, box, 2.2, 1.6));
        vote.add(singlyAt(evened, box, 1.5, 1.2, vote.count()));
    }
    if (!sure && !vote.isComplete())
        vote.add(singlyAt(evened, box, 2.2, 1.6, vote.count()));
    card.name = vote.text();
    card.nameConfidence = sure ? vote.confidence() : std::min(vote.confidence(), disagreed);
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
