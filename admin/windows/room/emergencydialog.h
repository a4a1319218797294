// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/zone.h"

#include <QDialog>

class QComboBox;
class QSpinBox;

namespace gatehouse::admin
{

/// Helpers who cannot wait (R24): how many, and one key for what they are, which lets them in. The number has the focus, so
/// that it can be typed; the kinds are F1 to F5.
class EmergencyDialog : public QDialog
{
    Q_OBJECT

public:
    EmergencyDialog(const std::vector<domain::Zone> &zones, const domain::ZoneId &proposed, QWidget *parent);

    domain::ZoneId zone() const;
    int heads() const;
    QString kind() const { return m_kind; }

private:
    QComboBox *m_zone;
    QSpinBox *m_heads;
    QString m_kind;
};

} // namespace gatehouse::admin
