// SPDX-License-Identifier: GPL-3.0-or-later
#include "passwordfields.h"

#include "style/chip.h"
#include "texts.h"
#include "widgets.h"

#include <QEvent>
#include <QVBoxLayout>

namespace gatehouse::admin
{

security::SecureBytes takeSecret(QLineEdit *field)
{
    QByteArray bytes = field->text().toUtf8();
    field->clear();
    return security::SecureBytes::take(bytes);
}

QLineEdit *makeSecretLine(QWidget *parent, const QString &objectName)
{
    auto *line = new QLineEdit(parent);
    line->setObjectName(objectName);
    line->setEchoMode(QLineEdit::Password);
    line->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    line->setContextMenuPolicy(Qt::NoContextMenu);
    line->setMaxLength(200);
    return line;
}

PasswordFields::PasswordFields(QWidget *parent)
    : QWidget(parent), m_firstLabel(new QLabel(this)), m_secondLabel(new QLabel(this)),
      m_first(makeSecretLine(this, QStringLiteral("newPassword"))),
      m_second(makeSecretLine(this, QStringLiteral("repeatPassword"))), m_verdict(new QLabel(this))
{
    m_verdict->setWordWrap(true);
    m_verdict->setObjectName(QStringLiteral("passwordVerdict"));
    m_verdict->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_verdict->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_firstLabel);
    layout->addWidget(m_first);
    layout->addWidget(m_secondLabel);
    layout->addWidget(m_second);
    layout->addWidget(m_verdict);
    for (QLineEdit *line : {m_first, m_second})
        connect(line, &QLineEdit::textChanged, this, &PasswordFields::judge);
    connect(m_first, &QLineEdit::returnPressed, m_second, qOverload<>(&QWidget::setFocus));
    connect(m_second, &QLineEdit::returnPressed, this, &PasswordFields::entered);
    retranslate();
}

void PasswordFields::setOwnWords(const QStringList &words)
{
    m_words = words;
    m_words.removeAll(QString());
    judge();
}

void PasswordFields::judge()
{
    m_good = false;
    Tone tone = Tone::Bad;
    QString text;
    if (!m_first->text().isEmpty()) {
        const security::PasswordFlaw flaw = security::assessPassword(m_first->text(), m_words);
        text = Texts::passwordFlaw(flaw);
        if (flaw == security::PasswordFlaw::None) {
            tone = Tone::Good;
            if (m_second->text() == m_first->text())
                m_good = true;
            else if (!m_second->text().isEmpty()) {
                tone = Tone::Bad;
                text = tr("The two entries differ.");
            }
        }
    }
    setVerdict(m_verdict, text.isEmpty() ? Tone::Neutral : tone, text);
    Q_EMIT edited();
}

security::SecureBytes PasswordFields::take()
{
    security::SecureBytes secret = copy();
    clear();
    return secret;
}

security::SecureBytes PasswordFields::copy() const
{
    QByteArray bytes = m_first->text().toUtf8();
    return security::SecureBytes::take(bytes);
}

void PasswordFields::clear()
{
    m_first->clear();
    m_second->clear();
}

void PasswordFields::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PasswordFields::retranslate()
{
    m_firstLabel->setText(tr("New password"));
    m_secondLabel->setText(tr("New password again"));
    nameAfter(m_first, m_firstLabel);
    nameAfter(m_second, m_secondLabel);
    judge();
}

} // namespace gatehouse::admin
