// SPDX-License-Identifier: GPL-3.0-or-later
// How well the text parsers read payloads that others made: accuracy_text FOLDER [TODAY]. FOLDER has folders named as the
// parsers (aamva, mrz, cn-id) with NAME.txt, the payload, and NAME.json, what is in it (README.md). Prints every difference and
// a table. Ends with 1 when fewer than 99.5 % of the fields of a kind are right or anything wrong was accepted.
#include "parsing/parsetext.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QTextStream>

using namespace gatehouse::scanning;

namespace
{
constexpr double fieldsWanted = 99.5; // per cent, of the product's table

struct Count {
    int payloads = 0, fields = 0, right = 0, missing = 0, wrong = 0;
    int falselyRefused = 0;  ///< "valid": true, and it was not
    int falselyAccepted = 0; ///< "valid": false, and it was; or valid with a wrong field that is not marked
    int toAccept = 0, toRefuse = 0;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Compares the results with what is said to be in the payloads.
class Comparison
{
public:
    explicit Comparison(QTextStream &out) : m_out(out) {}

    void add(const QString &name, const ScanResult &result, const QJsonObject &expected)
    {
        m_name = name;
        ++m_count.payloads;
        const QString kind = expected.value(u"kind").toString();
        bool deceives = false;
        if (!kind.isEmpty() && kind != kindName(result.kind))
            deceives = differs(QStringLiteral("kind"), kind, kindName(result.kind)) && result.kind != Kind::None;
        const QJsonObject fields = expected.value(u"fields").toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field)
            deceives = addField(field.key(), field.value().toString(), result) || deceives;
        addVerdict(result.valid, expected.value(u"valid"), deceives);
    }

    const Count &count() const { return m_count; }

private:
    bool differs(const QString &what, const QString &wanted, const QString &read)
    {
        m_out << m_name << ": " << what << " is \"" << read << "\", not \"" << wanted << "\"\n";
        return true;
    }

    /// True for a wrong value that bears no mark of doubt.
    bool addField(const QString &name, const QString &wanted, const ScanResult &result)
    {
        ++m_count.fields;
        const auto field = result.field(name);
        const QString read = field ? field->value : QString();
        if (read == wanted) {
            ++m_count.right;
            return false;
        }
        differs(name, wanted, read);
        ++(read.isEmpty() ? m_count.missing : m_count.wrong);
        return field && field->trust != Trust::Unsure;
    }

    void addVerdict(bool valid, const QJsonValue &wanted, bool deceives)
    {
        const bool toRefuse = wanted.isBool() && !wanted.toBool();
        m_count.toRefuse += toRefuse ? 1 : 0;
        m_count.toAccept += wanted.toBool() ? 1 : 0;
        if (valid && (toRefuse || deceives)) {
            ++m_count.falselyAccepted;
            m_out << m_name << ": accepted although wrong\n";
        }
        if (!valid && wanted.toBool()) {
            ++m_count.falselyRefused;
            m_out << m_name << ": refused although right\n";
        }
    }

    QTextStream &m_out;
    QString m_name;
    Count m_count;
};

Count readFolder(const QDir &folder, ParserKind parser, QDate today, QTextStream &out)
{
    Comparison comparison(out);
    for (const QString &file : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        const QString base = file.chopped(5);
        const QJsonObject expected = QJsonDocument::fromJson(contentOf(folder.filePath(file))).object();
        const QByteArray payload = contentOf(folder.filePath(base + QStringLiteral(".txt")));
        comparison.add(folder.dirName() + u'/' + base, parseText(parser, payload, today), expected);
    }
    return comparison.count();
}

QString row(const QString &kind, const Count &count)
{
    const double share = count.fields > 0 ? 100.0 * count.right / count.fields : 100.0;
    return QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8/%9 %10/%11\n")
        .arg(kind, -6)
        .arg(count.payloads, 8)
        .arg(count.fields, 6)
        .arg(count.right, 6)
        .arg(share, 6, 'f', 2)
        .arg(count.missing, 7)
        .arg(count.wrong, 5)
        .arg(count.falselyRefused, 4)
        .arg(count.toAccept)
        .arg(count.falselyAccepted, 4)
        .arg(count.toRefuse);
}
} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    QTextStream out(stdout);
    if (arguments.size() < 2 || !QDir(arguments[1]).exists()) {
        QTextStream(stderr) << "usage: accuracy_text FOLDER [TODAY]\n";
        return 2;
    }
    const QDate today = QDate::fromString(arguments.value(2), Qt::ISODate);
    bool good = true;
    QString table =
        QStringLiteral("kind   payloads fields  right  share missing wrong refused-although-right accepted-although-wrong\n");
    for (const char *name : {"aamva", "mrz", "cn-id"}) {
        const QString kind = QString::fromLatin1(name);
        const Count count = readFolder(QDir(arguments[1] + u'/' + kind), *parserKindFromName(kind), today, out);
        table += row(kind, count);
        good = good && count.falselyAccepted == 0 && count.right * 100.0 >= fieldsWanted * count.fields;
    }
    out << table;
    return good ? 0 : 1;
}
