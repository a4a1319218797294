// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentreader.h"

namespace gatehouse::scanning
{

DocumentReaders documentReaders()
{
    DocumentReaders readers;
    return readers;
}

} // namespace gatehouse::scanning
