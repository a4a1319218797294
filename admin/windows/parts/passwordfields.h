// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "security/passwordpolicy.h"
#include "security/securebytes.h"

#include <QLabel>
#include <QLineEdit>

namespace gatehouse::admin
{

/// What was typed, as secret bytes; the field is emptied.
security::SecureBytes takeSecret(QLineEdit *field);

/// A line for a secret, with the accessible name of its label.
QLineEdit *makeSecretLine(QWidget *parent, const QString &objectName);

/// A new password, typed twice, judged in words while it is typed (R18).
class PasswordFields : public QWidget
{
    Q_OBJECT

public:
    explicit PasswordFields(QWidget *parent = nullptr);

    /// Staff number, names and the site: what it must not be made of.
    void setOwnWords(const QStringList &words);
    bool isGood() const { return m_good; }
    security::SecureBytes take();
    /// The fields keep it until clear(): what fails for another reason is not typed again.
    security::SecureBytes copy() const;
    void clear();
    QLineEdit *first() const { return m_first; }

Q_SIGNALS:
    void edited();
    void entered(); ///< Return in the second field

protected:
    void changeEvent(QEvent *event) override;

private:
    void judge();
    void retranslate();

    QLabel *m_firstLabel;
    QLabel *m_secondLabel;
    QLineEdit *m_first;
    QLineEdit *m_second;
    QLabel *m_verdict;
    QStringList m_words;
    bool m_good = false;
};

} // namespace gatehouse::admin
