// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "admincontext.h"
#include "testsite.h"
#include "windows/mainwindow.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

class QApplication;
class QDialog;

namespace gatehouse::test
{

/// How long a test waits for what the desk does on its own; tests share their machine.
inline constexpr int patienceMs = 20000;

/// The whole admin app over a real site on a real SQLite file, with short waits.
class AdminDesk
{
public:
    explicit AdminDesk(QApplication &application, TestSite &site, int undoMs = 200,
                       const QString &language = QStringLiteral("en"), const QString &theme = QStringLiteral("light"),
                       int idleMs = 0);
    ~AdminDesk();

    admin::AdminContext &context() { return *m_context; }
    admin::MainWindow &window() { return m_context->window(); }
    admin::Workbench &workbench() { return m_context->workbench(); }
    /// Signs in through the window.
    void signIn(const QString &number);

    /// The widget of this name; fails the test when there is none.
    template <typename Widget>
    Widget *find(const QString &name)
    {
        auto *widget = m_context->window().findChild<Widget *>(name);
        if (!widget)
            qFatal("no widget %s", qPrintable(name));
        return widget;
    }
    /// Chooses the visit in the queue and waits until its case shows.
    void choose(const domain::VisitId &visit);

    /// Of the window as it is, for people to look at, where GATEHOUSE_SHOTS names a folder: two sizes, both languages, light
    /// and dark.
    void pictures(const QString &name);

    QString settingsFile() const { return m_folder.filePath(QStringLiteral("admin.ini")); }
    QString folder() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<admin::AdminContext> m_context;
};

/// The application of this test program.
QApplication &testApplication();
/// The visit as the database has it now.
domain::Visit visitNow(TestSite &site, const domain::VisitId &id);
/// Somebody arrives at the kiosk.
domain::Visit arrive(TestSite &site, const QString &given = QStringLiteral("Anna Maria"),
                     const QString &surname = QStringLiteral("Eriksson"), const std::vector<domain::Item> &items = {});
/// The visible dialog of this name, or null.
QDialog *visibleDialog(const QString &name);
/// A picture of it, for people to look at, where GATEHOUSE_SHOTS names a folder.
void shootDialog(const QString &dialog, const QString &name);

} // namespace gatehouse::test
