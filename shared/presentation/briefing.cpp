// SPDX-License-Identifier: GPL-3.0-or-later
#include "briefing.h"

#include "notices.h"

#include <algorithm>

namespace gatehouse::presentation
{

namespace
{
QString briefingPart(const QString &line, int index)
{
    return line.section(QLatin1Char('|'), index, index).trimmed();
}

void addAnswer(Briefing::Question &question, const QString &line)
{
    if (line.startsWith(QLatin1Char('+')))
        question.right = static_cast<int>(question.answers.size());
    question.answers << line.mid(2);
}
} // namespace

const Briefing::Question *Briefing::question(const QString &code) const
{
    const auto found = std::find_if(questions.begin(), questions.end(), [&](const Question &one) { return one.code == code; });
    return found == questions.end() ? nullptr : &*found;
}

Briefing parseBriefing(const QString &text)
{
    Briefing briefing;
    for (const QString &raw : text.split(QLatin1Char('\n'))) {
        const QString line = raw.trimmed();
        if (line.startsWith(QLatin1String("## ")))
            briefing.points.append({briefingPart(line.mid(3), 0), briefingPart(line.mid(3), 1), {}});
        else if (line.startsWith(QLatin1String("# ")))
            briefing.title = line.mid(2);
        else if (line.startsWith(QLatin1String("?? ")))
            briefing.questions.append(
                {briefingPart(line.mid(3), 0), briefingPart(line.mid(3), 1), briefingPart(line.mid(3), 2), {}, -1, {}});
        else if (line.isEmpty() || (briefing.points.isEmpty() && briefing.questions.isEmpty()))
            continue;
        else if (briefing.questions.isEmpty())
            briefing.points.last().text += line;
        else if (line.startsWith(QLatin1String("! ")))
            briefing.questions.last().explanation = line.mid(2);
        else
            addAnswer(briefing.questions.last(), line);
    }
    return briefing;
}

Result<Briefing> briefing(const domain::NoticeInForce &inForce, const QString &language)
{
    GATEHOUSE_TRY_ASSIGN(const NoticeSource source, noticeSource(domain::notice::briefing, inForce, language));
    Briefing found = parseBriefing(source.text);
    found.version = inForce.version;
    found.language = source.language;
    return found;
}

Result<Briefing> briefing(int version, const QString &language)
{
    return briefing(domain::NoticeInForce{version, {}, {}, {}}, language);
}

} // namespace gatehouse::presentation
