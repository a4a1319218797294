// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/catalogue.h"

namespace gatehouse::kioskui
{

QString Catalogue::fileOf(const QString &language)
{
    return QStringLiteral(":/i18n/kiosk_%1.qm").arg(language);
}

QStringList Catalogue::words(const QStringList &languages, const QString &source)
{
    QStringList found;
    for (const QString &language : languages) {
        const auto [place, isNew] = m_languages.try_emplace(language);
        QTranslator &translator = place->second;
        if (isNew && !translator.load(fileOf(language)))
            continue;
        const QString word = translator.translate(m_context.toUtf8().constData(), source.toUtf8().constData());
        if (!word.isEmpty())
            found << word;
        else if (language == QLatin1String("en")) // the language of the sources
            found << source;
    }
    return found;
}

} // namespace gatehouse::kioskui
