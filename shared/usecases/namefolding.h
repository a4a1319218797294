// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gatehouse::usecases
{

/// Names made comparable across scripts: Latin letters without accents, lower case, words separated by one space; Chinese in
/// pinyin with the readings of surnames ("王晓东" -> "wang xiao dong"). Uses ICU. Thread safe.
QString foldName(const QString &text);

/// foldName(), and behind it the name as a passport spells it where that is another word ("Müller" -> "muller mueller"): so a
/// person is found by what stands in the document as well as by what was typed.
QString foldSpellings(const QString &name);

/// Whether every word of the query stands in the name: as it begins a word, as written in another script, as pinyin run
/// together ("xiaodong") or as initials ("wxd"); with `fuzzy`, words of five letters or more may have one letter wrong.
bool nameMatches(const QString &foldedName, const QString &foldedQuery, bool fuzzy);

} // namespace gatehouse::usecases
