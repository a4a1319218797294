// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QWidget>

class QPushButton;

namespace gatehouse::admin
{

/// A picture in a rounded card, or words where there is none. Scales with its card and never distorts.
class PictureCard : public QWidget
{
    Q_OBJECT

public:
    explicit PictureCard(QWidget *parent = nullptr);

    /// Encoded picture (JPEG, PNG); the same bytes again cost nothing. Empty or broken: the words are shown.
    void setPicture(const QByteArray &encoded);
    void setWords(const QString &words);
    /// A button under the words.
    void setButton(QPushButton *button);
    bool hasPicture() const { return !m_picture.isNull(); }
    void wipe();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeButton();
    void describe();

    QByteArray m_encoded;
    QPixmap m_picture;
    QString m_words;
    QPushButton *m_button = nullptr;
};

} // namespace gatehouse::admin
