// SPDX-License-Identifier: GPL-3.0-or-later
#include "passportspelling.h"

#include <QHash>

namespace gatehouse::usecases
{

namespace
{
const QHash<QChar, QString> &transliterationTable()
{
    // Only what a canonical decomposition does not already give (or gives otherwise than Doc 9303).
    static const QHash<QChar, QString> table = [] {
        QHash<QChar, QString> made;
        const auto put = [&made](QStringView from, std::initializer_list<const char *> to) {
            qsizetype i = 0;
            for (const char *text : to)
                made.insert(from[i++], QString::fromLatin1(text));
        };
        // Table A, Latin
        put(u"ÄÅÆÖØÜÞÐĐßŒŊŁĦŦĲĸı",
            {"AE", "AA", "AE", "OE", "OE", "UE", "TH", "D", "D", "SS", "OE", "N", "L", "H", "T", "IJ", "K", "I"});
        put(u"ÑĿ", {"N", "L"});
        // Table B, Cyrillic
        put(u"АБВГДЕЁЖЗИІЙКЛМНОПРСТУФХЦЧШЩЫЭЮЯ",
            {"A", "B", "V", "G", "D", "E", "E", "ZH", "Z",  "I",  "I",  "I",    "K", "L", "M",  "N",
             "O", "P", "R", "S", "T", "U", "F", "KH", "TS", "CH", "SH", "SHCH", "Y", "E", "IU", "IA"});
        put(u"ЪЬѲѴҐЎѪЃЂЅЈЌЉЊҺЏЄЇЋ",
            {"IE", "", "F", "Y", "G", "U", "U", "G", "D", "DZ", "J", "K", "LJ", "NJ", "C", "DZ", "IE", "I", "C"});
        return made;
    }();
    return table;
}

bool separatesNames(QChar c)
{
    return c.isSpace() || c == u'-' || c == u'<' || c == u'\u2010' || c == u'\u2011' || c == u',';
}
} // namespace

QString passportSpelling(const QString &name)
{
    const auto &table = transliterationTable();
    QString out;
    for (const QChar c : name.normalized(QString::NormalizationForm_C)) {
        // The capital of sharp s is two letters; ask the table first.
        const QChar upper = c.toUpper();
        if (const auto found = table.constFind(c); found != table.cend()) {
            out += *found;
        } else if (const auto capital = table.constFind(upper); capital != table.cend()) {
            out += *capital;
        } else if (separatesNames(c)) {
            out += u' ';
        } else {
            for (const QChar part : QString(upper).normalized(QString::NormalizationForm_KD).toUpper()) {
                if (part >= u'A' && part <= u'Z')
                    out += part;
            }
        }
    }
    return out.simplified();
}

} // namespace gatehouse::usecases
