// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appsettings.h"
#include "usecases/decidevisit.h"
#include "workbench.h"

#include <QCheckBox>
#include <QLabel>
#include <QScrollArea>

class QBoxLayout;
class QGridLayout;
class QVBoxLayout;

namespace gatehouse::admin
{

class Chip;
class BriefingCard;
class ItemCard;
class PictureCard;
class RecordTable;
class RecordView;

/// One case: document beside portrait, fields with their signs, what is asked for, carried items, findings with the customer's
/// article, approvals, party. Shows what it is given and asks for what people press; knows no use case.
class CasePanel : public QScrollArea
{
    Q_OBJECT

public:
    CasePanel(Workbench &workbench, AppSettings &settings, QWidget *parent = nullptr);

    /// The same visit again keeps scroll position, half-typed tags and the opened document.
    void setCase(const usecases::CaseFile &file);
    void setOpened(const usecases::OpenedDocument &document);
    void clear();
    /// Where the first thing that has to be handed in is taken in; nothing when nothing has.
    void focusDeposit();
    const std::optional<usecases::CaseFile> &file() const { return m_file; }
    bool decideTogether() const;
    void retranslate();

Q_SIGNALS:
    void openDocumentAsked();
    void originalSeenAsked();
    void depositAsked(const QString &kind, const QString &tag);
    void returnAsked(const QString &kind);
    void allowAsked(const QString &kind, const QString &device);
    void itemRefused(const QString &why); ///< what was typed for an item cannot be taken
    void earlierBriefingAsked(const gatehouse::domain::ZoneId &zone);
    void spokenBriefingAsked(const gatehouse::domain::ZoneId &zone);
    void memberChosen(const gatehouse::domain::VisitId &id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *buildHead();
    QWidget *buildIdentity();
    QWidget *buildFindings();
    QWidget *buildRequest();
    QWidget *buildItems();
    QWidget *buildBriefings();
    QWidget *buildParty();
    void refresh();
    void refreshHead();
    void rebuildDecisions();
    void refreshIdentity();
    void refreshRequest();
    void rebuildParty();

    Workbench &m_workbench;
    AppSettings &m_settings;
    std::optional<usecases::CaseFile> m_file;
    std::optional<usecases::OpenedDocument> m_opened;

    QWidget *m_content;
    QLabel *m_name;
    QLabel *m_about;
    Chip *m_state;
    QLabel *m_question;
    QFrame *m_decisionCard;
    QVBoxLayout *m_decisions;
    QLabel *m_findingsOf;
    PictureCard *m_document;
    PictureCard *m_portrait;
    QPushButton *m_openDocument;
    QPushButton *m_originalSeen;
    RecordTable *m_fields;
    QBoxLayout *m_identity;
    RecordView *m_fieldView;
    RecordTable *m_findings;
    RecordView *m_findingView;
    ItemCard *m_items;
    BriefingCard *m_briefings;
    QLabel *m_zones;
    QLabel *m_window;
    QLabel *m_approvals;
    QFrame *m_requestCard;
    QFrame *m_partyCard;
    QVBoxLayout *m_partyRows;
    QCheckBox *m_together;
    QLabel *m_partyTitle;
};

} // namespace gatehouse::admin
