// SPDX-License-Identifier: GPL-3.0-or-later
#include "notices.h"

#include <QFile>

namespace gatehouse::presentation
{

Notice parseNotice(const QString &text)
{
    Notice notice;
    for (const QString &raw : text.split(QLatin1Char('\n'))) {
        const QString line = raw.trimmed();
        if (line.startsWith(QLatin1String("## "))) {
            notice.sections.append({line.mid(3), {}});
        } else if (line.startsWith(QLatin1String("# "))) {
            notice.title = line.mid(2);
        } else if (!line.isEmpty()) {
            if (notice.sections.isEmpty())
                notice.sections.append(Notice::Section{});
            QString &paragraphs = notice.sections.last().text;
            paragraphs += (paragraphs.isEmpty() ? QString() : QStringLiteral("\n")) + line;
        }
    }
    return notice;
}

Result<Notice> notice(const QString &kind, int version, const QString &language)
{
    for (const QString &candidate : {language, language.section(QLatin1Char('_'), 0, 0), QStringLiteral("en")}) {
        QFile file(QStringLiteral(":/gatehouse/notices/%1-%2.%3.md").arg(kind, QString::number(version), candidate));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        Notice found = parseNotice(QString::fromUtf8(file.readAll()));
        found.kind = kind;
        found.version = version;
        found.language = candidate;
        return found;
    }
    return fail(ErrorCode::NotFound, QStringLiteral("notice %1 version %2").arg(kind).arg(version));
}

} // namespace gatehouse::presentation
