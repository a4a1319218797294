// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace gatehouse::test
{

/// What is to be in a translation file.
struct TranslationFile {
    QString name;     ///< in translations/
    QString sources;  ///< folder of the repository that lupdate reads
    bool pluralsOnly; ///< English: only texts with a number
    int least = 0;    ///< at least so many texts, so that a search that finds nothing is no success
};

/// Every text that lupdate finds in the sources is in the file, finished, and keeps its placeholders; one line for each that is
/// not. Works on a copy: the file itself is not touched.
QStringList translationFaults(const TranslationFile &file, const QString &repository, const QString &lupdate);

} // namespace gatehouse::test
