// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMutex>
#include <QStringList>

namespace gatehouse::test
{

/// The lines of one category that are logged while it lives, of whatever thread and level but debug; the others go on to where
/// they went before. One at a time.
class LogLines
{
public:
    explicit LogLines(const char *category)
    {
        s_category = QString::fromLatin1(category);
        s_lines.clear();
        s_before = qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &context, const QString &text) {
            const QMutexLocker lock(&s_mutex);
            if (type != QtDebugMsg && QLatin1String(context.category) == s_category)
                s_lines << text;
            else if (s_before)
                s_before(type, context, text);
        });
    }
    ~LogLines() { qInstallMessageHandler(s_before); }
    LogLines(const LogLines &) = delete;
    LogLines &operator=(const LogLines &) = delete;

    QStringList lines() const
    {
        const QMutexLocker lock(&s_mutex);
        return s_lines;
    }

private:
    inline static QMutex s_mutex;
    inline static QString s_category;
    inline static QStringList s_lines;
    inline static QtMessageHandler s_before = nullptr;
};

} // namespace gatehouse::test
