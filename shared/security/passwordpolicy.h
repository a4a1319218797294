// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace gatehouse::security
{

/// Why a password is refused (R18); the user interface has the sentences.
enum class PasswordFlaw { None, TooShort, TooLong, TooCommon, ContainsOwnData, TooSimple };

/// At least 12 characters; not in the list of common ones; not made of the person's own number or name or the site's name; and
/// with enough estimated guesses (length and variety, repeats and keyboard runs counted as one).
PasswordFlaw assessPassword(const QString &password, const QStringList &ownWords);

} // namespace gatehouse::security
