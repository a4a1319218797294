// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dutytab.h"
#include "usecases/musters.h"

namespace gatehouse::admin
{

/// The count at the assembly point (R23, R24): who is here, by the zone where a door saw them last; marking people safe, which
/// merges with the marks of other stations; and the numbered paper forms.
class MusterTab : public DutyTab
{
    Q_OBJECT

public:
    MusterTab(Workbench &workbench, QWidget *parent);

    QString title() const override;
    void reload() override;
    void wipe() override;
    void retranslate() override;

Q_SIGNALS:
    void papersAsked(int from, int to);

protected:
    QString refusal(const Error &error) const override;
    void selectionChanged() override;

private:
    void refresh();
    void askStart();
    void mark();
    bool isMissing(const QString &subject) const;
    QString nextMissing(const QString &subject) const;
    void askEnd();
    void end(KeptDialog *form);
    void askPapers();
    void askPaperBack();
    const domain::Muster *running() const;

    std::vector<usecases::PersonHere> m_people;
    usecases::MustersView m_musters;
    bool m_mayKnow = true; ///< guards, managers and auditors see who is here
    QPushButton *m_start;
    QPushButton *m_safe;
    QPushButton *m_end;
    QPushButton *m_papers;
    QPushButton *m_paperBack;
};

} // namespace gatehouse::admin
