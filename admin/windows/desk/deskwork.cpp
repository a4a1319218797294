// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskwork.h"

#include "presentation/words.h"
#include "windows/parts/widgets.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QLineEdit>

namespace gatehouse::admin
{

using namespace Qt::StringLiterals;
using namespace domain;

namespace
{
constexpr int longestReason = 200;
constexpr int longestChange = 40;
constexpr qint64 longestStay = 24LL * 3600;
} // namespace

DeskWork::DeskWork(QWidget *parent) : QFrame(parent), m_method(new QComboBox(this)), m_until(new QDateTimeEdit(this))
{
    setObjectName(u"deskWork"_s);
    setProperty("role", u"card"_s);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(20, 16, 20, 16);
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(20);
    m_reason = addLine(form, u"deskReason"_s, tr("Reason"), longestReason);
    m_area = addLine(form, u"deskArea"_s, tr("Rack or area"), longestReason);
    m_change = addLine(form, u"deskChange"_s, tr("Change number"), longestChange);
    m_change->setPlaceholderText(tr("if there is one"));
    m_method->setObjectName(u"deskMethod"_s);
    m_method->addItem(tr("Choose how"), QString());
    for (const QString &code : workMethods())
        m_method->addItem(presentation::workMethodText(code), code);
    m_until->setObjectName(u"deskUntil"_s);
    m_until->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    for (auto [label, field] :
         {std::pair<QString, QWidget *>(tr("How"), m_method), std::pair<QString, QWidget *>(tr("Until"), m_until)}) {
        QLabel *named = makeLabel(this);
        named->setText(label);
        form->addRow(named, field);
        nameAfter(field, named);
    }
    connect(m_method, &QComboBox::currentIndexChanged, this, &DeskWork::changed);
    connect(m_until, &QDateTimeEdit::dateTimeChanged, this, &DeskWork::changed);
}

QLineEdit *DeskWork::addLine(QFormLayout *form, const QString &objectName, const QString &label, int longest)
{
    auto *line = new QLineEdit(this);
    line->setObjectName(objectName);
    setLongest(line, longest);
    QLabel *named = makeLabel(this);
    named->setText(label);
    form->addRow(named, line);
    nameAfter(line, named);
    connect(line, &QLineEdit::textChanged, this, &DeskWork::changed);
    return line;
}

void DeskWork::setPurpose(const Purpose &purpose, const QDateTime &now)
{
    if (purpose.id == m_purpose)
        return;
    m_purpose = purpose.id;
    m_tour = purpose.id.key == u"tour";
    m_until->setDateTime(now.toLocalTime().addSecs(60LL * purpose.durationMinutes));
    if (m_tour)
        m_method->setCurrentIndex(m_method->findData(u"look-only"_s));
}

QString DeskWork::missing(const QDateTime &now) const
{
    if (!m_tour && m_reason->text().trimmed().isEmpty())
        return tr("Say what the work is.");
    if (!m_tour && m_area->text().trimmed().isEmpty())
        return tr("Say at which rack or in which area.");
    if (!isChangeNumber(m_change->text().trimmed()))
        return tr("A change number has letters, digits and - / . _ # : only.");
    if (m_method->currentData().toString().isEmpty())
        return tr("Choose how the work is done.");
    const qint64 stay = now.secsTo(m_until->dateTime());
    return stay <= 0 || stay > longestStay ? tr("The end must lie ahead, within 24 hours.") : QString();
}

void DeskWork::fill(usecases::VisitRequest &request) const
{
    request.until = m_until->dateTime().toUTC();
}

void DeskWork::fill(VisitorRecord &record) const
{
    record.workReason = m_reason->text().trimmed();
    record.workArea = m_area->text().trimmed();
    record.changeNumber = m_change->text().trimmed();
    record.workMethod = m_method->currentData().toString();
}

} // namespace gatehouse::admin
