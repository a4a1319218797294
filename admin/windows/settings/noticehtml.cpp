// SPDX-License-Identifier: GPL-3.0-or-later
#include "noticehtml.h"

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
QString headingHtml(const QString &text)
{
    return text.isEmpty() ? QString() : u"<p><b>%1</b></p>"_s.arg(text.toHtmlEscaped());
}

QString paragraphsHtml(const QString &text)
{
    QString html;
    for (const QString &paragraph : text.split(u'\n', Qt::SkipEmptyParts))
        html += u"<p>%1</p>"_s.arg(paragraph.toHtmlEscaped());
    return html;
}
} // namespace

QString noticeHtml(const presentation::Notice &notice)
{
    QString html = u"<h3>%1</h3>"_s.arg(notice.title.toHtmlEscaped());
    for (const presentation::Notice::Section &section : notice.sections)
        html += headingHtml(section.heading) + paragraphsHtml(section.text);
    return html;
}

QString briefingHtml(const presentation::Briefing &briefing)
{
    QString html = u"<h3>%1</h3>"_s.arg(briefing.title.toHtmlEscaped());
    for (const presentation::Briefing::Point &point : briefing.points)
        html += headingHtml(point.heading) + paragraphsHtml(point.text);
    for (const presentation::Briefing::Question &question : briefing.questions) {
        html += headingHtml(question.text);
        for (qsizetype i = 0; i < question.answers.size(); ++i)
            html += paragraphsHtml((i == question.right ? u"✓ "_s : u"– "_s) + question.answers.at(i));
        html += u"<p><i>%1</i></p>"_s.arg(question.explanation.toHtmlEscaped());
    }
    return html;
}

} // namespace gatehouse::admin
