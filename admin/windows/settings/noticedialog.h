// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/notices.h"
#include "presentation/noticeflaws.h"
#include "windows/parts/keptdialog.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTextBrowser;
class QVBoxLayout;

namespace gatehouse::admin
{

/// One notice in both languages side by side: as visitors read it, and above it, for who may sign a new version, the text to
/// write it in. Submitted when the new version is to be put in force; that is only offered when it is complete and says
/// something new. Deletes itself.
class NoticeDialog : public KeptDialog
{
    Q_OBJECT

public:
    NoticeDialog(const QString &kind, const domain::NoticeInForce &inForce, bool mayChange, QWidget *parent);

    /// The number of the new version.
    int version() const { return m_inForce.version + 1; }
    /// By language, as written.
    QMap<QString, QString> texts() const;

private:
    struct Side {
        QString language;
        QString inForce; ///< the text that is in force now
        QPlainTextEdit *editor;
        QTextBrowser *preview;
    };
    QWidget *buildSide(const QString &language);
    QWidget *buildFoot();
    void addHeadings(QVBoxLayout *layout);
    void preview(const Side &side);
    void judge();
    QString missing() const;
    static QString flawText(const presentation::FoundFlaw &found);

    QString m_kind;
    domain::NoticeInForce m_inForce;
    bool m_mayChange;
    QList<Side> m_sides;
    QLabel *m_message = nullptr;
    QPushButton *m_sign = nullptr;
};

} // namespace gatehouse::admin
