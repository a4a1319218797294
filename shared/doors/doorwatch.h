// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>
#include <vector>

namespace gatehouse::doors
{

/// What happened to the leaf.
enum class DoorEvent {
    Opened,  ///< after a release: the decision was used
    Left,    ///< after a request to exit: somebody goes out
    Forced,  ///< without either
    Held,    ///< open longer than allowed; once each time
    Closed,  ///< after Held or Forced: all is well again
    NotUsed, ///< a release ran out without opening: it counts nobody as inside
    Tamper   ///< housing or line
};

/// Tells events from changes of the inputs, on a clock that nobody can set. Pure: the caller hands in the time and asks again
/// in tick(). A second release while one runs prolongs it: the next opening belongs to both.
class DoorWatch
{
public:
    using Time = std::chrono::milliseconds;

    explicit DoorWatch(std::chrono::seconds heldAfter);

    /// The lock was let go: opening until `now + time` (and a grace for a hand that is on the leaf) belongs to it. While the
    /// leaf stands open it needs no opening: such a release counts as used, for people may have gone in.
    void released(Time now, std::chrono::seconds time);
    /// Told again what it knows, it says nothing: callers hand in every input whichever changed.
    std::vector<DoorEvent> contact(bool open, Time now);
    std::vector<DoorEvent> exitRequest(bool on, Time now);
    std::vector<DoorEvent> tamper(bool on);
    std::vector<DoorEvent> tick(Time now);

    bool isOpen() const { return m_open.value_or(false); }
    /// A release runs that nothing has opened yet.
    bool isReleased() const { return m_releaseUntil.has_value(); }
    /// A contact is wired and has reported: without one, nobody can know whether a release was used.
    bool knows() const { return m_open.has_value(); }

private:
    Time m_heldAfter;
    std::optional<bool> m_open;
    Time m_openedAt{0};
    std::optional<Time> m_releaseUntil;
    std::optional<Time> m_exitUntil;
    bool m_exitOn = false;
    bool m_stoodOpen = false; // when the lock was let go
    bool m_held = false;
    bool m_forced = false;
    bool m_tamper = false;
};

} // namespace gatehouse::doors
