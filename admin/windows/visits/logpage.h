// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recordtable.h"
#include "usecases/readvisits.h"
#include "windows/parts/page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

#include <atomic>

namespace gatehouse::admin
{

class RecordView;

/// The visit log: one search line (the window's), filters, results while typing (the newest query wins), the history of one
/// visit from the ledger with its proof on the right, and the export of exactly what is shown.
class LogPage : public Page
{
    Q_OBJECT

public:
    LogPage(Workbench &workbench, AppSettings &settings, QWidget *parent = nullptr);

    QString title() const override;
    void start() override;
    void wipe() override;
    void retranslate() override;
    void focusFirst() override;
    void setSearch(const QString &text);
    QString searchText() const { return m_text; }
    /// Another person comes: search line and filters are as at the start. wipe() leaves them to the person who is locked out.
    void forgetSearch();
    RecordTable *table() const { return m_table; }
    /// Writes the CSV of the rows shown to this file.
    void exportTo(const QString &path);

protected:
    void keyPressEvent(QKeyEvent *event) override;

Q_SIGNALS:
    void openAsked(const gatehouse::domain::VisitId &id);
    void searchCleared();

private:
    QWidget *buildFilters();
    void buildDates(QHBoxLayout &filters, QWidget *bar);
    void buildChoices(QHBoxLayout &filters, QWidget *bar);
    QWidget *buildDetails();
    QLayout *buildDetailsHead();
    void closeDetails();
    void showAll();
    void showWhetherNarrowed();
    bool isNarrowed() const;
    void sayCount();
    void sayWhyEmpty();
    void search();
    void took(int generation, Result<std::vector<usecases::VisitRow>> rows);
    void fillFilters();
    QString about(const usecases::VisitRow &shown) const;
    void showDetails(const QString &key);
    struct History {
        std::vector<usecases::HistoryEntry> entries;
        std::optional<usecases::VisitDifference> differs;
        bool whole = false; ///< every entry is there, and verifies
    };
    void forgetHistory();
    void tookHistory(const QString &key, const Result<History> &history);
    void refreshDetails();
    void askExport();
    static QString exportRefusal(const Error &error);
    usecases::LogSearch query() const;
    const usecases::VisitRow *row(const QString &key) const;

    QString m_text;
    QString m_noDate; ///< the word of it that was meant as a date
    std::vector<usecases::VisitRow> m_rows;
    std::shared_ptr<std::atomic<int>> m_newest = std::make_shared<std::atomic<int>>(0);
    QTimer m_typing;
    RecordTable *m_table;
    RecordView *m_view;
    QLabel *m_count;
    QPushButton *m_all;
    QPushButton *m_export;
    QCheckBox *m_dated;
    QDateEdit *m_from;
    QLabel *m_untilLabel;
    QDateEdit *m_until;
    QComboBox *m_host;
    QComboBox *m_zone;
    QComboBox *m_state;
    QWidget *m_detailsPane;
    QWidget *m_details;
    QLabel *m_name;
    QLabel *m_about;
    RecordTable *m_history;
    RecordView *m_historyView;
    QFrame *m_proofCard;
    QLabel *m_proof;
    QLabel *m_proofText;
    QPushButton *m_open;
    QPushButton *m_close;
    History m_shown;
    QString m_shownKey; ///< of the visit that m_shown is about
};

} // namespace gatehouse::admin
