// SPDX-License-Identifier: GPL-3.0-or-later
#include "documentreader.h"

#include "cnidreader.h"
#include "mrzreader.h"
#include "ocrb.h"

namespace gatehouse::scanning
{

DocumentReaders documentReaders()
{
    DocumentReaders readers;
    const auto ocrb = OcrbNet::builtIn();
    const auto text = std::make_shared<FrameText>();
    readers.push_back(std::make_unique<MrzReader>(ocrb, text));
    readers.push_back(std::make_unique<CnIdReader>(ocrb, text));
    return readers;
}

} // namespace gatehouse::scanning
