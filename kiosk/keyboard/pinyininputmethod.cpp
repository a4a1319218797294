// SPDX-License-Identifier: GPL-3.0-or-later
#include "keyboard/pinyininputmethod.h"

#include "keyboard/keyboarddata.h"
#include "keyboard/namecandidates.h"

#include <QLoggingCategory>
#include <QtVirtualKeyboard/QVirtualKeyboardInputContext>

namespace gatehouse::keyboard
{

namespace
{

Q_LOGGING_CATEGORY(lcKeyboard, "gatehouse.keyboard")

constexpr int mostCandidates = 60;
constexpr int mostComposedNames = 4;

using ListModel = QVirtualKeyboardSelectionListModel;

bool isPinyinLetter(const QString &text)
{
    return text.size() == 1 && text.front() >= QLatin1Char('a') && text.front() <= QLatin1Char('z');
}

} // namespace

PinyinInputMethod::PinyinInputMethod(QObject *parent) : QVirtualKeyboardAbstractInputMethod(parent)
{
    auto engine = PinyinEngine::create(rimeDataFolder());
    if (engine) {
        m_engine = std::move(*engine);
    } else {
        qCWarning(lcKeyboard) << "pinyin is not available:" << engine.error().detail;
        m_failed = true;
    }
}

QList<QVirtualKeyboardInputEngine::InputMode> PinyinInputMethod::inputModes(const QString &)
{
    if (m_failed)
        return {QVirtualKeyboardInputEngine::InputMode::Latin};
    return {QVirtualKeyboardInputEngine::InputMode::Pinyin, QVirtualKeyboardInputEngine::InputMode::Latin,
            QVirtualKeyboardInputEngine::InputMode::Numeric, QVirtualKeyboardInputEngine::InputMode::Dialable};
}

bool PinyinInputMethod::setInputMode(const QString &, QVirtualKeyboardInputEngine::InputMode inputMode)
{
    reset();
    m_pinyin = inputMode == QVirtualKeyboardInputEngine::InputMode::Pinyin;
    return true;
}

bool PinyinInputMethod::setTextCase(QVirtualKeyboardInputEngine::TextCase)
{
    return true;
}

bool PinyinInputMethod::keyEvent(Qt::Key key, const QString &text, Qt::KeyboardModifiers modifiers)
{
    if (!m_engine || !m_pinyin)
        return false;
    if (isPinyinLetter(text) && !modifiers.testFlag(Qt::ShiftModifier)) {
        m_engine->typeLetter(text.front().toLatin1());
        refresh();
        return true;
    }
    return m_engine->isComposing() && keyWhileComposing(key, text);
}

bool PinyinInputMethod::keyWhileComposing(Qt::Key key, const QString &text)
{
    if (key == Qt::Key_Backspace) {
        m_engine->eraseLetter();
        refresh();
        return true;
    }
    if (key == Qt::Key_Space) {
        choose(0);
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        finish(m_chosen + m_engine->letters());
        return true;
    }
    if (text.size() == 1 && text.front() >= QLatin1Char('1') && text.front() <= QLatin1Char('9')) {
        choose(text.front().digitValue() - 1);
        return true;
    }
    if (key == Qt::Key_Shift || text.isEmpty())
        return false;
    // Anything else ends the composition with its first candidate and is then typed as it is.
    while (m_engine->isComposing() && !m_offered.isEmpty())
        choose(0);
    return false;
}

void PinyinInputMethod::choose(int index)
{
    if (index < 0 || index >= m_offered.size())
        return;
    const QString wanted = m_offered.at(index);
    const int place = int(m_fromRime.indexOf(wanted));
    if (place < 0)
        return finish(m_chosen + wanted); // a whole name of our own making
    m_engine->choose(place);
    const QString done = m_engine->takeCommit();
    if (!done.isEmpty() || !m_engine->isComposing())
        return finish(m_chosen + done);
    refresh();
}

void PinyinInputMethod::finish(const QString &text)
{
    m_engine->clear();
    m_chosen.clear();
    inputContext()->commit(text);
    refresh();
}

void PinyinInputMethod::refresh()
{
    if (!inputContext()) // the text committed before may lead on to a field with another keyboard
        return;
    m_fromRime = m_engine->candidates(mostCandidates);
    m_offered = m_fromRime;
    const QObject *item = inputContext()->inputItem();
    if (!m_fromRime.isEmpty() && item && item->property("personName").toBool()) {
        const QString before = inputContext()->surroundingText().left(inputContext()->cursorPosition());
        m_offered = rankForName(m_fromRime, before + m_chosen);
        QStringList names = before.isEmpty() ? composeNames(m_engine->syllables(), mostComposedNames) : QStringList();
        for (const QString &name : std::as_const(names))
            m_offered.removeAll(name);
        m_offered = names + m_offered;
    }
    inputContext()->setPreeditText(m_chosen + m_engine->syllables());
    Q_EMIT selectionListChanged(ListModel::Type::WordCandidateList);
    Q_EMIT selectionListActiveItemChanged(ListModel::Type::WordCandidateList, m_offered.isEmpty() ? -1 : 0);
}

QList<ListModel::Type> PinyinInputMethod::selectionLists()
{
    return {ListModel::Type::WordCandidateList};
}

int PinyinInputMethod::selectionListItemCount(ListModel::Type)
{
    return int(m_offered.size());
}

QVariant PinyinInputMethod::selectionListData(ListModel::Type type, int index, ListModel::Role role)
{
    if (role == ListModel::Role::Display && index >= 0 && index < m_offered.size())
        return m_offered.at(index);
    return QVirtualKeyboardAbstractInputMethod::selectionListData(type, index, role);
}

void PinyinInputMethod::selectionListItemSelected(ListModel::Type, int index)
{
    choose(index);
}

void PinyinInputMethod::reset()
{
    if (m_engine)
        m_engine->clear();
    m_chosen.clear();
    m_fromRime.clear();
    m_offered.clear();
    Q_EMIT selectionListChanged(ListModel::Type::WordCandidateList);
}

void PinyinInputMethod::update()
{
    // Focus moves on or the text is asked for: what was being composed becomes the likeliest text.
    if (m_engine && m_engine->isComposing() && !m_offered.isEmpty())
        finish(m_chosen + m_offered.constFirst());
}

} // namespace gatehouse::keyboard
