// SPDX-License-Identifier: GPL-3.0-or-later
#include "translationfile.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

namespace gatehouse::test
{

namespace
{

struct Message {
    QString context;
    QString source;
    QString state; // "", "unfinished", "vanished", "obsolete"
    QStringList forms;
};

QList<Message> readMessages(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            messages.append({context, {}, {}, {}});
        } else if (xml.name() == u"source") {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            messages.last().state = xml.attributes().value("type").toString();
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            messages.last().forms.append(text);
        }
    }
    return messages;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern("%(n|L?\\d)");
    QStringList found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext())
        found.append(matches.next().captured());
    found.sort();
    found.removeDuplicates();
    return found;
}

} // namespace

QStringList translationFaults(const TranslationFile &file, const QString &repository, const QString &lupdate)
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(file.name);
    if (!QFile::copy(repository + "/translations/" + file.name, copy))
        return {"there is no " + file.name};
    QStringList arguments{"-silent", "-locations", "none", "-no-obsolete"};
    if (file.pluralsOnly)
        arguments.append("-pluralonly");
    arguments += {repository + '/' + file.sources, "-ts", copy};
    if (QProcess::execute(lupdate, arguments) != 0)
        return {"lupdate does not run"};
    QStringList faults;
    const QList<Message> messages = readMessages(copy);
    if (messages.size() < file.least)
        faults.append(QString("only %1 texts were found").arg(messages.size()));
    for (const Message &message : messages) {
        const QString where = message.context + ": " + message.source;
        if (!message.state.isEmpty() || message.forms.value(0).isEmpty())
            faults.append("not translated: " + where);
        else if (!file.pluralsOnly && placeholders(message.forms.at(0)) != placeholders(message.source))
            faults.append("placeholders differ: " + where);
    }
    return faults;
}

} // namespace gatehouse::test
