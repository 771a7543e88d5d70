// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/resource_wizard.h"

#include "ui/theme/theme.h"
#include "ui/widgets/dialogs.h"
#include "ui/wizards/copy_request_button.h"

namespace foretaste::wizards {

QString ResourceWizard::draftKey(const QString& name, const QString& scope) {
    return scope.isEmpty() ? name : name + u'/' + scope;
}

ResourceWizard::ResourceWizard(bridge::Console& console, const QString& name, const QString& scope,
                               const QString& title, const QString& finishText, QWidget* parent)
    : WizardFrame(draftKey(name, scope), title, finishText, parent),
      console_(console),
      run_(new CreationRun(this)) {
    setObjectName(name + QStringLiteral("Wizard"));
    setAttribute(Qt::WA_DeleteOnClose);
    setOption(HaveCustomButton1);
    setButtonText(CustomButton1, tr("Start over"));
    auto* fresh = button(CustomButton1);
    fresh->setObjectName(QStringLiteral("startOverButton"));
    fresh->setToolTip(tr("Empties the wizard"));
    theme::setButtonKind(*fresh, theme::ButtonKind::Quiet);
    connect(this, &QWizard::customButtonClicked, this, &ResourceWizard::startOver);
    connect(run_, &CreationRun::started, this, [this] { setBusy(true, tr("Creating…")); });
    connect(run_, &CreationRun::finished, this, &ResourceWizard::finish);
    connect(run_, &CreationRun::failed, this, [this](const widgets::FieldError& error) {
        keepMade();
        fail({error});
        draftChanged();  // what is made belongs to it from now on
    });
}

widgets::ReviewPage* ResourceWizard::addReview(const QString& description,
                                               std::function<void(widgets::ReviewPage&)> fill) {
    auto* page = new widgets::ReviewPage(description);
    page->fill = [this, fill = std::move(fill)](widgets::ReviewPage& review) {
        fill(review);
        run_->showMade();
    };
    page->body()->addWidget(run_);
    addStep(page);
    return page;
}

void ResourceWizard::offerCopy(widgets::ReviewPage& review,
                               std::function<bridge::ApiRequest()> request) {
    auto* copy = new CopyRequestButton(std::move(request));
    review.body()->addWidget(copy, 0, Qt::AlignLeft);
    connect(copy, &CopyRequestButton::copied, this, &ResourceWizard::setRemark);
}

void ResourceWizard::appear() {
    if (std::exchange(appeared_, true)) return;
    const bool restored = restoreDraft();
    setButtonLayout(restored ? QList<WizardButton>{CustomButton1, Stretch, CancelButton, BackButton,
                                                   NextButton, FinishButton}
                             : QList<WizardButton>{Stretch, CancelButton, BackButton, NextButton,
                                                   FinishButton});
    if (restored) setRemark(tr("What you entered last time is still here."));
    open();
}

void ResourceWizard::giveUp(const QString& message) {
    // A wizard that is open knows enough, and creating tells what is wrong.
    if (std::exchange(appeared_, true)) return;
    const QPointer<QWidget> window = parentWidget();
    const auto title = windowTitle();
    deleteLater();
    widgets::inform(window, title, message);
}

void ResourceWizard::startOver() {
    if (isBusy()) return;
    dropDraft();
    QDialog::done(Rejected);
    if (reopen_) reopen_();
}

void ResourceWizard::make(std::vector<Step> steps) {
    run_->run(console_, std::move(steps));
}

int ResourceWizard::made() const {
    return run_->made();
}

}  // namespace foretaste::wizards
