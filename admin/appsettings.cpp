// SPDX-License-Identifier: GPL-3.0-or-later
#include "appsettings.h"

#include <QLocale>
#include <QStandardPaths>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;

namespace
{
struct CommandEntry {
    Command command;
    QLatin1String name;
    const char *key;
};

constexpr CommandEntry commandTable[] = {
    {Command::Next, "next"_L1, "F3"},
    {Command::Approve, "approve"_L1, "F9"},
    {Command::Deny, "deny"_L1, "F8"},
    {Command::Ask, "ask"_L1, "F7"},
    {Command::OriginalSeen, "originalSeen"_L1, "F6"},
    {Command::OpenDocument, "openDocument"_L1, "F5"},
    {Command::PrintBadge, "printBadge"_L1, "Ctrl+P"},
    {Command::RegisterVisitor, "register"_L1, "F2"},
    {Command::ReadBadge, "readBadge"_L1, "F4"},
    {Command::RollCall, "rollCall"_L1, "F10"},
    {Command::EmergencyEntry, "emergencyEntry"_L1, "F12"},
    {Command::Lock, "lock"_L1, "Ctrl+L"},
    {Command::Find, "find"_L1, "Ctrl+F"},
};

const CommandEntry &entryOf(Command command)
{
    for (const CommandEntry &entry : commandTable) {
        if (entry.command == command)
            return entry;
    }
    Q_UNREACHABLE();
}

bool isBareKey(const QKeySequence &sequence)
{
    if (sequence.count() != 1)
        return true; // chords of several keys are too slow for a queue of people
    const QKeyCombination keys = sequence[0];
    const bool function = keys.key() >= Qt::Key_F1 && keys.key() <= Qt::Key_F35;
    const auto strong = Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier;
    return !function && !(keys.keyboardModifiers() & strong);
}
} // namespace

QList<Command> allCommands()
{
    QList<Command> commands;
    for (const CommandEntry &entry : commandTable)
        commands.append(entry.command);
    return commands;
}

AppSettings::AppSettings(const QString &file, QObject *parent)
    : QObject(parent),
      m_settings(file.isEmpty()
                     ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/gatehouse/admin.ini"_s
                     : file,
                 QSettings::IniFormat)
{
}

QString AppSettings::text(const QString &name, const QString &otherwise) const
{
    const QString value = m_settings.value(name).toString();
    return value.isEmpty() ? otherwise : value;
}

void AppSettings::set(const QString &name, const QVariant &value)
{
    m_settings.setValue(name, value);
    Q_EMIT changed();
}

QString AppSettings::language() const
{
    const QString system = QLocale::system().language() == QLocale::Chinese ? u"zh_CN"_s : u"en"_s;
    const QString chosen = m_personLanguage.isEmpty() ? text(u"language"_s, system) : m_personLanguage;
    return chosen.startsWith(u"zh") ? u"zh_CN"_s : u"en"_s;
}

void AppSettings::setLanguage(const QString &language)
{
    if (language == this->language() && m_settings.contains(u"language"_s))
        return;
    set(u"language"_s, language);
    Q_EMIT languageChanged();
}

void AppSettings::setPersonLanguage(const QString &language)
{
    const QString before = this->language();
    m_personLanguage = language;
    if (this->language() != before)
        Q_EMIT languageChanged();
}

ThemeChoice AppSettings::theme() const
{
    return themeFromName(text(u"theme"_s));
}

void AppSettings::setTheme(ThemeChoice theme)
{
    if (theme == this->theme())
        return;
    set(u"theme"_s, themeName(theme));
    Q_EMIT themeChanged();
}

int AppSettings::idleMinutes() const
{
    return qBound(1, m_settings.value(u"idleMinutes"_s, 5).toInt(), 60);
}

void AppSettings::setIdleMinutes(int minutes)
{
    set(u"idleMinutes"_s, minutes);
}

bool AppSettings::sound() const
{
    return m_settings.value(u"sound"_s, true).toBool();
}

void AppSettings::setSound(bool on)
{
    set(u"sound"_s, on);
}

QString AppSettings::printer() const
{
    return text(u"printer"_s);
}

void AppSettings::setPrinter(const QString &name)
{
    set(u"printer"_s, name);
}

QString AppSettings::pdfFolder() const
{
    const QString chosen = qEnvironmentVariable("GATEHOUSE_PDF_FOLDER");
    if (!chosen.isEmpty())
        return chosen;
    return text(u"pdfFolder"_s, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + u"/Gatehouse"_s);
}

void AppSettings::setPdfFolder(const QString &folder)
{
    set(u"pdfFolder"_s, folder);
}

QString AppSettings::badgeFormat() const
{
    return text(u"badgeFormat"_s, u"card"_s);
}

void AppSettings::setBadgeFormat(const QString &format)
{
    set(u"badgeFormat"_s, format);
}

QString AppSettings::camera() const
{
    return text(u"camera"_s);
}

void AppSettings::setCamera(const QString &source)
{
    set(u"camera"_s, source);
}

QKeySequence AppSettings::defaultKey(Command command)
{
    return QKeySequence(QString::fromLatin1(entryOf(command).key));
}

QKeySequence AppSettings::key(Command command) const
{
    const QKeySequence chosen(text(u"keys/"_s + entryOf(command).name));
    return chosen.isEmpty() || isBareKey(chosen) ? defaultKey(command) : chosen;
}

bool AppSettings::setKey(Command command, const QKeySequence &sequence)
{
    if (sequence == key(command))
        return true;
    if (isBareKey(sequence))
        return false;
    for (const Command other : allCommands()) {
        if (other != command && key(other) == sequence)
            return false;
    }
    set(u"keys/"_s + entryOf(command).name, sequence.toString(QKeySequence::PortableText));
    Q_EMIT keysChanged();
    return true;
}

} // namespace gatehouse::admin
