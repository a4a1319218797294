// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "carefuldialog.h"
#include "usecases/decidevisit.h"

class QButtonGroup;
class QLineEdit;
class QPushButton;

namespace gatehouse::admin
{

inline constexpr int longestGivenReason = 1000; ///< characters of a reason in own words

/// Numbered choices (a digit chooses, Enter takes), the last one with own words.
class ReasonDialog : public CarefulDialog
{
    Q_OBJECT

public:
    struct Choice {
        QString code; ///< "other" asks for own words
        QString text;
    };

    /// `role` of the button that confirms: "primary" or "danger", as that which opened the dialog.
    ReasonDialog(const QString &title, const QString &intro, const QList<Choice> &choices, const QString &action,
                 const char *role, QWidget *parent);

    usecases::Reason reason() const;

protected:
    /// A choice is one key; own words are work.
    bool isBegun() const override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void update();

    QList<Choice> m_choices;
    QButtonGroup *m_group;
    QLineEdit *m_text;
    QLabel *m_problem;
    QPushButton *m_accept;
};

} // namespace gatehouse::admin
