// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "renderer.h"

namespace gatehouse::badges
{

/// Where paper comes out.
struct Printer {
    enum class Kind { PdfFolder, System };
    Kind kind = Kind::PdfFolder;
    QString name; ///< the folder, or the system's printer name
    /// PDF files are the owner's alone; in a folder that was laid out for a group (setgid) its members may read them. For what
    /// a kiosk prints, which the guards know anyway: never for what the desk prints, which is no business of the kiosk's user.
    bool groupReads = false;

    bool operator==(const Printer &) const = default;
};

/// The folder printer first, which is the default, then what the system offers through Qt PrintSupport. Asks the spooler:
/// never on the GUI thread.
QList<Printer> availablePrinters(const QString &pdfFolder);

/// Prints and says where: the PDF's path, or the system printer's name for a job that its spooler accepted. `title` becomes
/// the file's name, so it is a serial or a label and never a person's name; an existing file is not overwritten. Blocks:
/// never on the GUI thread. Errors: Unavailable (no such printer, folder not writable), Full, Invalid.
[[nodiscard]] Result<QString> print(const QList<Drawing> &pages, const QString &title, const Printer &printer);

/// A badge, titled by its label.
[[nodiscard]] Result<QString> print(const BadgeFace &face, Format format, const Printer &printer);

} // namespace gatehouse::badges
