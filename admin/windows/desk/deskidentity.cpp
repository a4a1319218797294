// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskidentity.h"

#include "base/logging.h"
#include "domain/visitorform.h"
#include "parsing/documentkind.h"
#include "style/chip.h"
#include "texts.h"
#include "windows/parts/camerapanel.h"
#include "windows/parts/picturecard.h"
#include "windows/parts/widgets.h"

#include <QBuffer>
#include <QCheckBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

namespace
{
const QString exampleDate = u"1990-12-31"_s;
constexpr int portraitHeight = 640;
constexpr int documentEdge = 1600;
constexpr int jpegQuality = 85;

QByteArray jpeg(const QImage &picture, int edge)
{
    if (picture.isNull())
        return {};
    const bool large = qMax(picture.width(), picture.height()) > edge;
    const QImage scaled = large ? picture.scaled(edge, edge, Qt::KeepAspectRatio, Qt::SmoothTransformation) : picture;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    scaled.save(&buffer, "JPG", jpegQuality);
    return bytes;
}

/// Whether a line of the form shows this field.
bool stands(const scanning::Field &field, const QString &line)
{
    return field.name == line ||
           (line == u"fullName" && (field.name == u"surname" || field.name == u"givenNames" || field.name == u"nameSuffix"));
}

FieldSign signOf(scanning::Trust trust)
{
    return trust == scanning::Trust::Checked ? FieldSign::Checked : FieldSign::Read;
}
} // namespace

