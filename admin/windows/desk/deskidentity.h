// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appsettings.h"
#include "domain/sealed.h"
#include "parsing/scanresult.h"
#include "workbench.h"

#include <QFrame>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

class QCheckBox;
class QFormLayout;

namespace gatehouse::admin
{

class CameraPanel;
class PictureCard;

/// Who the visitor is, on the desk's form: the document from camera or picture file or typed by hand, and a photo. A line that
/// is changed by hand counts as typed; the others, and the picture, stay what was read. When a check had proved what is
/// changed, the document's checks count as failed. What was read in doubt is to be compared first: every field where the checks
/// fail.
class DeskIdentity : public QFrame
{
    Q_OBJECT

public:
    DeskIdentity(Workbench &workbench, AppSettings &settings, QWidget *parent = nullptr);
    ~DeskIdentity() override;

    /// Reads a picture of a document, as if it had been chosen.
    void readPicture(const QString &path);
    void takePortrait(const QImage &picture);
    /// A document that the camera or a scanner has read; without a picture when there is none.
    void tookDocument(const scanning::ScanResult &result, const QImage &picture);
    /// What is missing or wrong; `documentAsked`: a zone of the visit asks for a document, or its number at least.
    QString missing(bool documentAsked) const;
    /// What has to be compared before anybody is registered; empty: nothing.
    QString comparison() const;
    std::optional<QDate> birthDate() const;
    bool hasPicture() const { return !m_documentPicture.isNull() || !m_portrait.isEmpty(); }
    /// The document's fields with their signs, its kind and whether its checks hold.
    void fill(domain::VisitorRecord &record) const;
    QByteArray documentJpeg() const; ///< empty when there is none
    const QByteArray &portraitJpeg() const { return m_portrait; }

Q_SIGNALS:
    void changed();
    void said(gatehouse::admin::Tone tone, const QString &sentence);

private:
    struct Line {
        QString field; ///< name in the scan object
        QString name;
        QLabel *label;
        QLineEdit *edit;
        QString read; ///< from the document

        bool isTyped() const { return edit->text().trimmed() != read; }
    };
    struct Picked {
        scanning::ScanResult result;
        QImage picture;
    };

    QWidget *buildWays();
    QLayout *buildLines();
    QLayout *buildPhoto();
    void pickFile(const QString &title, const std::function<void(const QString &)> &take);
    void readPortrait(const QString &path);
    void toggleCamera();
    void edited();
    void showReadSign();
    QString missingIn(const Line &line, bool documentAsked) const;
    const Line *lineOf(const scanning::Field &field) const;
    bool isCorrected(const scanning::Field &field) const;
    /// What was read and may be wrong.
    QList<scanning::Field> doubtful() const;
    QString doubtfulText() const;

    Workbench &m_workbench;
    AppSettings &m_settings;
    CameraPanel *m_camera;
    QPushButton *m_useCamera;
    QLabel *m_sign;
    QCheckBox *m_compared; ///< the doubtful fields, with the document in the hand
    QList<Line> m_lines;
    scanning::ScanResult m_scan;
    QImage m_documentPicture;
    PictureCard *m_portraitCard;
    QByteArray m_portrait;
};

} // namespace gatehouse::admin
