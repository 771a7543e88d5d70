// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QStackedWidget>

#include <functional>

#include "ui/shell/page.h"

namespace foretaste::shell {

// A page and what it is about.
struct Place {
    QString pageId;
    QString argument;
    bool operator==(const Place&) const = default;
};

// The stack of pages and the way between them. Pages are made on their first visit and kept.
class Navigator : public QStackedWidget {
    Q_OBJECT
public:
    explicit Navigator(QWidget* parent = nullptr);

    using Factory = std::function<Page*()>;
    // `title` is what the command palette and the history call the page.
    void addPage(const QString& id, const QString& title, Factory factory);
    bool knows(const QString& id) const { return pages_.contains(id); }
    QString titleOf(const QString& id) const;

    // Shows a page; false where there is none of that id, or the shown one may not be left.
    bool go(const QString& id, const QString& argument = {});
    bool canGoBack() const { return at_ > 0; }
    bool canGoForward() const { return at_ + 1 < history_.size(); }
    Place place() const { return history_.value(at_); }
    Page* currentPage() const;
    // The page of that id where it has been visited, else null.
    Page* existing(const QString& id) const;

public slots:
    void back();
    void forward();
    // Calls refresh() of the shown page.
    void refresh();
    // Forgets places that show a thing that is gone; where it is shown, goes to `fallback` instead.
    void dropArgument(const QString& argument, const foretaste::shell::Place& fallback);

signals:
    void moved(const foretaste::shell::Place& place);
    void flash(foretaste::widgets::FlashKind kind, const QString& text);

private:
    struct Entry {
        QString title;
        Factory factory;
        Page* page = nullptr;
    };
    bool show(const Place& place);

    QHash<QString, Entry> pages_;
    QList<Place> history_;
    qsizetype at_ = -1;
};

}  // namespace foretaste::shell
