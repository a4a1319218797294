// SPDX-License-Identifier: GPL-3.0-or-later
#include "signinpage.h"

#include "texts.h"
#include "windows/parts/passwordfields.h"
#include "windows/parts/widgets.h"

#include <QEvent>
#include <QVBoxLayout>

#include <utility>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

SignInPage::SignInPage(Workbench &workbench, AppSettings &settings, QWidget *parent)
    : QWidget(parent), m_workbench(workbench), m_settings(settings)
{
    setObjectName(u"signInPage"_s);
    QVBoxLayout *card = makeCentredCard(this, 480);
    m_title = makeLabel(this, "display");
    m_notice = makeLabel(this, "warn");
    m_notice->setWordWrap(true);
    m_notice->hide();
    m_message = makeLabel(this, "bad");
    m_message->setObjectName(u"signInMessage"_s);
    m_message->setWordWrap(true);
    m_forms = new QStackedWidget(this);
    m_forms->addWidget(buildSignIn());
    m_forms->addWidget(buildActivate());
    m_forms->addWidget(buildExpired());
    m_language = new QComboBox(this);
    m_language->setObjectName(u"languageChoice"_s);
    m_language->addItem(u"English"_s, u"en"_s);
    m_language->addItem(u"简体中文"_s, u"zh_CN"_s);
    card->addWidget(m_title);
    card->addSpacing(6);
    card->addWidget(m_notice);
    card->addWidget(m_forms);
    card->addWidget(m_message);
    card->addSpacing(6);
    card->addWidget(m_language, 0, Qt::AlignLeft);

    connect(m_language, &QComboBox::activated, this, [this] {
        m_languageChosen = true;
        m_settings.setLanguage(m_language->currentData().toString());
    });
    connect(&m_workbench, &Workbench::signedIn, this, [this] {
        setBusy(false);
        m_message->clear();
        m_password->clear(); // typed while the keys were opened
        takeLanguage();
        if (m_workbench.person()->passwordExpired)
            showForm(ExpiredForm);
        else
            Q_EMIT done();
    });
    connect(&m_workbench, &Workbench::signInFailed, this, &SignInPage::failed);
    for (const QLineEdit *line : findChildren<QLineEdit *>())
        connect(line, &QLineEdit::textEdited, this, [this] {
            if (std::exchange(m_scanned, false))
                m_message->clear();
        });
    m_wait.setInterval(1000);
    connect(&m_wait, &QTimer::timeout, this, &SignInPage::countDown);
    retranslate();
}

QWidget *SignInPage::buildSignIn()
{
    auto *form = new QWidget(this);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_numberLabel = makeLabel(form);
    m_number = new QLineEdit(form);
    m_number->setObjectName(u"staffNumber"_s);
    m_number->setMaxLength(40);
    m_passwordLabel = makeLabel(form);
    m_password = makeSecretLine(form, u"password"_s);
    m_signIn = makeButton(form, u"signIn"_s, "primary");
    m_toActivate = makeButton(form, u"haveCode"_s, "quiet");
    layout->addWidget(m_numberLabel);
    layout->addWidget(m_number);
    layout->addWidget(m_passwordLabel);
    layout->addWidget(m_password);
    layout->addSpacing(12);
    layout->addWidget(m_signIn);
    layout->addWidget(m_toActivate, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(m_number, &QLineEdit::returnPressed, m_password, [this] { m_password->setFocus(); });
    connect(m_number, &QLineEdit::textChanged, this, [this](const QString &number) {
        if (number.trimmed() != m_waitNumber)
            endWait();
    });
    connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::submitSignIn);
    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::submitSignIn);
    connect(m_toActivate, &QPushButton::clicked, this, [this] { showForm(ActivateForm); });
    return form;
}

QWidget *SignInPage::buildActivate()
{
    auto *form = new QWidget(this);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_codeNumberLabel = makeLabel(form);
    m_codeNumber = new QLineEdit(form);
    m_codeNumber->setObjectName(u"codeStaffNumber"_s);
    m_codeLabel = makeLabel(form);
    m_code = new QLineEdit(form);
    m_code->setObjectName(u"oneTimeCode"_s);
    m_firstPassword = new PasswordFields(form);
    m_activate = makeButton(form, u"activate"_s, "primary");
    m_toSignIn = makeButton(form, u"backToSignIn"_s, "quiet");
    layout->addWidget(m_codeNumberLabel);
    layout->addWidget(m_codeNumber);
    layout->addWidget(m_codeLabel);
    layout->addWidget(m_code);
    layout->addWidget(m_firstPassword);
    layout->addWidget(m_activate);
    layout->addWidget(m_toSignIn, 0, Qt::AlignLeft);
    connect(m_codeNumber, &QLineEdit::textChanged, this,
            [this](const QString &number) { m_firstPassword->setOwnWords({number}); });
    connect(m_firstPassword, &PasswordFields::entered, this, &SignInPage::submitActivation);
    connect(m_activate, &QPushButton::clicked, this, &SignInPage::submitActivation);
    connect(m_toSignIn, &QPushButton::clicked, this, [this] { showForm(SignInForm); });
    return form;
}