DeskIdentity::DeskIdentity(Workbench &workbench, AppSettings &settings, QWidget *parent)
    : QFrame(parent), m_workbench(workbench), m_settings(settings)
{
    setProperty("role", u"card"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(10);
    layout->addWidget(buildWays());
    m_camera = new CameraPanel(m_workbench.clock(), this);
    layout->addWidget(m_camera);
    m_sign = makeLabel(this, "muted");
    m_sign->setObjectName(u"deskReadSign"_s);
    m_sign->setWordWrap(true);
    m_sign->hide(); // before anything was read
    layout->addWidget(m_sign);
    m_compared = new QCheckBox(tr("I compared these fields with the document"), this);
    m_compared->setObjectName(u"deskCompared"_s);
    m_compared->hide();
    layout->addWidget(m_compared);
    connect(m_compared, &QCheckBox::toggled, this, &DeskIdentity::changed);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(20);
    sides->addLayout(buildLines(), 1);
    sides->addLayout(buildPhoto());
    layout->addLayout(sides);
    connect(m_camera, &CameraPanel::documentRead, this,
            [this](const scanning::LiveResult &result) { tookDocument(result.result, result.picture); });
    connect(m_camera, &CameraPanel::photoTaken, this, &DeskIdentity::takePortrait);
}

DeskIdentity::~DeskIdentity()
{
    security::wipe(m_portrait);
}

QWidget *DeskIdentity::buildWays()
{
    auto *ways = new QWidget(this);
    auto *row = new QHBoxLayout(ways);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(buttonGap);
    m_useCamera = makeButton(ways, u"deskUseCamera"_s);
    m_useCamera->setText(tr("Read with the camera"));
    m_useCamera->setEnabled(!m_settings.camera().isEmpty());
    m_useCamera->setToolTip(m_settings.camera().isEmpty() ? tr("No camera is named in the settings.") : QString());
    QPushButton *file = makeButton(ways, u"deskDocumentFile"_s);
    file->setText(tr("Read from a picture file"));
    row->addWidget(m_useCamera);
    row->addWidget(file);
    row->addStretch(1);
    connect(m_useCamera, &QPushButton::clicked, this, &DeskIdentity::toggleCamera);
    connect(file, &QPushButton::clicked, this,
            [this] { pickFile(tr("Picture of the document"), [this](const QString &path) { readPicture(path); }); });
    return ways;
}

QLayout *DeskIdentity::buildLines()
{
    auto *form = new QFormLayout;
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(20);
    const QList<QPair<QString, QString>> lines{{u"fullName"_s, tr("Name")},
                                               {u"documentNumber"_s, tr("Document number")},
                                               {u"birthDate"_s, tr("Date of birth")},
                                               {u"expiryDate"_s, tr("Valid until")}};
    for (const auto &[field, text] : lines) {
        auto *edit = new QLineEdit(this);
        edit->setObjectName(u"desk-"_s + field);
        setLongest(edit, longestField);
        if (field.endsWith(u"Date"))
            edit->setPlaceholderText(exampleDate);
        QLabel *label = makeLabel(this);
        label->setText(text);
        form->addRow(label, edit);
        nameAfter(edit, label);
        m_lines.append({field, text, label, edit, {}});
        connect(edit, &QLineEdit::textEdited, this, &DeskIdentity::edited);
    }
    return form;
}

QLayout *DeskIdentity::buildPhoto()
{
    auto *photo = new QVBoxLayout;
    m_portraitCard = new PictureCard(this);
    m_portraitCard->setFixedSize(130, 165);
    m_portraitCard->setWords(tr("No photo"));
    m_portraitCard->setAccessibleName(tr("Portrait"));
    QPushButton *file = makeButton(this, u"deskPortraitFile"_s);
    file->setText(tr("Photo file"));
    photo->addWidget(m_portraitCard);
    photo->addWidget(file);
    photo->addStretch(1);
    connect(file, &QPushButton::clicked, this,
            [this] { pickFile(tr("Photo of the visitor"), [this](const QString &path) { readPortrait(path); }); });
    return photo;
}

void DeskIdentity::pickFile(const QString &title, const std::function<void(const QString &)> &take)
{
    auto *dialog = new QFileDialog(this, title, QString(), tr("Pictures (*.jpg *.jpeg *.png *.bmp)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, take);
    dialog->open();
}

void DeskIdentity::readPortrait(const QString &path)
{
    m_workbench.offload(
        this, [path] { return scanning::loadPicture(path); },
        [this](const Result<QImage> &picture) {
            if (picture)
                takePortrait(*picture);
            else
                Q_EMIT said(Tone::Bad, tr("This file is no picture that can be read."));
        });
}

void DeskIdentity::toggleCamera()
{
    if (m_camera->isRunning())
        m_camera->stop();
    else
        m_camera->start(m_settings.camera());
    m_useCamera->setText(m_camera->isRunning() ? tr("Close the camera") : tr("Read with the camera"));
}

void DeskIdentity::readPicture(const QString &path)
{
    Q_EMIT said(Tone::Neutral, tr("Reading …"));
    m_workbench.offload(
        this,
        [path, today = m_workbench.now().toLocalTime().date()]() -> Result<Picked> {
            GATEHOUSE_TRY_ASSIGN(QImage picture, scanning::loadPicture(path));
            scanning::Scanner scanner;
            const scanning::FrameResult frame = scanner.scanImage(picture, today);
            return Picked{frame.result, std::move(picture)};
        },
        [this](const Result<Picked> &picked) {
            if (!picked) {
                qCInfo(lcScan) << "no picture that can be read:" << errorName(picked.error().code);
                Q_EMIT said(Tone::Bad, tr("This file is no picture that can be read."));
            } else if (!scanning::isDocument(picked->result)) {
                qCInfo(lcScan) << "no document in what was shown, but:" << qPrintable(scanning::kindName(picked->result.kind));
                Q_EMIT said(Tone::Bad, tr("No document was found in the picture. Try another one, or type."));
            } else {
                tookDocument(picked->result, picked->picture);
            }
        });
}

void DeskIdentity::tookDocument(const scanning::ScanResult &result, const QImage &picture)
{
    if (!scanning::isDocument(result))
        return;
    if (!result.valid)
        qCInfo(lcScan) << "a document's checks fail:" << qPrintable(scanning::documentKindName(result))
                       << qPrintable(scanning::failedChecks(result).join(u", "_s));
    m_scan = result;
    m_documentPicture = picture;
    m_compared->setChecked(false);
    VisitorRecord read;
    for (const scanning::Field &field : m_scan.fields)
        read.fields.push_back({field.name, field.value, signOf(field.trust)});
    for (Line &line : m_lines) {
        const QString value = line.field == u"fullName" ? read.displayName() : read.value(line.field);
        line.edit->setText(value.left(longestField));
        line.read = line.edit->text().trimmed();
    }
    m_camera->stop();
    m_useCamera->setText(tr("Read with the camera"));
    showReadSign();
    Q_EMIT changed();
}

void DeskIdentity::showReadSign()
{
    QStringList said;
    Tone tone = Tone::Good;
    const QList<scanning::Field> doubts = doubtful();
    if (scanning::isDocument(m_scan)) {
        const QString kind = Texts::documentKind(scanning::documentKindName(m_scan));
        if (m_scan.valid && doubts.isEmpty())
            said << tr("%1: read, its checks hold.").arg(kind);
        else if (m_scan.valid)
            said << tr("%1: read, but in doubt: %2.").arg(kind, doubtfulText());
        else if (const QString others = doubtfulText(); others.isEmpty())
            said << tr("%1: read, but its checks fail. Compare every field.").arg(kind);
        else
            said << tr("%1: read, but its checks fail. Compare every field, also: %2.").arg(kind, others);
        QStringList typed;
        for (const Line &line : m_lines) {
            if (line.isTyped())
                typed << line.name;
        }
        if (!typed.isEmpty())
            said << tr("Changed by hand, counts as typed: %1.").arg(typed.join(tr(", ")));
        if (said.size() > 1 || !m_scan.valid || !doubts.isEmpty())
            tone = Tone::Warn;
    }
    const auto until = QDate::fromString(normalDate(m_lines.last().edit->text()), Qt::ISODate);
    if (until.isValid() && until < m_workbench.now().toLocalTime().date()) {
        said << Texts::finding({Rule::R1, Verdict::Warn, u"document-expired"_s, {until.toString(Qt::ISODate)}},
                               m_workbench.directory());
        tone = Tone::Warn;
    }
    setVerdict(m_sign, tone, Texts::paragraph(said));
    m_sign->setVisible(!said.isEmpty());
    m_compared->setVisible(!doubts.isEmpty());
    for (const Line &line : m_lines) {
        const bool doubted =
            std::any_of(doubts.begin(), doubts.end(), [&](const scanning::Field &field) { return stands(field, line.field); });
        line.label->setText(doubted ? chipText(Tone::Warn, line.name) : line.name);
        setRole(line.label, doubted ? "warn" : "");
    }
}

const DeskIdentity::Line *DeskIdentity::lineOf(const scanning::Field &field) const
{
    const auto line = std::find_if(m_lines.begin(), m_lines.end(), [&](const Line &one) { return stands(field, one.field); });
    return line == m_lines.end() ? nullptr : &*line;
}

bool DeskIdentity::isCorrected(const scanning::Field &field) const
{
    const Line *line = lineOf(field);
    return line && line->isTyped();
}

QList<scanning::Field> DeskIdentity::doubtful() const
{
    QList<scanning::Field> fields;
    if (!scanning::isDocument(m_scan))
        return fields;
    std::copy_if(m_scan.fields.begin(), m_scan.fields.end(), std::back_inserter(fields), [this](const scanning::Field &field) {
        return (!m_scan.valid || field.trust == scanning::Trust::Unsure) && !isCorrected(field);
    });
    return fields;
}

/// With its value where no line shows it; only those where every field is to be compared.
QString DeskIdentity::doubtfulText() const
{
    QStringList texts;
    for (const scanning::Field &field : doubtful()) {
        const QString name = Texts::fieldName(field.name);
        if (!lineOf(field))
            texts << tr("%1 “%2”").arg(name, field.value);
        else if (m_scan.valid)
            texts << name;
    }
    return texts.join(tr(", "));
}

void DeskIdentity::edited()
{
    showReadSign();
    Q_EMIT changed();
}

void DeskIdentity::takePortrait(const QImage &picture)
{
    m_portrait = jpeg(picture, portraitHeight);
    m_portraitCard->setPicture(m_portrait);
}

QByteArray DeskIdentity::documentJpeg() const
{
    return jpeg(m_documentPicture, documentEdge);
}

void DeskIdentity::fill(VisitorRecord &record) const
{
    bool contradicted = false;
    for (const scanning::Field &field : m_scan.fields) {
        if (!isCorrected(field))
            record.fields.push_back({field.name, field.value, signOf(field.trust)});
        else if (field.trust == scanning::Trust::Checked)
            contradicted = true;
    }
    for (const Line &line : m_lines) {
        const QString value = line.edit->text().trimmed();
        if (line.isTyped() && !value.isEmpty())
            record.fields.push_back({line.field, line.field.endsWith(u"Date") ? normalDate(value) : value, FieldSign::Typed});
    }
    if (scanning::isDocument(m_scan)) {
        record.documentKind = scanning::documentKindName(m_scan);
        record.documentValid = m_scan.valid && !contradicted;
    } else {
        record.documentKind = record.value(u"documentNumber").isEmpty() ? u"none"_s : u"typed"_s;
    }
}

QString DeskIdentity::missing(bool documentAsked) const
{
    for (const Line &line : m_lines) {
        const QString wrong = missingIn(line, documentAsked);
        if (!wrong.isEmpty())
            return wrong;
    }
    return comparison();
}

/// What a document says itself may be impossible, or not be there: the guard looks.
QString DeskIdentity::missingIn(const Line &line, bool documentAsked) const
{
    const bool asked = !scanning::isDocument(m_scan) || line.isTyped() || line.field == u"fullName";
    const QString value = line.edit->text().trimmed();
    const QDate today = m_workbench.now().toLocalTime().date();
    const QString code = asked ? fieldProblem(line.field, value, isRequired({}, line.field, documentAsked), today) : QString();
    if (code == u"field-missing")
        return tr("Missing: %1.").arg(line.name);
    if (code == u"field-date-future")
        return tr("%1: that date lies in the future.").arg(line.name);
    if (code == u"field-date-past")
        return tr("%1: that is too long ago, check the year.").arg(line.name);
    return code.isEmpty() ? QString() : tr("%1: write the date as %2.").arg(line.name, exampleDate);
}

QString DeskIdentity::comparison() const
{
    if (doubtful().isEmpty() || m_compared->isChecked())
        return {};
    return m_scan.valid ? tr("Compare with the document: %1.").arg(doubtfulText())
                        : tr("Compare every field with the document.");
}

std::optional<QDate> DeskIdentity::birthDate() const
{
    for (const Line &line : m_lines) {
        if (const auto born = QDate::fromString(normalDate(line.edit->text()), Qt::ISODate);
            line.field == u"birthDate" && born.isValid())
            return born;
    }
    return std::nullopt;
}

} // namespace gatehouse::admin
