// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorwatch.h"

#include <utility>

namespace gatehouse::doors
{

using namespace std::chrono_literals;

namespace
{
constexpr auto grace = 2s;     // the lock has locked again, the hand had already pulled
constexpr auto exitTime = 10s; // from the request to exit to the leaf's opening
} // namespace

DoorWatch::DoorWatch(std::chrono::seconds heldAfter) : m_heldAfter(heldAfter) {}

void DoorWatch::released(Time now, std::chrono::seconds time)
{
    m_releaseUntil = now + time + grace;
    m_stoodOpen = m_stoodOpen || isOpen();
}

std::vector<DoorEvent> DoorWatch::contact(bool open, Time now)
{
    std::vector<DoorEvent> events = tick(now); // what ran out before the leaf moved
    const bool first = !m_open.has_value();
    if (!first && *m_open == open)
        return events;
    m_open = open;
    if (!open) {
        if (std::exchange(m_held, false) || std::exchange(m_forced, false))
            events.push_back(DoorEvent::Closed);
        m_held = m_forced = false;
        return events;
    }
    m_openedAt = now;
    if (m_releaseUntil) {
        m_releaseUntil.reset();
        m_stoodOpen = false;
        events.push_back(DoorEvent::Opened);
    } else if (m_exitOn || m_exitUntil) {
        m_exitUntil.reset();
        events.push_back(DoorEvent::Left);
    } else if (!first) { // found open at the start: nobody saw it open
        m_forced = true;
        events.push_back(DoorEvent::Forced);
    }
    return events;
}

std::vector<DoorEvent> DoorWatch::exitRequest(bool on, Time now)
{
    std::vector<DoorEvent> events = tick(now);
    if (const bool was = std::exchange(m_exitOn, on); on || was) // off as before asks for nothing
        m_exitUntil = now + exitTime;
    return events;
}

std::vector<DoorEvent> DoorWatch::tamper(bool on)
{
    const bool anew = on && !m_tamper;
    m_tamper = on;
    return anew ? std::vector<DoorEvent>{DoorEvent::Tamper} : std::vector<DoorEvent>{};
}

std::vector<DoorEvent> DoorWatch::tick(Time now)
{
    std::vector<DoorEvent> events;
    if (m_releaseUntil && now > *m_releaseUntil) {
        m_releaseUntil.reset();
        if (const bool stoodOpen = std::exchange(m_stoodOpen, false); knows() && !stoodOpen)
            events.push_back(DoorEvent::NotUsed);
    }
    if (m_exitUntil && now > *m_exitUntil)
        m_exitUntil.reset();
    if (isOpen() && !m_held && now - m_openedAt > m_heldAfter) {
        m_held = true;
        events.push_back(DoorEvent::Held);
    }
    return events;
}

} // namespace gatehouse::doors
