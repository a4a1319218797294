// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace gatehouse::scanning
{

inline bool isAsciiControl(char c)
{
    return uchar(c) < 0x20 || uchar(c) == 0x7f;
}

/// The value of a data element as text, without invisible characters and outer spaces.
struct AamvaText {
    QString text;
    bool hidden = false; ///< invisible characters stood in it (invisible.h), other than ASCII's control characters around it
};
AamvaText aamvaText(QByteArrayView value);

/// Whether a character of a script other than Latin stands there: licences have none, and some of them look the same.
bool hasOtherScript(const QString &value);

/// A value for comparing: case, spaces and punctuation do not count.
QString comparableText(const QString &value);

} // namespace gatehouse::scanning
