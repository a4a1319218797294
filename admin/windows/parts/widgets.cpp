// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets.h"

#include "style/chip.h"
#include "style/focusring.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QKeySequence>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStyle>
#include <QTextBoundaryFinder>
#include <QVBoxLayout>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
constexpr const char *longestProperty = "longest";

struct WidgetsTr {
    Q_DECLARE_TR_FUNCTIONS(Widgets)
};

/// Enter presses the button that shows the focus, never a dialog's default in its stead: on "Cancel" it cancels. Without this,
/// only the space bar would press it.
class EnterButton final : public QPushButton
{
public:
    using QPushButton::QPushButton;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
            QPushButton::keyPressEvent(event);
        else if (!event->isAutoRepeat())
            click();
    }
};

constexpr qsizetype longestWord = 20;

/// The text with zero-width spaces in what a line would not break in. A label is at least as wide as its longest word.
QString breakable(const QString &text)
{
    QTextBoundaryFinder words(QTextBoundaryFinder::Line, text);
    QString broken;
    for (qsizetype from = 0, to = words.toNextBoundary(); to > from; from = to, to = words.toNextBoundary()) {
        const QString word = text.sliced(from, to - from);
        if (word.size() <= longestWord) {
            broken += word;
            continue;
        }
        QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, word);
        for (qsizetype start = 0, end = letters.toNextBoundary(); end > start; start = end, end = letters.toNextBoundary()) {
            if (start > 0)
                broken += QChar(0x200b);
            broken += word.sliced(start, end - start);
        }
    }
    return broken;
}
} // namespace

QLabel *makeLabel(QWidget *parent, const char *role)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText); // what people typed is text, never markup
    if (role)
        label->setProperty("role", QString::fromLatin1(role));
    return label;
}

QPushButton *makeButton(QWidget *parent, const QString &objectName, const char *role)
{
    auto *button = new EnterButton(parent);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    if (role)
        button->setProperty("role", QString::fromLatin1(role));
    return button;
}

QFrame *makeFrame(QWidget *parent, const char *role)
{
    auto *frame = new QFrame(parent);
    frame->setProperty("role", QString::fromLatin1(role));
    return frame;
}

void setFreeText(QLabel *label, const QString &text)
{
    const QString shown = breakable(text);
    label->setText(shown);
    label->setAccessibleName(shown == text ? QString() : text);
}

void nameAfter(QWidget *field, QLabel *label)
{
    label->setBuddy(field);
    QString name = label->text();
    name.remove(u'&');
    field->setAccessibleName(name);
}

void setLongest(QLineEdit *line, int longest)
{
    line->setMaxLength(longest + 1);
    line->setProperty(longestProperty, longest);
}

void setLongest(QPlainTextEdit *text, int longest)
{
    text->setProperty(longestProperty, longest);
}

QString tooLong(const QWidget *form)
{
    const QList<QWidget *> fields = form->findChildren<QWidget *>();
    for (const QWidget *field : fields) {
        const QVariant longest = field->property(longestProperty);
        if (!longest.isValid() || !field->isVisibleTo(form))
            continue;
        const auto *text = qobject_cast<const QPlainTextEdit *>(field);
        const QString typed = text ? text->toPlainText() : field->property("text").toString();
        if (typed.trimmed().size() > longest.toInt())
            return WidgetsTr::tr("%1: that is too long, %L2 characters at most.")
                .arg(field->accessibleName())
                .arg(longest.toInt());
    }
    return {};
}

void setRole(QWidget *widget, const char *role)
{
    if (widget->property("role").toString() == QLatin1String(role))
        return;
    widget->setProperty("role", QString::fromLatin1(role));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void setVerdict(QLabel *label, Tone tone, const QString &text)
{
    const char *role = tone == Tone::Good ? "good" : tone == Tone::Bad ? "bad" : tone == Tone::Warn ? "warn" : "muted";
    label->setTextFormat(Qt::PlainText);
    label->setText(text.isEmpty() ? QString() : chipText(tone, text));
    label->setAccessibleName(text);
    setRole(label, role);
}

QPushButton *askFirst(QWidget *over, const QString &objectName, const QString &title, const QString &text,
                      const QString &goAhead, const QString &stay)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, title, breakable(text), QMessageBox::Cancel, over);
    box->setObjectName(objectName);
    box->setTextFormat(Qt::PlainText);
    QPushButton *yes = box->addButton(goAhead, QMessageBox::DestructiveRole);
    setRole(yes, "danger");
    if (!stay.isEmpty())
        box->button(QMessageBox::Cancel)->setText(stay);
    for (QAbstractButton *button : box->buttons())
        button->setIcon({}); // words, as everywhere else
    box->findChild<QDialogButtonBox *>()->layout()->setSpacing(buttonGap);
    new FocusRing(box);
    box->setDefaultButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
    return yes;
}

QVBoxLayout *makeCentredCard(QWidget *page, int width)
{
    auto *scroll = new QScrollArea(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *outer = new QVBoxLayout(page);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    auto *inside = new QWidget(scroll);
    auto *middle = new QVBoxLayout(inside);
    QFrame *card = makeFrame(inside, "card");
    card->setFixedWidth(width);
    // Not by alignment, which would give the card the height that its texts have when they do not wrap.
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(card);
    row->addStretch(1);
    middle->addStretch(1);
    middle->addLayout(row);
    middle->addStretch(2);
    scroll->setWidget(inside);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(40, 32, 40, 32);
    layout->setSpacing(10);
    return layout;
}

QString withKey(const QString &text, const QKeySequence &key)
{
    return key.isEmpty() ? text : u"%1  [%2]"_s.arg(text, key.toString(QKeySequence::NativeText));
}

} // namespace gatehouse::admin
