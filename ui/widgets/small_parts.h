// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QWidget>

#include "ui/theme/theme.h"

class QLabel;

// The small pieces of cards and lists: a protocol line, a tag, a poster, a bar, a search field.
namespace foretaste::widgets {

// How a figure was made, small and muted above which a dashed line runs. Links in the text (HTML
// anchors) are given to linkActivated.
class ProtocolLine : public QWidget {
    Q_OBJECT
public:
    explicit ProtocolLine(const QString& text = {}, QWidget* parent = nullptr);
    void setText(const QString& text);
    QString text() const;

signals:
    void linkActivated(const QString& target);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* label_;
};

// A word in a thin rounded outline: a genre, "exploring" (Warn draws it in the exploring colour).
class TagChip : public QWidget {
    Q_OBJECT
public:
    explicit TagChip(const QString& text, theme::Tone tone = theme::Tone::Muted,
                     QWidget* parent = nullptr);
    void setText(const QString& text);
    QString text() const { return text_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    // Draws a chip with its left end at `topLeft`, for delegates; returns its size.
    static QSizeF draw(QPainter& painter, const QPointF& topLeft, const QString& text,
                       theme::Tone tone);
    static QSizeF sizeOf(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString text_;
    theme::Tone tone_;
};

// Stands for an item without a picture: a gradient that its id decides and its title's initials.
class Poster : public QWidget {
    Q_OBJECT
public:
    explicit Poster(QWidget* parent = nullptr);
    void setItem(const QString& id, const QString& title);
    QSize sizeHint() const override { return kSize; }
    // For delegates.
    static void draw(QPainter& painter, const QRectF& rect, const QString& id,
                     const QString& title);

    static constexpr QSize kSize{44, 58};

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString id_;
    QString title_;
};

// A 6 px bar, `share` 0 to 1 of it filled: relevance of an item, share of a quota.
class ShareBar : public QWidget {
    Q_OBJECT
public:
    explicit ShareBar(QWidget* parent = nullptr);
    void setShare(double share);
    double share() const { return share_; }
    QSize sizeHint() const override;
    static void draw(QPainter& painter, const QRectF& rect, double share);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double share_ = 0;
};

// A line edit with a magnifying glass and a clear button; Escape clears it, Down leaves it for the
// list below (signal downPressed).
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(const QString& placeholder, QWidget* parent = nullptr);

signals:
    void downPressed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

}  // namespace foretaste::widgets
