// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingspage.h"

#include "badges/printers.h"
#include "noticescard.h"
#include "pincard.h"
#include "placescard.h"
#include "stationscard.h"
#include "windows/parts/passwordfields.h"
#include "windows/parts/widgets.h"
#include "zonescard.h"

#include <QScrollArea>
#include <QSignalBlocker>
#include <QStyle>
#include <QVBoxLayout>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int cardWidth = 680;
constexpr int besideLabels = 560; ///< of a card, before its fields stand beside what they are
} // namespace

SettingsPage::SettingsPage(Workbench &workbench, AppSettings &settings, QWidget *parent) : Page(workbench, settings, parent)
{
    setObjectName(u"settingsPage"_s);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    auto *inside = new QWidget(scroll);
    m_columns = new QBoxLayout(QBoxLayout::TopToBottom, inside);
    m_columns->setContentsMargins(28, 20, 28, 28);
    m_columns->setSpacing(16);
    m_stations = new StationsCard(m_workbench, this);
    m_places = new PlacesCard(m_workbench, this);
    m_notices = new NoticesCard(m_workbench, this);
    connect(m_places, &PlacesCard::said, this, &Page::said);
    connect(m_notices, &NoticesCard::said, this, &Page::said);
    m_zones = new ZonesCard(m_workbench, this);
    connect(m_zones, &ZonesCard::said, this, &Page::said);
    m_pin = new PinCard(m_workbench, this);
    addColumn({buildStation(), buildPassword(), m_pin});
    addColumn({m_places, m_zones, m_notices, m_stations, buildKeys()});
    m_columns->addStretch(1);
    scroll->setWidget(inside);
    inside->installEventFilter(this);
    load();
    retranslate();
}

void SettingsPage::addColumn(const QList<QWidget *> &cards)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(16);
    for (QWidget *card : cards) {
        card->setMaximumWidth(cardWidth);
        column->addWidget(card);
    }
    column->addStretch(1);
    m_columns->addLayout(column, cardWidth);
}

/// Beside each other where both columns have room, which differs by language.
void SettingsPage::arrange()
{
    const int scrollBar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const QMargins around = m_columns->contentsMargins();
    int wanted = around.left() + around.right() + m_columns->spacing() + scrollBar;
    for (int i = 0; i < m_columns->count(); ++i) {
        if (const QLayout *column = m_columns->itemAt(i)->layout())
            wanted += column->minimumSize().width();
    }
    m_columns->setDirection(width() >= wanted ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

bool SettingsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) // what the cards need has changed: their fonts came, or a list has grown
        arrange();
    // Long rows that wrap need no more than all of them do, so that arrange() decides by one width.
    if (event->type() == QEvent::Resize && watched == m_station->parentWidget())
        m_station->setRowWrapPolicy(m_station->parentWidget()->width() < besideLabels ? QFormLayout::WrapAllRows
                                                                                      : QFormLayout::WrapLongRows);
    return Page::eventFilter(watched, event);
}

void SettingsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void SettingsPage::row(QFormLayout *form, const char *text, QWidget *field)
{
    QLabel *label = makeLabel(form->parentWidget());
    form->addRow(label, field);
    m_rows.append({label, field, text});
}

