// SPDX-License-Identifier: GPL-3.0-or-later
#include "stylesheet.h"

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
// Names between @ signs are tokens. Fields take the colour of their text from the palette: one that stands here would be that
// of the placeholder too, at half its strength.
const char *const sheet = R"(
QLabel[role="title"] { font-size: 15pt; font-weight: 700; }
QLabel[role="display"] { font-size: 22pt; font-weight: 700; }
QLabel[role="heading"] { font-size: 12pt; font-weight: 600; }
QLabel[role="muted"] { color: @muted@; }
QLabel[role="bad"] { color: @bad@; font-weight: 600; }
QLabel[role="good"] { color: @good@; font-weight: 600; }
QLabel[role="warn"] { color: @warn@; font-weight: 600; }
QFrame#navigation { background: @navigation@; border: none; }
QFrame#navigation QPushButton { background: transparent; color: @navigationText@; border: 1px solid @navigationMuted@; }
QFrame#navigation QLabel { color: @navigationMuted@; font-size: 9.5pt; background: transparent; }
QFrame#navigation QLabel#brand { color: @navigationText@; font-size: 14pt; font-weight: 700; }
QFrame[role="card"] { background: @surface@; border: 1px solid @line@; border-radius: 12px; }
QFrame[role="bar"] { background: @surface@; border: none; border-bottom: 1px solid @line@; }
QFrame[role="foot"] { background: @paper@; border: none; border-top: 1px solid @line@; }
QFrame[role="notice"] { background: @softWarn@; border: 1px solid @warn@; border-radius: 8px; }
QFrame[role="alarm"] { background: @softBad@; border: 1px solid @bad@; border-radius: 8px; }
QFrame[role="undo"] { background: @text@; border-radius: 12px; }
QFrame[role="undo"] QLabel { color: @paper@; font-weight: 600; }
QFrame[role="undo"] QPushButton { background: transparent; color: @paper@; border: 2px solid @paper@; }

QPushButton, QComboBox, QCheckBox, QRadioButton { outline: 0; }
QPushButton { background: @surface@; color: @text@; border: 1px solid @outline@; border-radius: 10px; padding: 8px 16px; min-height: 20px; font-weight: 600; }
QPushButton:hover { background: @selected@; }
QPushButton:pressed { background: @softNeutral@; }
QPushButton:checked { background: @selected@; border: 2px solid @primary@; padding: 7px 15px; }
QPushButton:disabled { color: @muted@; background: @softNeutral@; border-color: @line@; }
QPushButton[role="primary"] { background: @primary@; color: @onPrimary@; border: 1px solid @primary@; }
QPushButton[role="primary"]:hover { background: @primaryHover@; }
QPushButton[role="primary"]:disabled { background: @softNeutral@; color: @muted@; border: 1px dashed @outline@; }
QPushButton[role="danger"] { color: @bad@; border: 2px solid @bad@; padding: 7px 15px; }
QPushButton[role="danger"]:disabled { color: @muted@; border-color: @line@; }
QPushButton[role="quiet"] { background: transparent; border: none; color: @good@; padding: 4px 0; text-decoration: underline; }

