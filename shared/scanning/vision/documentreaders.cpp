// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentreader.h"

#include "mrzreader.h"
#include "ocrb.h"

namespace gatehouse::scanning
{

DocumentReaders documentReaders()
{
    DocumentReaders readers;
    const auto ocrb = OcrbNet::builtIn();
    readers.push_back(std::make_unique<MrzReader>(ocrb));
    return readers;
}

} // namespace gatehouse::scanning
