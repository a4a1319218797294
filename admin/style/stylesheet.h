// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme.h"

namespace gatehouse::admin
{

/// The style sheet of every standard widget. Roles are given by dynamic properties: `role` = "primary", "danger", "quiet",
/// "title", "heading", "muted", "card", "notice"; `onInk` for what stands on the navigation's ground.
QString styleSheet(const Tokens &tokens);

} // namespace gatehouse::admin
