// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <type_traits>
#include <utility>

#include "ui/bridge/console.h"
#include "ui/bridge/words.h"
#include "ui/models/live_list.h"
#include "ui/shell/page.h"
#include "ui/widgets/empty_state.h"

namespace foretaste::pages {

/// A page about one resource or dataset group. Its content follows the workspace; in its place
/// stands what there is to say while it is read, when the resource is gone, and when it cannot be
/// read.
class ResourcePage : public shell::Page {
    Q_OBJECT
public:
    void refresh() override;

protected:
    ResourcePage(const QString& id, bridge::Console& console, QWidget* parent);

    bridge::Console& console() const { return console_; }
    /// What the page is about, as the service spells it.
    std::string arn() const { return argument().toStdString(); }
    /// Where a page puts its cards.
    QVBoxLayout* content() const { return content_; }

    /// The page is about another thing than before: forget the old one and follow() the new.
    virtual void open() = 0;

    /// Runs `fetch(service)` now and after every change of these kinds, and gives what it returns
    /// to `show`. Where it throws ResourceNotFound the page says that its resource is gone.
    template <class Fetch, class Show>
    void follow(std::initializer_list<service::ResourceKind> kinds, Fetch fetch, Show show) {
        using Result = std::invoke_result_t<Fetch, service::Service&>;
        auto* live = new models::LiveList(
            console_, kinds,
            [fetch = std::move(fetch)](service::Service& service) -> std::optional<Result> {
                try {
                    return fetch(service);
                } catch (const base::ServiceError& error) {
                    if (error.code() == base::ErrorCode::ResourceNotFound) return std::nullopt;
                    throw;
                }
            },
            [this, show = std::move(show)](std::optional<Result> result) {
                if (!result) {
                    showGone();
                    return;
                }
                show(std::move(*result));
                showContent();
            },
            this);
        setLive(live);
    }
    /// Fetches anew, for what changes without a change of a resource.
    void fetchAgain();

    /// Runs `call(service)` in the background, then `done` with what it returned; a failure is
    /// shown above the page.
    template <class Call, class Done>
    void act(Call call, Done done) {
        console_.call(
            this, std::move(call), std::move(done), [this](const bridge::CallError& error) {
                emit flash(widgets::FlashKind::Error, bridge::sentenceText(error.message));
            });
    }

    /// A button of the header that is there while there is content; pages hide those that do not
    /// apply when they show what they fetched.
    QPushButton* addAction(const QString& text, const QString& name);
    QPushButton* addPrimary(const QString& text, const QString& name);

    /// What is said of a resource that is gone ("This campaign is gone"), and the page to go to.
    void setGone(const QString& sentence, const QString& action, const QString& pageId,
                 const QString& argument);

private:
    void setLive(models::LiveList* live);
    void showContent();
    void showGone();
    void showFailure(const QString& message);
    void showPart(QWidget* part);

    bridge::Console& console_;
    QString opened_;
    models::LiveList* live_ = nullptr;
    QWidget* contentBox_;
    QVBoxLayout* content_;
    widgets::EmptyState* instead_;
    QLabel* loading_;
    QTimer loadingTimer_;
    QList<QPushButton*> actions_;
    bool gone_ = false;
    QString goneSentence_, goneAction_, gonePage_, goneArgument_;
};

}  // namespace foretaste::pages
