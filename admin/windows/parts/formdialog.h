// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keptdialog.h"

#include <QDateTime>
#include <QHash>

#include <functional>

class QFormLayout;
class QLabel;
class QPushButton;

namespace gatehouse::admin
{

/// A short form: fields in the order they are added, each reached by its key; the keyboard begins at the first. The action
/// stays disabled while a required field is empty, and the form says which.
class FormDialog : public KeptDialog
{
    Q_OBJECT

public:
    using Choice = std::pair<QString, QString>; ///< code, text

    FormDialog(const QString &name, const QString &title, const QString &intro, const QString &action, QWidget *parent);

    void addLine(const QString &key, const QString &label, bool required = true, int longest = 80);
    void addText(const QString &key, const QString &label, bool required = false);
    void addChoice(const QString &key, const QString &label, const QList<Choice> &choices, const QString &chosen = {});
    void addTime(const QString &key, const QString &label, const QDateTime &value);
    void addDate(const QString &key, const QString &label, const QDate &value);
    void addNumber(const QString &key, const QString &label, int least, int most, int value);
    /// A required box must be ticked.
    void addCheck(const QString &key, const QString &label, bool required = false, bool checked = false);

    /// What must hold besides the required fields, asked again whenever something changes; `otherwise` is said while it does
    /// not.
    void require(std::function<bool(const FormDialog &)> rule, const QString &otherwise = {});

    QString text(const QString &key) const;
    QString choice(const QString &key) const;
    QDateTime time(const QString &key) const;
    QDate date(const QString &key) const;
    int number(const QString &key) const;
    bool checked(const QString &key) const;

    /// Shows it and calls `write` whenever it is sent; that ends in answered(). Closed, it deletes itself.
    void ask(std::function<void(FormDialog &)> write);

protected:
    bool event(QEvent *event) override;

private:
    struct Need {
        QString otherwise; ///< what is said while it is not met
        std::function<bool()> isMet;
    };

    void add(const QString &key, const QString &label, QWidget *field, std::function<bool()> isFilled);
    static QString missing(const QString &label);
    void judge();

    QFormLayout *m_form;
    QLabel *m_missing;
    QPushButton *m_cancel;
    QPushButton *m_accept;
    QHash<QString, QWidget *> m_fields;
    QList<QWidget *> m_order; ///< as they were added
    QList<Need> m_needs;
};

} // namespace gatehouse::admin
