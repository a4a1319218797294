// SPDX-License-Identifier: GPL-3.0-or-later
#include "mrztext.h"

namespace gatehouse::scanning
{

namespace
{
bool isDecimalDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// A whole line of a format in which spaces stand for the fillers: it has no filler and the length of one as it is.
bool hasSpacesForFillers(QStringView line)
{
    return !line.contains(u'<') && line.contains(u' ') && (line.size() == 44 || line.size() == 36 || line.size() == 30);
}

/// A line of a zone, or nothing: spaces gone, upper case, the guillemets that OCR makes of fillers undone.
QString zoneLine(QStringView line)
{
    const QChar space = hasSpacesForFillers(line) ? u'<' : QChar();
    QString out;
    for (const QChar c : line) {
        const QChar upper = c.toUpper();
        if (c.isSpace()) {
            if (!space.isNull())
                out += space;
            continue;
        }
        if (c == u'\u00AB')
            out += QStringLiteral("<<");
        else if (c == u'\u2039' || c == u'\uFF1C')
            out += u'<';
        else if ((upper >= u'A' && upper <= u'Z') || isDecimalDigit(c) || c == u'<')
            out += upper;
        else
            return {};
    }
    return out;
}
/// The line without the control characters around it (STX, ETX and NUL of scanners, which put it in a frame) and a title
/// before.
QStringView bareLine(QStringView line)
{
    constexpr QStringView title = u"MRZ:";
    const auto control = [](QChar c) { return c.category() == QChar::Other_Control; };
    while (!line.isEmpty() && control(line.front()))
        line = line.sliced(1);
    while (!line.isEmpty() && control(line.back()))
        line.chop(1);
    return line.startsWith(title, Qt::CaseInsensitive) ? line.sliced(title.size()) : line;
}
} // namespace

QStringList mrzTextLines(const QString &text)
{
    QStringList lines;
    QString normal = text;
    for (const QChar breaks : {u'\r', u'\f', u'\v', u'\u2028', u'\u2029'})
        normal.replace(breaks, u'\n');
    for (const QStringView whole : QStringView(normal).split(u'\n')) {
        const QStringView line = bareLine(whole);
        if (line.trimmed().isEmpty())
            continue;
        const QString zone = zoneLine(line);
        const int length = zone.size() == 88 ? 44 : zone.size() == 72 ? 36 : zone.size() == 90 ? 30 : 0;
        if (length == 0) {
            lines.append(zone);
            continue;
        }
        for (qsizetype at = 0; at < zone.size(); at += length)
            lines.append(zone.mid(at, length));
    }
    return lines;
}

} // namespace gatehouse::scanning
