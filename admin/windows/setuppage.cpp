// SPDX-License-Identifier: GPL-3.0-or-later
#include "setuppage.h"

#include "paperdesk.h"
#include "texts.h"
#include "usecases/staffbounds.h"
#include "windows/parts/passwordfields.h"
#include "windows/parts/widgets.h"

#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>

#include <utility>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int previewDpi = 60;

Result<QList<badges::Drawing>> sheetPages(const badges::RecoverySheet &sheet)
{
    return badges::recoverySheetPages(sheet, badges::FontMeasure());
}
} // namespace

SetupPage::SetupPage(Workbench &workbench, AppSettings &settings, PaperDesk &paper, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_settings(settings), m_paper(paper)
{
    setObjectName(u"setupPage"_s);
    QVBoxLayout *card = makeCentredCard(this, 620);
    m_title = makeLabel(this, "display");
    m_intro = makeLabel(this, "muted");
    m_intro->setWordWrap(true);
    m_steps = {buildSite(), buildSheet(), buildReadBack()};
    m_message = makeLabel(this);
    m_message->setObjectName(u"setupMessage"_s);
    m_message->setWordWrap(true);
    m_language = new QComboBox(this);
    m_language->setObjectName(u"setupLanguage"_s);
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"简体中文"_s, u"zh_CN"_s);
    card->addWidget(m_title);
    card->addWidget(m_intro);
    card->addSpacing(6);
    for (QWidget *step : m_steps) {
        card->addWidget(step);
        step->setVisible(step == m_steps.first());
    }
    card->addWidget(m_message);
    card->addWidget(m_language, 0, Qt::AlignLeft);
    connect(m_language, &QComboBox::activated, this, [this] { m_settings.setLanguage(m_language->currentData().toString()); });
    connect(&m_paper, &PaperDesk::said, this, [this](Tone tone, const QString &sentence) {
        if (isVisible())
            say(tone, sentence);
    });
    retranslate();
}

QLineEdit *SetupPage::addLine(QVBoxLayout *layout, QLabel *&label, const QString &objectName)
{
    label = makeLabel(layout->parentWidget());
    auto *line = new QLineEdit(layout->parentWidget());
    line->setObjectName(objectName);
    setLongest(line, usecases::longestName);
    layout->addWidget(label);
    layout->addWidget(line);
    connect(line, &QLineEdit::textChanged, this, &SetupPage::judge);
    return line;
}

QWidget *SetupPage::buildSite()
{
    auto *form = new QWidget(this);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    m_password = nullptr;
    m_make = makeButton(form, u"makeSite"_s, "primary");
    m_site = addLine(layout, m_siteLabel, u"siteNameField"_s);
    m_name = addLine(layout, m_nameLabel, u"managerName"_s);
    m_number = addLine(layout, m_numberLabel, u"managerNumber"_s);
    setLongest(m_number, usecases::longestStaffNumber);
    m_number->setValidator(new QRegularExpressionValidator(QRegularExpression(u"[\\p{L}\\p{N}-]*"_s), m_number));
    m_agreementLabel = makeLabel(form);
    m_agreement = new QDateEdit(m_workbench.now().toLocalTime().date(), form);
    m_agreement->setObjectName(u"agreementDate"_s);
    m_agreement->setDisplayFormat(u"yyyy-MM-dd"_s);
    m_agreement->setMaximumDate(m_workbench.now().toLocalTime().date());
    m_agreement->setCalendarPopup(true);
    m_guardToo = new QCheckBox(form);
    m_guardToo->setObjectName(u"managerIsGuard"_s);
    m_guardToo->setChecked(true);
    m_password = new PasswordFields(form);
    layout->addWidget(m_agreementLabel);
    layout->addWidget(m_agreement);
    layout->addWidget(m_guardToo);
    layout->addSpacing(6);
    layout->addWidget(m_password);
    layout->addWidget(m_make);
    connect(m_password, &PasswordFields::edited, this, [this] {
        m_make->setEnabled(m_password->isGood());
        judge();
    });
    connect(m_make, &QPushButton::clicked, this, &SetupPage::makeSite);
    connect(m_password, &PasswordFields::entered, m_make, &QPushButton::click); // does nothing while it is disabled
    return form;
}

