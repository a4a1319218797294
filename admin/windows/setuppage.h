// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appsettings.h"
#include "badges/sheets.h"
#include "workbench.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

class QVBoxLayout;

namespace gatehouse::admin
{

class PaperDesk;
class PasswordFields;

/// First start: makes the site and its first manager, shows and prints the recovery sheet, and lets the site go live only when
/// the secret was read back from it.
class SetupPage : public QWidget
{
    Q_OBJECT

public:
    SetupPage(Workbench &workbench, AppSettings &settings, PaperDesk &paper, QWidget *parent = nullptr);

    enum Step { SiteStep, SheetStep, ReadBackStep };
    /// ReadBackStep: the site was made earlier and never went live.
    void start(Step step);

Q_SIGNALS:
    void live(const QString &managerNumber);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildSite();
    QWidget *buildSheet();
    QWidget *buildReadBack();
    QLineEdit *addLine(QVBoxLayout *layout, QLabel *&label, const QString &objectName);
    void go(Step step);
    void judge();
    void makeSite();
    void made(const Result<usecases::NewSite> &site);
    void preview();
    void printSheet();
    void saveSheet();
    void confirm();
    void forget();
    void say(Tone tone, const QString &text);
    void retranslate();

    Workbench &m_workbench;
    AppSettings &m_settings;
    PaperDesk &m_paper;
    QList<QWidget *> m_steps; ///< by Step; one of them shows
    Step m_step = SiteStep;
    bool m_saysTooLong = false;
    QLabel *m_title;
    QLabel *m_intro;
    QLabel *m_message;
    QComboBox *m_language;

    QLabel *m_siteLabel;
    QLineEdit *m_site;
    QLabel *m_numberLabel;
    QLineEdit *m_number;
    QLabel *m_nameLabel;
    QLineEdit *m_name;
    QLabel *m_agreementLabel;
    QDateEdit *m_agreement;
    QCheckBox *m_guardToo;
    PasswordFields *m_password;
    QPushButton *m_make;

    QLabel *m_sheetPicture;
    QLabel *m_secret;
    QPushButton *m_print;
    QPushButton *m_save;
    QPushButton *m_next;

    QLabel *m_readBackLabel;
    QLineEdit *m_readBack;
    QPushButton *m_back;
    QPushButton *m_confirm;

    badges::RecoverySheet m_sheet;
    QString m_managerNumber;
};

} // namespace gatehouse::admin
