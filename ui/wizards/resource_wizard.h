// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "ui/bridge/console.h"
#include "ui/bridge/request_snippets.h"
#include "ui/models/live_list.h"
#include "ui/widgets/wizard_frame.h"
#include "ui/wizards/creation_run.h"
#include "ui/wizards/refusals.h"

namespace foretaste::wizards {

/// A wizard over the workspace: it opens once it knows what is there, brings back what was entered
/// before, and at its end makes resources one after the other. What has been made stays made; a
/// refusal goes to the field it concerns, and the last button goes on where it stopped.
class ResourceWizard : public widgets::WizardFrame {
    Q_OBJECT

public:
    /// `name` is the object name without "Wizard"; drafts are kept apart by `scope`, as a group's
    /// name; without one there is a single draft.
    ResourceWizard(bridge::Console& console, const QString& name, const QString& scope,
                   const QString& title, const QString& finishText, QWidget* parent);

    /// Opens another wizard of the kind, for "Start over".
    void setReopen(std::function<void()> reopen) { reopen_ = std::move(reopen); }

protected:
    using Step = CreationRun::Step;

    /// Calls `show` with what `fetch` finds, now and whenever resources of the kinds change. The
    /// wizard opens after the first time.
    template <class Fetch, class Show>
    void follow(std::vector<service::ResourceKind> kinds, Fetch fetch, Show show) {
        auto* list = new models::LiveList(
            console_, std::move(kinds), std::move(fetch),
            [this, show = std::move(show)](auto found) {
                show(std::move(found));
                appear();
            },
            this);
        connect(list, &models::LiveList::failed, this, &ResourceWizard::giveUp);
    }

    bridge::Console& console() const { return console_; }
    /// Under which a wizard keeps its draft.
    static QString draftKey(const QString& name, const QString& scope);
    /// The last step, with the list of what is being made below the review.
    widgets::ReviewPage* addReview(const QString& description,
                                   std::function<void(widgets::ReviewPage&)> fill);
    /// Lets the review's request be copied for programs.
    void offerCopy(widgets::ReviewPage& review, std::function<bridge::ApiRequest()> request);
    /// Makes the steps behind those that are made already, then finishes.
    void make(std::vector<Step> steps);
    int made() const;
    /// Called when a step was refused: what the steps before it made cannot be changed any more.
    virtual void keepMade() {}

private:
    void appear();
    void giveUp(const QString& message);
    void startOver();

    bridge::Console& console_;
    std::function<void()> reopen_;
    CreationRun* run_;
    bool appeared_ = false;
};

}  // namespace foretaste::wizards