QWidget *SettingsPage::buildStation()
{
    QFrame *card = makeFrame(this, "card");
    auto *form = new QFormLayout(card);
    form->setContentsMargins(24, 18, 24, 20);
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(24);
    m_station = form;
    card->installEventFilter(this);
    m_headings.append(makeLabel(card, "heading"));
    form->addRow(m_headings.last());
    m_language = new QComboBox(card);
    m_language->setObjectName(u"settingLanguage"_s);
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"简体中文"_s, u"zh_CN"_s);
    m_theme = new QComboBox(card);
    m_theme->setObjectName(u"settingTheme"_s);
    for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark})
        m_theme->addItem(QString(), QVariant(themeName(choice)));
    m_idle = new QSpinBox(card);
    m_idle->setObjectName(u"settingIdle"_s);
    m_idle->setRange(1, 60);
    m_idle->setMaximumWidth(160);
    m_sound = new QCheckBox(card);
    m_sound->setObjectName(u"settingSound"_s);
    m_printer = new QComboBox(card);
    m_printer->setObjectName(u"settingPrinter"_s);
    m_folder = new QLineEdit(card);
    m_folder->setObjectName(u"settingPdfFolder"_s);
    m_format = new QComboBox(card);
    m_format->setObjectName(u"settingBadgeFormat"_s);
    m_format->addItem(QString(), QVariant(u"card"_s));
    m_format->addItem(QString(), QVariant(u"label"_s));
    m_camera = new QLineEdit(card);
    m_camera->setObjectName(u"settingCamera"_s);
    m_camera->setPlaceholderText(u"/dev/video0"_s);
    row(form, QT_TR_NOOP("Language"), m_language);
    row(form, QT_TR_NOOP("Colours"), m_theme);
    row(form, QT_TR_NOOP("Lock after minutes without use"), m_idle);
    row(form, QT_TR_NOOP("Arrivals"), m_sound);
    row(form, QT_TR_NOOP("Printer"), m_printer);
    row(form, QT_TR_NOOP("Folder for PDF files"), m_folder);
    row(form, QT_TR_NOOP("Badge"), m_format);
    row(form, QT_TR_NOOP("Camera (device, address, file or folder)"), m_camera);

    connect(m_language, &QComboBox::activated, this, [this] {
        const QString chosen = m_language->currentData().toString();
        m_workbench.rememberLanguage(chosen);
        m_settings.setPersonLanguage(chosen);
    });
    connect(m_theme, &QComboBox::activated, this,
            [this] { m_settings.setTheme(themeFromName(m_theme->currentData().toString())); });
    connect(m_idle, &QSpinBox::valueChanged, this, [this](int minutes) {
        if (!m_loading)
            m_settings.setIdleMinutes(minutes);
    });
    connect(m_sound, &QCheckBox::clicked, this, [this](bool on) { m_settings.setSound(on); });
    connect(m_printer, &QComboBox::activated, this, [this] { m_settings.setPrinter(m_printer->currentData().toString()); });
    connect(m_folder, &QLineEdit::editingFinished, this, [this] { m_settings.setPdfFolder(m_folder->text().trimmed()); });
    connect(m_format, &QComboBox::activated, this, [this] { m_settings.setBadgeFormat(m_format->currentData().toString()); });
    connect(m_camera, &QLineEdit::editingFinished, this, [this] { m_settings.setCamera(m_camera->text().trimmed()); });
    return card;
}

QWidget *SettingsPage::buildPassword()
{
    QFrame *card = makeFrame(this, "card");
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(24, 18, 24, 20);
    layout->setSpacing(8);
    m_headings.append(makeLabel(card, "heading"));
    m_oldLabel = makeLabel(card);
    m_old = makeSecretLine(card, u"ownOldPassword"_s);
    m_new = new PasswordFields(card);
    m_change = makeButton(card, u"ownChangePassword"_s, "primary");
    m_passwordMessage = makeLabel(card);
    m_passwordMessage->setObjectName(u"ownPasswordMessage"_s);
    m_passwordMessage->setWordWrap(true);
    layout->addWidget(m_headings.last());
    layout->addWidget(m_oldLabel);
    layout->addWidget(m_old);
    layout->addWidget(m_new);
    layout->addWidget(m_change, 0, Qt::AlignLeft);
    layout->addWidget(m_passwordMessage);
    connect(m_change, &QPushButton::clicked, this, &SettingsPage::changePassword);
    const auto ready = [this] { m_change->setEnabled(m_new->isGood() && !m_old->text().isEmpty()); };
    connect(m_new, &PasswordFields::edited, this, ready);
    connect(m_old, &QLineEdit::textChanged, this, ready);
    ready();
    return card;
}

QWidget *SettingsPage::buildKeys()
{
    QFrame *card = makeFrame(this, "card");
    auto *form = new QFormLayout(card);
    form->setContentsMargins(24, 18, 24, 20);
    form->setVerticalSpacing(8);
    form->setHorizontalSpacing(24);
    m_headings.append(makeLabel(card, "heading"));
    form->addRow(m_headings.last());
    for (const Command command : allCommands()) {
        auto *edit = new QKeySequenceEdit(card);
        edit->setObjectName(u"key-%1"_s.arg(static_cast<int>(command)));
        if (auto *line = edit->findChild<QLineEdit *>()) { // it asks for its height before the style is there
            line->ensurePolished();
            edit->setMinimumHeight(line->sizeHint().height());
        }
        QLabel *label = makeLabel(card);
        form->addRow(label, edit);
        m_keyLabels.append(label);
        m_keyEdits.append({command, edit});
        connect(edit, &QKeySequenceEdit::editingFinished, this, [this, command, edit] {
            const bool taken = !edit->keySequence().isEmpty() && m_settings.setKey(command, edit->keySequence());
            setVerdict(m_keyMessage, taken ? Tone::Good : Tone::Bad,
                       taken ? tr("Kept.") : tr("Take a function key or a key with Ctrl or Alt that nothing else has."));
            if (!taken)
                edit->setKeySequence(m_settings.key(command));
        });
    }
    m_keyMessage = makeLabel(card);
    m_keyMessage->setObjectName(u"keyMessage"_s);
    form->addRow(m_keyMessage);
    return card;
}

