// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workbench.h"

#include <QWidget>

namespace gatehouse::admin
{

/// Asks a manager whether this machine's time is right, beside the latest time in the log, and writes down the answer: from
/// then on every station goes by its clock again (see usecases::confirmTime). Where the clock was set while the program ran, it
/// says what to do instead. GUI thread; one dialog over `window`, which forgets itself.
void askWhetherTimeIsRight(Workbench &workbench, QWidget *window);

} // namespace gatehouse::admin
