// SPDX-License-Identifier: GPL-3.0-or-later
#include "badgecatcher.h"

#include "parsing/documentkind.h"
#include "parsing/scannerpayload.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace gatehouse::admin
{

namespace
{
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

void BadgeCatcher::take(const QByteArray &payload)
{
    using scanning::Kind;
    if (m_mode == Mode::Off)
        return;
    const scanning::ScanResult result = scanning::parseScannerPayload(payload, m_clock.now().toLocalTime().date());
    if (m_mode == Mode::BeforeWork) {
        if (result.kind == Kind::Badge || result.kind == Kind::Invite || scanning::isDocument(result))
            Q_EMIT readTooEarly();
        else
            m_filter.handBack();
        return;
    }
    const QString text = QString::fromUtf8(payload).trimmed();
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
