// SPDX-License-Identifier: GPL-3.0-or-later
#include "cnid.h"

#include "cnidethnicities.h"
#include "cnidnumber.h"
#include "invisible.h"
#include "isodate.h"
#include "severaldocuments.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <vector>

namespace gatehouse::scanning
{

namespace
{
/// What the card prints, by label; empty where it is not there.
struct CardText {
    QString name, sex, ethnicity, birth, address, number, validity;
    QString numbers; ///< what stands behind each of its labels
    int labels = 0;
    /// Its label stands there again with another value behind it.
    bool otherName = false, otherSex = false, otherBirth = false, otherAddress = false;
};

enum class Invisible { Drop, Keep };

QString joined(const QString &text, Invisible invisible = Invisible::Drop)
{
    // Full-width digits and letters, and the radicals that OCR puts in place of characters, become the ordinary ones.
    QString out;
    for (const char32_t c : text.normalized(QString::NormalizationForm_KC).toUcs4()) {
        const bool dropped = isInvisible(c) && invisible == Invisible::Drop;
        if (!QChar::isSpace(c) && !dropped)
            out += QChar::fromUcs4(c);
    }
    return out;
}

/// In the order of the card.
constexpr std::array<QStringView, 8> cardLabels{u"姓名", u"性别",         u"民族",     u"出生",
                                                u"住址", u"公民身份号码", u"签发机关", u"有效期限"};

struct LabelPlace {
    qsizetype from = -1; ///< of the label
    qsizetype to = -1;   ///< behind it
};

QString withoutPunctuation(QString value)
{
    static const QRegularExpression edges(QStringLiteral("^[:.,;|_*'\"-]+|[:.,;|_*'\"-]+$"));
    return value.remove(edges);
}

std::array<LabelPlace, cardLabels.size()> placeLabels(const QString &text)
{
    std::array<LabelPlace, cardLabels.size()> places;
    for (std::size_t i = 0; i < cardLabels.size(); ++i) {
        const qsizetype from = text.indexOf(cardLabels[i]);
        if (from >= 0)
            places[i] = {from, from + cardLabels[i].size()};
    }
    // 民族 in an address, with the label itself lost, stands behind 住址.
    if (places[2].from > places[4].from && places[4].from >= 0)
        places[2] = {};
    return places;
}

QString isoOfMatch(const QRegularExpressionMatch &match, int first)
{
    return isoDate({match.captured(first).toInt(), match.captured(first + 1).toInt(), match.captured(first + 2).toInt()});
}

QString printedDate(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日?"));
    const auto match = pattern.match(text);
    return match.hasMatch() ? isoOfMatch(match, 1) : QString();
}

QString printedSex(const QString &text)
{
    if (text.contains(u'男'))
        return QStringLiteral("M");
    return text.contains(u'女') ? QStringLiteral("F") : QString();
}

/// What text has, by label, each time the label stands there: of a card once.
class LabelledValues
{
public:
    LabelledValues(const QString &text, const std::array<LabelPlace, cardLabels.size()> &places) : m_text(text)
    {
        for (std::size_t i = 0; i < places.size(); ++i) {
            for (qsizetype from = places[i].from; from >= 0; from = next(i, from))
                m_starts.push_back(from);
        }
        std::sort(m_starts.begin(), m_starts.end());
    }

    QString behind(qsizetype label) const
    {
        const auto following = std::lower_bound(m_starts.begin(), m_starts.end(), label);
        const qsizetype end = following == m_starts.end() ? m_text.size() : *following;
        return withoutPunctuation(m_text.mid(label, end - label));
    }

    QStringList all(std::size_t label) const
    {
        QStringList values;
        for (qsizetype from = m_text.indexOf(cardLabels[label]); from >= 0; from = next(label, from)) {
            if (const QString value = behind(from + cardLabels[label].size()); !value.isEmpty())
                values.append(value);
        }
        return values;
    }

    /// More than one of what `meaning` makes of the values.
    bool differ(std::size_t label, QString (*meaning)(const QString &)) const
    {
        QString first;
        for (const QString &value : all(label)) {
            const QString meant = meaning(value);
            if (first.isEmpty())
                first = meant;
            else if (!meant.isEmpty() && meant != first)
                return true;
        }
        return false;
    }

private:
    // 民族 stands in addresses as well.
    qsizetype next(std::size_t label, qsizetype from) const
    {
        return label == 2 ? -1 : m_text.indexOf(cardLabels[label], from + 1);
    }

    const QString &m_text;
    std::vector<qsizetype> m_starts;
};

CardText takeApart(const QString &text)
{
    const auto places = placeLabels(text);
    const LabelledValues values(text, places);
    CardText card;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i].from < 0)
            continue;
        const QString value = values.behind(places[i].to);
        std::array<QString *, cardLabels.size()> targets{&card.name,    &card.sex,    &card.ethnicity, &card.birth,
                                                         &card.address, &card.number, nullptr,         &card.validity};
        if (targets[i])
            *targets[i] = value;
        ++card.labels;
    }
    card.numbers = values.all(5).join(u' ');
    const auto asItStands = [](const QString &value) { return value; };
    card.otherName = values.differ(0, asItStands);
    card.otherSex = values.differ(1, printedSex);
    card.otherBirth = values.differ(3, printedDate);
    card.otherAddress = values.differ(4, asItStands);
    return card;
}

const QRegularExpression &numberPattern()
{
    static const QRegularExpression pattern(QStringLiteral("(?<![0-9A-Za-z])([0-9]{17}[0-9Xx])(?![0-9A-Za-z])"));
    return pattern;
}

