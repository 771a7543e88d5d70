// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>
#include <QWidget>
#include <functional>
#include <utility>
#include <vector>

#include "ui/bridge/console.h"

namespace foretaste::models {

/// Keeps something as new as the workspace: `fetch(service)` runs in the background once at the
/// start and after every change of a resource of the given kinds, `show` takes what it returns on
/// the GUI thread. Changes that arrive together are one fetch, and fetches never overlap.
class LiveList : public QObject {
    Q_OBJECT

public:
    template <class Fetch, class Show>
    LiveList(bridge::Console& console, std::vector<service::ResourceKind> kinds, Fetch fetch,
             Show show, QObject* parent)
        : QObject(parent), kinds_(std::move(kinds)) {
        fetch_ = [this, &console, fetch = std::move(fetch), show = std::move(show)] {
            console.call(
                this, fetch,
                [this, show](auto result) {
                    const QPointer<LiveList> here(this);
                    show(std::move(result));
                    if (here) done({});
                },
                [this](const bridge::CallError& error) { done(error); });
        };
        watch(console);
    }

    /// Fetches anew, as when a page is opened again.
    void refresh();
    /// Lets changes pass while the widget is hidden and fetches once when it is seen again.
    void sleepWhileHidden(QWidget* widget);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void fetched();
    /// The code tells what is gone ("ResourceNotFoundException") from what may be tried again.
    void failed(const QString& message, const QString& code);

private:
    void watch(bridge::Console& console);
    void start();
    void done(const bridge::CallError& error);

    std::vector<service::ResourceKind> kinds_;
    std::function<void()> fetch_;
    QTimer timer_;
    QPointer<QWidget> sleeper_;
    bool missed_ = false;
    bool running_ = false;
    bool again_ = false;
};

/// Every entry of a paged list: `list(page)` is one of the service's list operations.
template <class List>
auto allOf(List list) {
    service::Page page;
    auto first = list(page);
    auto entries = std::move(first.entries);
    for (auto token = first.nextToken; !token.empty();) {
        page.nextToken = token;
        auto next = list(page);
        std::move(next.entries.begin(), next.entries.end(), std::back_inserter(entries));
        token = next.nextToken;
    }
    return entries;
}

}  // namespace foretaste::models
