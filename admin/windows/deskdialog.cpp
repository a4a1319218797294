// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskdialog.h"

#include "camerapanel.h"
#include "picturecard.h"
#include "style/focusring.h"
#include "texts.h"
#include "widgets.h"

#include <QBuffer>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QScrollArea>

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

namespace
{
constexpr int portraitHeight = 640;
constexpr int documentEdge = 1600;
constexpr int hostTypingMs = 150;
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

FieldSign signOf(scanning::Trust trust)
{
    return trust == scanning::Trust::Checked ? FieldSign::Checked : FieldSign::Read;
}

bool isDocument(scanning::Kind kind)
{
    using scanning::Kind;
    return kind != Kind::None && kind != Kind::Barcode && kind != Kind::Badge && kind != Kind::Invite;
}
} // namespace

DeskDialog::DeskDialog(Workbench &workbench, AppSettings &settings, QWidget *parent)
    : QDialog(parent), m_workbench(workbench), m_settings(settings), m_id(makeId<VisitId>(workbench.clock(), *workbench.plan().randomness))
{
    setObjectName(u"deskDialog"_s);
    setWindowTitle(tr("Register a visitor"));
    resize(760, qMin(840, parent ? parent->height() - 40 : 840));
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *inside = new QWidget(scroll);
    auto *layout = new QVBoxLayout(inside);
    layout->setContentsMargins(28, 22, 28, 16);
    layout->setSpacing(14);
    QLabel *heading = makeLabel(inside, "title");
    heading->setText(tr("Register a visitor"));
    layout->addWidget(heading);
    layout->addWidget(buildVisit());
    m_entering = new QWidget(inside);
    auto *entering = new QVBoxLayout(m_entering);
    entering->setContentsMargins(0, 0, 0, 0);
    entering->setSpacing(14);
    entering->addWidget(buildIdentity());
    entering->addWidget(buildItems());
    entering->addWidget(buildConsents());
    layout->addWidget(m_entering);
    layout->addStretch(1);
    scroll->setWidget(inside);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(scroll, 1);
    outer->addWidget(buildFoot());
    m_hostTimer.setSingleShot(true);
    m_hostTimer.setInterval(hostTypingMs);
    connect(&m_hostTimer, &QTimer::timeout, this, &DeskDialog::findHost);
    for (const Purpose &one : m_workbench.directory().purposes) {
        if (one.entering)
            m_purpose->addItem(Texts::purposeName(one), one.id.key);
    }
    connect(m_purpose, &QComboBox::currentIndexChanged, this, &DeskDialog::applyPurpose);
    applyPurpose();
    m_purpose->setFocus();
    new FocusRing(this);
}

DeskDialog::~DeskDialog()
{
    m_portrait.fill('\0');
}

QLabel *DeskDialog::addRow(QFormLayout *form, const QString &text, QWidget *field)
{
    QLabel *label = makeLabel(this);
    label->setText(text);
    form->addRow(label, field);
    nameAfter(field, label);
    return label;
}

QWidget *DeskDialog::buildVisit()
{
    QFrame *card = makeFrame(this, "card");
    auto *form = new QFormLayout(card);
    form->setContentsMargins(20, 16, 20, 16);
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(20);
    m_purpose = new QComboBox(card);
    m_purpose->setObjectName(u"deskPurpose"_s);
    m_host = new QLineEdit(card);
    m_host->setObjectName(u"deskHost"_s);
    m_host->setPlaceholderText(tr("Type two letters of the name"));
    m_hosts = new QListWidget(card);
    m_hosts->setObjectName(u"deskHosts"_s);
    m_hosts->setAccessibleName(tr("Hosts who match"));
    m_hosts->setProperty("role", u"framed"_s);
    m_hosts->setMaximumHeight(150);
    m_hosts->hide();
    m_company = new QLineEdit(card);
    m_company->setObjectName(u"deskCompany"_s);
    m_phone = new QLineEdit(card);
    m_phone->setObjectName(u"deskPhone"_s);
    for (QLineEdit *line : {m_host, m_company, m_phone})
        line->setMaxLength(200);
    addRow(form, tr("Purpose"), m_purpose);
    m_hostLabel = addRow(form, tr("Host"), m_host);
    form->addRow(QString(), m_hosts);
    m_companyLabel = addRow(form, tr("Company"), m_company);
    addRow(form, tr("Phone"), m_phone);
    auto *zones = new QWidget(card);
    m_zoneBoxes = new QVBoxLayout(zones);
    m_zoneBoxes->setContentsMargins(0, 0, 0, 0);
    form->addRow(QString(), zones);
    connect(m_host, &QLineEdit::textEdited, this, [this] {
        m_hostId.reset();
        m_hostTimer.start();
        judge();
    });
    connect(m_host, &QLineEdit::returnPressed, this, [this] {
        if (m_hosts->isVisible() && m_hosts->count() > 0)
            chooseHost(m_hosts->item(0));
    });
    connect(m_hosts, &QListWidget::itemActivated, this, &DeskDialog::chooseHost);
    connect(m_hosts, &QListWidget::itemClicked, this, &DeskDialog::chooseHost);
    connect(m_company, &QLineEdit::textChanged, this, &DeskDialog::judge);
    return card;
}

