// SPDX-License-Identifier: GPL-3.0-or-later
#include "badgelayout.h"

#include "textfit.h"
#include "wording.h"

#include <algorithm>

namespace gatehouse::badges
{

namespace
{

constexpr Typeface kBold{true, false};
constexpr Typeface kPlain{};
constexpr qreal kSymbolSide = 25;        // room for the QR symbol on both formats
constexpr qreal kPreferredModule = 0.51; // four dots of a 203 dpi printer, six of a 300 dpi one

const Qt::Alignment kLeft = Qt::AlignLeft | Qt::AlignTop;
const Qt::Alignment kLeftMiddle = Qt::AlignLeft | Qt::AlignVCenter;
const Qt::Alignment kRightMiddle = Qt::AlignRight | Qt::AlignVCenter;
const Qt::Alignment kCentre = Qt::AlignHCenter | Qt::AlignVCenter;

class BadgeLayout
{
public:
    BadgeLayout(const BadgeFace &face, Format format, const TextMeasure &measure) : m_face(face), m_measure(measure)
    {
        m_drawing.page = pageSize(format);
    }

    [[nodiscard]] Result<Drawing> lay(Format format)
    {
        if (format == Format::Card86x54)
            card();
        else
            label();
        GATEHOUSE_TRY(code(format == Format::Card86x54 ? QPointF(58.2, 10.6) : QPointF(33.6, 42.4)));
        return m_drawing;
    }

private:
    QList<TextLine> put(const QString &text, const QRectF &box, const TextStyle &style)
    {
        const auto lines = fitText(text, box, style, m_measure);
        m_drawing.texts.append(lines);
        return lines;
    }

    /// A staff badge is told from a visitor's from across the room: its bands are white.
    void band(const QRectF &box)
    {
        if (m_face.staff)
            m_drawing.outlines.append(box.adjusted(0.3, 0.3, -0.3, -0.3));
        else
            m_drawing.bands.append(box);
    }
    bool onBand() const { return !m_face.staff; } // white letters
    QString title() const { return m_face.staff ? wording::staff() : wording::visitor(); }
    QString noticeChinese() const
    {
        return m_face.staff ? wording::ownPinChinese() : wording::keepOutChinese(m_face.escortRequired);
    }
    QString noticeEnglish() const
    {
        return m_face.staff ? wording::ownPinEnglish() : wording::keepOutEnglish(m_face.escortRequired);
    }

    // A quiet caption with its value beside it.
    void captioned(const QString &caption, const QString &value, const QRectF &box, TextStyle style)
    {
        if (printable(value).isEmpty())
            return;
        TextStyle quiet = style;
        quiet.maxLines = 1;
        quiet.size = style.size * 0.88;
        quiet.smallest = quiet.size * 0.7;
        QRectF captionBox = box;
        captionBox.setWidth(box.width() * 0.42);
        const auto head = put(caption, captionBox, quiet);
        QRectF valueBox = box;
        valueBox.setLeft(head.last().box.right() + 1);
        style.face = kBold;
        const auto lines = put(value, valueBox, style);
        alignBaselines(static_cast<int>(head.size()), static_cast<int>(lines.size()));
    }

    // Moves the caption down to the baseline of the first line of its value.
    void alignBaselines(int headCount, int valueCount)
    {
        if (valueCount == 0)
            return;
        const auto first = m_drawing.texts.size() - valueCount;
        const qreal shift = m_drawing.texts.at(first).baseline - m_drawing.texts.at(first - headCount).baseline;
        TextLine &head = m_drawing.texts[first - headCount];
        head.baseline += shift;
        head.box.translate(0, shift);
    }

    void portrait(const QRectF &box)
    {
        if (!m_face.portrait.isNull()) {
            m_drawing.pictures.append({box, m_face.portrait});
            return;
        }
        m_drawing.outlines.append(box);
        if (m_face.staff)
            return; // room for a photograph
        const QRectF upper(box.left() + 1, box.center().y() - 4.5, box.width() - 2, 4.5);
        put(wording::noPhotoEnglish(), upper, {Role::NoPhoto, 2.8, 2, 1, kPlain, false, kCentre});
        put(wording::noPhotoChinese(), upper.translated(0, 4.5), {Role::NoPhoto, 2.8, 2, 1, kPlain, false, kCentre});
    }

    [[nodiscard]] Result<void> code(const QPointF &corner)
    {
        if (m_face.token.isEmpty())
            return {};
        GATEHOUSE_TRY_ASSIGN(QrCode code, QrCode::encode(m_face.token));
        const qreal module = std::min(kPreferredModule, kSymbolSide / code.modules());
        if (module < kSmallestModule)
            return fail(ErrorCode::Invalid, QStringLiteral("token needs %1 modules").arg(code.modules()));
        const qreal side = module * code.modules();
        m_drawing.codes.append({QRectF(corner.x() + kSymbolSide - side, corner.y(), side, side), code});
        return {};
    }

