// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/randomness.h"
#include "domain/sealed.h"
#include "domain/staff.h"

#include <set>
#include <vector>

namespace gatehouse::ctl
{

/// One member of the demo's staff. All people of the demo are invented.
struct DemoStaff {
    QString number;
    QString name;
    domain::Grade grade = domain::Grade::Employee;
    std::set<domain::Role> roles; ///< none: can be named as a host, has no account
    QString language;
};

/// The first one is the manager who is made by init.
const std::vector<DemoStaff> &demoStaff();

/// A whole number from 0 to below `bound`, drawn from the randomness (bias does not matter here).
int draw(Randomness &randomness, int bound);

struct DemoVisitor {
    domain::VisitorRecord record;
    QString language;
};

/// How many visitors there are to choose from.
int demoVisitorCount();

/// Numbers that are the same each time for the same person, so that who comes back looks the same and shows the same document.
class PersonRandomness final : public Randomness
{
public:
    explicit PersonRandomness(int person);
    QByteArray bytes(int count) override;

private:
    quint64 m_state;
};

/// An invented visitor with a document whose numbers nobody can have. `today` decides when the document was issued.
DemoVisitor demoVisitor(int person, const QDate &today);

/// Four words that have nothing to do with each other.
QString drawPassword();

} // namespace gatehouse::ctl