QWidget *SetupPage::buildSheet()
{
    auto *form = new QWidget(this);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_sheetPicture = new QLabel(form);
    m_sheetPicture->setAlignment(Qt::AlignCenter);
    m_secret = makeLabel(form);
    m_secret->setObjectName(u"recoverySecret"_s);
    m_secret->setWordWrap(true);
    QFont fixed(u"Noto Sans Mono"_s);
    fixed.setStyleHint(QFont::Monospace);
    m_secret->setFont(fixed);
    m_print = makeButton(form, u"printSheet"_s, "primary");
    m_save = makeButton(form, u"saveSheet"_s);
    m_next = makeButton(form, u"sheetIsSafe"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_print);
    row->addWidget(m_save);
    row->addStretch(1);
    row->addWidget(m_next);
    layout->addWidget(m_sheetPicture);
    layout->addWidget(m_secret);
    layout->addLayout(row);
    connect(m_print, &QPushButton::clicked, this, &SetupPage::printSheet);
    connect(m_save, &QPushButton::clicked, this, &SetupPage::saveSheet);
    connect(m_next, &QPushButton::clicked, this, [this] { go(ReadBackStep); });
    return form;
}

QWidget *SetupPage::buildReadBack()
{
    auto *form = new QWidget(this);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_readBackLabel = makeLabel(form);
    m_readBack = new QLineEdit(form);
    m_readBack->setObjectName(u"readBack"_s);
    m_readBack->setMaxLength(200);
    m_back = makeButton(form, u"backToSheet"_s);
    m_confirm = makeButton(form, u"confirmRecovery"_s, "primary");
    auto *row = new QHBoxLayout;
    row->addWidget(m_back);
    row->addStretch(1);
    row->addWidget(m_confirm);
    layout->addWidget(m_readBackLabel);
    layout->addWidget(m_readBack);
    layout->addLayout(row);
    layout->addStretch(1);
    connect(m_readBack, &QLineEdit::textChanged, this,
            [this](const QString &text) { m_confirm->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_readBack, &QLineEdit::returnPressed, this, &SetupPage::confirm);
    connect(m_confirm, &QPushButton::clicked, this, &SetupPage::confirm);
    connect(m_back, &QPushButton::clicked, this, [this] { go(SheetStep); });
    return form;
}

void SetupPage::start(Step step)
{
    go(step);
}

void SetupPage::go(Step step)
{
    m_message->clear();
    m_step = step;
    for (int i = 0; i < m_steps.size(); ++i)
        m_steps[i]->setVisible(i == step);
    m_back->setVisible(!m_sheet.secret.isEmpty());
    m_confirm->setEnabled(!m_readBack->text().trimmed().isEmpty());
    retranslate();
    if (step == SiteStep)
        m_site->setFocus();
    else if (step == SheetStep)
        m_print->setFocus();
    else
        m_readBack->setFocus();
    judge();
}

void SetupPage::judge()
{
    if (!m_password)
        return;
    const QStringList words{m_site->text().trimmed(), m_number->text().trimmed(), m_name->text().trimmed()};
    if (sender() != m_password)
        m_password->setOwnWords(words);
    const QString excess = tooLong(m_site->parentWidget());
    if (const bool said = std::exchange(m_saysTooLong, !excess.isEmpty()); said || m_saysTooLong)
        say(Tone::Warn, excess);
    m_make->setEnabled(!words.contains(QString()) && m_password->isGood() && excess.isEmpty());
}

void SetupPage::makeSite()
{
    auto setup = std::make_shared<usecases::SiteSetup>();
    setup->siteName = m_site->text().trimmed();
    setup->managerNumber = m_number->text().trimmed();
    setup->managerName = m_name->text().trimmed();
    setup->agreementDate = m_agreement->date();
    setup->managerIsGuardToo = m_guardToo->isChecked();
    setup->cost = m_workbench.plan().cost;
    setup->password = m_password->take();
    m_managerNumber = setup->managerNumber;
    m_sheet.siteName = setup->siteName;
    m_make->setEnabled(false);
    say(Tone::Neutral, tr("Making the keys of the site …"));
    m_workbench.setUp(this, setup, [this](const Result<usecases::NewSite> &site) { made(site); });
}

void SetupPage::made(const Result<usecases::NewSite> &site)
{
    if (!site) {
        say(Tone::Bad, site.error().code == ErrorCode::Conflict && !usecases::isVaultTaken(site.error())
                           ? tr("This database already has a site.")
                           : Texts::error(site.error()));
        judge();
        return;
    }
    m_sheet.secret = site->recoverySecret;
    m_sheet.pepper = site->pepperSecret;
    m_sheet.fingerprint = QString::fromLatin1(site->rootFingerprint.toHex());
    m_sheet.madeAt = m_workbench.now();
    m_secret->setText(site->recoverySecret);
    preview();
    go(SheetStep);
}

void SetupPage::preview()
{
    m_workbench.offload(
        this,
        [sheet = m_sheet]() -> Result<QImage> {
            GATEHOUSE_TRY_ASSIGN(const QList<badges::Drawing> pages, sheetPages(sheet));
            return badges::toImage(pages.first(), previewDpi);
        },
        [this](const Result<QImage> &picture) {
            if (picture)
                m_sheetPicture->setPixmap(QPixmap::fromImage(picture->scaledToHeight(420, Qt::SmoothTransformation)));
        });
}

void SetupPage::printSheet()
{
    if (const auto pages = sheetPages(m_sheet))
        m_paper.print(*pages, u"recovery-sheet"_s);
}

void SetupPage::saveSheet()
{
    auto *dialog = new QFileDialog(this, tr("Save the recovery sheet"), m_settings.pdfFolder(), tr("PDF files (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_workbench.offload(
            this,
            [sheet = m_sheet, path]() -> Result<void> {
                GATEHOUSE_TRY_ASSIGN(const QList<badges::Drawing> pages, sheetPages(sheet));
                return badges::toPdf(pages, path);
            },
            [this, path](const Result<void> &saved) {
                if (saved)
                    say(Tone::Good, tr("Saved: %1. Print it, put the paper in the safe and delete the file.").arg(path));
                else
                    say(Tone::Bad, tr("It could not be saved there."));
            });
    });
    dialog->open();
}

