// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

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

/// A text of the kiosk without a translation fails here: every string that lupdate finds in kiosk/ is in the file, finished,
/// and keeps its placeholders.
class TestKioskTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void complete_data();
    void complete();
};

void TestKioskTranslations::complete_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("pluralsOnly");
    QTest::newRow("Simplified Chinese") << "kiosk_zh_CN.ts" << false;
    QTest::newRow("English plurals") << "kiosk_en.ts" << true;
}

void TestKioskTranslations::complete()
{
    QFETCH(QString, file);
    QFETCH(bool, pluralsOnly);
    QTemporaryDir folder;
    const QString copy = folder.filePath(file);
    QVERIFY(QFile::copy(QStringLiteral(GATEHOUSE_SOURCE_DIR "/translations/") + file, copy));
    QStringList arguments = {"-silent", "-locations", "none", "-no-obsolete"};
    if (pluralsOnly)
        arguments.append("-pluralonly");
    arguments += {GATEHOUSE_SOURCE_DIR "/kiosk", "-ts", copy};
    QCOMPARE(QProcess::execute(GATEHOUSE_LUPDATE, arguments), 0);
    const QList<Message> messages = readMessages(copy);
    QVERIFY(messages.size() > (pluralsOnly ? 2 : 150));
    QStringList faults;
    for (const Message &message : messages) {
        const QString where = message.context + ": " + message.source;
        if (!message.state.isEmpty() || message.forms.value(0).isEmpty())
            faults.append("not translated: " + where);
        else if (!pluralsOnly && placeholders(message.forms.at(0)) != placeholders(message.source))
            faults.append("placeholders differ: " + where);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
}

QTEST_GUILESS_MAIN(TestKioskTranslations)
#include "tst_kiosktranslations.moc"
