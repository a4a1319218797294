// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/policy.h"

#include <QString>

namespace gatehouse::presentation
{

/// One plain reason for the people at the door, in the present language. It names nobody and tells a forger nothing.
QString doorReason(const domain::Finding &finding);
/// What to do about it.
QString doorAdvice(const domain::Finding &finding, bool guardTold = true);
/// The sentence, and whether the alarm that goes with it is heard: only what is in the ledger is.
QString withGuard(const QString &sentence, bool told);
/// What people at the door need to know of the lock or its relay; empty when nothing is wrong. `code` as doors::healthName.
QString relayText(const QString &code);

} // namespace gatehouse::presentation
