// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace gatehouse::keyboard
{

/// The order in which characters are offered while a person's name is typed: where a name begins surnames come first, by how
/// common they are; after the surname the characters that given names use. Everything else keeps the order of the dictionary.
/// A pure function of its arguments.
/// \param candidates the dictionary's candidates, best first
/// \param before     what already stands in front of the cursor
QStringList rankForName(const QStringList &candidates, const QString &before);

/// Names made of the syllables as they were typed ("zhang wei" gives 张伟, 张薇 ...), likeliest first, at most \p most;
/// empty when the first syllable is no surname or a syllable has no common character.
QStringList composeNames(const QString &syllables, int most);

} // namespace gatehouse::keyboard
