// SPDX-License-Identifier: GPL-3.0-or-later
#include "parsetext.h"

#include "aamva.h"
#include "cnid.h"
#include "mrz.h"

namespace gatehouse::scanning
{

std::optional<ParserKind> parserKindFromName(QStringView name)
{
    if (name == u"mrz")
        return ParserKind::Mrz;
    if (name == u"aamva")
        return ParserKind::Aamva;
    if (name == u"cn-id")
        return ParserKind::CnId;
    return std::nullopt;
}

ScanResult parseText(ParserKind kind, const QByteArray &text, QDate today)
{
    switch (kind) {
    case ParserKind::Mrz:
        return parseMrz(QString::fromUtf8(text), today);
    case ParserKind::Aamva:
        return parseAamva(text, today);
    case ParserKind::CnId:
        return parseCnId(QString::fromUtf8(text), today);
    }
    return {};
}

} // namespace gatehouse::scanning
