// SPDX-License-Identifier: GPL-3.0-or-later
#include "pin.h"

#include <QCryptographicHash>
#include <QDate>

#include <sodium.h>

#include <new>

namespace gatehouse::security
{

namespace
{
bool isDigit(QChar character)
{
    return character >= QLatin1Char('0') && character <= QLatin1Char('9');
}

/// 111111, 121212, 123123: some shorter piece, again and again; the last time it may be cut off.
bool repeats(const QString &pin)
{
    for (qsizetype period = 1; period <= pin.size() / 2; ++period) {
        bool same = true;
        for (qsizetype i = period; same && i < pin.size(); ++i)
            same = pin.at(i) == pin.at(i - period);
        if (same)
            return true;
    }
    return false;
}

bool isRun(const QString &pin)
{
    bool up = true;
    bool down = true;
    for (qsizetype i = 1; i < pin.size(); ++i) {
        const int step = (pin.at(i).digitValue() - pin.at(i - 1).digitValue() + 10) % 10; // 890123 goes on past the nine
        up = up && step == 1;
        down = down && step == 9;
    }
    return up || down;
}

/// 112233: every digit twice (or thrice), and what is left is a run.
bool isDoubledRun(const QString &pin)
{
    for (const int times : {2, 3}) {
        if (pin.size() % times != 0)
            continue;
        QString once;
        bool doubled = true;
        for (qsizetype i = 0; doubled && i < pin.size(); i += times) {
            once += pin.at(i);
            doubled = pin.mid(i, times) == QString(times, pin.at(i));
        }
        if (doubled && isRun(once))
            return true;
    }
    return false;
}

bool isDay(int year, int month, int day)
{
    return year >= 1900 && year < 2100 && QDate::isValid(year, month, day);
}

/// Years of two digits are those of living people; 2000 is a leap year, so that no date is missed.
bool isDate(const QString &pin)
{
    const auto number = [&](qsizetype from, qsizetype size) { return pin.mid(from, size).toInt(); };
    if (pin.size() == 8)
        return isDay(number(0, 4), number(4, 2), number(6, 2)) || isDay(number(4, 4), number(2, 2), number(0, 2)) ||
               isDay(number(4, 4), number(0, 2), number(2, 2));
    if (pin.size() == 6)
        return isDay(2000, number(2, 2), number(4, 2)) || isDay(2000, number(2, 2), number(0, 2));
    return false;
}

bool isMadeOf(const QString &pin, const QString &staffNumber)
{
    QString digits;
    for (const QChar character : staffNumber) {
        if (isDigit(character))
            digits += character;
    }
    return digits.size() >= 3 && pin.contains(digits);
}

// A verifier: magic, cost, salt, Argon2id of the PIN.
constexpr auto pinMagic = "GWP1";
constexpr char interactiveCost = 'I';
constexpr char testCost = 'm';
constexpr qsizetype pinSaltAt = 5;
constexpr qsizetype pinHashAt = pinSaltAt + qsizetype(crypto_pwhash_SALTBYTES);
constexpr qsizetype pinHashLength = 32;

/// False when there is no memory for it.
[[nodiscard]] bool stretchPin(SecureBytes &out, const SecureBytes &pin, const QByteArray &verifier)
{
    const bool interactive = verifier.at(pinSaltAt - 1) == interactiveCost;
    const auto operations = interactive ? crypto_pwhash_OPSLIMIT_INTERACTIVE : crypto_pwhash_OPSLIMIT_MIN;
    const auto memory = interactive ? crypto_pwhash_MEMLIMIT_INTERACTIVE : crypto_pwhash_MEMLIMIT_MIN;
    const auto *digits = pin.isEmpty() ? "" : reinterpret_cast<const char *>(pin.data());
    const auto *salt = reinterpret_cast<const unsigned char *>(verifier.constData()) + pinSaltAt;
    return crypto_pwhash(out.data(), out.size(), digits, pin.size(), salt, operations, memory, crypto_pwhash_ALG_ARGON2ID13) ==
           0;
}

/// Only the costs that we write are run: a row that somebody changed must not make a station allocate what it likes.
bool isPinVerifier(const QByteArray &verifier)
{
    return verifier.size() == pinHashAt + pinHashLength && verifier.startsWith(pinMagic) &&
           (verifier.at(pinSaltAt - 1) == interactiveCost || verifier.at(pinSaltAt - 1) == testCost);
}
} // namespace

PinFlaw assessPin(const QString &pin, const QString &staffNumber)
{
    if (!std::all_of(pin.begin(), pin.end(), isDigit))
        return PinFlaw::NotDigits;
    if (pin.size() < pinShortest)
        return PinFlaw::TooShort;
    if (pin.size() > pinLongest)
        return PinFlaw::TooLong;
    if (repeats(pin))
        return PinFlaw::Repeats;
    if (isRun(pin) || isDoubledRun(pin))
        return PinFlaw::Run;
    if (isDate(pin))
        return PinFlaw::Date;
    return isMadeOf(pin, staffNumber) ? PinFlaw::OwnNumber : PinFlaw::None;
}

QByteArray makePinVerifier(const SecureBytes &pin, KeyCost cost)
{
    QByteArray verifier = QByteArray(pinMagic) + (cost == KeyCost::Minimal ? testCost : interactiveCost);
    verifier.resize(pinHashAt);
    randombytes_buf(verifier.data() + pinSaltAt, crypto_pwhash_SALTBYTES);
    SecureBytes stretched(pinHashLength);
    if (!stretchPin(stretched, pin, verifier))
        throw std::bad_alloc();
    return verifier + QByteArray(reinterpret_cast<const char *>(stretched.data()), pinHashLength);
}

bool pinMatches(const QByteArray &verifier, const SecureBytes &pin)
{
    if (!isPinVerifier(verifier))
        return false;
    SecureBytes stretched(pinHashLength);
    return stretchPin(stretched, pin, verifier) &&
           sodium_memcmp(verifier.constData() + pinHashAt, stretched.data(), stretched.size()) == 0;
}

QByteArray pinVerifierHash(const QByteArray &verifier)
{
    return QCryptographicHash::hash(verifier, QCryptographicHash::Sha256);
}

std::chrono::seconds pinPause(int failures)
{
    using namespace std::chrono_literals;
    if (failures < 3)
        return 0s;
    return std::min<std::chrono::seconds>(30s * (1 << std::min(failures - 3, 10)), 3600s);
}

} // namespace gatehouse::security
