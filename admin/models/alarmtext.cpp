// SPDX-License-Identifier: GPL-3.0-or-later
#include "alarmtext.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace gatehouse::admin
{

namespace
{
struct AlarmSentence {
    QLatin1String code;
    const char *text;
};

constexpr AlarmSentence alarmSentences[] = {
    {QLatin1String("stranger"), QT_TRANSLATE_NOOP("Alarms", "A stranger was reported")},
    {QLatin1String("badge-copied"), QT_TRANSLATE_NOOP("Alarms", "A badge that is inside already (since %1) was shown again")},
    {QLatin1String("badge-forged"), QT_TRANSLATE_NOOP("Alarms", "A forged badge was shown")},
    {QLatin1String("badge-unknown"), QT_TRANSLATE_NOOP("Alarms", "A badge that was never issued was shown")},
    {QLatin1String("badge-lost"), QT_TRANSLATE_NOOP("Alarms", "A lost badge was shown")},
    {QLatin1String("badge-revoked"), QT_TRANSLATE_NOOP("Alarms", "A revoked badge was shown")},
    {QLatin1String("escort-leaves-first"), QT_TRANSLATE_NOOP("Alarms", "The escort left, visitors are still inside")},
    {QLatin1String("pin-back-off"), QT_TRANSLATE_NOOP("Alarms", "Somebody is guessing a PIN")},
    {QLatin1String("exit-code-guessed"), QT_TRANSLATE_NOOP("Alarms", "Somebody is guessing the exit code of the kiosk")},
    {QLatin1String("door-forced"), QT_TRANSLATE_NOOP("Alarms", "The door was opened without a decision")},
    {QLatin1String("door-held"), QT_TRANSLATE_NOOP("Alarms", "The door is held open")},
    {QLatin1String("door-tamper"), QT_TRANSLATE_NOOP("Alarms", "Somebody tampers with the door")},
    {QLatin1String("lock-not-released"), QT_TRANSLATE_NOOP("Alarms", "Somebody was admitted, but the lock did not open")},
    {QLatin1String("relay-silent"), QT_TRANSLATE_NOOP("Alarms", "The lock does not answer")},
    {QLatin1String("relay-refused"),
     QT_TRANSLATE_NOOP(
         "Alarms",
         "The relay of the lock is not used: its settings cannot be used, it asks for no password, or it refuses ours")},
    {QLatin1String("relay-unprotected"), QT_TRANSLATE_NOOP("Alarms", "The relay of the lock asks for no password")},
    {QLatin1String("relay-lying"), QT_TRANSLATE_NOOP("Alarms", "The relay of the lock contradicts itself")},
    {QLatin1String("badge-without-approval"),
     QT_TRANSLATE_NOOP(
         "Alarms",
         "A badge was asked for that nobody approved. The record was changed by hand: let nobody in on it, call the manager")},
    {QLatin1String("records-changed"),
     QT_TRANSLATE_NOOP("Alarms", "The records of a visit were changed by hand: let nobody in on them, call the manager")},
    {QLatin1String("face-without-signature"),
     QT_TRANSLATE_NOOP("Alarms", "A badge picture came that nobody signed for; it was not printed")},
    {QLatin1String("journal-changed"), QT_TRANSLATE_NOOP("Alarms", "What the door noted while it was cut off was changed")},
};
} // namespace

QString alarmText(const domain::LedgerEntry &alarm)
{
    const QString code = alarm.details.value(QLatin1String("code")).toString();
    QString text = QCoreApplication::translate("Alarms", "The station raised an alarm");
    for (const AlarmSentence &known : alarmSentences) {
        if (code == known.code)
            text = QCoreApplication::translate("Alarms", known.text);
    }
    if (code == QLatin1String("badge-copied")) {
        const QString since = alarm.details.value(QLatin1String("basis")).toArray().at(1).toString();
        text = text.arg(QDateTime::fromString(since, Qt::ISODateWithMs).toLocalTime().toString(QStringLiteral("HH:mm")));
    }
    return text;
}

} // namespace gatehouse::admin
