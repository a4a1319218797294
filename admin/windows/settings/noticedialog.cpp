// SPDX-License-Identifier: GPL-3.0-or-later
#include "noticedialog.h"

#include "noticehtml.h"
#include "noticescard.h"
#include "presentation/words.h"
#include "style/focusring.h"
#include "usecases/publishnotice.h"
#include "windows/parts/widgets.h"

#include <QPlainTextEdit>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

namespace
{
constexpr int widestNotice = 1160;
constexpr int highestNotice = 860;
constexpr int roomAround = 40; // of the window behind it
} // namespace

NoticeDialog::NoticeDialog(const QString &kind, const NoticeInForce &inForce, bool mayChange, QWidget *parent)
    : KeptDialog(parent), m_kind(kind), m_inForce(inForce), m_mayChange(mayChange)
{
    setObjectName(u"noticeDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(NoticesCard::noticeName(kind));
    const QSize room = parent ? parent->size() - QSize(roomAround, roomAround) : QSize(widestNotice, highestNotice);
    resize(QSize(widestNotice, highestNotice).boundedTo(room));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 22, 28, 18);
    layout->setSpacing(10);
    addHeadings(layout);
    auto *sides = new QHBoxLayout;
    sides->setSpacing(20);
    for (const QString &language : notice::languages())
        sides->addWidget(buildSide(language), 1);
    layout->addLayout(sides, 1);
    layout->addWidget(buildFoot());
    for (const Side &side : m_sides)
        preview(side);
    if (m_mayChange) {
        judge();
        m_sides.first().editor->setFocus();
    }
    new FocusRing(this);
}

void NoticeDialog::addHeadings(QVBoxLayout *layout)
{
    QLabel *heading = makeLabel(this, "title");
    heading->setText(tr("%1, version %2").arg(NoticesCard::noticeName(m_kind)).arg(m_inForce.version));
    layout->addWidget(heading);
    if (!m_mayChange)
        return;
    QLabel *intro = makeLabel(this, "muted");
    intro->setWordWrap(true);
    QString text =
        m_kind == notice::briefing
            ? tr("Version %1 takes effect when you sign it. Who has passed the briefing stays briefed until that runs out.")
            : tr("Version %1 takes effect when you sign it. From then on every visitor is asked to agree to it; agreement "
                 "to an earlier version no longer counts.");
    text = text.arg(version()) + u'\n' +
           (m_kind == notice::briefing
                ? tr("Written as: # title · ## picture | heading, then a paragraph · ?? code | picture | question · + right "
                     "answer · "
                     "- wrong answer · ! explanation")
                : tr("Written as: # before the title, ## before a heading, everything else is a paragraph"));
    intro->setText(text);
    layout->addWidget(intro);
}

QWidget *NoticeDialog::buildSide(const QString &language)
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->setSpacing(6);
    QLabel *name = makeLabel(box, "heading");
    name->setText(presentation::languageName(language));
    layout->addWidget(name);
    const auto source = presentation::noticeSource(m_kind, m_inForce, language);
    Side side{language, source ? source->text.trimmed() : QString(), nullptr, new QTextBrowser(box)};
    if (m_mayChange) {
        side.editor = new QPlainTextEdit(side.inForce, box);
        side.editor->setObjectName(u"noticeText-"_s + language);
        side.editor->setTabChangesFocus(true);
        side.editor->setAccessibleName(tr("Text: %1").arg(name->text()));
        layout->addWidget(side.editor, 1);
        QLabel *below = makeLabel(box, "muted");
        below->setText(tr("As visitors read it"));
        layout->addWidget(below);
        connect(side.editor, &QPlainTextEdit::textChanged, this, [this, side] {
            preview(side);
            judge();
        });
    }
    side.preview->setObjectName(u"noticePreview-"_s + language);
    side.preview->setAccessibleName(tr("As visitors read it: %1").arg(name->text()));
    side.preview->setOpenLinks(false);
    layout->addWidget(side.preview, 1);
    m_sides.append(side);
    return box;
}

QWidget *NoticeDialog::buildFoot()
{
    auto *foot = new QWidget(this);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 6, 0, 0);
    m_message = makeLabel(foot, "muted");
    m_message->setObjectName(u"noticeMessage"_s);
    m_message->setWordWrap(true);
    QPushButton *close = makeButton(foot, u"closeNotice"_s);
    close->setText(m_mayChange ? tr("Cancel") : tr("Close"));
    layout->addWidget(m_message, 1);
    layout->addWidget(close);
    connect(close, &QPushButton::clicked, this, &CarefulDialog::leave);
    if (m_mayChange) {
        m_sign = makeButton(foot, u"signNotice"_s, "primary");
        m_sign->setText(tr("Sign version %1").arg(version()));
        layout->addWidget(m_sign);
        sendBy(m_sign, m_message);
    }
    return foot;
}

void NoticeDialog::preview(const Side &side)
{
    const QString text = side.editor ? side.editor->toPlainText() : side.inForce;
    side.preview->setHtml(m_kind == notice::briefing ? briefingHtml(presentation::parseBriefing(text))
                                                     : noticeHtml(presentation::parseNotice(text)));
}

QMap<QString, QString> NoticeDialog::texts() const
{
    QMap<QString, QString> written;
    for (const Side &side : m_sides)
        written.insert(side.language, side.editor ? side.editor->toPlainText().trimmed() : side.inForce);
    return written;
}

QString NoticeDialog::missing() const
{
    const QMap<QString, QString> written = texts();
    if (std::all_of(m_sides.begin(), m_sides.end(),
                    [&](const Side &side) { return written.value(side.language) == side.inForce; }))
        return tr("Nothing has been changed yet.");
    if (std::any_of(written.begin(), written.end(), [](const QString &text) { return text.size() > usecases::longestNotice; }))
        return tr("A text is too long: %L1 characters at most.").arg(usecases::longestNotice);
    return flawText(presentation::flawOf(m_kind, written));
}

void NoticeDialog::judge()
{
    const QString what = missing();
    m_sign->setEnabled(what.isEmpty());
    setVerdict(m_message, Tone::Neutral, what);
}

QString NoticeDialog::flawText(const presentation::FoundFlaw &found)
{
    using presentation::NoticeFlaw;
    const QString language = presentation::languageName(found.language);
    const QString place = found.where.isEmpty() ? language : tr("%1, “%2”").arg(language, found.where);
    switch (found.flaw) {
    case NoticeFlaw::None:
        return {};
    case NoticeFlaw::Title:
        return tr("%1: the title is missing. It begins with # and a space.").arg(place);
    case NoticeFlaw::Text:
        return tr("%1: a paragraph is missing.").arg(place);
    case NoticeFlaw::Picture:
        return tr("%1: the kiosk has no such picture. Take one of those that are there now.").arg(place);
    case NoticeFlaw::Questions:
        return tr("%1: at least three questions are needed, each with a code of its own.").arg(place);
    case NoticeFlaw::Answers:
        return tr("%1: a question needs a right answer (+), a wrong one (-) and an explanation (!).").arg(place);
    case NoticeFlaw::Unlike:
        return tr("The languages differ: as many parts, and every right answer at the same place.");
    }
    return {};
}

} // namespace gatehouse::admin