    void footer(const QRectF &box, const QRectF &escort, const QRectF &zones, bool zonesAtEnd)
    {
        band(box);
        if (m_face.escortRequired)
            put(wording::escortRequired(), escort, {Role::Escort, 3.4, 2.4, 2, kBold, onBand(), kLeftMiddle});
        const QRectF room = m_face.escortRequired ? zones : escort.united(zones);
        const bool atEnd = zonesAtEnd && m_face.escortRequired;
        const QString text = zonesText(m_face.zones);
        const Qt::Alignment align = atEnd ? kRightMiddle : kLeftMiddle;
        auto lines = fitText(text, room, {Role::Zones, 3, 2.5, 1, kBold, onBand(), align}, m_measure);
        if (!lines.isEmpty() && lines.first().elided) // too many for one line that a guard reads from a step away
            lines = fitText(text, room, {Role::Zones, 2.8, 1.9, 3, kBold, onBand(), align}, m_measure);
        m_drawing.texts.append(lines);
    }

    void card()
    {
        band(QRectF(0, 0, 86, 8.2));
        put(title(), QRectF(2.8, 0.6, 30, 7), {Role::Title, 4.1, 3, 1, kBold, onBand(), kLeftMiddle});
        put(m_face.siteName, QRectF(35, 0.6, 48.2, 7), {Role::Site, 3.5, 2.2, 2, kPlain, onBand(), kRightMiddle});

        portrait(QRectF(2.8, 10.6, 17.4, 23.2));

        const auto name = put(m_face.name, QRectF(22.8, 10.2, 33, 16), {Role::Name, 5.4, 2.4, 4, kBold, false, kLeft});
        const qreal y = bottomOf(name, 10.2) + 0.3;
        put(m_face.company, QRectF(22.8, y, 33, std::min(8.2, 34.4 - y)), {Role::Company, 3.2, 2.1, 2, kPlain, false, kLeft});

        captioned(wording::host(), m_face.host, QRectF(2.8, 35, 53, 3.5), {Role::Host, 2.7, 2, 1, kPlain, false, kLeft});
        captioned(wording::valid(), validityText(m_face.validFrom, m_face.validUntil), QRectF(2.8, 38.5, 53, 3.5),
                  {Role::Validity, 2.7, 2, 1, kPlain, false, kLeft});
        put(m_face.label, QRectF(58.2, 38, 25, 3.8), {Role::Label, 2.8, 1.9, 1, kBold, false, kRightMiddle});

        put(noticeChinese() + QStringLiteral(" · ") + noticeEnglish(), QRectF(2.8, 42, 80.4, 3.6),
            {Role::KeepOut, 2.7, 2, 1, kBold, false, kLeftMiddle});

        footer(QRectF(0, 45.8, 86, 8.2), QRectF(2.8, 46.3, 36.5, 7.2), QRectF(41, 46.3, 42.2, 7.2), true);
    }

    void label()
    {
        band(QRectF(0, 0, 62, 12.5));
        put(title(), QRectF(3, 0.7, 56, 6.6), {Role::Title, 4.8, 3, 1, kBold, onBand(), kLeftMiddle});
        put(m_face.siteName, QRectF(3, 7.2, 56, 4.7), {Role::Site, 3.3, 2.2, 1, kPlain, onBand(), kLeftMiddle});

        const auto name = put(m_face.name, QRectF(3, 13.8, 56, 19), {Role::Name, 7.2, 3, 4, kBold, false, kLeft});
        const qreal y = bottomOf(name, 13.8) + 0.3;
        put(m_face.company, QRectF(3, y, 56, std::min(8.2, 40.2 - y)), {Role::Company, 3.8, 2.4, 2, kPlain, false, kLeft});

        portrait(QRectF(3, 42.4, 21, 28));
        put(m_face.label, QRectF(33.6, 69.6, 25, 3.9), {Role::Label, 2.9, 2, 1, kBold, false, kRightMiddle});
        captioned(wording::host(), m_face.host, QRectF(3, 73.6, 56, 4), {Role::Host, 2.9, 2, 1, kPlain, false, kLeft});
        captioned(wording::valid(), validityText(m_face.validFrom, m_face.validUntil), QRectF(3, 77.8, 56, 3.9),
                  {Role::Validity, 2.9, 2, 1, kPlain, false, kLeft});

        const auto chinese = put(noticeChinese(), QRectF(3, 82.2, 56, 3.8), {Role::KeepOut, 2.9, 2.4, 1, kBold, false, kLeft});
        put(noticeEnglish(), QRectF(3, bottomOf(chinese, 82.2), 56, 3.5), {Role::KeepOut, 2.6, 2, 1, kPlain, false, kLeft});

        footer(QRectF(0, 90, 62, 10), QRectF(3, 90.4, 56, 4.4), QRectF(3, 94.9, 56, 4.7), false);
    }

    const BadgeFace &m_face;
    const TextMeasure &m_measure;
    Drawing m_drawing;
};

} // namespace

std::optional<Format> formatNamed(QStringView name)
{
    if (name == u"card")
        return Format::Card86x54;
    if (name == u"label")
        return Format::Label62x100;
    return std::nullopt;
}

QSizeF pageSize(Format format)
{
    return format == Format::Card86x54 ? QSizeF(86, 54) : QSizeF(62, 100);
}

Result<Drawing> layOutBadge(const BadgeFace &face, Format format, const TextMeasure &measure)
{
    return BadgeLayout(face, format, measure).lay(format);
}

} // namespace gatehouse::badges
