// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskconsents.h"

#include "presentation/words.h"
#include "texts.h"
#include "widgets.h"

#include <QSignalBlocker>
#include <QVBoxLayout>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

namespace
{
constexpr int textHeight = 150;
constexpr int recordingVersion = 1; ///< goes with the privacy notice and is not acknowledged by itself

QString asHtml(const presentation::Notice &notice)
{
    QString html = u"<h3>%1</h3>"_s.arg(notice.title.toHtmlEscaped());
    for (const presentation::Notice::Section &section : notice.sections) {
        if (!section.heading.isEmpty())
            html += u"<p><b>%1</b></p>"_s.arg(section.heading.toHtmlEscaped());
        for (const QString &paragraph : section.text.split(u'\n'))
            html += u"<p>%1</p>"_s.arg(paragraph.toHtmlEscaped());
    }
    return html;
}
} // namespace

DeskConsents::DeskConsents(const Versions &versions, QWidget *parent) : QFrame(parent), m_versions(versions)
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
    m_terms->setMaxLength(200);
    nameAfter(m_terms, signature);
    for (QWidget *one : {static_cast<QWidget *>(m_termsCaption), static_cast<QWidget *>(m_termsText), static_cast<QWidget *>(signature),
                         static_cast<QWidget *>(m_terms)})
        terms->addWidget(one);
    for (QWidget *one : {static_cast<QWidget *>(languageLabel), static_cast<QWidget *>(m_language), static_cast<QWidget *>(m_privacyCaption),
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
    const bool privacy = show(m_privacyText, m_privacyCaption,
                              {presentation::notice(u"privacy"_s, m_versions.privacy, language), presentation::notice(u"recording"_s, recordingVersion, language)},
                              tr("Privacy and recording notice, version %1").arg(m_versions.privacy));
    const bool terms = show(m_termsText, m_termsCaption, {presentation::notice(u"terms"_s, m_versions.terms, language)},
                            tr("Confidentiality terms, version %1").arg(m_versions.terms));
    m_complete = privacy && (terms || !m_asksTerms);
    if (!before.isEmpty() && before != m_privacyText->toPlainText()) {
        const QSignalBlocker quiet(m_privacy);
        m_privacy->setChecked(false);
    }
    Q_EMIT changed();
}

bool DeskConsents::show(QTextBrowser *view, QLabel *caption, const QList<Result<presentation::Notice>> &notices, const QString &text)
{
    caption->setText(text);
    view->setAccessibleName(text);
    QString html;
    for (const Result<presentation::Notice> &notice : notices) {
        if (!notice) {
            view->setPlainText(tr("This program does not have the text that is in force. Update this workstation."));
            return false;
        }
        html += asHtml(*notice);
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
    std::vector<Consent> given{{domain::notice::privacy, m_versions.privacy, language(), u"tick"_s, now}};
    if (m_asksTerms)
        given.push_back({domain::notice::terms, m_versions.terms, language(), u"typed"_s, now});
    return given;
}

QString DeskConsents::typedSignature() const
{
    return m_asksTerms ? m_terms->text().trimmed() : QString();
}

} // namespace gatehouse::admin