QString SettingsPage::title() const
{
    return tr("Settings");
}

void SettingsPage::start()
{
    load();
    readPrinters();
    m_stations->reload();
    if (m_workbench.person())
        m_new->setOwnWords(
            {m_workbench.person()->staff.number, m_workbench.person()->staff.name, m_workbench.directory().siteName});
}

void SettingsPage::wipe()
{
    m_old->clear();
    m_new->clear();
    m_passwordMessage->clear();
    m_stations->wipe();
    m_pin->wipe();
}

void SettingsPage::focusFirst()
{
    m_language->setFocus();
}

void SettingsPage::load()
{
    m_loading = true;
    m_language->setCurrentIndex(m_language->findData(m_settings.language()));
    m_theme->setCurrentIndex(m_theme->findData(themeName(m_settings.theme())));
    m_idle->setValue(m_settings.idleMinutes());
    m_sound->setChecked(m_settings.sound());
    m_folder->setText(m_settings.pdfFolder());
    m_format->setCurrentIndex(qMax(0, m_format->findData(m_settings.badgeFormat())));
    m_camera->setText(m_settings.camera());
    for (const auto &[command, edit] : m_keyEdits)
        edit->setKeySequence(m_settings.key(command));
    m_loading = false;
}

void SettingsPage::readPrinters()
{
    m_workbench.offload(
        this, [folder = m_settings.pdfFolder()] { return badges::availablePrinters(folder); },
        [this](const QList<badges::Printer> &printers) {
            const QSignalBlocker quiet(m_printer);
            m_printer->clear();
            m_printer->addItem(tr("PDF files in the folder below"), QString());
            for (const badges::Printer &printer : printers) {
                if (printer.kind == badges::Printer::Kind::System)
                    m_printer->addItem(printer.name, printer.name);
            }
            m_printer->setCurrentIndex(qMax(0, m_printer->findData(m_settings.printer())));
        });
}

void SettingsPage::changePassword()
{
    const auto old = std::make_shared<security::SecureBytes>(takeSecret(m_old));
    const auto fresh = std::make_shared<security::SecureBytes>(m_new->take());
    m_change->setEnabled(false);
    setVerdict(m_passwordMessage, Tone::Neutral, tr("Changing …"));
    m_workbench.act(
        this,
        [old, fresh](Seat &seat) -> Result<void> {
            GATEHOUSE_TRY(seat.session());
            GATEHOUSE_TRY_ASSIGN(const security::SecureBytes pepper, seat.vault().pepper());
            return usecases::changePassword(seat.workplace(), *seat.mutableSession(), *old, *fresh, pepper, seat.plan().cost);
        },
        [this](const Result<void> &answer) {
            if (answer)
                setVerdict(m_passwordMessage, Tone::Good, tr("Your password was changed."));
            else
                setVerdict(m_passwordMessage, Tone::Bad,
                           answer.error().code == ErrorCode::WrongSecret ? tr("The old password is wrong.")
                                                                         : Texts::error(answer.error()));
        });
}

void SettingsPage::retranslate()
{
    const QStringList headings{tr("This workstation"), tr("Your password"), tr("Keys")};
    for (int i = 0; i < m_headings.size(); ++i)
        m_headings[i]->setText(headings.value(i));
    for (const Row &one : m_rows) {
        one.label->setText(tr(one.text));
        nameAfter(one.field, one.label);
    }
    m_theme->setItemText(0, tr("as the system"));
    m_theme->setItemText(1, tr("light"));
    m_theme->setItemText(2, tr("dark"));
    m_format->setItemText(0, tr("card 86 × 54 mm"));
    m_format->setItemText(1, tr("label 62 × 100 mm"));
    m_sound->setText(tr("make a sound"));
    if (m_printer->count() > 0)
        m_printer->setItemText(0, tr("PDF files in the folder below"));
    else
        m_printer->addItem(tr("PDF files in the folder below"), QString());
    m_oldLabel->setText(tr("Old password"));
    nameAfter(m_old, m_oldLabel);
    m_change->setText(tr("Change password"));
    m_pin->retranslate();
    for (int i = 0; i < m_keyEdits.size(); ++i) {
        m_keyLabels[i]->setText(Texts::command(m_keyEdits[i].first));
        nameAfter(m_keyEdits[i].second, m_keyLabels[i]);
    }
    m_places->retranslate();
    m_zones->retranslate();
    m_notices->retranslate();
    m_stations->retranslate();
    load();
}

} // namespace gatehouse::admin