/// The number behind its label, and those standing alone on a line, each once. Never one cut out of a longer run of digits.
QStringList findNumbers(const QString &text, const QString &labelled)
{
    QStringList numbers;
    const auto search = [&numbers](const QString &where) {
        for (auto match = numberPattern().globalMatch(where); match.hasNext();) {
            if (const QString number = match.next().captured(1).toUpper(); !numbers.contains(number) && numbers.size() < 2)
                numbers.append(number);
        }
    };
    search(labelled);
    for (const QStringView line : QStringView(text).split(u'\n'))
        search(joined(line.toString()));
    return numbers;
}

/// 有效期限 2010.01.01-2030.01.01, or 长期 for no end.
void addValidity(ScanResult &result, const QString &validity)
{
    static const QRegularExpression pattern(
        QStringLiteral("([0-9]{4})[.]([0-9]{2})[.]([0-9]{2})[-~至—–一]+(?:([0-9]{4})[.]([0-9]{2})[.]([0-9]{2})|长期)"));
    const auto match = pattern.match(validity);
    if (!match.hasMatch())
        return;
    const bool endless = match.captured(4).isEmpty();
    const QString from = isoOfMatch(match, 1), until = endless ? QString() : isoOfMatch(match, 4);
    const bool holds = !from.isEmpty() && (endless || (!until.isEmpty() && from <= until));
    const Trust trust = holds ? Trust::Read : Trust::Unsure;
    result.add(QStringLiteral("issueDate"), from, trust);
    result.add(QStringLiteral("expiryDate"), until, trust);
    result.addCheck(QStringLiteral("validity"), holds);
}

QString withoutControlsAround(QString value)
{
    static const QRegularExpression edges(QStringLiteral("^\\p{Cc}+|\\p{Cc}+$"));
    return value.remove(edges);
}

/// A control character inside a value may stand where something was lost; a format character makes it look like another.
void markInvisibleCharacters(ScanResult &result, const CardText &card, const CardText &asItStood)
{
    for (Field &field : result.fields) {
        const bool name = field.name == u"fullName" && withoutControlsAround(asItStood.name) != card.name;
        const bool address = field.name == u"address" && withoutControlsAround(asItStood.address) != card.address;
        if (name || address)
            field.trust = Trust::Unsure;
    }
}

/// A text that says two things of one: neither is certain, and a check that one of them satisfies holds no more.
void dispute(ScanResult &result, QStringView check, std::initializer_list<QStringView> names)
{
    for (Field &field : result.fields) {
        if (std::find(names.begin(), names.end(), field.name) != names.end())
            field.trust = Trust::Unsure;
    }
    for (Check &of : result.checks) {
        if (of.name == check)
            of.holds = false;
    }
}

void markContradictions(ScanResult &result, const CardText &card)
{
    if (card.otherAddress)
        dispute(result, {}, {u"address"});
    if (card.otherBirth)
        dispute(result, u"birthDate", {u"birthDate", u"documentNumber"});
    if (card.otherSex)
        dispute(result, u"sex", {u"sex", u"documentNumber"});
}

void addPrinted(ScanResult &result, const CardText &card)
{
    static const QRegularExpression namePattern(QStringLiteral("^[\\p{Han}·•‧・]{1,30}"));
    const QString name = namePattern.match(card.name).captured();
    result.add(QStringLiteral("fullName"),
               QString(name).replace(QRegularExpression(QStringLiteral("[•‧・]")), QStringLiteral("·")),
               name == card.name ? Trust::Read : Trust::Unsure);
    if (!card.ethnicity.isEmpty()) {
        const QString known = cnEthnicity(card.ethnicity);
        result.add(QStringLiteral("ethnicity"), known);
        result.addCheck(QStringLiteral("ethnicity"), !known.isEmpty());
    }
    result.add(QStringLiteral("address"), card.address);
    addValidity(result, card.validity);
}
} // namespace

ScanResult parseCnId(const QString &text, QDate today)
{
    QString lines = text;
    lines.replace(u'\r', u'\n');
    CardText card = takeApart(joined(lines));
    const CardText asItCame = card;
    const QStringList numbers = findNumbers(lines, card.numbers);
    const QString number = numbers.value(0);
    // The number itself may stand in another field when its label was lost.
    if (!number.isEmpty() && card.number.isEmpty())
        card.address = withoutPunctuation(card.address.section(number, 0, 0, QString::SectionCaseInsensitiveSeps));

    constexpr int labelsOfACard = 3;
    if (number.isEmpty() && card.labels < labelsOfACard)
        return {};
    ScanResult result;
    result.kind = Kind::CnId;
    for (const QStringView line : QStringView(lines).split(u'\n')) {
        if (const QStringView kept = line.trimmed(); !kept.isEmpty())
            result.raw.append(kept.toString());
    }
    addPrinted(result, card);
    markInvisibleCharacters(result, asItCame, takeApart(joined(lines, Invisible::Keep)));
    if (!number.isEmpty())
        addCnIdNumber(result, number, {printedDate(card.birth), printedSex(card.sex)}, today);
    markContradictions(result, card);
    const bool named = card.labels == 0 || !result.value(u"fullName").isEmpty();
    result.valid = !number.isEmpty() && named &&
                   std::all_of(result.checks.cbegin(), result.checks.cend(), [](const Check &check) { return check.holds; });
    if (numbers.size() > 1 || card.otherName)
        markSeveralDocuments(result);
    return result;
}

} // namespace gatehouse::scanning
