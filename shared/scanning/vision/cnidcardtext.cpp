// SPDX-License-Identifier: GPL-3.0-or-later
#include "cnidcardtext.h"

#include "base/logging.h"
#include "cnaddressrow.h"
#include "cnidrows.h"
#include "cnnamevote.h"
#include "parsing/cnidethnicities.h"
#include "parsing/provincecodes.h"

#include <QRegularExpression>

#include <opencv2/imgproc.hpp>
#include <tesseract/baseapi.h>

#include <algorithm>
#include <cmath>
#include <limits>

extern "C" void omp_set_max_active_levels(int levels); // libgomp's, which the engine brings

namespace gatehouse::scanning
{

namespace
{
using Symbol = ReadCharacter;

/// On the second row the sex begins here; how far behind its beginning its value ends, and the ethnicity begins. Millimetres.
constexpr double sexFrom = 15.8, sexTo = 7.4, ethnicityFrom = 14;

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

/// Where a row's print lies, and in which picture.
struct PrintedRow {
    cv::Mat picture;
    cv::Rect box;
};

/// Of a row with one or two characters the engine mostly reads nothing: they are set behind the row that they end.
PrintedRow withEnd(const cv::Mat &evened, const cv::Rect &row, const cv::Rect &end)
{
    constexpr int around = 6, within = 2;
    const cv::Rect whole(0, 0, evened.cols, evened.rows);
    const auto widened = [&](const cv::Rect &box) {
        return cv::Rect(box.x - within, box.y - within, box.width + 2 * within, box.height + 2 * within) & whole;
    };
    const cv::Rect first = widened(row), second = widened(end);
    const cv::Rect box(around, around, first.width + second.width, std::max(first.height, second.height));
    cv::Mat picture(box.height + 2 * around, box.width + 2 * around, CV_8U, cv::Scalar(255));
    evened(first).copyTo(picture(cv::Rect(box.tl(), first.size())));
    evened(second).copyTo(picture(cv::Rect(box.tl() + cv::Point(first.width, 0), second.size())));
    return {picture, box};
}

bool endsWithNextRow(const std::vector<CnIdRow> &rows, std::size_t i)
{
    return i + 1 < rows.size() && rows[i + 1].kind == CnIdRowKind::Address && rows[i + 1].box.width < 3 * rows[i].box.height;
}
} // namespace

struct CnIdTextReader::Private {
    tesseract::TessBaseAPI engine;
    std::shared_ptr<const HanShapes> shapes;
    bool tried = false;
    bool ready = false;

    bool load()
    {
        if (!tried) {
            tried = true;
            ready = engine.Init(nullptr, "chi_sim", tesseract::OEM_LSTM_ONLY) == 0;
            if (ready)
                shapes = HanShapes::builtIn();
            else
                qCWarning(lcScan) << "Tesseract's chi_sim is not installed: Chinese text is not read";
        }
        return ready;
    }

