// SPDX-License-Identifier: GPL-3.0-or-later
#include "announcer.h"

#include <QCoreApplication>

namespace gatehouse::kiosk
{

namespace
{
struct AnnouncerTr {
    Q_DECLARE_TR_FUNCTIONS(Announcer)
};
} // namespace

void Announcer::setReadsAloud(bool on)
{
    if (m_readsAloud && !on && m_services.say)
        m_services.say({}, m_services.language);
    m_readsAloud = on;
}

void Announcer::number(int pickup)
{
    important(AnnouncerTr::tr("Your number is %1. It shows on this screen when the guard has decided.").arg(pickup));
}

void Announcer::important(const QString &text)
{
    if (m_services.settings.speech || m_readsAloud)
        say(text);
}

void Announcer::idle(int remaining)
{
    const int before = std::exchange(m_remaining, remaining);
    if (remaining == before || (!m_services.settings.speech && !m_readsAloud))
        return;
    if (remaining >= 0 && before < 0)
        say(AnnouncerTr::tr("Are you still there? Touch the screen to go on."));
    else if (remaining == 20 || remaining == 10 || remaining == 5)
        say(AnnouncerTr::tr("%n second(s) left.", "", remaining));
    else if (remaining < 0)
        say({}); // somebody is there, or all is erased
}

void Announcer::read(const QString &text)
{
    if (m_readsAloud && !text.isEmpty())
        say(text);
}

void Announcer::say(const QString &text)
{
    if (m_services.say)
        m_services.say(text, m_services.language);
}

} // namespace gatehouse::kiosk
