// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appsettings.h"
#include "usecases/requestvisit.h"
#include "vision/scanner.h"
#include "workbench.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>

class QFormLayout;
class QVBoxLayout;

namespace gatehouse::admin
{

class CameraPanel;
class PictureCard;

/// Registers a visitor at the desk with the same form as the kiosk's: purpose, host, document (camera, picture file or typed),
/// items, notices read to the visitor, photo. The purpose decides what is asked. Nothing is lost when the database is in trouble.
class DeskDialog : public QDialog
{
    Q_OBJECT

public:
    DeskDialog(Workbench &workbench, AppSettings &settings, QWidget *parent);
    ~DeskDialog() override;

    /// Reads a picture of a document, as if it had been chosen.
    void readPicture(const QString &path);
    void takePortrait(const QImage &picture);

Q_SIGNALS:
    void registered(const gatehouse::domain::VisitId &id);

private:
    struct Line {
        QString field; ///< name in the scan object
        QLabel *label;
        QLineEdit *edit;
    };
    struct ItemRow {
        QString kind;
        QCheckBox *box;
        QSpinBox *count;
    };
    struct Picked {
        scanning::ScanResult result;
        QImage picture;
    };

    QWidget *buildVisit();
    QWidget *buildIdentity();
    QWidget *buildItems();
    QWidget *buildConsents();
    QWidget *buildFoot();
    QLabel *addRow(QFormLayout *form, const QString &text, QWidget *field);
    void applyPurpose();
    void findHost();
    void chooseHost(QListWidgetItem *item);
    void tookDocument(const scanning::ScanResult &result, const QImage &picture);
    void edited(const QString &field);
    void judge();
    QString missing() const;
    domain::VisitorRecord record() const;
    usecases::VisitRequest request() const;
    void submit();
    void showReadSign();
    const domain::Purpose *purpose() const;
    bool asksTerms() const;

    Workbench &m_workbench;
    AppSettings &m_settings;
    QComboBox *m_purpose;
    QWidget *m_entering;
    QLabel *m_hostLabel;
    QLineEdit *m_host;
    QListWidget *m_hosts;
    std::optional<domain::StaffId> m_hostId;
    QLabel *m_companyLabel;
    QLineEdit *m_company;
    QLineEdit *m_phone;
    QList<QPair<domain::ZoneId, QCheckBox *>> m_optionalZones;
    QVBoxLayout *m_zoneBoxes;
    CameraPanel *m_camera;
    QPushButton *m_useCamera;
    QPushButton *m_file;
    QLabel *m_sign;
    QList<Line> m_lines;
    scanning::ScanResult m_scan;
    QImage m_documentPicture;
    bool m_touched = false;
    bool m_filling = false;
    PictureCard *m_portraitCard;
    QPushButton *m_portraitFile;
    QByteArray m_portrait;
    QWidget *m_itemBox;
    QList<ItemRow> m_items;
    QLineEdit *m_itemsNote;
    QCheckBox *m_privacy;
    QWidget *m_termsBox;
    QLineEdit *m_terms;
    QLabel *m_message;
    QPushButton *m_submit;
    QTimer m_hostTimer;
    domain::VisitId m_id; ///< made once, so that trying again registers nobody twice
    bool m_busy = false;
};

} // namespace gatehouse::admin