QWidget *SignInPage::buildExpired()
{
    auto *form = new QWidget(this);
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_expiredText = makeLabel(form);
    m_expiredText->setWordWrap(true);
    m_oldLabel = makeLabel(form);
    m_old = makeSecretLine(form, u"oldPassword"_s);
    m_newPassword = new PasswordFields(form);
    m_change = makeButton(form, u"changePassword"_s, "primary");
    layout->addWidget(m_expiredText);
    layout->addWidget(m_oldLabel);
    layout->addWidget(m_old);
    layout->addWidget(m_newPassword);
    m_other = makeButton(form, u"otherThanExpired"_s, "quiet");
    layout->addWidget(m_change);
    layout->addWidget(m_other, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(m_newPassword, &PasswordFields::entered, this, &SignInPage::submitExpired);
    connect(m_change, &QPushButton::clicked, this, &SignInPage::submitExpired);
    connect(m_other, &QPushButton::clicked, this, &SignInPage::somebodyElse);
    return form;
}

void SignInPage::showForm(Form form)
{
    m_message->clear();
    m_forms->setCurrentIndex(form);
    for (int i = 0; i < m_forms->count(); ++i) // only the form that shows gives the card its height
        m_forms->widget(i)->setSizePolicy(QSizePolicy::Preferred, i == form ? QSizePolicy::Preferred : QSizePolicy::Ignored);
    m_forms->adjustSize();
    retranslate();
    if (form == SignInForm)
        (m_number->text().isEmpty() ? m_number : m_password)->setFocus();
    else if (form == ActivateForm)
        m_codeNumber->setFocus();
    else
        m_old->setFocus();
}

/// The windows speak the person's language; who has just chosen one on this page is asked no more.
void SignInPage::takeLanguage()
{
    if (m_languageChosen)
        m_workbench.rememberLanguage(m_settings.language());
    m_settings.setPersonLanguage(m_languageChosen ? m_settings.language() : m_workbench.person()->staff.language);
}

void SignInPage::reset()
{
    m_languageChosen = false;
    m_number->clear();
    m_password->clear();
    m_code->clear();
    m_codeNumber->clear();
    m_old->clear();
    m_firstPassword->clear();
    m_newPassword->clear();
    setBusy(false);
    showForm(SignInForm);
}

void SignInPage::setNotice(const QString &sentence, Tone tone)
{
    m_noticeText = sentence;
    setVerdict(m_notice, tone, sentence);
    m_notice->setVisible(!sentence.isEmpty());
}

void SignInPage::say(Tone tone, const QString &text)
{
    m_scanned = false;
    setVerdict(m_message, tone, text);
}

void SignInPage::saySignInFirst()
{
    say(Tone::Warn, tr("Sign in first, then read the badge or the document again."));
    m_scanned = true;
}

void SignInPage::setBusy(bool busy)
{
    m_busy = busy;
    m_signIn->setEnabled(!busy && m_waitSeconds == 0);
    for (QPushButton *button : {m_activate, m_change, m_other})
        button->setEnabled(!busy);
    if (busy)
        say(Tone::Neutral, tr("Opening your keys …"));
}

void SignInPage::submitSignIn()
{
    if (m_busy || m_waitSeconds > 0)
        return;
    if (m_number->text().trimmed().isEmpty() || m_password->text().isEmpty()) {
        say(Tone::Bad, tr("Enter staff number and password."));
        return;
    }
    setNotice({});
    m_password->setFocus(); // a button that is disabled would pass it on to the next
    setBusy(true);
    m_triedNumber = m_number->text().trimmed();
    m_workbench.signIn(m_triedNumber, takeSecret(m_password));
}

void SignInPage::failed(const Error &error)
{
    if (error.code == ErrorCode::BackOff && m_number->text().trimmed() == m_triedNumber) {
        m_waitSeconds = qMax(1, error.detail.toInt());
        m_waitNumber = m_triedNumber;
        m_wait.start();
    }
    setBusy(false);
    say(Tone::Bad, Texts::error(error));
}

void SignInPage::countDown()
{
    const bool shown = m_forms->currentIndex() == SignInForm;
    if (m_waitSeconds > 1) {
        --m_waitSeconds;
        if (shown)
            say(Tone::Bad, Texts::error({ErrorCode::BackOff, QString::number(m_waitSeconds)}));
        return;
    }
    endWait();
    if (shown)
        say(Tone::Neutral, tr("You may try again."));
}

/// It is one person's: another one signs in here meanwhile.
void SignInPage::endWait()
{
    if (m_waitSeconds == 0)
        return;
    m_wait.stop();
    m_waitSeconds = 0;
    m_waitNumber.clear();
    m_message->clear();
    setBusy(m_busy);
}

void SignInPage::submitActivation()
{
    if (m_busy)
        return;
    if (!m_firstPassword->isGood() || m_code->text().trimmed().isEmpty() || m_codeNumber->text().trimmed().isEmpty()) {
        say(Tone::Bad, tr("Enter staff number, one-time code and twice the same good password."));
        return;
    }
    const QString number = m_codeNumber->text().trimmed();
    const QString code = m_code->text().trimmed();
    const auto password = std::make_shared<security::SecureBytes>(m_firstPassword->copy());
    const security::KeyCost cost = m_workbench.plan().cost;
    m_code->setFocus(); // where it goes on when they do not fit
    setBusy(true);
    m_workbench.ask(
        this,
        [number, code, password, cost](Seat &seat) -> Result<void> {
            GATEHOUSE_TRY_ASSIGN(const security::SecureBytes pepper, seat.vault().pepper());
            return usecases::activateStaff(seat.workplace(), number, code, *password, pepper, cost);
        },
        [this, number](const Result<void> &answer) {
            setBusy(false);
            if (!answer) {
                const ErrorCode failure = answer.error().code;
                say(Tone::Bad, failure == ErrorCode::WrongSecret ? tr("Staff number and one-time code do not fit together.")
                               : failure == ErrorCode::Expired
                                   ? tr("The one-time code is past its time. Ask a manager for a new one.")
                                   : Texts::error(answer.error()));
                return;
            }
            m_code->clear();
            m_firstPassword->clear();
            m_number->setText(number);
            showForm(SignInForm);
            say(Tone::Good, tr("Your account is ready. Sign in with your new password."));
        });
}

void SignInPage::submitExpired()
{
    if (m_busy || !m_newPassword->isGood() || m_old->text().isEmpty()) {
        say(Tone::Bad, tr("Enter the old password and twice the same good new one."));
        return;
    }
    const auto old = std::make_shared<security::SecureBytes>(takeSecret(m_old));
    const auto fresh = std::make_shared<security::SecureBytes>(m_newPassword->copy());
    m_old->setFocus();
    setBusy(true);
    m_workbench.act(
        this,
        [old, fresh](Seat &seat) -> Result<void> {
            GATEHOUSE_TRY_ASSIGN(const security::SecureBytes pepper, seat.vault().pepper());
            GATEHOUSE_TRY(seat.session());
            return usecases::changePassword(seat.workplace(), *seat.mutableSession(), *old, *fresh, pepper, seat.plan().cost);
        },
        [this](const Result<void> &answer) {
            if (!m_workbench.person())
                return; // meanwhile the session ended, and the page begins anew
            setBusy(false);
            if (!answer) {
                say(Tone::Bad, answer.error().code == ErrorCode::WrongSecret ? tr("The old password is wrong.")
                                                                             : Texts::error(answer.error()));
                return;
            }
            m_message->clear();
            m_newPassword->clear();
            Q_EMIT done();
        });
}

void SignInPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SignInPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showForm(static_cast<Form>(m_forms->currentIndex()));
}

