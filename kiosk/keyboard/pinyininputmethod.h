// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keyboard/pinyinengine.h"

#include <QtQml/qqmlregistration.h>
#include <QtVirtualKeyboard/QVirtualKeyboardAbstractInputMethod>

namespace gatehouse::keyboard
{

/// Chinese by pinyin for the on-screen keyboard. Candidates come from librime; in a field whose item has a true property
/// "personName" the ranking of names applies. Without the compiled schema it writes Latin letters and logs why. What is being
/// composed is forgotten on reset(). GUI thread.
class PinyinInputMethod : public QVirtualKeyboardAbstractInputMethod
{
    Q_OBJECT
    QML_ELEMENT

public:
    explicit PinyinInputMethod(QObject *parent = nullptr);

    QList<QVirtualKeyboardInputEngine::InputMode> inputModes(const QString &locale) override;
    bool setInputMode(const QString &locale, QVirtualKeyboardInputEngine::InputMode inputMode) override;
    bool setTextCase(QVirtualKeyboardInputEngine::TextCase textCase) override;
    bool keyEvent(Qt::Key key, const QString &text, Qt::KeyboardModifiers modifiers) override;

    QList<QVirtualKeyboardSelectionListModel::Type> selectionLists() override;
    int selectionListItemCount(QVirtualKeyboardSelectionListModel::Type type) override;
    QVariant selectionListData(QVirtualKeyboardSelectionListModel::Type type, int index,
                               QVirtualKeyboardSelectionListModel::Role role) override;
    void selectionListItemSelected(QVirtualKeyboardSelectionListModel::Type type, int index) override;

    void reset() override;
    void update() override;

private:
    bool keyWhileComposing(Qt::Key key, const QString &text);
    void choose(int index);
    void refresh();
    void finish(const QString &text);

    std::unique_ptr<PinyinEngine> m_engine;
    bool m_pinyin = true;
    QString m_chosen;       ///< finished parts of a composition that still has letters left
    QStringList m_fromRime; ///< in librime's order: choosing goes by this
    QStringList m_offered;  ///< as shown
    bool m_failed = false;
};

} // namespace gatehouse::keyboard
