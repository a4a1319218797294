// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/visit.h"
#include "presentation/notices.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QTextBrowser>

namespace gatehouse::admin
{

/// The notices in the versions that are in force and in the visitor's language, to be read at the desk; that the visitor
/// agrees, and the typed signature under the terms where a zone asks for them (R15, R20). A version that this program does not
/// have cannot be agreed to.
class DeskConsents : public QFrame
{
    Q_OBJECT

public:
    explicit DeskConsents(domain::NoticesInForce inForce, QWidget *parent = nullptr);

    void setAsksTerms(bool asks);
    QString missing() const;
    QString language() const { return m_language->currentData().toString(); }
    std::vector<domain::Consent> consents(const QDateTime &now) const;
    QString typedSignature() const;

Q_SIGNALS:
    void changed();

private:
    QTextBrowser *makeText(const QString &objectName);
    void showNotices();
    bool show(QTextBrowser *view, QLabel *caption, const QList<Result<presentation::Notice>> &notices, const QString &text);

    domain::NoticesInForce m_inForce;
    bool m_asksTerms = false;
    bool m_complete = false;
    QComboBox *m_language;
    QLabel *m_privacyCaption;
    QTextBrowser *m_privacyText;
    QCheckBox *m_privacy;
    QWidget *m_termsBox;
    QLabel *m_termsCaption;
    QTextBrowser *m_termsText;
    QLineEdit *m_terms;
};

} // namespace gatehouse::admin
