// SPDX-License-Identifier: GPL-3.0-or-later
#include "badgecatcher.h"

#include "parsing/documentkind.h"
#include "parsing/scannerpayload.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QWidget>

#include <algorithm>

namespace gatehouse::admin
{

namespace
{
constexpr int leastRest = 30;

void typeIntoFocus(const QString &text)
{
    for (const QChar character : text) {
        QWidget *field = QApplication::focusWidget();
        if (!field || !character.isPrint())
            continue;
        QKeyEvent press(QEvent::KeyPress, Qt::Key_unknown, Qt::NoModifier, QString(character));
        QApplication::sendEvent(field, &press);
    }
}

bool isCode(const scanning::ScanResult &result)
{
    using scanning::Kind;
    return result.kind == Kind::Badge || result.kind == Kind::Invite || scanning::isDocument(result);
}

/// The rest of a code whose beginning is nowhere: long, and all in capitals, digits and signs, as nobody chooses a password.
bool isRestOfCode(const QString &text)
{
    return text.size() >= leastRest &&
           std::none_of(text.cbegin(), text.cend(), [](QChar one) { return one.isLower() || one.unicode() > 0x7f; });
}
} // namespace

BadgeCatcher::BadgeCatcher(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    connect(&m_filter, &scanning::WedgeFilter::payloadRead, this, &BadgeCatcher::take);
}

void BadgeCatcher::setMode(Mode mode)
{
    if (std::exchange(m_mode, mode) == mode)
        return;
    if (mode == Mode::Off)
        qApp->removeEventFilter(&m_filter);
    else
        qApp->installEventFilter(&m_filter);
}

scanning::ScanResult BadgeCatcher::parse(const QByteArray &payload) const
{
    return scanning::parseScannerPayload(payload, m_clock.now().toLocalTime().date());
}

/// A scanner that pauses after its first keys looks like a person until then: they stand in the field, and make a code together
/// with what came after them.
bool BadgeCatcher::takeBeginning(const QByteArray &rest) const
{
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    const QByteArray before = field ? field->text().left(field->cursorPosition()).toUtf8() : QByteArray();
    for (qsizetype length = 1; length < scanning::WedgeAssembler::leastBurst && length <= before.size(); ++length) {
        if (!isCode(parse(before.right(length) + rest)))
            continue;
        for (qsizetype i = 0; i < length; ++i)
            field->backspace();
        return true;
    }
    return false;
}

void BadgeCatcher::take(const QByteArray &payload)
{
    using scanning::Kind;
    if (m_mode == Mode::Off)
        return;
    const scanning::ScanResult result = parse(payload);
    const QString text = QString::fromUtf8(payload).trimmed();
    if (m_mode == Mode::BeforeWork) {
        if (isCode(result) || takeBeginning(payload) || isRestOfCode(text))
            Q_EMIT readTooEarly();
        else
            m_filter.handBack();
        return;
    }
    switch (result.kind) {
    case Kind::Badge:
        Q_EMIT read(result.raw.join(QString()).trimmed());
        break;
    default:
        if (scanning::isDocument(result))
            Q_EMIT documentRead(result);
        else
            typeIntoFocus(text);
    }
}

} // namespace gatehouse::admin
