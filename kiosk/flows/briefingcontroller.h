// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/briefingbook.h"
#include "presentation/briefing.h"
#include "services.h"

#include <QObject>
#include <QVariantList>

namespace gatehouse::kiosk
{

/// The safety briefing of one visitor (R23): the points with their pictures, then questions drawn from the set. A wrong answer
/// is explained and the question comes again after the others, until all were answered right. The order of the answers is drawn
/// anew each time. The language may change meanwhile. Holds nothing personal. GUI thread only.
class BriefingController : public QObject
{
    Q_OBJECT

    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QVariantList points READ points NOTIFY changed) ///< {picture, heading, text}
    Q_PROPERTY(int questionCount READ questionCount CONSTANT)  ///< how many are asked
    Q_PROPERTY(
        int questionNumber READ questionNumber NOTIFY changed) ///< 1 .. questionCount: those answered right, and this one
    Q_PROPERTY(QString questionText READ questionText NOTIFY changed)
    Q_PROPERTY(QString questionPicture READ questionPicture NOTIFY changed)
    Q_PROPERTY(QVariantList answers READ answers NOTIFY changed)    ///< {text, state: "" "right" "wrong"}
    Q_PROPERTY(QString verdict READ verdict NOTIFY changed)         ///< "" "right" "wrong"
    Q_PROPERTY(QString explanation READ explanation NOTIFY changed) ///< after an answer: why

public:
    explicit BriefingController(Services &services, QObject *parent = nullptr);

    Q_INVOKABLE void answer(int index);

    /// Draws anew.
    void begin();
    /// After an answer: the next question; true when there is none left.
    bool goOn();
    /// Answered right, and no other question is left.
    bool endsHere() const;
    bool isAnswered() const { return m_chosen >= 0; }
    domain::BriefingAnswers given() const;
    void reset();
    void retranslate();

    QString title() const { return m_text.title; }
    QVariantList points() const;
    int questionCount() const { return presentation::briefingQuestions; }
    int questionNumber() const;
    QString questionText() const;
    QString questionPicture() const;
    QVariantList answers() const;
    QString verdict() const;
    QString explanation() const;

Q_SIGNALS:
    void changed();

private:
    void load();
    void shuffleAnswers();
    const presentation::Briefing::Question *asked() const;
    /// A number in [0, below).
    int draw(int below);

    Services &m_services;
    domain::NoticeInForce m_inForce; ///< when it began: a version published meanwhile is for the next visitor
    presentation::Briefing m_text;
    QStringList m_drawn; ///< codes, as they stand in the ledger
    QStringList m_open;  ///< still to be answered right; the first is asked
    QList<int> m_order;  ///< of the answers shown
    int m_chosen = -1;   ///< index into m_order
    int m_wrong = 0;
};

} // namespace gatehouse::kiosk
