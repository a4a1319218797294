// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQmlEngine>
#include <QStringList>
#include <QTranslator>

#include <map>

namespace gatehouse::kioskui
{

/// Words of one page in languages other than the one in use, from the translations of the program. GUI thread.
class Catalogue : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QString context MEMBER m_context) ///< of the translations: the name of the page's file
    QML_ELEMENT

public:
    using QObject::QObject;

    /// The compiled translation of a language ("en", "zh_CN"). English has one too: its plurals.
    static QString fileOf(const QString &language);

    /// What the page calls `source`, its English text, in each of these languages; those that the program does not speak are
    /// left out.
    Q_INVOKABLE QStringList words(const QStringList &languages, const QString &source);

private:
    QString m_context;
    std::map<QString, QTranslator> m_languages; ///< those that were asked for
};

} // namespace gatehouse::kioskui
