// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "texts.h"
#include "workbench.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace gatehouse::admin
{

class NoticeDialog;

/// What visitors are shown (R15, R20, R23) in the settings: each notice with the version that is in force. Everybody reads
/// them; a manager writes and signs a new version.
class NoticesCard : public QFrame
{
    Q_OBJECT

public:
    explicit NoticesCard(Workbench &workbench, QWidget *parent);
    void retranslate();

    static QString noticeName(const QString &kind);

Q_SIGNALS:
    void said(gatehouse::admin::Tone tone, const QString &sentence);

private:
    struct Row {
        QString kind;
        QLabel *name;
        QLabel *version;
        QPushButton *open;
    };
    void refresh();
    void open(const QString &kind);
    void publish(const QString &kind, NoticeDialog *dialog);

    Workbench &m_workbench;
    QLabel *m_heading;
    QLabel *m_about;
    QList<Row> m_rows;
};

} // namespace gatehouse::admin
