// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appsettings.h"
#include "workbench.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>

namespace gatehouse::admin
{

class PasswordFields;

/// Staff number and password; or, for a new person, number and one-time code and a first password. Says how long to wait after
/// too many wrong attempts and which of two entries was wrong never. An expired password is changed before anything else.
class SignInPage : public QWidget
{
    Q_OBJECT

public:
    SignInPage(Workbench &workbench, AppSettings &settings, QWidget *parent = nullptr);

    /// A sentence above the fields: why nobody is signed in ("Your session was opened at another place").
    void setNotice(const QString &sentence, Tone tone = Tone::Warn);
    void reset();
    /// A scanner has read a badge or a document.
    void saySignInFirst();

Q_SIGNALS:
    /// Signed in, and the password is in date.
    void done();
    /// Not this person, whose password is too old.
    void somebodyElse();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    enum Form { SignInForm, ActivateForm, ExpiredForm };

    QWidget *buildSignIn();
    QWidget *buildActivate();
    QWidget *buildExpired();
    void showForm(Form form);
    void submitSignIn();
    void submitActivation();
    void submitExpired();
    void failed(const Error &error);
    void setBusy(bool busy);
    void countDown();
    void endWait();
    void takeLanguage();
    void retranslate();
    void say(Tone tone, const QString &text);

    Workbench &m_workbench;
    AppSettings &m_settings;
    QStackedWidget *m_forms;
    QLabel *m_title;
    QLabel *m_notice;
    QLabel *m_message;
    QComboBox *m_language;

    QLabel *m_numberLabel;
    QLabel *m_passwordLabel;
    QLineEdit *m_number;
    QLineEdit *m_password;
    QPushButton *m_signIn;
    QPushButton *m_toActivate;

    QLabel *m_codeNumberLabel;
    QLabel *m_codeLabel;
    QLineEdit *m_codeNumber;
    QLineEdit *m_code;
    PasswordFields *m_firstPassword;
    QPushButton *m_activate;
    QPushButton *m_toSignIn;

    QLabel *m_expiredText;
    QLabel *m_oldLabel;
    QLineEdit *m_old;
    PasswordFields *m_newPassword;
    QPushButton *m_change;
    QPushButton *m_other;

    QString m_noticeText;
    bool m_languageChosen = false; ///< by this person, at this sign-in
    bool m_busy = false;
    QString m_triedNumber;
    QString m_waitNumber; ///< whose wait it is
    int m_waitSeconds = 0;
    QTimer m_wait;
    bool m_scanned = false; ///< what is said is about a scan, and leaves when somebody types
};

} // namespace gatehouse::admin