void SignInPage::retranslate()
{
    static const char *const titles[] = {QT_TR_NOOP("Sign in"), QT_TR_NOOP("First sign-in"), QT_TR_NOOP("New password")};
    m_title->setText(tr(titles[m_forms->currentIndex()]));
    m_numberLabel->setText(tr("Staff number"));
    m_passwordLabel->setText(tr("Password"));
    m_signIn->setText(tr("Sign in"));
    m_toActivate->setText(tr("I am new and have a one-time code"));
    m_codeNumberLabel->setText(tr("Staff number"));
    m_codeLabel->setText(tr("One-time code"));
    m_activate->setText(tr("Make my account ready"));
    m_toSignIn->setText(tr("Back to sign-in"));
    m_expiredText->setText(
        tr("Your password is older than %n day(s) and must be changed before you go on.", nullptr, usecases::passwordDays));
    m_oldLabel->setText(tr("Old password"));
    m_change->setText(tr("Change password"));
    m_other->setText(tr("Sign in as somebody else"));
    nameAfter(m_number, m_numberLabel);
    nameAfter(m_password, m_passwordLabel);
    nameAfter(m_codeNumber, m_codeNumberLabel);
    nameAfter(m_code, m_codeLabel);
    nameAfter(m_old, m_oldLabel);
    m_language->setAccessibleName(tr("Language"));
    m_language->setCurrentIndex(m_language->findData(m_settings.language()));
}

} // namespace gatehouse::admin
