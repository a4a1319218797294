// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/policy.h"
#include "words.h"

namespace gatehouse::presentation
{

/// The policy engine's finding as a sentence in the language of the program; the article is domain::article(). An unknown code
/// comes back as it is, so that nothing is ever hidden from the person who decides.
QString findingText(const domain::Finding &finding, const SiteNames &names);

} // namespace gatehouse::presentation
