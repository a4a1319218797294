// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appsettings.h"
#include "texts.h"
#include "workbench.h"

#include <QWidget>

namespace gatehouse::admin
{

/// One page of the workspace. Pages keep what was entered until they are wiped; nothing personal outlives wipe().
class Page : public QWidget
{
    Q_OBJECT

public:
    Page(Workbench &workbench, AppSettings &settings, QWidget *parent)
        : QWidget(parent), m_workbench(workbench), m_settings(settings)
    {
    }

    virtual QString title() const = 0;
    /// Somebody signed in.
    virtual void start() = 0;
    /// Locked or signed out: everything personal goes.
    virtual void wipe() = 0;
    /// A command's key; false when it does nothing here.
    virtual bool perform(Command) { return false; }
    virtual void retranslate() = 0;
    virtual void focusFirst() {}

Q_SIGNALS:
    /// A short sentence for the whole window.
    void said(gatehouse::admin::Tone tone, const QString &sentence);

protected:
    Workbench &m_workbench;
    AppSettings &m_settings;
};

} // namespace gatehouse::admin
