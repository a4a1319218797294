// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QButtonGroup>
#include <QFrame>
#include <QLabel>

class QPushButton;
class QVBoxLayout;

namespace gatehouse::admin
{

/// One page's entry: its name, a count, and a word for the count where somebody waits.
class NavigationButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit NavigationButton(QWidget *parent = nullptr);

    /// `urgent`: somebody waits, which is also said in a word. 0 shows nothing.
    void setCount(int count, bool urgent, const QString &word);
    int count() const { return m_count; }
    /// The key that opens it, for its tool tip.
    void setKey(const QString &key);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void describe();

    int m_count = 0;
    bool m_urgent = false;
    QString m_word;
    QString m_key;
};

/// The navigation in ink on the left: pages, and at the bottom who is signed in. Ctrl+1 opens the first page that is there.
class Navigation : public QFrame
{
    Q_OBJECT

public:
    explicit Navigation(QWidget *parent = nullptr);

    NavigationButton *add(int id, const QString &objectName);
    NavigationButton *button(int id) const;
    void setTitle(const QString &site);
    void setPerson(const QString &text);
    void setCurrent(int id);
    void nameLock(const QString &text);
    /// Which key opens which page; the names of the pages are said again.
    void nameKeys();

Q_SIGNALS:
    void chosen(int id);
    void lockAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QList<NavigationButton *> shownPages() const;

    QLabel *m_brand;
    QLabel *m_site;
    QLabel *m_person;
    QPushButton *m_lock;
    QVBoxLayout *m_pages;
    QButtonGroup *m_group;
};

} // namespace gatehouse::admin
