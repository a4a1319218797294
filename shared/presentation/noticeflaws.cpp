// SPDX-License-Identifier: GPL-3.0-or-later
#include "noticeflaws.h"

#include "briefing.h"
#include "notices.h"

#include <QSet>

#include <algorithm>

namespace gatehouse::presentation
{

namespace
{
struct PlaceOfFlaw {
    NoticeFlaw flaw = NoticeFlaw::None;
    QString where;
};

PlaceOfFlaw flawOfNotice(const Notice &notice)
{
    if (notice.title.trimmed().isEmpty())
        return {NoticeFlaw::Title, {}};
    if (notice.sections.isEmpty())
        return {NoticeFlaw::Text, {}};
    for (const Notice::Section &section : notice.sections) {
        if (section.text.trimmed().isEmpty())
            return {NoticeFlaw::Text, section.heading};
    }
    return {};
}

/// The kiosk has drawings for the points of the first version and no others.
QSet<QString> knownPictures()
{
    QSet<QString> known;
    if (const auto first = briefing(1, QStringLiteral("en"))) {
        for (const Briefing::Point &point : first->points)
            known.insert(point.picture);
    }
    return known;
}

PlaceOfFlaw flawOfQuestion(const Briefing::Question &question, const QSet<QString> &pictures)
{
    if (!pictures.contains(question.picture))
        return {NoticeFlaw::Picture, question.code};
    if (question.text.isEmpty() || question.answers.size() < 2 || question.right < 0 || question.explanation.isEmpty())
        return {NoticeFlaw::Answers, question.code};
    return {};
}

PlaceOfFlaw flawOfPoints(const Briefing &briefing, const QSet<QString> &pictures)
{
    for (const Briefing::Point &point : briefing.points) {
        if (!pictures.contains(point.picture))
            return {NoticeFlaw::Picture, point.heading};
        if (point.heading.isEmpty() || point.text.isEmpty())
            return {NoticeFlaw::Text, point.heading};
    }
    return briefing.points.isEmpty() ? PlaceOfFlaw{NoticeFlaw::Text, {}} : PlaceOfFlaw{};
}

PlaceOfFlaw flawOfBriefing(const Briefing &briefing)
{
    if (briefing.title.trimmed().isEmpty())
        return {NoticeFlaw::Title, {}};
    const QSet<QString> pictures = knownPictures();
    if (const PlaceOfFlaw found = flawOfPoints(briefing, pictures); found.flaw != NoticeFlaw::None)
        return found;
    QSet<QString> codes;
    for (const Briefing::Question &question : briefing.questions) {
        if (const PlaceOfFlaw found = flawOfQuestion(question, pictures); found.flaw != NoticeFlaw::None)
            return found;
        if (question.code.isEmpty() || codes.contains(question.code))
            return {NoticeFlaw::Questions, question.code};
        codes.insert(question.code);
    }
    return codes.size() < briefingQuestions ? PlaceOfFlaw{NoticeFlaw::Questions, {}} : PlaceOfFlaw{};
}

/// A visitor may change the language in mid-quiz: the right answer has to stand at the same place.
bool saySame(const Briefing &one, const Briefing &other)
{
    return one.points.size() == other.points.size() &&
           std::equal(one.questions.begin(), one.questions.end(), other.questions.begin(), other.questions.end(),
                      [](const Briefing::Question &a, const Briefing::Question &b) {
                          return a.code == b.code && a.right == b.right && a.answers.size() == b.answers.size();
                      });
}

bool areAlike(const QString &kind, const QString &one, const QString &other)
{
    return kind == domain::notice::briefing ? saySame(parseBriefing(one), parseBriefing(other))
                                            : parseNotice(one).sections.size() == parseNotice(other).sections.size();
}
} // namespace

FoundFlaw flawOf(const QString &kind, const QMap<QString, QString> &texts)
{
    const QStringList languages = domain::notice::languages();
    for (const QString &language : languages) {
        const QString text = texts.value(language);
        const PlaceOfFlaw found =
            kind == domain::notice::briefing ? flawOfBriefing(parseBriefing(text)) : flawOfNotice(parseNotice(text));
        if (found.flaw != NoticeFlaw::None)
            return {found.flaw, language, found.where};
    }
    for (const QString &language : languages) {
        if (!areAlike(kind, texts.value(languages.first()), texts.value(language)))
            return {NoticeFlaw::Unlike, language, {}};
    }
    return {};
}

} // namespace gatehouse::presentation
