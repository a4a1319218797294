// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>

namespace gatehouse::keyboard
{

/// librime behind plain strings: letters in, candidates and finished text out. librime keeps process-wide state and is set up
/// once, by the first create(), so that it writes nothing anywhere; an engine is one session of it. Used on one thread.
/// Forgets everything on clear(). create() fails when the compiled schema is not found (Error names the folder).
class PinyinEngine
{
public:
    static Result<std::unique_ptr<PinyinEngine>> create(const QString &dataFolder);
    ~PinyinEngine();
    PinyinEngine(const PinyinEngine &) = delete;
    PinyinEngine &operator=(const PinyinEngine &) = delete;

    bool typeLetter(char letter);
    void eraseLetter();
    void clear();
    /// Chooses a candidate by its place in candidates(); what is finished by that is in takeCommit().
    void choose(int index);

    bool isComposing() const;
    QString letters() const;   ///< as typed
    QString syllables() const; ///< as typed, spaced into syllables
    QStringList candidates(int most) const;
    QString takeCommit();

private:
    PinyinEngine() = default;

    std::uintptr_t m_session = 0;
};

} // namespace gatehouse::keyboard
