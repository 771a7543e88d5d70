// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace foretaste::widgets {

enum class FlashKind { Success, Info, Warning, Error };

// Results of operations, newest first, above a page's content. Every message is announced to
// assistive technology, can be dismissed and may carry one action ("Undo", "Show the report").
class FlashBar : public QWidget {
    Q_OBJECT
public:
    explicit FlashBar(QWidget* parent = nullptr);

    struct Action {
        QString text;
        std::function<void()> run;
    };
    // Returns the message's number. A message with the same `key` is replaced, not stacked; at most
    // three messages stand at once. Errors and warnings stay until dismissed, the others leave
    // after `kFlashSeconds` unless the pointer rests on them.
    int show(FlashKind kind, const QString& text, const Action& action = {},
             const QString& key = {});
    void dismiss(int number);
    void dismissKey(const QString& key);
    void clear();

    int count() const;
    // The text of the newest message; empty when there is none.
    QString newestText() const;

    static constexpr int kFlashSeconds = 8;

signals:
    void dismissed(int number);

private:
    class Item;
    Item* find(int number) const;

    QVBoxLayout* layout_;
    int next_ = 1;
};

}  // namespace foretaste::widgets
