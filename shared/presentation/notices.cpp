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

Result<NoticeSource> noticeSource(const QString &kind, const domain::NoticeInForce &inForce, const QString &language)
{
    const QString file = kind == domain::notice::briefing ? QStringLiteral(":/gatehouse/briefings/%1-%2.%3.md")
                                                          : QStringLiteral(":/gatehouse/notices/%1-%2.%3.md");
    for (const QString &candidate : {language, language.section(QLatin1Char('_'), 0, 0), QStringLiteral("en")}) {
        if (inForce.texts.contains(candidate))
            return NoticeSource{candidate, inForce.texts.value(candidate)};
        QFile ours(file.arg(kind, QString::number(inForce.version), candidate));
        if (inForce.texts.isEmpty() && ours.open(QIODevice::ReadOnly))
            return NoticeSource{candidate, QString::fromUtf8(ours.readAll())};
    }
    return fail(ErrorCode::NotFound, QStringLiteral("notice %1 version %2").arg(kind).arg(inForce.version));
}

Result<Notice> notice(const QString &kind, const domain::NoticeInForce &inForce, const QString &language)
{
    GATEHOUSE_TRY_ASSIGN(const NoticeSource source, noticeSource(kind, inForce, language));
    Notice found = parseNotice(source.text);
    found.kind = kind;
    found.version = inForce.version;
    found.language = source.language;
    return found;
}

Result<Notice> notice(const QString &kind, int version, const QString &language)
{
    return notice(kind, domain::NoticeInForce{version, {}, {}, {}}, language);
}

} // namespace gatehouse::presentation
