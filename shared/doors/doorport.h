// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <chrono>
#include <optional>

namespace gatehouse::doors
{

/// How it is with what moves the lock. Everything but Ready and Shown is said on the screen and in the ledger.
enum class Health {
    Shown,       ///< there is no lock to move: the station shows decisions and somebody opens
    Connecting,  ///< not asked yet
    Ready,       ///< answers, and proved that it asks for a password
    Unprotected, ///< answers anybody, and that was allowed explicitly: shown red
    Refused,     ///< answers anybody and that was not allowed; or it does not take our password: it is not used
    Silent,      ///< does not answer in time
    Lying        ///< what it says does not fit what it was told, or is no status
};

QString healthName(Health health);
/// Whether release() makes sense.
bool canRelease(Health health);

/// What is known of the leaf and its wires. Nothing where there is no such input.
struct DoorInputs {
    std::optional<bool> open;   ///< contact: the leaf is open
    std::optional<bool> exit;   ///< request to exit (a button inside): says why it opens, never lets anybody out by itself
    std::optional<bool> tamper; ///< housing or line

    bool operator==(const DoorInputs &) const = default;
};

/// The door as Gatehouse sees it: one output, three inputs. It never controls leaving: the way out is mechanical (README).
/// Lives in the thread that made it; nothing blocks. release() answers with exactly one released(), in
/// the order of asking.
class DoorPort : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    /// Lets the lock go for `time`; it locks again by itself, also when this program dies meanwhile.
    virtual void release(std::chrono::seconds time) = 0;

    Health health() const { return m_health; }
    const DoorInputs &inputs() const { return m_inputs; }

Q_SIGNALS:
    void healthChanged(gatehouse::doors::Health health);
    void inputsChanged(const gatehouse::doors::DoorInputs &inputs);
    /// `moved`: the lock is known to have been let go.
    void released(bool moved);

protected:
    void setHealth(Health health);
    void setInputs(const DoorInputs &inputs);

private:
    Health m_health = Health::Connecting;
    DoorInputs m_inputs;
};

} // namespace gatehouse::doors

Q_DECLARE_METATYPE(gatehouse::doors::DoorInputs)
