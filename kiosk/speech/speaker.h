// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace gatehouse::kiosk
{

/// Says sentences aloud through the speech-dispatcher daemon of the system, which has the voices and the sound card. Without a
/// daemon, or when it goes away, nothing is said and nothing else is disturbed; it is looked for again with the next sentence,
/// at most every ten seconds. Sentences hold no personal data, for they are heard by everybody and the daemon may log them.
/// Made and used on one thread; talks to the daemon on a thread of its own.
class Speaker : public QObject
{
    Q_OBJECT

public:
    explicit Speaker(QObject *parent = nullptr);
    ~Speaker() override;

    /// Says this instead of what is being said. `language` as the kiosk names it ("en", "zh_CN").
    void say(const QString &text, const QString &language);
    /// Falls silent.
    void hush();

Q_SIGNALS:
    /// A sentence was handed to the daemon, or it could not be.
    void said(bool heard);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gatehouse::kiosk
