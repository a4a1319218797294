// SPDX-License-Identifier: GPL-3.0-or-later
#include "topbar.h"

#include "windows/parts/widgets.h"

#include <QHBoxLayout>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int sentenceMs = 12000;
constexpr int barHeight = 56;    ///< a long sentence makes it higher
constexpr int searchFrame = 32;  ///< padding beside the hint, which is whole beside a long sentence too
constexpr int aboveSentence = 4; ///< and below
} // namespace

TopBar::TopBar(const AppSettings &settings, QWidget *parent) : QFrame(parent), m_settings(settings)
{
    setProperty("role", u"bar"_s);
    setMinimumHeight(barHeight);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(22, aboveSentence, 22, aboveSentence);
    layout->setSpacing(18);
    m_title = makeLabel(this, "title");
    m_title->setObjectName(u"pageTitle"_s);
    m_find = new QLineEdit(this);
    m_find->setObjectName(u"find"_s);
    m_find->setMaximumWidth(420);
    m_find->setClearButtonEnabled(true);
    m_said = makeLabel(this, "muted");
    m_said->setObjectName(u"said"_s);
    m_said->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_said->setWordWrap(true);
    m_register = makeButton(this, u"registerVisitor"_s);
    layout->addWidget(m_title);
    layout->addWidget(m_find, 2);
    layout->addWidget(m_said, 3);
    layout->addWidget(m_register);
    connect(m_find, &QLineEdit::textEdited, this, &TopBar::searchEdited);
    connect(m_find, &QLineEdit::returnPressed, this, [this] { Q_EMIT searchEntered(m_find->text()); });
    connect(m_register, &QPushButton::clicked, this, &TopBar::registerAsked);
    m_saidTimer.setSingleShot(true);
    connect(&m_saidTimer, &QTimer::timeout, this, [this] { setVerdict(m_said, Tone::Neutral, {}); });
    retranslate();
}

void TopBar::setTitle(const QString &title)
{
    m_title->setText(title);
}

void TopBar::focusSearch()
{
    m_find->setFocus();
    m_find->selectAll();
}

void TopBar::setSearch(const QString &text)
{
    m_find->setText(text);
}

void TopBar::say(Tone tone, const QString &sentence)
{
    setVerdict(m_said, tone, sentence);
    m_saidTimer.start(sentenceMs);
}

void TopBar::takeBack(const QString &sentence)
{
    if (m_said->accessibleName() == sentence)
        setVerdict(m_said, Tone::Neutral, {});
}

void TopBar::wipe()
{
    m_find->clear();
    setVerdict(m_said, Tone::Neutral, {});
}

void TopBar::retranslate()
{
    setVerdict(m_said, Tone::Neutral, {}); // it was said in the other language
    m_find->setPlaceholderText(withKey(tr("Find a visitor, badge, host"), m_settings.key(Command::Find)));
    m_find->setAccessibleName(tr("Find a visitor, badge, host"));
    m_find->ensurePolished(); // the style's font is wider
    m_find->setMinimumWidth(m_find->fontMetrics().horizontalAdvance(m_find->placeholderText()) + searchFrame);
    m_register->setText(withKey(tr("Register visitor"), m_settings.key(Command::RegisterVisitor)));
    m_register->setAccessibleName(tr("Register visitor"));
}

} // namespace gatehouse::admin
