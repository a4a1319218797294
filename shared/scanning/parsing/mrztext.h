// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace gatehouse::scanning
{

/// Lines of a text that may belong to a machine readable zone: spaces gone (or fillers, where a whole line has spaces instead
/// of them), upper case, fillers as they should be. What cannot belong to one is an empty string, so that it still keeps others
/// apart; blank lines vanish. A zone that came as one line is cut into its lines.
QStringList mrzTextLines(const QString &text);

} // namespace gatehouse::scanning
