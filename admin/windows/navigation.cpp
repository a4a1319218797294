// SPDX-License-Identifier: GPL-3.0-or-later
#include "navigation.h"

#include "style/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace gatehouse::admin
{

namespace
{
constexpr int navigationWidth = 232;
constexpr int textMargin = 22;
constexpr int countMargin = 12; // right of the number
constexpr int markWidth = 4;

constexpr int keyedPages = 9;

QKeySequence keyOf(int page)
{
    return {QKeyCombination(Qt::CTRL, static_cast<Qt::Key>(Qt::Key_0 + page))};
}

QFont countFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.86);
    font.setWeight(QFont::Bold);
    return font;
}
} // namespace

NavigationButton::NavigationButton(QWidget *parent) : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setProperty("onInk", true);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NavigationButton::setCount(int count, bool urgent, const QString &word)
{
    m_count = count;
    m_urgent = urgent;
    m_word = urgent ? word : QString();
    describe();
    updateGeometry();
    update();
}

void NavigationButton::setKey(const QString &key)
{
    m_key = key;
    describe();
}

void NavigationButton::describe()
{
    const QString word = m_count > 0 ? m_word : QString();
    setAccessibleName(text());
    setAccessibleDescription(word);
    QStringList tip{word, m_key.isEmpty() ? QString() : QStringLiteral("[%1]").arg(m_key)};
    tip.removeAll(QString());
    setToolTip(tip.join(QLatin1Char(' ')));
}

void NavigationButton::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

QSize NavigationButton::sizeHint() const
{
    const bool second = m_count > 0 && m_urgent;
    return {navigationWidth, fontMetrics().height() + 20 + (second ? QFontMetrics(countFont(font())).height() : 0)};
}

void NavigationButton::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked()) {
        painter.fillRect(rect(), tokens.navigationSelected);
        painter.fillRect(0, 0, markWidth, height(), tokens.navigationMark);
    } else if (underMouse()) {
        painter.fillRect(rect(), tokens.navigationSelected.darker(115));
    }
    QFont name = font();
    name.setWeight(isChecked() ? QFont::Bold : QFont::Medium);
    painter.setFont(name);
    painter.setPen(tokens.navigationText);
    const bool second = m_count > 0 && m_urgent;
    const QRect area = rect().adjusted(textMargin, 10, -countMargin, -10);
    painter.drawText(area, Qt::AlignLeft | (second ? Qt::AlignTop : Qt::AlignVCenter), text());
    if (m_count <= 0)
        return;
    const QFont counts = countFont(font());
    const QString number = QString::number(m_count);
    const QFontMetrics metrics(counts);
    const int lineTop = second ? area.top() : area.center().y() - fontMetrics().height() / 2;
    if (m_urgent) {
        const int height = metrics.height() + 2;
        const int width = qMax(height + 4, metrics.horizontalAdvance(number) + 14);
        const QRectF pill(area.right() - width, lineTop + (fontMetrics().height() - height) / 2.0, width, height);
        painter.setPen(QPen(tokens.navigationText, 1)); // the white ring that vermilion needs on ink
        painter.setBrush(tokens.urgent);
        painter.drawRoundedRect(pill, height / 2.0, height / 2.0);
        painter.setFont(counts);
        painter.setPen(tokens.onPrimary);
        painter.drawText(pill, Qt::AlignCenter, number);
        painter.setPen(tokens.navigationMuted);
        QFont word = counts;
        word.setWeight(QFont::Normal);
        painter.setFont(word);
        painter.drawText(area, Qt::AlignLeft | Qt::AlignBottom,
                         QFontMetrics(word).elidedText(m_word, Qt::ElideRight, area.width()));
    } else {
        painter.setFont(font());
        painter.setPen(tokens.navigationMuted);
        painter.drawText(QRect(area.left(), lineTop, area.width(), fontMetrics().height()), Qt::AlignRight | Qt::AlignVCenter,
                         number);
    }
}

Navigation::Navigation(QWidget *parent) : QFrame(parent), m_group(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("navigation"));
    setFixedWidth(navigationWidth);
    m_brand = new QLabel(QStringLiteral("Gatehouse"), this);
    m_site = new QLabel(this);
    m_person = new QLabel(this);
    m_brand->setObjectName(QStringLiteral("brand"));
    m_site->setObjectName(QStringLiteral("siteName"));
    m_person->setObjectName(QStringLiteral("signedInPerson"));
    for (QLabel *label : {m_site, m_person}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 30, 0, 20);
    layout->setSpacing(0);
    for (QLabel *label : {m_brand, m_site}) {
        label->setContentsMargins(textMargin, 0, textMargin, 0);
        layout->addWidget(label);
    }
    layout->addSpacing(18);
    m_pages = new QVBoxLayout;
    m_pages->setSpacing(0);
    layout->addLayout(m_pages);
    layout->addStretch(1);
    m_person->setContentsMargins(textMargin, 0, textMargin, 0);
    layout->addWidget(m_person);
    m_lock = new QPushButton(this);
    m_lock->setObjectName(QStringLiteral("navLock"));
    m_lock->setProperty("onInk", true);
    m_lock->setAutoDefault(false);
    auto *lockRow = new QHBoxLayout;
    lockRow->setContentsMargins(textMargin, 12, textMargin, 0);
    lockRow->addWidget(m_lock);
    layout->addLayout(lockRow);
    connect(m_lock, &QPushButton::clicked, this, &Navigation::lockAsked);
    connect(m_group, &QButtonGroup::idClicked, this, &Navigation::chosen);
    for (int number = 1; number <= keyedPages; ++number) {
        auto *key = new QShortcut(keyOf(number), this);
        connect(key, &QShortcut::activated, this, [this, number] {
            if (NavigationButton *page = shownPages().value(number - 1))
                page->click();
        });
    }
}

QList<NavigationButton *> Navigation::shownPages() const
{
    QList<NavigationButton *> pages;
    for (int i = 0; i < m_pages->count(); ++i) {
        auto *page = qobject_cast<NavigationButton *>(m_pages->itemAt(i)->widget());
        if (page && !page->isHidden())
            pages.append(page);
    }
    return pages;
}

void Navigation::nameKeys()
{
    const QList<NavigationButton *> pages = shownPages();
    for (int i = 0; i < pages.size(); ++i)
        pages[i]->setKey(i < keyedPages ? keyOf(i + 1).toString(QKeySequence::NativeText) : QString());
}

/// Which pages there are depends on who is signed in.
bool Navigation::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
        nameKeys();
    return QFrame::eventFilter(watched, event);
}

NavigationButton *Navigation::add(int id, const QString &objectName)
{
    auto *button = new NavigationButton(this);
    button->setObjectName(objectName);
    m_group->addButton(button, id);
    m_pages->addWidget(button);
    button->installEventFilter(this);
    nameKeys();
    return button;
}

NavigationButton *Navigation::button(int id) const
{
    return qobject_cast<NavigationButton *>(m_group->button(id));
}

void Navigation::setTitle(const QString &site)
{
    m_site->setText(site);
    m_site->setVisible(!site.isEmpty());
}

void Navigation::setPerson(const QString &text)
{
    m_person->setText(text);
}

void Navigation::nameLock(const QString &text)
{
    m_lock->setText(text);
}

void Navigation::setCurrent(int id)
{
    if (auto *target = button(id))
        target->setChecked(true);
}

void Navigation::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tokens.navigation);
}

} // namespace gatehouse::admin
