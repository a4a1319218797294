// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QStringList>

namespace gatehouse::presentation
{

/// A code of the domain and its English word, marked for translation in the context of the file that holds the table.
struct Word {
    const char *code;
    const char *text;
};

/// The word for a code in the language of the program; the code itself when the table does not have it.
template <std::size_t N>
QString wordIn(const char *context, const Word (&table)[N], const QString &code)
{
    for (const Word &word : table) {
        if (code == QLatin1String(word.code))
            return QCoreApplication::translate(context, word.text);
    }
    return code;
}

template <std::size_t N>
QStringList codesOf(const Word (&table)[N])
{
    QStringList codes;
    for (const Word &word : table)
        codes << QLatin1String(word.code);
    return codes;
}

} // namespace gatehouse::presentation
