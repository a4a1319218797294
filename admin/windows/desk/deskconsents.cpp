// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskconsents.h"

#include "presentation/words.h"
#include "texts.h"
#include "windows/parts/widgets.h"
#include "windows/settings/noticehtml.h"

#include <QSignalBlocker>
#include <QVBoxLayout>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

namespace
{
constexpr int textHeight = 150;
} // namespace

DeskConsents::DeskConsents(NoticesInForce inForce, QWidget *parent) : QFrame(parent), m_inForce(std::move(inForce))
{
    setProperty("role", u"card"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(8);
    m_language = new QComboBox(this);
    m_language->setObjectName(u"deskLanguage"_s);
    m_language->setAccessibleName(tr("Language of the visitor"));
    for (const QString &code : {u"en"_s, u"zh_CN"_s})
        m_language->addItem(presentation::languageName(code), code);
    m_language->setCurrentIndex(Texts::isChinese() ? 1 : 0);
    QLabel *languageLabel = makeLabel(this);
    languageLabel->setText(tr("Language of the visitor"));
    m_privacyCaption = makeLabel(this, "muted");
    m_privacyCaption->setObjectName(u"deskPrivacyVersion"_s);
    m_privacyText = makeText(u"deskPrivacyText"_s);
    m_privacy = new QCheckBox(tr("The privacy and recording notice was read to the visitor, who agrees"), this);
    m_privacy->setObjectName(u"deskPrivacy"_s);
    m_termsBox = new QWidget(this);
    auto *terms = new QVBoxLayout(m_termsBox);
    terms->setContentsMargins(0, 10, 0, 0);
    m_termsCaption = makeLabel(m_termsBox, "muted");
    m_termsCaption->setObjectName(u"deskTermsVersion"_s);
    m_termsText = makeText(u"deskTermsText"_s);
    QLabel *signature = makeLabel(m_termsBox);
    signature->setText(tr("Confidentiality terms: the visitor's typed signature"));
    m_terms = new QLineEdit(m_termsBox);
    m_terms->setObjectName(u"deskTerms"_s);
    setLongest(m_terms, 200);
    nameAfter(m_terms, signature);
    for (QWidget *one : {static_cast<QWidget *>(m_termsCaption), static_cast<QWidget *>(m_termsText),
                         static_cast<QWidget *>(signature), static_cast<QWidget *>(m_terms)})
        terms->addWidget(one);
    for (QWidget *one :
         {static_cast<QWidget *>(languageLabel), static_cast<QWidget *>(m_language), static_cast<QWidget *>(m_privacyCaption),
          static_cast<QWidget *>(m_privacyText), static_cast<QWidget *>(m_privacy), m_termsBox})
        layout->addWidget(one);
    m_termsBox->hide();
    connect(m_language, &QComboBox::currentIndexChanged, this, &DeskConsents::showNotices);
    connect(m_privacy, &QCheckBox::toggled, this, &DeskConsents::changed);
    connect(m_terms, &QLineEdit::textChanged, this, &DeskConsents::changed);
    showNotices();
}

QTextBrowser *DeskConsents::makeText(const QString &objectName)
{
    auto *text = new QTextBrowser(this);
    text->setObjectName(objectName);
    text->setFixedHeight(textHeight);
    text->setOpenLinks(false);
    return text;
}

void DeskConsents::setAsksTerms(bool asks)
{
    if (asks == m_asksTerms)
        return;
    m_asksTerms = asks;
    m_termsBox->setVisible(asks);
    showNotices();
}

/// What was agreed to is what stood there: another language or text asks again.
void DeskConsents::showNotices()
{
    const QString language = this->language();
    const QString before = m_privacyText->toPlainText();
    const auto text = [&](const QString &kind) { return presentation::notice(kind, m_inForce.value(kind), language); };
    const bool privacy = show(m_privacyText, m_privacyCaption, {text(notice::privacy), text(notice::recording)},
                              tr("Privacy and recording notice, version %1").arg(m_inForce.value(notice::privacy).version));
    const bool terms = show(m_termsText, m_termsCaption, {text(notice::terms)},
                            tr("Confidentiality terms, version %1").arg(m_inForce.value(notice::terms).version));
    m_complete = privacy && (terms || !m_asksTerms);
    if (!before.isEmpty() && before != m_privacyText->toPlainText()) {
        const QSignalBlocker quiet(m_privacy);
        m_privacy->setChecked(false);
    }
    Q_EMIT changed();
}

bool DeskConsents::show(QTextBrowser *view, QLabel *caption, const QList<Result<presentation::Notice>> &notices,
                        const QString &text)
{
    caption->setText(text);
    view->setAccessibleName(text);
    QString html;
    for (const Result<presentation::Notice> &notice : notices) {
        if (!notice) {
            view->setPlainText(tr("This program does not have the text that is in force. Update this workstation."));
            return false;
        }
        html += noticeHtml(*notice);
    }
    view->setHtml(html);
    return true;
}

QString DeskConsents::missing() const
{
    if (!m_complete)
        return tr("A notice that is in force is missing in this program: nobody can be registered here.");
    if (!m_privacy->isChecked())
        return tr("The privacy notice comes first.");
    if (m_asksTerms && m_terms->text().trimmed().isEmpty())
        return tr("The confidentiality terms are to be signed.");
    return {};
}

std::vector<Consent> DeskConsents::consents(const QDateTime &now) const
{
    std::vector<Consent> given;
    for (const QString &kind : {notice::privacy, notice::recording})
        given.push_back({kind, m_inForce.value(kind).version, language(), u"tick"_s, now});
    if (m_asksTerms)
        given.push_back({notice::terms, m_inForce.value(notice::terms).version, language(), u"typed"_s, now});
    return given;
}

QString DeskConsents::typedSignature() const
{
    return m_asksTerms ? m_terms->text().trimmed() : QString();
}

} // namespace gatehouse::admin
