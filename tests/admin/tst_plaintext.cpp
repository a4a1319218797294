// SPDX-License-Identifier: GPL-3.0-or-later
// What people type is text, never markup: in the sources of both programs, and in the windows with markup in every field.
#include "admindesk.h"
#include "delegates/queuedelegate.h"
#include "models/queuemodel.h"
#include "testprogram.h"
#include "usecases/badges.h"
#include "windows/arrivals/waitingpage.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDialog>
#include <QDirIterator>
#include <QFile>
#include <QPainter>
#include <QRegularExpression>
#include <QStandardItemModel>
#include <QTextDocument>

using namespace gatehouse;
using namespace gatehouse::admin;
using namespace gatehouse::test;
using namespace Qt::StringLiterals;

namespace
{
QString markup(const QString &word)
{
    return u"<b>%1</b><img src=\"file:///etc/passwd\">&amp;"_s.arg(word);
}

QStringList sourceFiles(const QString &folder, const QString &pattern)
{
    QStringList files;
    for (QDirIterator it(QStringLiteral(GATEHOUSE_SOURCE_DIR "/") + folder, {pattern}, QDir::Files,
                         QDirIterator::Subdirectories);
         it.hasNext();)
        files << it.next();
    return files;
}

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Where `asked` is missing within so many characters after the pattern.
QStringList without(const QString &path, const QRegularExpression &pattern, const QString &asked, qsizetype within)
{
    QStringList places;
    const QString text = contentOf(path);
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        const qsizetype at = it.next().capturedStart();
        if (!text.mid(at, within).contains(asked))
            places << u"%1:%2"_s.arg(path).arg(text.left(at).count(u'\n') + 1);
    }
    return places;
}

void checkLabels(QWidget *window)
{
    for (const QLabel *label : window->findChildren<QLabel *>()) {
        if (Qt::mightBeRichText(label->text()))
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName() + u": "_s + label->text()));
    }
}

void checkToolTips(QWidget *window)
{
    for (const QWidget *widget : window->findChildren<QWidget *>())
        QVERIFY2(!Qt::mightBeRichText(widget->toolTip()), qPrintable(widget->objectName() + u": "_s + widget->toolTip()));
    for (const QAbstractItemView *view : window->findChildren<QAbstractItemView *>()) {
        const QAbstractItemModel *model = view->model();
        for (int row = 0; model && row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                const QString tip = model->index(row, column).data(Qt::ToolTipRole).toString();
                QVERIFY2(!tip.contains(u"<img"_s) && !tip.contains(u"<b>"_s), qPrintable(tip));
            }
        }
    }
}
} // namespace

class PlainTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextOfTheKioskIsPlain()
    {
        static const QRegularExpression texts(u"\\b(Text|Label|TextEdit|TextArea) \\{"_s);
        static const QRegularExpression rich(u"\\b(RichText|StyledText|AutoText|MarkdownText)\\b"_s);
        const QStringList files = sourceFiles(u"kiosk"_s, u"*.qml"_s);
        QVERIFY(files.size() > 40);
        for (const QString &file : files) {
            QCOMPARE(without(file, texts, u"textFormat: Text.PlainText"_s, 500), QStringList());
            QVERIFY2(!rich.match(contentOf(file)).hasMatch(), qPrintable(file));
        }
    }

    void everyQuestionOfTheDeskIsPlain()
    {
        static const QRegularExpression boxes(u"new QMessageBox\\("_s);
        static const QRegularExpression shortcuts(u"QMessageBox::(question|warning|information|critical|about)\\("_s);
        const QStringList files = sourceFiles(u"admin"_s, u"*.cpp"_s);
        QVERIFY(files.size() > 60);
        for (const QString &file : files) {
            QCOMPARE(without(file, boxes, u"setTextFormat(Qt::PlainText)"_s, 700), QStringList());
            QVERIFY2(!shortcuts.match(contentOf(file)).hasMatch(), qPrintable(file)); // these take markup
        }
    }

    void marksAboveMarksStayInTheirRow()
    {
        QStandardItemModel model(1, 1);
        const QModelIndex row = model.index(0, 0);
        const QString tower = u"Ann"_s + QString(60, QChar(0x301));
        model.setData(row, tower, QueueModel::TitleRole);
        model.setData(row, tower, QueueModel::SubtitleRole);
        const QueueDelegate delegate;
        QStyleOptionViewItem option;
        option.font = QApplication::font();
        option.fontMetrics = QFontMetrics(option.font);
        option.palette = QApplication::palette();
        option.rect = {0, 400, 300, delegate.sizeHint(option, row).height()};
        QImage list(300, 900, QImage::Format_RGB32);
        list.fill(Qt::white);
        {
            QPainter painter(&list);
            delegate.paint(&painter, option, row);
        }
        QImage others(list.size(), list.format());
        others.fill(Qt::white);
        const int below = option.rect.bottom() + 1;
        QCOMPARE(list.copy(0, 0, 300, 400), others.copy(0, 0, 300, 400));
        QCOMPARE(list.copy(0, below, 300, 900 - below), others.copy(0, below, 300, 900 - below));
    }

    void markupStaysTextInEveryWindow()
    {
        TestSite site;
        const domain::StaffId host = site.addStaff(u"3300"_s, markup(u"Host"_s), {});
        usecases::VisitRequest request = site.meeting();
        request.host = host;
        request.visitors = {TestSite::visitor(markup(u"Given"_s), markup(u"Sur"_s))};
        request.visitors.front().record.company = markup(u"Company"_s);
        request.visitors.front().record.phone = markup(u"Phone"_s);
        request.visitors.front().record.itemsNote = markup(u"Note"_s);
        request.visitors.front().record.fields.push_back({u"address"_s, markup(u"Address"_s), domain::FieldSign::Typed});
        const domain::Visit waiting = must(usecases::requestVisit(site.kiosk().at(), request)).front();
        request.visitors.front().id = {};
        const domain::Visit inside = must(usecases::requestVisit(site.kiosk().at(), request)).front();
        must(usecases::recordOriginalSeen(site.admin().at(), site.guard(), inside.id));
        must(usecases::approveVisit(site.admin().at(), site.guard(), inside.id,
                                    usecases::Reason{u"other"_s, markup(u"Reason"_s)}));
        must(usecases::issueBadgeAtDesk(site.admin().at(), site.guard(), inside.id));

        AdminDesk desk(testApplication(), site);
        desk.signIn(u"1001"_s);
        desk.choose(waiting.id);
        QVERIFY(desk.find<QLabel>(u"caseName"_s)->text().contains(u"<b>Given</b>"_s));
        for (int page = 0; page <= MainWindow::SettingsId; ++page) {
            desk.window().showPage(static_cast<MainWindow::PageId>(page));
            desk.workbench().drain();
            QTest::qWait(0);
        }
        checkLabels(&desk.window());
        checkToolTips(&desk.window());
    }
};

GATEHOUSE_TEST(QApplication, PlainTextTest);
#include "tst_plaintext.moc"
