// SPDX-License-Identifier: GPL-3.0-or-later
#include "printers.h"

#include "base/logging.h"

#include <QDir>
#include <QPrinter>
#include <QPrinterInfo>

#include <sys/stat.h>

namespace gatehouse::badges
{

namespace
{

// Letters, digits and hyphens only: a title must not choose another folder.
QString fileStem(const QString &title)
{
    QString stem;
    for (const QChar c : title.left(60)) {
        const bool plain = c.unicode() < 128 && (c.isLetterOrNumber() || c == QLatin1Char('-'));
        stem.append(plain ? c : QLatin1Char('-'));
    }
    return stem.isEmpty() ? QStringLiteral("page") : stem;
}

QString freePath(const QDir &folder, const QString &stem)
{
    QString path = folder.filePath(stem + QStringLiteral(".pdf"));
    for (int n = 2; QFile::exists(path); ++n)
        path = folder.filePath(QStringLiteral("%1-%2.pdf").arg(stem).arg(n));
    return path;
}

/// Setgid: whoever laid the folder out wants what lies in it to be the group's.
bool isOfAGroup(const QString &folder)
{
    struct stat about {
    };
    return stat(QFile::encodeName(folder).constData(), &about) == 0 && (about.st_mode & S_ISGID) != 0;
}

[[nodiscard]] Result<QString> printToFolder(const QList<Drawing> &pages, const QString &title, const QString &folderName,
                                            bool groupReads)
{
    const QDir folder(folderName);
    if (folderName.isEmpty() || !folder.mkpath(QStringLiteral(".")))
        return fail(ErrorCode::Unavailable, QStringLiteral("folder for PDF files"));
    const QString path = freePath(folder, fileStem(title));
    GATEHOUSE_TRY(toPdf(pages, path));
    if (groupReads && isOfAGroup(folderName))
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup);
    return path;
}

[[nodiscard]] Result<QString> printToSystem(const QList<Drawing> &pages, const QString &title, const QString &name)
{
    const QPrinterInfo info = QPrinterInfo::printerInfo(name);
    if (info.isNull())
        return fail(ErrorCode::Unavailable, QStringLiteral("no printer of this name"));
    if (info.state() == QPrinter::Error) // jammed, out of paper, stopped: a job would lie there until somebody comes
        return fail(ErrorCode::Unavailable, QStringLiteral("the printer is out of order"));
    QPrinter printer(info, QPrinter::HighResolution);
    printer.setDocName(fileStem(title));
    GATEHOUSE_TRY(toPrinter(pages, printer));
    if (printer.printerState() == QPrinter::Error || printer.printerState() == QPrinter::Aborted)
        return fail(ErrorCode::Unavailable, QStringLiteral("the spooler refused the job"));
    return name;
}

} // namespace

QList<Printer> availablePrinters(const QString &pdfFolder)
{
    QList<Printer> printers{{Printer::Kind::PdfFolder, pdfFolder}};
    const QStringList names = QPrinterInfo::availablePrinterNames();
    for (const QString &name : names)
        printers.append({Printer::Kind::System, name});
    return printers;
}

Result<QString> print(const QList<Drawing> &pages, const QString &title, const Printer &printer)
{
    const auto result = printer.kind == Printer::Kind::PdfFolder ? printToFolder(pages, title, printer.name, printer.groupReads)
                                                                 : printToSystem(pages, title, printer.name);
    if (!result)
        qCWarning(lcPrint).noquote() << "printing failed:" << errorName(result.error().code);
    return result;
}

Result<QString> print(const BadgeFace &face, Format format, const Printer &printer)
{
    GATEHOUSE_TRY_ASSIGN(const Drawing drawing, layOutBadge(face, format, FontMeasure()));
    return print({drawing}, QStringLiteral("badge-") + face.label, printer);
}

} // namespace gatehouse::badges
