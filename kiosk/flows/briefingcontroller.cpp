// SPDX-License-Identifier: GPL-3.0-or-later
#include "briefingcontroller.h"

#include "gateway.h"

#include <QVariantMap>

#include <numeric>

namespace gatehouse::kiosk
{

BriefingController::BriefingController(Services &services, QObject *parent) : QObject(parent), m_services(services) {}

void BriefingController::load()
{
    if (auto text = presentation::briefing(m_inForce, m_services.language))
        m_text = std::move(*text);
}

int BriefingController::draw(int below)
{
    const QByteArray bytes = m_services.randomness.bytes(2);
    const int number = (static_cast<uchar>(bytes[0]) << 8) | static_cast<uchar>(bytes[1]);
    return number % below; // among a dozen the lean towards the first is below one in five thousand
}

void BriefingController::begin()
{
    m_inForce = m_services.gateway.facts().notices.value(domain::notice::briefing);
    load();
    QStringList left;
    for (const presentation::Briefing::Question &question : m_text.questions)
        left << question.code;
    m_drawn.clear();
    while (m_drawn.size() < presentation::briefingQuestions && !left.isEmpty())
        m_drawn << left.takeAt(draw(static_cast<int>(left.size())));
    m_open = m_drawn;
    m_wrong = 0;
    shuffleAnswers();
    Q_EMIT changed();
}

void BriefingController::shuffleAnswers()
{
    m_chosen = -1;
    const auto *question = asked();
    m_order.resize(question ? question->answers.size() : 0);
    std::iota(m_order.begin(), m_order.end(), 0);
    for (qsizetype last = m_order.size() - 1; last > 0; --last)
        m_order.swapItemsAt(last, draw(static_cast<int>(last) + 1));
}

const presentation::Briefing::Question *BriefingController::asked() const
{
    return m_open.isEmpty() ? nullptr : m_text.question(m_open.first());
}

void BriefingController::answer(int index)
{
    const auto *question = asked();
    if (!question || m_chosen >= 0 || index < 0 || index >= m_order.size())
        return;
    m_chosen = index;
    if (m_order.at(index) != question->right)
        ++m_wrong;
    Q_EMIT changed();
}

bool BriefingController::endsHere() const
{
    return m_open.size() == 1 && verdict() == QLatin1String("right");
}

bool BriefingController::goOn()
{
    if (!isAnswered())
        return false;
    const QString code = m_open.takeFirst();
    if (m_order.at(m_chosen) != m_text.question(code)->right)
        m_open << code; // asked again, after the others
    shuffleAnswers();
    Q_EMIT changed();
    return m_open.isEmpty();
}

domain::BriefingAnswers BriefingController::given() const
{
    return {m_text.version, m_text.language, m_drawn, m_wrong};
}

void BriefingController::reset()
{
    m_drawn.clear();
    m_open.clear();
    m_order.clear();
    m_chosen = -1;
    m_wrong = 0;
    Q_EMIT changed();
}

void BriefingController::retranslate()
{
    load();
    Q_EMIT changed();
}

QVariantList BriefingController::points() const
{
    QVariantList rows;
    for (const presentation::Briefing::Point &point : m_text.points)
        rows.append(QVariantMap{{QStringLiteral("picture"), point.picture},
                                {QStringLiteral("heading"), point.heading},
                                {QStringLiteral("text"), point.text}});
    return rows;
}

int BriefingController::questionNumber() const
{
    return static_cast<int>(qMin(m_drawn.size() - m_open.size() + 1, m_drawn.size()));
}

QString BriefingController::questionText() const
{
    const auto *question = asked();
    return question ? question->text : QString();
}

QString BriefingController::questionPicture() const
{
    const auto *question = asked();
    return question ? question->picture : QString();
}

QVariantList BriefingController::answers() const
{
    QVariantList rows;
    const auto *question = asked();
    for (qsizetype i = 0; question && i < m_order.size(); ++i)
        rows.append(QVariantMap{{QStringLiteral("text"), question->answers.value(m_order.at(i))},
                                {QStringLiteral("state"), i == m_chosen ? verdict() : QString()}});
    return rows;
}

QString BriefingController::verdict() const
{
    const auto *question = asked();
    if (!question || m_chosen < 0)
        return {};
    return m_order.at(m_chosen) == question->right ? QStringLiteral("right") : QStringLiteral("wrong");
}

QString BriefingController::explanation() const
{
    const auto *question = asked();
    return question && m_chosen >= 0 ? question->explanation : QString();
}

} // namespace gatehouse::kiosk
