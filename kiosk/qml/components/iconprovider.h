// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickImageProvider>

namespace gatehouse::kioskui
{

/// Draws the icons of this module in any colour: "image://gatehouse-icon/NAME/RRGGBB", sharp at the size that is asked for.
/// An unknown name gives an empty picture and a warning. Called on Qt's image loading threads; has no state.
class IconProvider : public QQuickImageProvider
{
public:
    IconProvider();

    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;
};

} // namespace gatehouse::kioskui
