// SPDX-License-Identifier: GPL-3.0-or-later
#include "qrcode.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <exception>

namespace gatehouse::badges
{

namespace
{
// ZXing-C++ maps 0-8 to the four levels in pairs: 3 and 4 are M.
constexpr int kLevelM = 4;
} // namespace

Result<QrCode> QrCode::encode(const QString &text)
{
    if (text.isEmpty())
        return fail(ErrorCode::Invalid, QStringLiteral("empty QR text"));
    try {
        // A size of 1x1 asks for one pixel a module.
        const ZXing::BitMatrix matrix = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                                            .setEncoding(ZXing::CharacterSet::UTF8)
                                            .setEccLevel(kLevelM)
                                            .setMargin(0)
                                            .encode(text.toStdWString(), 1, 1);
        QrCode code;
        code.m_modules = matrix.width();
        code.m_dark.reserve(matrix.width() * matrix.height());
        for (int row = 0; row < matrix.height(); ++row) {
            for (int column = 0; column < matrix.width(); ++column)
                code.m_dark.append(matrix.get(column, row));
        }
        return code;
    } catch (const std::exception &error) {
        return fail(ErrorCode::Invalid, QString::fromLatin1(error.what()));
    }
}

} // namespace gatehouse::badges