QComboBox { color: @text@; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit {
  background: @surface@; border: 1px solid @outline@; border-radius: 8px; padding: 6px 10px;
  selection-background-color: @primary@; selection-color: @onPrimary@; }
QLineEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit, QDateTimeEdit { min-height: 20px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { background: @softNeutral@; color: @muted@; border-color: @line@; }
QLineEdit[flawed="true"] { border: 2px solid @bad@; padding: 5px 9px; }
QComboBox { padding-right: 26px; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url(:/admin/icons/down-@shade@.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: @surface@; color: @text@; border: 1px solid @outline@; selection-background-color: @selected@; selection-color: @text@; padding: 4px; outline: 0; }
QDateEdit::drop-down, QDateTimeEdit::drop-down { border: none; width: 22px; }
QDateEdit::down-arrow, QDateTimeEdit::down-arrow { image: url(:/admin/icons/down-@shade@.svg); width: 12px; height: 12px; }
QSpinBox, QTimeEdit, QDateTimeEdit { padding-right: 24px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; background: transparent; border: none; width: 24px; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url(:/admin/icons/up-@shade@.svg); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url(:/admin/icons/down-@shade@.svg); width: 10px; height: 10px; }
QAbstractSpinBox::up-arrow:off, QAbstractSpinBox::up-arrow:disabled { image: url(:/admin/icons/up-off-@shade@.svg); }
QAbstractSpinBox::down-arrow:off, QAbstractSpinBox::down-arrow:disabled { image: url(:/admin/icons/down-off-@shade@.svg); }

QCheckBox, QRadioButton { spacing: 10px; padding: 4px 2px; }
QCheckBox::indicator, QRadioButton::indicator { width: 18px; height: 18px; border: 2px solid @outline@; background: @surface@; }
QCheckBox::indicator { border-radius: 5px; }
QRadioButton::indicator { border-radius: 11px; }
QCheckBox::indicator:checked { background: @primary@; border-color: @primary@; image: url(:/admin/icons/check.svg); }
QRadioButton::indicator:checked { background: @primary@; border: 2px solid @primary@; image: url(:/admin/icons/dot.svg); }

QTabWidget::pane { border: none; }
QTabWidget::tab-bar { left: 22px; }
QTabBar { qproperty-drawBase: 0; background: transparent; }
QTabBar::tab { background: @surface@; color: @text@; border: 1px solid @outline@; border-radius: 10px; padding: 8px 16px; margin: 12px 10px 6px 0; min-height: 20px; }
QTabBar::tab:hover { background: @selected@; }
QTabBar::tab:selected { background: @selected@; border: 2px solid @primary@; padding: 7px 15px; }

QTableView, QListView, QTreeView { background: @surface@; border: none; outline: 0; selection-background-color: @selected@; selection-color: @text@; }
QTableView[role="framed"], QListView[role="framed"] { border: 1px solid @line@; border-radius: 12px; padding: 6px 1px; }
QListView[role="queue"] { background: @surface@; border: none; border-right: 1px solid @line@; }
QHeaderView { background: @surface@; border: none; }
QHeaderView::section { background: @surface@; color: @muted@; border: none; border-bottom: 1px solid @line@; padding: 8px 12px; font-weight: 400; }
QHeaderView::section:first, QHeaderView::section:only-one { padding-left: 18px; }
QTableCornerButton::section { background: @surface@; border: none; }

QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: @outline@; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: @line@; width: 1px; }
QToolTip { background: @surface@; color: @text@; border: 1px solid @outline@; padding: 6px; }
QDialog { background: @paper@; }
QProgressBar { background: @softNeutral@; border: none; border-radius: 4px; max-height: 8px; }
QProgressBar::chunk { background: @primary@; border-radius: 4px; }
QCalendarWidget QWidget { alternate-background-color: @surface@; }
QCalendarWidget QAbstractItemView { selection-background-color: @primary@; selection-color: @onPrimary@; }
QMenu { background: @surface@; border: 1px solid @outline@; padding: 4px; }
QMenu::item { padding: 6px 24px; }
QMenu::item:selected { background: @selected@; color: @text@; }
)";
} // namespace

QString styleSheet(const Tokens &t)
{
    QString text = QString::fromUtf8(sheet);
    const std::initializer_list<std::pair<QLatin1String, QColor>> colours = {{"@text@"_L1, t.text},
                                                                             {"@paper@"_L1, t.paper},
                                                                             {"@surface@"_L1, t.surface},
                                                                             {"@primary@"_L1, t.primary},
                                                                             {"@primaryHover@"_L1, t.primaryHover},
                                                                             {"@onPrimary@"_L1, t.onPrimary},
                                                                             {"@good@"_L1, t.good},
                                                                             {"@warn@"_L1, t.warn},
                                                                             {"@bad@"_L1, t.bad},
                                                                             {"@softWarn@"_L1, t.softWarn},
                                                                             {"@softBad@"_L1, t.softBad},
                                                                             {"@softNeutral@"_L1, t.softNeutral},
                                                                             {"@line@"_L1, t.line},
                                                                             {"@outline@"_L1, t.outline},
                                                                             {"@navigation@"_L1, t.navigation},
                                                                             {"@navigationText@"_L1, t.navigationText},
                                                                             {"@navigationMuted@"_L1, t.navigationMuted},
                                                                             {"@muted@"_L1, t.muted},
                                                                             {"@selected@"_L1, t.selected}};
    for (const auto &[name, colour] : colours)
        text.replace(name, colour.name());
    text.replace("@shade@"_L1, t.text.lightness() > 128 ? "dark"_L1 : "light"_L1);
    return text;
}

} // namespace gatehouse::admin
