// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QKeySequence>
#include <QObject>
#include <QSettings>

namespace gatehouse::admin
{

/// What one person can do with a key; the keys can be changed in the settings.
enum class Command {
    Next,
    Approve,
    Deny,
    Ask,
    OriginalSeen,
    OpenDocument,
    PrintBadge,
    RegisterVisitor,
    ReadBadge,
    RollCall,
    EmergencyEntry,
    Lock,
    Find
};

/// Settings of this workstation: nothing personal, nothing that grants anything. GUI thread.
class AppSettings : public QObject
{
    Q_OBJECT

public:
    /// `file` is an INI file; empty: the user's own configuration.
    explicit AppSettings(const QString &file = {}, QObject *parent = nullptr);

    /// "en" or "zh_CN": of the person who is signed in, else of the workstation, else of the system.
    QString language() const;
    void setLanguage(const QString &language); ///< the workstation's; kept
    /// The signed-in person's (Staff::language, any tag of the language); empty when nobody is signed in. Not kept here.
    void setPersonLanguage(const QString &language);
    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);
    int idleMinutes() const;
    void setIdleMinutes(int minutes);
    bool sound() const;
    void setSound(bool on);

    QString printer() const; ///< name of a system printer; empty: PDF files in pdfFolder()
    void setPrinter(const QString &name);
    QString pdfFolder() const;
    void setPdfFolder(const QString &folder);
    QString badgeFormat() const; ///< "card" or "label"
    void setBadgeFormat(const QString &format);
    QString camera() const; ///< camera SOURCE; empty: none
    void setCamera(const QString &source);

    QKeySequence key(Command command) const;
    /// False for a bare letter or digit, which an input method would swallow, and for a key that another command has.
    bool setKey(Command command, const QKeySequence &key);
    static QKeySequence defaultKey(Command command);

Q_SIGNALS:
    void languageChanged();
    void themeChanged();
    void keysChanged();
    void changed();

private:
    QString text(const QString &name, const QString &otherwise = {}) const;
    void set(const QString &name, const QVariant &value);

    QSettings m_settings;
    QString m_personLanguage;
};

QList<Command> allCommands();

} // namespace gatehouse::admin
