// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cnidcardtext.h"
#include "frametext.h"

namespace gatehouse::scanning
{

class OcrbNet;
struct LineGeometry;

/// Finds the front of a Chinese resident ID card by its number, which is printed in OCR-B and proves itself by check character,
/// province and birth date; the rest of the card is where the number says, and is read with Tesseract. A number that was seen
/// clearly and does not hold is told as it stands, with the checks that fail, when a card's text is around it. See
/// DocumentReader.
class CnIdReader final : public DocumentReader
{
public:
    CnIdReader(std::shared_ptr<const OcrbNet> net, std::shared_ptr<FrameText> text);
    ~CnIdReader() override;

    std::optional<Reading> read(const Frame &frame) override;
    void forget() override;

private:
    /// A number that is not proved makes a card only where the rest of one is around it; nothing of it counts as certain then.
    std::optional<Reading> cardAround(const Frame &frame, const LineGeometry &line, const QString &number, bool proved);

    std::shared_ptr<const OcrbNet> m_net;
    std::shared_ptr<FrameText> m_text;
    CnIdTextReader m_chinese;
};

} // namespace gatehouse::scanning
