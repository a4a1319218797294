// SPDX-License-Identifier: GPL-3.0-or-later
#include "recoverypaper.h"

#include "badges/renderer.h"
#include "badges/sheets.h"

#include <QFileInfo>

namespace gatehouse::ctl
{

Result<void> writeRecoverySheet(const QString &path, const QString &siteName, const usecases::NewSite &site,
                                const QDateTime &madeAt)
{
    badges::RecoverySheet sheet;
    sheet.siteName = siteName;
    sheet.secret = site.recoverySecret;
    sheet.pepper = site.pepperSecret;
    sheet.fingerprint = QString::fromLatin1(site.rootFingerprint.toHex());
    sheet.madeAt = madeAt;
    GATEHOUSE_TRY_ASSIGN(const auto pages, badges::recoverySheetPages(sheet, badges::FontMeasure()));
    return badges::toPdf(pages, path);
}

Result<void> mayWriteSheet(const QString &path)
{
    const QFileInfo file(path);
    if (file.exists())
        return fail(ErrorCode::Invalid, QStringLiteral("%1 is there already; name another file with --sheet").arg(path));
    const QFileInfo folder(file.absolutePath());
    if (!folder.isDir() || !folder.isWritable())
        return fail(ErrorCode::Unavailable, QStringLiteral("%1 cannot be written").arg(folder.filePath()));
    return {};
}

} // namespace gatehouse::ctl
