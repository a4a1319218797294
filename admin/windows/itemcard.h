// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "usecases/decidevisit.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace gatehouse::admin
{

/// What the visitor of a case carries (R6, R7): each kind with its state, taken in against a tag, given back, and for those
/// that a zone of the visit names (cameras) allowed by name. Shows and asks; knows no use case.
class ItemCard : public QFrame
{
    Q_OBJECT

public:
    explicit ItemCard(QWidget *parent);

    /// Half-typed tags stay while the items are the same. Hidden when nothing is carried.
    void setCase(const usecases::CaseFile &file);
    void clear();
    void retranslate();

Q_SIGNALS:
    void depositAsked(const QString &kind, const QString &tag);
    void returnAsked(const QString &kind);
    void allowAsked(const QString &kind, const QString &device);

private:
    void rebuild();
    void addRow(const domain::Item &item, bool open);
    /// A field and a button that asks with what was typed.
    void addTyped(QHBoxLayout *row, const QString &name, const domain::Item &item, const QString &placeholder,
                  const QString &field, const QString &button, const QString &spoken,
                  void (ItemCard::*ask)(const QString &, const QString &));
    bool isNamed(const QString &kind) const;

    std::optional<usecases::CaseFile> m_file;
    QLabel *m_title;
    QVBoxLayout *m_rows;
};

} // namespace gatehouse::admin
