// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace foretaste::wizards {

/// One of a few things to choose from, told in plain words.
struct Choice {
    enum class Remark { Good, Warning, Note };

    QString id;
    QString title;
    QString description;
    QString remark = {};  ///< a small line below: what is met, what is missing
    Remark kind = Remark::Good;
    bool available = true;  ///< otherwise greyed, and `remark` says why

    friend bool operator==(const Choice&, const Choice&) = default;
};

/// Cards of which exactly one is chosen: by click, or with the arrow keys.
class ChoiceCards : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString value READ value WRITE setValue NOTIFY valueChanged USER true)

public:
    /// `columns` cards stand side by side.
    explicit ChoiceCards(int columns = 1, QWidget* parent = nullptr);

    /// Keeps the chosen id where it is still there and available.
    void setChoices(const QList<Choice>& choices);
    const QList<Choice>& choices() const { return choices_; }
    QString value() const { return value_; }
    /// Ids that are unknown or not available are left alone.
    void setValue(const QString& id);

signals:
    void valueChanged(const QString& id);

private:
    class Card;
    void step(int by);
    void showChosen();

    int columns_;
    QString value_;
    QList<Choice> choices_;
    QList<Card*> cards_;
};

}  // namespace foretaste::wizards
