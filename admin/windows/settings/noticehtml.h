// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/briefing.h"
#include "presentation/notices.h"

namespace gatehouse::admin
{

/// As visitors read it, for a QTextBrowser. What is written in it is text, never markup.
QString noticeHtml(const presentation::Notice &notice);
/// Points, then the questions with the right answer marked by a sign.
QString briefingHtml(const presentation::Briefing &briefing);

} // namespace gatehouse::admin
