// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appsettings.h"
#include "parsing/scanresult.h"
#include "workbench.h"

#include <QDialog>
#include <QLabel>

namespace gatehouse::admin
{

class CameraPanel;

/// Reads a badge without a badge reader: by the desk's camera, or from a picture file. Says read() with the token as it stands
/// in the code, whatever it is worth; BadgeDialog judges it.
class BadgeReadDialog : public QDialog
{
    Q_OBJECT

public:
    BadgeReadDialog(Workbench &workbench, const AppSettings &settings, QWidget *parent);

    void readPicture(const QString &path);

Q_SIGNALS:
    void read(const QString &token);

private:
    void pickFile();
    void took(const scanning::ScanResult &result);

    Workbench &m_workbench;
    CameraPanel *m_camera;
    QLabel *m_message;
};

} // namespace gatehouse::admin
