// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>

class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace gatehouse::admin
{

inline constexpr int buttonGap = 12; ///< two rings of the focus do not touch

/// Small makers of widgets, so that windows say what they hold and not how it is built.

/// `role` as in the style sheet: "title", "heading", "muted" ...
QLabel *makeLabel(QWidget *parent, const char *role = nullptr);
QPushButton *makeButton(QWidget *parent, const QString &objectName, const char *role = nullptr);
QFrame *makeFrame(QWidget *parent, const char *role);
/// What somebody typed, in a label that wraps: a word that is too long for a line breaks anywhere. It is read aloud as it was
/// typed.
void setFreeText(QLabel *label, const QString &text);
/// Gives the field the accessible name of its label and the label its buddy.
void nameAfter(QWidget *field, QLabel *label);
/// Lets one character more be typed or pasted than is taken, so that tooLong() says it and nothing is cut unsaid.
void setLongest(QLineEdit *line, int longest);
void setLongest(QPlainTextEdit *text, int longest);
/// The sentence about the first visible field of a form that is longer than it may be; empty: none is. The button that sends
/// the form is disabled meanwhile.
QString tooLong(const QWidget *form);
/// Gives a widget another role, "" for none, when it has to look different from now on.
void setRole(QWidget *widget, const char *role);
/// A line of judgement: sign, word and colour.
void setVerdict(QLabel *label, Tone tone, const QString &text);
/// A question before something is undone, over a window; Cancel, or `stay`, is its default. Returns the button that goes ahead.
QPushButton *askFirst(QWidget *over, const QString &objectName, const QString &title, const QString &text,
                      const QString &goAhead, const QString &stay = {});
/// A card of a fixed width in the middle of the page; returns the layout inside it.
QVBoxLayout *makeCentredCard(QWidget *page, int width);
/// "Approve" with its key in a small frame is said as "Approve (F9)".
QString withKey(const QString &text, const QKeySequence &key);

} // namespace gatehouse::admin