QWidget *DeskDialog::buildIdentity()
{
    QFrame *card = makeFrame(this, "card");
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(10);
    m_useCamera = makeButton(card, u"deskUseCamera"_s);
    m_useCamera->setText(tr("Read with the camera"));
    m_useCamera->setEnabled(!m_settings.camera().isEmpty());
    m_useCamera->setToolTip(m_settings.camera().isEmpty() ? tr("No camera is named in the settings.") : QString());
    m_file = makeButton(card, u"deskDocumentFile"_s);
    m_file->setText(tr("Read from a picture file"));
    auto *ways = new QHBoxLayout;
    ways->addWidget(m_useCamera);
    ways->addWidget(m_file);
    ways->addStretch(1);
    layout->addLayout(ways);
    m_camera = new CameraPanel(card);
    layout->addWidget(m_camera);
    m_sign = makeLabel(card, "muted");
    m_sign->setObjectName(u"deskReadSign"_s);
    m_sign->setWordWrap(true);
    layout->addWidget(m_sign);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(20);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(20);
    const QList<QPair<QString, QString>> lines{{u"fullName"_s, tr("Name")},
                                               {u"documentNumber"_s, tr("Document number")},
                                               {u"birthDate"_s, tr("Date of birth")},
                                               {u"expiryDate"_s, tr("Valid until")}};
    for (const auto &[field, text] : lines) {
        auto *edit = new QLineEdit(card);
        edit->setObjectName(u"desk-"_s + field);
        edit->setMaxLength(200);
        if (field.endsWith(u"Date"))
            edit->setPlaceholderText(u"2026-11-24"_s);
        m_lines.append({field, addRow(form, text, edit), edit});
        connect(edit, &QLineEdit::textEdited, this, [this, name = field] { edited(name); });
    }
    auto *photo = new QVBoxLayout;
    m_portraitCard = new PictureCard(card);
    m_portraitCard->setFixedSize(130, 165);
    m_portraitCard->setWords(tr("No photo"));
    m_portraitCard->setAccessibleName(tr("Portrait"));
    m_portraitFile = makeButton(card, u"deskPortraitFile"_s);
    m_portraitFile->setText(tr("Photo file"));
    photo->addWidget(m_portraitCard);
    photo->addWidget(m_portraitFile);
    photo->addStretch(1);
    sides->addLayout(form, 1);
    sides->addLayout(photo);
    layout->addLayout(sides);
    connect(m_useCamera, &QPushButton::clicked, this, [this] {
        if (m_camera->isRunning())
            m_camera->stop();
        else
            m_camera->start(m_settings.camera());
        m_useCamera->setText(m_camera->isRunning() ? tr("Close the camera") : tr("Read with the camera"));
    });
    connect(m_camera, &CameraPanel::documentRead, this,
            [this](const scanning::LiveResult &result) { tookDocument(result.result, result.picture); });
    connect(m_camera, &CameraPanel::photoTaken, this, &DeskDialog::takePortrait);
    const auto pick = [this](const QString &title, auto take) {
        auto *dialog = new QFileDialog(this, title, QString(), tr("Pictures (*.jpg *.jpeg *.png *.bmp)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, take);
        dialog->open();
    };
    connect(m_file, &QPushButton::clicked, this, [this, pick] { pick(tr("Picture of the document"), [this](const QString &path) { readPicture(path); }); });
    connect(m_portraitFile, &QPushButton::clicked, this, [this, pick] {
        pick(tr("Photo of the visitor"), [this](const QString &path) {
            m_workbench.offload(this, [path] { return scanning::loadPicture(path); }, [this](const Result<QImage> &picture) {
                if (picture)
                    takePortrait(*picture);
                else
                    setVerdict(m_message, Tone::Bad, tr("This file is no picture that can be read."));
            });
        });
    });
    return card;
}

QWidget *DeskDialog::buildItems()
{
    QFrame *card = makeFrame(this, "card");
    m_itemBox = card;
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(20, 16, 20, 16);
    QLabel *heading = makeLabel(card, "muted");
    heading->setText(tr("Carried items"));
    layout->addWidget(heading);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(20);
    int index = 0;
    for (const QString &kind : itemKinds()) {
        auto *box = new QCheckBox(Texts::itemKind(kind), card);
        box->setObjectName(u"item-"_s + kind);
        auto *count = new QSpinBox(card);
        count->setRange(1, 99);
        count->setAccessibleName(tr("Number of: %1").arg(Texts::itemKind(kind)));
        count->setEnabled(false);
        connect(box, &QCheckBox::toggled, count, &QSpinBox::setEnabled);
        grid->addWidget(box, index / 2, index % 2 * 2);
        grid->addWidget(count, index / 2, index % 2 * 2 + 1);
        m_items.append({kind, box, count});
        ++index;
    }
    layout->addLayout(grid);
    m_itemsNote = new QLineEdit(card);
    m_itemsNote->setObjectName(u"deskItemsNote"_s);
    m_itemsNote->setPlaceholderText(tr("What else, in own words"));
    m_itemsNote->setAccessibleName(tr("What else, in own words"));
    m_itemsNote->setMaxLength(200);
    layout->addWidget(m_itemsNote);
    return card;
}

QWidget *DeskDialog::buildConsents()
{
    QFrame *card = makeFrame(this, "card");
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(20, 16, 20, 16);
    m_privacy = new QCheckBox(tr("The privacy and recording notice was read to the visitor, who agrees"), card);
    m_privacy->setObjectName(u"deskPrivacy"_s);
    layout->addWidget(m_privacy);
    m_termsBox = new QWidget(card);
    auto *terms = new QFormLayout(m_termsBox);
    terms->setContentsMargins(0, 6, 0, 0);
    m_terms = new QLineEdit(m_termsBox);
    m_terms->setObjectName(u"deskTerms"_s);
    m_terms->setMaxLength(200);
    addRow(terms, tr("Confidentiality terms: the visitor's typed signature"), m_terms);
    layout->addWidget(m_termsBox);
    connect(m_privacy, &QCheckBox::toggled, this, &DeskDialog::judge);
    connect(m_terms, &QLineEdit::textChanged, this, &DeskDialog::judge);
    return card;
}

QWidget *DeskDialog::buildFoot()
{
    QFrame *foot = makeFrame(this, "foot");
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(28, 12, 28, 14);
    layout->setSpacing(12);
    m_message = makeLabel(foot, "muted");
    m_message->setObjectName(u"deskMessage"_s);
    m_message->setWordWrap(true);
    QPushButton *cancel = makeButton(foot, u"deskCancel"_s);
    cancel->setText(tr("Cancel"));
    m_submit = makeButton(foot, u"deskSubmit"_s, "primary");
    m_submit->setText(tr("Register"));
    layout->addWidget(m_message, 1);
    layout->addWidget(cancel);
    layout->addWidget(m_submit);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_submit, &QPushButton::clicked, this, &DeskDialog::submit);
    return foot;
}

const Purpose *DeskDialog::purpose() const
{
    return m_workbench.directory().purpose(PurposeId{m_purpose->currentData().toString()});
}

bool DeskDialog::asksTerms() const
{
    const Purpose *chosen = purpose();
    if (!chosen)
        return false;
    const auto asks = [this](const ZoneId &id) {
        const Zone *zone = m_workbench.directory().zone(id);
        return zone && zone->asksTerms;
    };
    return std::any_of(chosen->zones.begin(), chosen->zones.end(), asks)
           || std::any_of(m_optionalZones.begin(), m_optionalZones.end(), [&](const auto &one) { return one.second->isChecked() && asks(one.first); });
}

void DeskDialog::applyPurpose()
{
    const Purpose *chosen = purpose();
    if (!chosen)
        return;
    for (const auto &[zone, box] : m_optionalZones)
        box->deleteLater();
    m_optionalZones.clear();
    for (const ZoneId &id : chosen->optionalZones) {
        auto *box = new QCheckBox(tr("also: %1").arg(Texts::zoneNames(m_workbench.directory(), {id})), this);
        m_zoneBoxes->addWidget(box);
        m_optionalZones.append({id, box});
        connect(box, &QCheckBox::toggled, this, &DeskDialog::judge);
    }
    m_host->setVisible(chosen->asksHost);
    m_hostLabel->setVisible(chosen->asksHost);
    m_company->setVisible(chosen->asksCompany);
    m_companyLabel->setVisible(chosen->asksCompany);
    m_itemBox->setVisible(chosen->asksItems);
    judge();
}

void DeskDialog::findHost()
{
    const QString typed = m_host->text().trimmed();
    if (typed.size() < 2 && !(typed.size() == 1 && typed.at(0).script() == QChar::Script_Han)) {
        m_hosts->hide();
        return;
    }
    m_workbench.ask(this, [typed](Seat &seat) { return usecases::findHosts(seat.workplace(), typed); },
                    [this, typed](const Result<std::vector<usecases::HostMatch>> &matches) {
                        if (!matches || typed != m_host->text().trimmed() || m_hostId)
                            return;
                        m_hosts->clear();
                        for (const usecases::HostMatch &match : *matches) {
                            auto *item = new QListWidgetItem(match.name, m_hosts);
                            item->setData(Qt::UserRole, match.id.value);
                        }
                        m_hosts->setVisible(m_hosts->count() > 0);
                    });
}

void DeskDialog::chooseHost(QListWidgetItem *item)
{
    m_hostId = StaffId{item->data(Qt::UserRole).toUuid()};
    m_host->setText(item->text());
    m_hosts->hide();
    m_company->setFocus();
    judge();
}

void DeskDialog::readPicture(const QString &path)
{
    setVerdict(m_message, Tone::Neutral, tr("Reading …"));
    m_workbench.offload(this, [path]() -> Result<Picked> {
        GATEHOUSE_TRY_ASSIGN(QImage picture, scanning::loadPicture(path));
        scanning::Scanner scanner;
        const scanning::FrameResult frame = scanner.scanImage(picture);
        return Picked{frame.result, std::move(picture)};
    }, [this](const Result<Picked> &picked) {
        if (!picked)
            setVerdict(m_message, Tone::Bad, tr("This file is no picture that can be read."));
        else if (!isDocument(picked->result.kind))
            setVerdict(m_message, Tone::Bad, tr("No document was found in the picture. Try another one, or type."));
        else
            tookDocument(picked->result, picked->picture);
    });
}

void DeskDialog::tookDocument(const scanning::ScanResult &result, const QImage &picture)
{
    if (!isDocument(result.kind))
        return;
    m_scan = result;
    m_documentPicture = picture;
    m_touched = false;
    m_filling = true;
    const VisitorRecord read = record();
    for (const Line &line : m_lines)
        line.edit->setText(line.field == u"fullName" ? read.displayName() : read.value(line.field));
    m_filling = false;
    m_camera->stop();
    m_useCamera->setText(tr("Read with the camera"));
    showReadSign();
    judge();
}

void DeskDialog::showReadSign()
{
    if (m_scan.kind == scanning::Kind::None)
        setVerdict(m_sign, Tone::Neutral, QString());
    else if (m_touched)
        setVerdict(m_sign, Tone::Warn, tr("Changed by hand: it counts as typed."));
    else if (m_scan.valid)
        setVerdict(m_sign, Tone::Good, tr("%1: read, its checks hold.").arg(Texts::documentKind(scanning::kindName(m_scan.kind))));
    else
        setVerdict(m_sign, Tone::Warn, tr("%1: read, but its checks fail. Compare every field.").arg(Texts::documentKind(scanning::kindName(m_scan.kind))));
}

void DeskDialog::edited(const QString &)
{
    if (m_filling)
        return;
    m_touched = true;
    showReadSign();
    judge();
}

void DeskDialog::takePortrait(const QImage &picture)
{
    m_portrait = jpeg(picture, portraitHeight);
    m_portraitCard->setPicture(m_portrait);
}

VisitorRecord DeskDialog::record() const
{
    VisitorRecord record;
    const bool scanned = m_scan.kind != scanning::Kind::None;
    if (scanned && !m_touched) {
        for (const scanning::Field &field : m_scan.fields)
            record.fields.push_back({field.name, field.value, signOf(field.trust)});
        record.documentKind = scanning::kindName(m_scan.kind);
        record.documentValid = m_scan.valid;
    } else {
        // What somebody changed by hand claims nothing any more, and with it the whole document.
        for (const Line &line : m_lines) {
            const QString value = line.edit->text().trimmed();
            if (!value.isEmpty())
                record.fields.push_back({line.field, value, FieldSign::Typed});
        }
        record.documentKind = record.value(u"documentNumber").isEmpty() ? u"none"_s : u"typed"_s;
    }
    record.company = m_company->text().trimmed();
    record.phone = m_phone->text().trimmed();
    record.itemsNote = m_itemsNote->text().trimmed();
    if (asksTerms())
        record.typedSignature = m_terms->text().trimmed();
    return record;
}

QString DeskDialog::missing() const
{
    const Purpose *chosen = purpose();
    if (!chosen)
        return tr("Choose a purpose.");
    if (m_lines.first().edit->text().trimmed().isEmpty())
        return tr("The name is missing.");
    for (const Line &line : m_lines) {
        const QString value = line.edit->text().trimmed();
        if (m_touched && line.field.endsWith(u"Date") && !value.isEmpty() && !QDate::fromString(value, Qt::ISODate).isValid())
            return tr("%1: write the date as 2026-11-24.").arg(line.label->text());
    }
    if (chosen->asksHost && !m_hostId && !m_host->text().trimmed().isEmpty())
        return tr("Choose the host from the list, or leave the field empty.");
    if (!m_privacy->isChecked())
        return tr("The privacy notice comes first.");
    if (asksTerms() && m_terms->text().trimmed().isEmpty())
        return tr("The confidentiality terms are to be signed.");
    return {};
}

void DeskDialog::judge()
{
    m_termsBox->setVisible(asksTerms());
    const QString what = missing();
    m_submit->setEnabled(what.isEmpty() && !m_busy);
    if (!m_busy)
        setVerdict(m_message, Tone::Neutral, what);
}

usecases::VisitRequest DeskDialog::request() const
{
    usecases::VisitRequest request;
    request.purpose = purpose()->id;
    if (purpose()->asksHost)
        request.host = m_hostId;
    for (const auto &[zone, box] : m_optionalZones) {
        if (box->isChecked())
            request.optionalZones.push_back(zone);
    }
    request.language = Texts::isChinese() ? u"zh_CN"_s : u"en"_s;
    usecases::VisitorInput visitor;
    visitor.id = m_id;
    visitor.record = record();
    visitor.portrait = m_portrait;
    if (!m_touched)
        visitor.document = jpeg(m_documentPicture, documentEdge);
    const QDateTime now = m_workbench.now();
    visitor.consents.push_back({u"privacy"_s, 1, request.language, u"tick"_s, now});
    if (asksTerms())
        visitor.consents.push_back({u"terms"_s, 1, request.language, u"typed"_s, now});
    for (const ItemRow &row : m_items) {
        if (purpose()->asksItems && row.box->isChecked())
            visitor.items.push_back({row.kind, row.count->value(), ItemState::Declared, {}});
    }
    request.visitors.push_back(std::move(visitor));
    return request;
}

void DeskDialog::submit()
{
    if (!missing().isEmpty() || m_busy)
        return;
    m_busy = true;
    m_submit->setEnabled(false);
    setVerdict(m_message, Tone::Neutral, tr("Registering …"));
    m_workbench.act(this, [request = request()](Seat &seat) -> Result<std::vector<Visit>> {
        GATEHOUSE_TRY_ASSIGN(const usecases::StaffSession *session, seat.session());
        return usecases::requestVisit(seat.workplace(), request, session);
    }, [this](const Result<std::vector<Visit>> &visits) {
        m_busy = false;
        if (visits) {
            Q_EMIT registered(visits->front().id);
            accept();
            return;
        }
        judge();
        setVerdict(m_message, Tone::Bad, Texts::error(visits.error()));
    });
}

} // namespace gatehouse::admin
