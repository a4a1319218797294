// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "usecases/decidevisit.h"

#include <QFrame>
#include <QHash>

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

    /// Half-typed tags stay while the visit is the same, whatever else changes. Hidden when nothing is carried.
    void setCase(const usecases::CaseFile &file);
    void clear();
    void retranslate();
    /// The field for the tag, or the name, of the first item that blocks; null when none does.
    QWidget *firstDeposit() const;

Q_SIGNALS:
    void depositAsked(const QString &kind, const QString &tag);
    void returnAsked(const QString &kind);
    void allowAsked(const QString &kind, const QString &device);
    void refused(const QString &why); ///< what was typed cannot be taken

private:
    struct Typing { ///< what stands in the fields of a visit, by their names
        domain::VisitId visit;
        QHash<QString, QString> texts;
        QString focus;
    };

    Typing halfTyped() const;
    void typeAgain(const Typing &typing);
    void rebuild();
    void addRow(const domain::Item &item, bool open);
    /// A field and a button that asks with what was typed.
    void addTyped(QHBoxLayout *row, const QString &name, const domain::Item &item, const QString &placeholder,
                  const QString &field, const QString &button, const QString &spoken,
                  void (ItemCard::*ask)(const QString &, const QString &));
    bool isNamed(const QString &kind) const;

    std::optional<usecases::CaseFile> m_file;
    domain::VisitId m_shown; ///< whose rows these are
    QLabel *m_title;
    QVBoxLayout *m_rows;
};

} // namespace gatehouse::admin
