// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "badges/badgeface.h"
#include "badges/drawing.h"

#include <QStringList>

namespace gatehouse::test
{

/// A base45 text as long as the longest token may be: 120 bytes make 180 characters.
QString sampleToken();

/// An ordinary face with a drawn portrait.
badges::BadgeFace sampleFace();

/// The sample face with another name in every field that a person types.
badges::BadgeFace faceNamed(const QString &name);

struct NamedText {
    QByteArray what;
    QString text;
};

/// Ordinary and hostile texts.
QList<NamedText> sampleNames();

/// Text of the one QR code in the picture, or an empty text.
QString decodeQr(const QImage &image, QString *level = nullptr);

/// Pairs of boxes that touch, things out of the page, text outside of its band: what makes a layout wrong. Empty when right.
QStringList layoutFaults(const badges::Drawing &drawing);

} // namespace gatehouse::test
