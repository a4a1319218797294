// SPDX-License-Identifier: GPL-3.0-or-later
#include "codedialog.h"

#include "style/focusring.h"
#include "texts.h"
#include "windows/parts/widgets.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
constexpr int codeWidth = 520;
} // namespace

CodeDialog::CodeDialog(const QString &who, const QString &code, const QDateTime &until, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"codeDialog"_s);
    setWindowTitle(tr("One-time code"));
    setMinimumWidth(codeWidth);
    QLabel *heading = makeLabel(this, "heading");
    heading->setObjectName(u"codeOwner"_s);
    heading->setText(tr("The one-time code of %1").arg(who));
    QLabel *letters = makeLabel(this, "title");
    letters->setObjectName(u"oneTimeCode"_s);
    letters->setText(code);
    letters->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QLabel *use = makeLabel(this, "muted");
    use->setText(
        tr("It is shown only now, and an earlier one no longer counts. Hand it over in person: at the sign-in, “I am new and "
           "have a one-time code” asks for it, together with the staff number."));
    QLabel *end = makeLabel(this);
    end->setObjectName(u"codeUntil"_s);
    end->setText(tr("It is good until %1.").arg(Texts::dateTime(until)));
    auto *given = new QCheckBox(tr("I have handed it over or written it down"), this);
    given->setObjectName(u"codeGiven"_s);
    QPushButton *done = makeButton(this, u"codeDone"_s, "primary");
    done->setText(tr("Done"));
    done->setEnabled(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(28, 24, 28, 24);
    layout->setSpacing(14);
    for (QLabel *label : {heading, letters, end, use}) {
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    layout->addWidget(given);
    layout->addWidget(done, 0, Qt::AlignRight);
    connect(given, &QCheckBox::toggled, done, &QPushButton::setEnabled);
    connect(done, &QPushButton::clicked, this, &QDialog::accept);
    given->setFocus();
    new FocusRing(this);
}

void CodeDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        QDialog::keyPressEvent(event);
}

} // namespace gatehouse::admin
