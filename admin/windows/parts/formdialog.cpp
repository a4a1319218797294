// SPDX-License-Identifier: GPL-3.0-or-later
#include "formdialog.h"

#include "style/focusring.h"
#include "widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <algorithm>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int formWidth = 560;
constexpr int textLines = 84; // pixels
constexpr int longestText = 4000;
} // namespace

FormDialog::FormDialog(const QString &name, const QString &title, const QString &intro, const QString &action, QWidget *parent)
    : KeptDialog(parent), m_form(new QFormLayout), m_missing(makeLabel(this, "muted")),
      m_cancel(makeButton(this, u"formCancel"_s)), m_accept(makeButton(this, u"formAccept"_s, "primary"))
{
    setObjectName(name);
    setWindowTitle(title);
    setMinimumWidth(formWidth);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 24, 28, 24);
    layout->setSpacing(12);
    QLabel *heading = makeLabel(this, "title");
    setFreeText(heading, title);
    heading->setWordWrap(true);
    layout->addWidget(heading);
    if (!intro.isEmpty()) {
        QLabel *text = makeLabel(this, "muted");
        setFreeText(text, intro);
        text->setWordWrap(true);
        layout->addWidget(text);
    }
    m_form->setVerticalSpacing(10);
    m_form->setHorizontalSpacing(20);
    layout->addLayout(m_form);
    m_missing->setObjectName(u"formMissing"_s);
    m_missing->setWordWrap(true);
    m_cancel->setText(tr("Cancel"));
    m_accept->setText(action);
    m_accept->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_accept);
    m_missing->setMinimumHeight(m_missing->fontMetrics().height()); // the buttons stay where they are
    layout->addWidget(m_missing);
    layout->addLayout(buttons);
    connect(m_cancel, &QPushButton::clicked, this, &CarefulDialog::leave);
    sendBy(m_accept, m_missing);
    new FocusRing(this);
}

QString FormDialog::missing(const QString &label)
{
    return tr("Still missing: %1").arg(label);
}

void FormDialog::add(const QString &key, const QString &label, QWidget *field, std::function<bool()> isFilled)
{
    field->setObjectName(key);
    QLabel *name = makeLabel(this);
    name->setText(label);
    m_form->addRow(name, field);
    nameAfter(field, name);
    m_fields.insert(key, field);
    m_order.append(field);
    if (isFilled)
        m_needs.append({missing(label), std::move(isFilled)});
    judge();
}

void FormDialog::addLine(const QString &key, const QString &label, bool required, int longest)
{
    auto *line = new QLineEdit(this);
    setLongest(line, longest);
    connect(line, &QLineEdit::textChanged, this, &FormDialog::judge);
    add(key, label, line, required ? std::function<bool()>([line] { return !line->text().trimmed().isEmpty(); }) : nullptr);
}

void FormDialog::addText(const QString &key, const QString &label, bool required)
{
    auto *text = new QPlainTextEdit(this);
    text->setTabChangesFocus(true);
    text->setFixedHeight(textLines);
    setLongest(text, longestText);
    connect(text, &QPlainTextEdit::textChanged, this, &FormDialog::judge);
    add(key, label, text,
        required ? std::function<bool()>([text] { return !text->toPlainText().trimmed().isEmpty(); }) : nullptr);
}

void FormDialog::addChoice(const QString &key, const QString &label, const QList<Choice> &choices, const QString &chosen)
{
    auto *box = new QComboBox(this);
    for (const auto &[code, text] : choices)
        box->addItem(text, code);
    if (!chosen.isEmpty())
        box->setCurrentIndex(box->findData(chosen));
    add(key, label, box, [box] { return box->count() > 0; });
}

void FormDialog::addTime(const QString &key, const QString &label, const QDateTime &value)
{
    auto *edit = new QDateTimeEdit(value.toLocalTime(), this);
    edit->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    edit->setCalendarPopup(true);
    add(key, label, edit, nullptr);
}

void FormDialog::addDate(const QString &key, const QString &label, const QDate &value)
{
    auto *edit = new QDateEdit(value, this);
    edit->setDisplayFormat(u"yyyy-MM-dd"_s);
    edit->setCalendarPopup(true);
    add(key, label, edit, nullptr);
}

void FormDialog::addNumber(const QString &key, const QString &label, int least, int most, int value)
{
    auto *box = new QSpinBox(this);
    box->setRange(least, most);
    box->setValue(value);
    add(key, label, box, nullptr);
}

void FormDialog::addCheck(const QString &key, const QString &label, bool required, bool checked)
{
    auto *box = new QCheckBox(label, this);
    box->setChecked(checked);
    box->setObjectName(key);
    m_form->addRow(box); // over both columns: its words are whole
    m_fields.insert(key, box);
    m_order.append(box);
    connect(box, &QCheckBox::toggled, this, &FormDialog::judge);
    if (required)
        m_needs.append({missing(label), [box] { return box->isChecked(); }});
    judge();
}

void FormDialog::require(std::function<bool(const FormDialog &)> rule, const QString &otherwise)
{
    m_needs.append({otherwise, [this, call = std::move(rule)] { return call(*this); }});
    judge();
}

void FormDialog::judge()
{
    const auto open = std::find_if(m_needs.begin(), m_needs.end(), [](const Need &need) { return !need.isMet(); });
    const QString excess = tooLong(this);
    m_accept->setEnabled(open == m_needs.end() && excess.isEmpty());
    // And no more why it was not written: something was changed since.
    setVerdict(m_missing, excess.isEmpty() ? Tone::Neutral : Tone::Warn, excess);
    if (excess.isEmpty() && open != m_needs.end())
        m_missing->setText(open->otherwise);
}

QString FormDialog::text(const QString &key) const
{
    QWidget *field = m_fields.value(key);
    if (auto *line = qobject_cast<QLineEdit *>(field))
        return line->text().trimmed();
    if (auto *text = qobject_cast<QPlainTextEdit *>(field))
        return text->toPlainText().trimmed();
    return {};
}

QString FormDialog::choice(const QString &key) const
{
    auto *box = qobject_cast<QComboBox *>(m_fields.value(key));
    return box ? box->currentData().toString() : QString();
}

QDateTime FormDialog::time(const QString &key) const
{
    auto *edit = qobject_cast<QDateTimeEdit *>(m_fields.value(key));
    return edit ? edit->dateTime().toUTC() : QDateTime();
}

QDate FormDialog::date(const QString &key) const
{
    auto *edit = qobject_cast<QDateTimeEdit *>(m_fields.value(key));
    return edit ? edit->date() : QDate();
}

int FormDialog::number(const QString &key) const
{
    auto *box = qobject_cast<QSpinBox *>(m_fields.value(key));
    return box ? box->value() : 0;
}

bool FormDialog::checked(const QString &key) const
{
    auto *box = qobject_cast<QCheckBox *>(m_fields.value(key));
    return box && box->isChecked();
}

/// A layout gives a sentence that has grown no second line by itself.
bool FormDialog::event(QEvent *event)
{
    const bool handled = KeptDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        resize(width(), qMax(height(), layout()->totalHeightForWidth(width())));
    return handled;
}

void FormDialog::ask(std::function<void(FormDialog &)> write)
{
    connect(this, &KeptDialog::submitted, this, [this, call = std::move(write)] { call(*this); });
    QList<QWidget *> order = m_order;
    order << m_cancel << m_accept;
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
    if (!m_order.isEmpty())
        m_order.first()->setFocus();
    open();
}

} // namespace gatehouse::admin
