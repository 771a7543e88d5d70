// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigator.h"

namespace foretaste::shell {

Navigator::Navigator(QWidget* parent) : QStackedWidget(parent) {
    setObjectName(QStringLiteral("navigator"));
}

void Navigator::addPage(const QString& id, const QString& title, Factory factory) {
    pages_.insert(id, {title, std::move(factory), nullptr});
}

QString Navigator::titleOf(const QString& id) const {
    return pages_.value(id).title;
}

Page* Navigator::currentPage() const {
    return qobject_cast<Page*>(currentWidget());
}

Page* Navigator::existing(const QString& id) const {
    return pages_.value(id).page;
}

bool Navigator::show(const Place& place) {
    const auto entry = pages_.find(place.pageId);
    if (entry == pages_.end()) return false;
    Page* leaving = currentPage();
    if (leaving && !leaving->mayLeave()) return false;
    if (!entry->page) {
        Page* page = entry->factory();
        // The factory may have added pages, which moves the entries.
        pages_[place.pageId].page = page;
        addWidget(page);
        connect(page, &Page::navigate, this, &Navigator::go);
        connect(page, &Page::goBack, this, &Navigator::back);
        connect(page, &Page::flash, this, &Navigator::flash);
    }
    Page* page = pages_[place.pageId].page;
    page->setArgument(place.argument);
    page->refresh();
    setCurrentWidget(page);
    return true;
}

bool Navigator::go(const QString& id, const QString& argument) {
    const Place target{id, argument};
    if (at_ >= 0 && history_[at_] == target) {
        refresh();
        return true;
    }
    if (!show(target)) return false;
    history_.resize(at_ + 1);
    history_ << target;
    at_ = history_.size() - 1;
    emit moved(target);
    return true;
}

void Navigator::back() {
    if (!canGoBack() || !show(history_[at_ - 1])) return;
    --at_;
    emit moved(history_[at_]);
}

void Navigator::forward() {
    if (!canGoForward() || !show(history_[at_ + 1])) return;
    ++at_;
    emit moved(history_[at_]);
}

void Navigator::refresh() {
    if (Page* page = currentPage()) page->refresh();
}

void Navigator::dropArgument(const QString& argument, const Place& fallback) {
    if (argument.isEmpty()) return;
    const bool shown = place().argument == argument;
    for (qsizetype i = history_.size() - 1; i >= 0; --i) {
        if (history_[i].argument != argument) continue;
        history_.removeAt(i);
        if (i <= at_) --at_;
    }
    if (shown) go(fallback.pageId, fallback.argument);
}

}  // namespace foretaste::shell
