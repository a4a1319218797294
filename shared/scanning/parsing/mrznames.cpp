// SPDX-License-Identifier: GPL-3.0-or-later
#include "mrznames.h"

namespace gatehouse::scanning
{

namespace
{
QString withoutFillers(QStringView part)
{
    return part.toString().replace(u'<', u' ').simplified();
}

QStringView withoutEnd(QStringView part)
{
    while (part.endsWith(u'<'))
        part.chop(1);
    return part;
}
} // namespace

MrzNames splitMrzNames(QStringView field)
{
    MrzNames names;
    const qsizetype split = field.indexOf(u"<<");
    names.surname = withoutFillers(split < 0 ? field : field.left(split));
    if (split >= 0)
        names.givenNames = withoutFillers(field.mid(split + 2));
    // Behind a lost filler the surname runs on, behind one too many it ends too soon.
    names.parted = !names.givenNames.isEmpty() && withoutEnd(field.mid(split + 2)).indexOf(u"<<") < 0;
    names.perhapsTruncated = !field.isEmpty() && field.back() != u'<';
    names.wellFormed = !field.isEmpty() && field.front() != u'<';
    for (const QChar c : field)
        names.wellFormed = names.wellFormed && (c == u'<' || (c >= u'A' && c <= u'Z'));
    return names;
}

} // namespace gatehouse::scanning
