// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <opencv2/core.hpp>

#include <memory>

namespace gatehouse::scanning
{

/// What is printed beside the labels of a resident ID card, and how sure the reading of it was, 0 to 100: the engine's
/// confidence in the least sure character; of a name, and of the Han characters of an address, 100 where the shapes say the same
/// (CnNameVote, decidedAddressRow()). 50 at most of a name or an address where readings differ, of an address whose rows have a
/// gap or that begins with no province, and of an ethnicity that only its shape told.
struct CnIdCardText {
    QString name, sex, ethnicity, birth, address;
    float nameConfidence = 0, sexConfidence = 0, ethnicityConfidence = 0, birthConfidence = 0, addressConfidence = 0;
};

/// Reads the Chinese text of a card with Tesseract's chi_sim. Loads the model at first use (some 100 ms). One thread at a time.
class CnIdTextReader
{
public:
    CnIdTextReader();
    ~CnIdTextReader();

    /// Resolution of the picture that read() takes: the card's left part. It begins above the card's edge, since a tilted card
    /// whose outline was not found may reach there.
    static constexpr double pixelsPerMm = 11;
    static constexpr double topMm = -8, widthMm = 60, heightMm = 53;

    /// Empty when the model is not installed.
    CnIdCardText read(const cv::Mat &gray);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse::scanning
