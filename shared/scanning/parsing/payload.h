// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scanresult.h"

#include <QByteArray>
#include <QDate>

#include <functional>

namespace gatehouse::scanning
{

/// Checks the signature of a badge or invitation (Kind and its text): each rule with whether it holds. Handed in by who
/// knows the site's keys.
using TokenVerifier = std::function<QList<Check>(Kind, const QString &)>;

/// Says what the content of a barcode is: licence, badge, invitation, or some other barcode. A badge or invitation is valid
/// only when a verifier was handed in and all its checks hold; any other barcode never is. Pure, any bytes are allowed.
ScanResult parsePayload(const QByteArray &payload, QDate today, const TokenVerifier &verifier = {});

} // namespace gatehouse::scanning
