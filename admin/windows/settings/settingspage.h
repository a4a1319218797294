// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "windows/parts/page.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace gatehouse::admin
{

class PasswordFields;
class NoticesCard;
class PlacesCard;
class StationsCard;
class ZonesCard;
class PinCard;

/// Settings of this workstation, and the signed-in person's own password.
class SettingsPage : public Page
{
    Q_OBJECT

public:
    SettingsPage(Workbench &workbench, AppSettings &settings, QWidget *parent = nullptr);

    QString title() const override;
    void start() override;
    void wipe() override;
    void retranslate() override;
    void focusFirst() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addColumn(const QList<QWidget *> &cards);
    void arrange();
    QWidget *buildStation();
    QWidget *buildKeys();
    QWidget *buildPassword();
    void load();
    void readPrinters();
    void changePassword();
    void row(QFormLayout *form, const char *label, QWidget *field);

    struct Row {
        QLabel *label;
        QWidget *field;
        const char *text;
    };
    QFormLayout *m_station;
    QBoxLayout *m_columns; ///< what is the workstation's and the person's, and what is the site's
    QList<Row> m_rows;
    QList<QLabel *> m_headings;
    QComboBox *m_language;
    QComboBox *m_theme;
    QSpinBox *m_idle;
    QCheckBox *m_sound;
    QComboBox *m_printer;
    QLineEdit *m_folder;
    QComboBox *m_format;
    QLineEdit *m_camera;
    QList<QPair<Command, QKeySequenceEdit *>> m_keyEdits;
    QList<QLabel *> m_keyLabels;
    QLabel *m_keyMessage;
    QLabel *m_oldLabel;
    QLineEdit *m_old;
    PasswordFields *m_new;
    QPushButton *m_change;
    QLabel *m_passwordMessage;
    PlacesCard *m_places;
    ZonesCard *m_zones;
    NoticesCard *m_notices;
    StationsCard *m_stations;
    PinCard *m_pin;
    bool m_loading = false;
};

} // namespace gatehouse::admin
