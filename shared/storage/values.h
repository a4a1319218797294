// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "base/result.h"
#include "domain/ids.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QSqlQuery>
#include <QVariant>

#include <optional>

/// How values stand in the database, the same in every engine: ids as lower-case UUID text, times as milliseconds since 1970
/// UTC, dates as ISO 8601 text, 64-bit serials as the signed integer of the same bits, absence as NULL.
namespace gatehouse::storage
{

// Null strings and arrays are values without content, not absence: the drivers would make NULL of them.
inline QVariant bound(const QString &text)
{
    return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text);
}
inline QVariant bound(const QByteArray &bytes)
{
    return bytes.isNull() ? QVariant(QByteArray("", 0)) : QVariant(bytes);
}
inline QVariant bound(int number)
{
    return QVariant(number);
}
inline QVariant bound(qint64 number)
{
    return QVariant(number);
}
inline QVariant bound(quint64 number)
{
    return QVariant(static_cast<qint64>(number));
}
inline QVariant bound(bool flag)
{
    return QVariant(flag ? 1 : 0);
}
inline QVariant bound(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant(QMetaType::fromType<qint64>());
}
inline QVariant bound(const QDate &date)
{
    return date.isValid() ? QVariant(date.toString(Qt::ISODate)) : QVariant(QMetaType::fromType<QString>());
}
inline QVariant bound(const domain::ZoneId &id)
{
    return bound(id.key);
}
inline QVariant bound(const domain::PurposeId &id)
{
    return bound(id.key);
}

template <typename Tag>
QVariant bound(const Id<Tag> &id)
{
    return QVariant(id.text());
}

template <typename T>
QVariant bound(const std::optional<T> &value)
{
    return value ? bound(*value) : QVariant(bound(T()).metaType());
}

template <typename... T>
QVariantList boundAll(const T &...values)
{
    return QVariantList{bound(values)...};
}

/// The present row of a result; valid until the next step.
class Row
{
public:
    explicit Row(const QSqlQuery &query) : m_query(query) {}

    bool isNull(int column) const { return m_query.isNull(column); }
    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    int integer(int column) const { return m_query.value(column).toInt(); }
    quint64 serial(int column) const { return static_cast<quint64>(number(column)); }
    bool flag(int column) const { return number(column) != 0; }
    QDateTime time(int column) const
    {
        return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(number(column), Qt::UTC);
    }
    std::optional<QDateTime> optionalTime(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(time(column));
    }
    std::optional<QDate> optionalDate(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(QDate::fromString(text(column), Qt::ISODate));
    }

    /// Null when the text is not exactly what we write: another spelling of an id must not pass for a second row of the same.
    template <typename IdType>
    IdType id(int column) const
    {
        const QString stored = text(column);
        const auto parsed = IdType::fromText(stored);
        return parsed.text() == stored ? parsed : IdType();
    }
    template <typename IdType>
    std::optional<IdType> optionalId(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(id<IdType>(column));
    }

private:
    const QSqlQuery &m_query;
};

/// What a map function answers for a row that no program of ours wrote.
inline tl::unexpected<Error> unreadable(const char *column)
{
    return fail(ErrorCode::Damaged, QStringLiteral("unreadable value in %1").arg(QLatin1String(column)));
}

} // namespace gatehouse::storage
