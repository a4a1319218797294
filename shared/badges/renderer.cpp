// SPDX-License-Identifier: GPL-3.0-or-later
#include "renderer.h"

#include <QFileInfo>
#include <QPageSize>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPdfWriter>
#include <QPrinter>
#include <QSaveFile>
#include <QTextLayout>

#include <cmath>

namespace gatehouse::badges
{

namespace
{

constexpr qreal kMmPerInch = 25.4;
constexpr qreal kOutline = 0.25;
constexpr int kPdfDpi = 1200;

void drawLine(QPainter &painter, const TextLine &line)
{
    painter.save();
    painter.setPen(line.white ? Qt::white : Qt::black);
    painter.translate(line.box.left() + line.indent, line.baseline);
    const qreal scale = line.size / kReferencePixels;
    painter.scale(scale, scale);
    QTextLayout layout(line.text, referenceFont({line.bold, line.fixedWidth}));
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setUseDesignMetrics(true);
    option.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
    option.setTextDirection(line.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine text = layout.createLine();
    text.setLineWidth((line.box.width() - line.indent) / scale + 1); // rounding must not push the last word out
    layout.endLayout();
    text.draw(&painter, QPointF(0, -text.ascent()));
    painter.restore();
}

// Grey, and the part of the picture that has the shape of the box.
QImage croppedGrey(const QImage &image, const QRectF &box)
{
    const qreal shape = box.width() / box.height();
    QRect part = image.rect();
    if (image.width() > image.height() * shape) {
        const int width = std::max(1, qRound(image.height() * shape));
        part = QRect((image.width() - width) / 2, 0, width, image.height());
    } else {
        const int height = std::max(1, qRound(image.width() / shape));
        part = QRect(0, (image.height() - height) / 2, image.width(), height);
    }
    return image.copy(part).convertToFormat(QImage::Format_Grayscale8);
}

// On dots a module is a whole number of them, or the printer makes some wider than others and cameras stumble.
qreal moduleFor(const Code &code, const QPainter &painter, qreal pixelsPerMm)
{
    const qreal exact = code.module();
    if (painter.paintEngine()->type() != QPaintEngine::Raster)
        return exact;
    const qreal whole = std::floor(exact * pixelsPerMm + 0.001) / pixelsPerMm;
    return whole >= kSmallestModule ? whole : exact;
}

void drawCode(QPainter &painter, const Code &code, qreal pixelsPerMm)
{
    const qreal module = moduleFor(code, painter, pixelsPerMm);
    QPointF corner = code.box.center() - QPointF(module, module) * (code.code.modules() / 2.0);
    if (module != code.module()) // starts on a dot, too
        corner = QPointF(std::round(corner.x() * pixelsPerMm), std::round(corner.y() * pixelsPerMm)) / pixelsPerMm;
    painter.setRenderHint(QPainter::Antialiasing, module == code.module());
    QPainterPath path;
    for (int row = 0; row < code.code.modules(); ++row) {
        for (int column = 0; column < code.code.modules();) {
            int end = column;
            while (end < code.code.modules() && code.code.dark(end, row))
                ++end;
            if (end > column)
                path.addRect(QRectF(corner.x() + column * module, corner.y() + row * module, (end - column) * module, module));
            column = end + 1;
        }
    }
    path.setFillRule(Qt::WindingFill);
    painter.fillPath(path, Qt::black);
    painter.setRenderHint(QPainter::Antialiasing, true);
}

QPageSize pdfPage(const QSizeF &size)
{
    return QPageSize(size, QPageSize::Millimeter, QStringLiteral("Gatehouse"), QPageSize::ExactMatch);
}

[[nodiscard]] Result<void> checkPages(const QList<Drawing> &pages)
{
    for (const Drawing &page : pages) {
        if (page.page.isEmpty())
            return fail(ErrorCode::Invalid, QStringLiteral("page without a size"));
    }
    return pages.isEmpty() ? Result<void>(fail(ErrorCode::Invalid, QStringLiteral("no pages"))) : Result<void>();
}

template <typename Device>
[[nodiscard]] Result<void> paintPages(const QList<Drawing> &pages, Device &device)
{
    device.setPageSize(pdfPage(pages.first().page));
    device.setPageMargins(QMarginsF());
    QPainter painter;
    if (!painter.begin(&device))
        return fail(ErrorCode::Unavailable, QStringLiteral("the printer does not start"));
    bool first = true;
    for (const Drawing &page : pages) {
        if (!first) {
            device.setPageSize(pdfPage(page.page));
            if (!device.newPage())
                return fail(ErrorCode::Unavailable, QStringLiteral("the printer does not go on"));
        }
        first = false;
        draw(painter, page, device.logicalDpiX() / kMmPerInch);
    }
    return painter.end() ? Result<void>() : fail(ErrorCode::Unavailable, QStringLiteral("the printer did not finish"));
}

} // namespace

void draw(QPainter &painter, const Drawing &drawing, qreal pixelsPerMm)
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    painter.scale(pixelsPerMm, pixelsPerMm);
    for (const QRectF &band : drawing.bands)
        painter.fillRect(band, Qt::black);
    for (const QRectF &rule : drawing.rules)
        painter.fillRect(rule, Qt::black);
    painter.setPen(QPen(Qt::black, kOutline));
    for (const QRectF &outline : drawing.outlines)
        painter.drawRect(outline.adjusted(kOutline / 2, kOutline / 2, -kOutline / 2, -kOutline / 2));
    for (const Picture &picture : drawing.pictures)
        painter.drawImage(picture.box, croppedGrey(picture.image, picture.box));
    for (const Code &code : drawing.codes)
        drawCode(painter, code, pixelsPerMm);
    for (const TextLine &line : drawing.texts)
        drawLine(painter, line);
    painter.restore();
}

Result<QImage> toImage(const Drawing &drawing, int dpi)
{
    GATEHOUSE_TRY(checkPages({drawing}));
    const qreal pixelsPerMm = dpi / kMmPerInch;
    QImage image((drawing.page * pixelsPerMm).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return fail(ErrorCode::Invalid, QStringLiteral("resolution %1").arg(dpi));
    image.setDotsPerMeterX(qRound(pixelsPerMm * 1000));
    image.setDotsPerMeterY(qRound(pixelsPerMm * 1000));
    image.fill(Qt::white);
    QPainter painter(&image);
    draw(painter, drawing, pixelsPerMm);
    return image;
}

Result<void> toPdf(const QList<Drawing> &pages, const QString &path)
{
    GATEHOUSE_TRY(checkPages(pages));
    if (const QFileInfo target(path); target.exists() && !target.isFile())
        return fail(ErrorCode::Unavailable, QStringLiteral("not a file")); // renaming over a device would replace it
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::Unavailable, file.errorString());
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    {
        QPdfWriter writer(&file);
        writer.setResolution(kPdfDpi);
        writer.setCreator(QStringLiteral("Gatehouse")); // no title: names belong on the page alone
        GATEHOUSE_TRY(paintPages(pages, writer));
    }
    if (!file.commit())
        return fail(ErrorCode::Full, file.errorString());
    return {};
}

Result<void> toPrinter(const QList<Drawing> &pages, QPrinter &printer)
{
    GATEHOUSE_TRY(checkPages(pages));
    printer.setFullPage(true);
    printer.setColorMode(QPrinter::GrayScale);
    return paintPages(pages, printer);
}

Result<QImage> badgeImage(const BadgeFace &face, Format format, int dpi)
{
    GATEHOUSE_TRY_ASSIGN(const Drawing drawing, layOutBadge(face, format, FontMeasure()));
    return toImage(drawing, dpi);
}

} // namespace gatehouse::badges
