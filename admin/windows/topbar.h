// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appsettings.h"
#include "style/theme.h"

#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>

namespace gatehouse::admin
{

/// The bar above the pages: the page's title, the search line, the last sentence that was said, registering a visitor.
class TopBar : public QFrame
{
    Q_OBJECT

public:
    explicit TopBar(const AppSettings &settings, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    QString searched() const { return m_find->text(); }
    /// What the page in sight is searched for; says nothing to anybody.
    void setSearch(const QString &text);
    void focusSearch();
    /// Only to whom it is of use.
    void offerRegistering(bool offered) { m_register->setVisible(offered); }
    /// Stands for some seconds.
    void say(Tone tone, const QString &sentence);
    /// Another sentence stays.
    void takeBack(const QString &sentence);
    /// Nothing personal stays.
    void wipe();
    void retranslate();

Q_SIGNALS:
    void searchEdited(const QString &text);
    void searchEntered(const QString &text);
    void registerAsked();

private:
    const AppSettings &m_settings;
    QLabel *m_title;
    QLineEdit *m_find;
    QLabel *m_said;
    QPushButton *m_register;
    QTimer m_saidTimer;
};

} // namespace gatehouse::admin