void SetupPage::confirm()
{
    if (!m_confirm->isEnabled())
        return;
    const QString secret = m_readBack->text().trimmed();
    m_confirm->setEnabled(false);
    say(Tone::Neutral, tr("Checking …"));
    m_workbench.ask(
        this,
        [secret](Seat &seat) -> Result<void> {
            GATEHOUSE_TRY(usecases::confirmRecovery(seat.workplace(), secret));
            seat.vault().endKeys();
            return {};
        },
        [this](const Result<void> &answer) {
            m_confirm->setEnabled(true);
            if (!answer) {
                say(Tone::Bad, answer.error().code == ErrorCode::Invalid
                                   ? tr("This is not the secret on the sheet of this site. Compare it group by group.")
                                   : Texts::error(answer.error()));
                m_readBack->setFocus();
                return;
            }
            forget();
            Q_EMIT live(m_managerNumber);
        });
}

void SetupPage::forget()
{
    m_sheet = {};
    m_secret->clear();
    m_sheetPicture->clear();
    m_readBack->clear();
}

void SetupPage::say(Tone tone, const QString &text)
{
    setVerdict(m_message, tone, text);
}

void SetupPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SetupPage::retranslate()
{
    static const char *const titles[] = {QT_TR_NOOP("Make this site"), QT_TR_NOOP("The recovery sheet"),
                                         QT_TR_NOOP("Read back")};
    static const char *const intros[] = {
        QT_TR_NOOP("There is no site in this database yet. You become its first manager; there is no other first account."),
        QT_TR_NOOP("This sheet alone can restore the site. Print it and put it in the safe; Gatehouse keeps no copy."),
        QT_TR_NOOP(
            "Type or paste the first secret from the printed sheet. The site goes live when it fits, so that nobody works "
            "without a sheet.")};
    const int step = m_step;
    m_title->setText(tr(titles[step]));
    m_intro->setText(tr(intros[step]));
    m_siteLabel->setText(tr("Name of the site"));
    m_nameLabel->setText(tr("Your name"));
    m_numberLabel->setText(tr("Your staff number"));
    m_agreementLabel->setText(tr("Date of your confidentiality agreement"));
    m_guardToo->setText(tr("I also work as a guard"));
    m_make->setText(tr("Make the site"));
    m_secret->setAccessibleName(tr("Recovery secret"));
    m_sheetPicture->setAccessibleName(tr("Picture of the recovery sheet"));
    m_print->setText(tr("Print"));
    m_save->setText(tr("Save as PDF"));
    m_next->setText(tr("I have it on paper"));
    m_readBackLabel->setText(tr("Recovery secret from the sheet"));
    m_back->setText(tr("Back to the sheet"));
    m_confirm->setText(tr("Let the site go live"));
    nameAfter(m_site, m_siteLabel);
    nameAfter(m_name, m_nameLabel);
    nameAfter(m_number, m_numberLabel);
    nameAfter(m_agreement, m_agreementLabel);
    nameAfter(m_readBack, m_readBackLabel);
    m_language->setAccessibleName(tr("Language"));
    m_language->setCurrentIndex(m_language->findData(m_settings.language()));
}

} // namespace gatehouse::admin
