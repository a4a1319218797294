// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanresult.h"

#include <QByteArray>
#include <QDate>

#include <optional>

namespace gatehouse::scanning
{

/// The kinds of text that gatehousectl parse takes.
enum class ParserKind { Mrz, Aamva, CnId };

/// "mrz", "aamva" or "cn-id".
std::optional<ParserKind> parserKindFromName(QStringView name);

/// Reads a document's text as it came from a file, a scanner or a person. Kind None when it is no such document. Two-digit
/// years and births in the future are judged by `today`. Any bytes are allowed.
ScanResult parseText(ParserKind kind, const QByteArray &text, QDate today);

} // namespace gatehouse::scanning
