// SPDX-License-Identifier: GPL-3.0-or-later
#include "badges/renderer.h"
#include "badges/sheets.h"
#include "samplefaces.h"

#include <QDir>
#include <QGuiApplication>
#include <QPainter>
#include <QTextStream>

using namespace gatehouse;
using namespace gatehouse::badges;

namespace
{

// All samples of one format on one sheet of contact prints.
bool saveContactSheet(Format format, int columns, const QString &path)
{
    constexpr int dpi = 130;
    QList<QImage> images;
    for (const auto &name : test::sampleNames()) {
        const auto image = badgeImage(test::faceNamed(name.text), format, dpi);
        if (!image)
            return false;
        images.append(*image);
    }
    const QSize cell = images.first().size() + QSize(16, 16);
    const int rows = static_cast<int>((images.size() + columns - 1) / columns);
    QImage sheet(cell.width() * columns, cell.height() * rows, QImage::Format_RGB32);
    sheet.fill(QColor(0x90, 0xa0, 0xb0));
    QPainter painter(&sheet);
    for (int i = 0; i < images.size(); ++i)
        painter.drawImage((i % columns) * cell.width() + 8, (i / columns) * cell.height() + 8, images.at(i));
    return sheet.save(path);
}

bool savePage(const Drawing &page, const QString &path, int dpi)
{
    const auto image = toImage(page, dpi);
    return image && image->save(path);
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
    folder.mkpath(QStringLiteral("."));
    const FontMeasure measure;
    BadgeFace plain = test::sampleFace();
    plain.escortRequired = false;
    plain.portrait = QImage();
    RollCall call;
    call.siteName = QStringLiteral("Harbour Call Centre");
    call.assemblyPoint = QStringLiteral("Car park B, by the flagpole 停车场 B 旗杆旁");
    call.backupSite = QStringLiteral("North building, 2 Quay Street 北楼");
    call.takenAt = QDateTime(QDate(2026, 11, 24), QTime(10, 0));
    call.takenBy = QStringLiteral("G-1001");
    for (const auto &name : test::sampleNames())
        call.rows.append({name.text, QStringLiteral("Northlight Cooling"), QStringLiteral("Li Wei"),
                          QStringLiteral("Lobby 大厅"), call.takenAt});
    const auto recovery =
        recoverySheetPages({call.siteName, QStringLiteral("7KQ2-9ZMA-44TT-PLX0-0RSE-77AB-CDEF-GHJK-MNPQ-RSTV-WXYZ-0123-4567"),
                            QStringLiteral("8KQ2-9ZMA-44TT-PLX0-0RSE-77AB-CDEF-GHJK-MNPQ-RSTV-WXYZ-0123-4567"),
                            QStringLiteral("ab12 cd34 ef56 7890"), call.takenAt},
                           measure);
    const bool done = savePage(layOutBadge(test::sampleFace(), Format::Card86x54, measure).value(),
                               folder.filePath(QStringLiteral("card.png")), 300) &&
                      savePage(layOutBadge(test::sampleFace(), Format::Label62x100, measure).value(),
                               folder.filePath(QStringLiteral("label.png")), 300) &&
                      savePage(layOutBadge(plain, Format::Card86x54, measure).value(),
                               folder.filePath(QStringLiteral("card-plain.png")), 300) &&
                      savePage(layOutBadge(plain, Format::Label62x100, measure).value(),
                               folder.filePath(QStringLiteral("label-plain.png")), 203) &&
                      saveContactSheet(Format::Card86x54, 4, folder.filePath(QStringLiteral("cards.png"))) &&
                      saveContactSheet(Format::Label62x100, 8, folder.filePath(QStringLiteral("labels.png"))) &&
                      savePage(recovery->first(), folder.filePath(QStringLiteral("recovery.png")), 100) &&
                      savePage(rollCallPages(call, measure).first(), folder.filePath(QStringLiteral("rollcall.png")), 100) &&
                      savePage(pickupSlipPage({call.siteName, QStringLiteral("42"), call.takenAt}, measure),
                               folder.filePath(QStringLiteral("slip.png")), 200);
    QTextStream(stdout) << (done ? "written to " : "could not write to ") << folder.absolutePath() << '\n';
    return done ? 0 : 1;
}
