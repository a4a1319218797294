// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

namespace gatehouse::kiosk
{

/// What the kiosk says aloud, in the language of the screen: the pick-up number and the countdown of the idle question where
/// the site lets it speak, and for a visitor who asked to be read to, also what each page asks and what went wrong. Never a
/// name or anything else that somebody entered: everybody hears it.
class Announcer
{
public:
    explicit Announcer(Services &services) : m_services(services) {}

    bool readsAloud() const { return m_readsAloud; }
    void setReadsAloud(bool on);
    /// The number under which the visit is called.
    void number(int pickup);
    /// Seconds that are left of "Are you still there?"; -1: it is over.
    void idle(int remaining);
    /// What nobody in front of it may miss: wherever the kiosk speaks at all.
    void important(const QString &text);
    /// A page's question, a problem's sentence: only where somebody is read to.
    void read(const QString &text);

private:
    void say(const QString &text);

    Services &m_services;
    bool m_readsAloud = false;
    int m_remaining = -1;
};

} // namespace gatehouse::kiosk