    std::vector<Symbol> read(const cv::Mat &picture, const cv::Rect &box, double perMm,
                             tesseract::PageSegMode mode = tesseract::PSM_SINGLE_LINE);
    std::vector<Symbol> nameAt(const cv::Mat &evened, const cv::Rect &box, double larger, double blur);
    std::vector<Symbol> singlyAt(const cv::Mat &evened, const cv::Rect &box, double larger, double blur,
                                 const CnNameVote &vote);
    void readName(const cv::Mat &evened, const cv::Rect &box, CnIdCardText &card);
    QString readAddress(const PrintedRow &row, CnIdCardText &card);
    void readSexAndEthnicity(const cv::Mat &evened, const cv::Rect &row, CnIdCardText &card);
    void readEthnicityByShape(const cv::Mat &evened, const cv::Rect &row, double fromMm, CnIdCardText &card) const;
    std::optional<double> readRows(const cv::Mat &evened, std::optional<double> birth, CnIdCardText &card);
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
} // namespace

std::vector<Symbol> CnIdTextReader::Private::nameAt(const cv::Mat &evened, const cv::Rect &box, double larger, double blur)
{
    const Enlarged enlarged(evened, box, larger, blur);
    return hanOf(read(enlarged.picture, enlarged.box, pixelsPerMm * larger), larger);
}

std::vector<Symbol> CnIdTextReader::Private::singlyAt(const cv::Mat &evened, const cv::Rect &box, double larger, double blur,
                                                      const CnNameVote &vote)
{
    const Enlarged enlarged(evened, box, larger, blur);
    std::vector<Symbol> name;
    for (int i = 0; i < vote.count(); ++i) {
        const auto [first, last] = vote.span(i);
        const int from = int(first * larger), to = int(last * larger);
        const cv::Rect place(from, enlarged.box.y, to - from, enlarged.box.height);
        const auto symbols = hanOf(read(enlarged.picture, place, pixelsPerMm * larger, tesseract::PSM_SINGLE_CHAR), larger);
        if (!symbols.empty()) {
            name.push_back(symbols.front());
            name.back().middle = (first + last) / 2;
        }
    }
    return name;
}

void CnIdTextReader::Private::readName(const cv::Mat &evened, const cv::Rect &box, CnIdCardText &card)
{
    // No digit guards a name: it is sure only when two readers that know nothing of each other agree. The engine gets
    // another try at other sizes before it counts as disagreeing.
    constexpr float disagreed = 50;
    CnNameVote vote(box, pixelsPerMm);
    vote.addShapes(*shapes, evened);
    vote.add(nameAt(evened, box, 1.5, 1.2));
    if (!vote.isSure())
        vote.add(nameAt(evened, box, 1, 0));
    if (!vote.isSure())
        vote.add(nameAt(evened, box, 2.2, 1.6));
    if (!vote.isSure())
        vote.add(singlyAt(evened, box, 1.5, 1.2, vote));
    card.name = vote.text();
    if (card.name.startsWith(u'名')) // the end of the row's label, which is nobody's surname
        card.name.remove(0, 1);
    card.nameConfidence = vote.isSure() ? 100 : disagreed;
}

void CnIdTextReader::Private::readSexAndEthnicity(const cv::Mat &evened, const cv::Rect &row, CnIdCardText &card)
{
    const std::vector<Symbol> symbols = read(evened, row, pixelsPerMm);
    const bool hasSex = !symbols.empty() && (symbols.front().text == u"男" || symbols.front().text == u"女");
    const double begin = hasSex ? row.x / pixelsPerMm : sexFrom; // another row's where a reflection hides the sex
    for (const Symbol &symbol : symbols) {
        const double x = symbol.middle / pixelsPerMm - begin;
        if (x < sexTo)
            append(card.sex, card.sexConfidence, symbol);
        else if (x > ethnicityFrom && symbol.text != u"民" && symbol.text != u"族") // the label between them
            append(card.ethnicity, card.ethnicityConfidence, symbol);
    }
    if (cnEthnicity(card.ethnicity).isEmpty())
        readEthnicityByShape(evened, row, begin + ethnicityFrom, card);
}

namespace
{
/// The group that the text ends with: what stands before it is what the engine made of the label.
QString ethnicityEnding(QString text)
{
    while (!text.isEmpty() && cnEthnicity(text).isEmpty())
        text.remove(0, 1);
    return cnEthnicity(text);
}

/// The print at the right end of the place, as far as no gap parts it from what stands before.
cv::Rect lastWord(const cv::Mat &evened, const cv::Rect &place)
{
    constexpr double apart = 0.5; // of the height
    if (place.empty())
        return {};
    const cv::Mat ink = evened(place) < 128;
    int end = 0, begin = 0;
    for (int x = ink.cols - 1; x >= 0 && (end == 0 || begin - x <= apart * place.height); --x) {
        if (cv::countNonZero(ink.col(x)) == 0)
            continue;
        begin = x;
        end = std::max(end, x + 1);
    }
    return {place.x + begin, place.y, end - begin, place.height};
}

/// The group whose characters look most like those in the cells, if they do.
QString likestEthnicity(const HanShapes &shapes, const cv::Mat &evened, const std::vector<cv::Rect> &cells)
{
    constexpr float nearShape = 250; // of HanShapes, on average
    std::vector<QHash<QChar, float>> distances;
    for (const cv::Rect &place : cells) {
        distances.emplace_back();
        for (const HanShapes::Likeness &shape : shapes.likest(evened(place), std::numeric_limits<std::size_t>::max()))
            distances.back().insert(shape.character, shape.distance);
    }
    QString best;
    float least = nearShape * float(cells.size());
    for (const QString &group : cnEthnicities()) {
        if (group.size() != qsizetype(cells.size()))
            continue;
        float distance = 0;
        for (std::size_t i = 0; i < cells.size(); ++i)
            distance += distances[i].value(group[qsizetype(i)], std::numeric_limits<float>::max());
        if (distance < least) {
            least = distance;
            best = group;
        }
    }
    return best;
}
} // namespace

/// Characters that stand alone give the engine little to go by, and it often reads none that an ethnicity has. The group that
/// it ends with, or whose shapes are printed there, is then told, for the person to confirm.
void CnIdTextReader::Private::readEthnicityByShape(const cv::Mat &evened, const cv::Rect &row, double fromMm,
                                                   CnIdCardText &card) const
{
    constexpr float alone = 50;
    constexpr int around = 3; // pixels: where a stroke is thin its end is no row any more
    const int from = std::max(row.x, int(fromMm * pixelsPerMm));
    const cv::Rect place = cv::Rect(from, row.y - around, row.x + row.width - from, row.height + 2 * around) &
                           cv::Rect(0, 0, evened.cols, evened.rows);
    QString ethnicity = ethnicityEnding(card.ethnicity);
    const cv::Rect last = lastWord(evened, place);
    if (ethnicity.isEmpty() && last.width >= row.height / 2)
        ethnicity = likestEthnicity(*shapes, evened, hanCells(evened, last, int(std::lround(1.0 * last.width / row.height))));
    if (ethnicity.isEmpty())
        return;
    card.ethnicity = ethnicity;
    card.ethnicityConfidence = alone;
}

namespace
{
/// What a reflection has hidden leaves a gap in its row, or lets the row begin later than the others do: `left`.
bool hidesCharacters(const cv::Mat &evened, const cv::Rect &row, int left)
{
    constexpr int inkBelow = 150, speck = 2;      // pixels in a column: fewer are dirt
    constexpr double within = 0.9, before = 0.45; // of the row's height; digits as wide as characters stand 0.7 apart
    const cv::Mat ink = evened(row) < inkBelow;
    int widest = 0;
    for (int x = 0, behind = 0; x < ink.cols; ++x) {
        if (cv::countNonZero(ink.col(x)) < speck)
            continue;
        widest = std::max(widest, x - behind);
        behind = x + 1;
    }
    return widest > within * row.height || row.x - left > before * row.height;
}

void doubtAddress(CnIdCardText &card)
{
    constexpr float doubtful = 50;
    card.addressConfidence = std::min(card.addressConfidence, doubtful);
}

bool hidesPartOfAddress(const cv::Mat &evened, const std::vector<CnIdRow> &rows)
{
    int left = std::numeric_limits<int>::max();
    for (const CnIdRow &row : rows)
        left = row.kind == CnIdRowKind::Address ? std::min(left, row.box.x) : left;
    return std::any_of(rows.begin(), rows.end(), [&](const CnIdRow &row) {
        return row.kind == CnIdRowKind::Address && (row.cutOff || hidesCharacters(evened, row.box, left));
    });
}
} // namespace

QString CnIdTextReader::Private::readAddress(const PrintedRow &row, CnIdCardText &card)
{
    const std::vector<Symbol> symbols = read(row.picture, row.box, pixelsPerMm);
    const Enlarged enlarged(row.picture, row.box, 1.5, 1.2);
    const std::vector<Symbol> again = read(enlarged.picture, enlarged.box, pixelsPerMm * enlarged.larger);
    const CnAddressRow decided = decidedAddressRow(*shapes, row.picture, row.box, symbols, again);
    card.addressConfidence = card.address.isEmpty() ? decided.confidence : std::min(card.addressConfidence, decided.confidence);
    card.address += decided.text;
    return decided.text;
}

namespace
{
/// The engine reads a date's row as 2003年-8月20日 or 4至1954年5月8日 or only the end of it; no address has a year and a month.
bool looksLikeBirth(QString text)
{
    static const QRegularExpression others(QStringLiteral("[^\\d年月]")), date(QStringLiteral("\\d年\\d{0,2}月"));
    return date.match(text.remove(others)).hasMatch();
}
} // namespace

/// Where the birth date's row was taken for the address, the rows were counted wrong, and the middle of that row is returned
/// (pixels): they are to be read again from there.
std::optional<double> CnIdTextReader::Private::readRows(const cv::Mat &evened, std::optional<double> birth, CnIdCardText &card)
{
    const std::vector<CnIdRow> rows = findCnIdRows(evened, pixelsPerMm, topMm, birth);
    bool unread = false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const cv::Rect &box = rows[i].box;
        if (rows[i].kind == CnIdRowKind::Name)
            readName(evened, box, card);
        else if (rows[i].kind == CnIdRowKind::SexAndEthnicity)
            readSexAndEthnicity(evened, box, card);
        else if (rows[i].kind == CnIdRowKind::Birth)
            for (const Symbol &symbol : read(evened, box, pixelsPerMm))
                append(card.birth, card.birthConfidence, symbol);
        else {
            const bool ends = endsWithNextRow(rows, i);
            const QString text = readAddress(ends ? withEnd(evened, box, rows[i + 1].box) : PrintedRow{evened, box}, card);
            if (!birth && looksLikeBirth(text))
                return box.y + box.height / 2.0;
            unread = unread || text.isEmpty();
            i += ends ? 1 : 0;
        }
    }
    // Where its first row was lost, the rest is read as surely as ever.
    if (unread || hidesPartOfAddress(evened, rows) || !beginsWithProvince(card.address))
        doubtAddress(card);
    return std::nullopt;
}

CnIdTextReader::CnIdTextReader() : d(std::make_unique<Private>()) {}

CnIdTextReader::~CnIdTextReader() = default;

CnIdCardText CnIdTextReader::read(const cv::Mat &gray)
{
    CnIdCardText card;
    if (!d->load())
        return card;
    // The engine asks for four threads whatever the machine has, and they wait for each other in loops: on two cores, or beside
    // other work, one is several times faster. Holds for the calling thread.
    omp_set_max_active_levels(0);
    const cv::Mat evened = evenedPaper(gray);
    if (const auto birth = d->readRows(evened, {}, card)) {
        card = {};
        d->readRows(evened, birth, card);
        if (looksLikeBirth(card.address))
            card.address.clear(); // this is no such card's order of rows
    }
    return card;
}

} // namespace gatehouse::scanning
