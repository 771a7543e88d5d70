// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wizard_frame.h"

#include <QAbstractButton>
#include <QJsonDocument>

#include "ui/theme/icons.h"
#include "ui/theme/style_paint.h"
#include "ui/widgets/wizard_steps.h"

namespace foretaste::widgets {

using namespace theme;

WizardFrame::WizardFrame(const QString& key, const QString& title, const QString& finishText,
                         QWidget* parent)
    : QWizard(parent), key_(key), steps_(new StepList(title, this)) {
    setObjectName(key + QStringLiteral("Wizard"));
    setWindowTitle(title);
    setWizardStyle(ModernStyle);
    setOption(NoBackButtonOnStartPage);
    setSideWidget(steps_);
    setButtonText(NextButton, tr("Next"));
    setButtonText(BackButton, tr("Previous"));
    setButtonText(CancelButton, tr("Cancel"));
    setButtonText(FinishButton, finishText);
    setButtonLayout({Stretch, CancelButton, BackButton, NextButton, FinishButton});
    for (const auto& [which, name] : {std::pair{NextButton, "nextButton"},
                                      {BackButton, "previousButton"},
                                      {CancelButton, "cancelButton"},
                                      {FinishButton, "finishButton"}}) {
        button(which)->setObjectName(QLatin1String(name));
    }
    setButtonKind(*button(NextButton), ButtonKind::Primary);
    setButtonKind(*button(FinishButton), ButtonKind::Primary);
    setButtonKind(*button(CancelButton), ButtonKind::Quiet);
    resize(920, 660);
    draftTimer_.setSingleShot(true);
    draftTimer_.setInterval(1000);
    connect(&draftTimer_, &QTimer::timeout, this, &WizardFrame::storeDraft);
    connect(this, &QWizard::currentIdChanged, this, &WizardFrame::showSteps);
    connect(steps_, &StepList::chosen, this, &WizardFrame::goTo);
}

void WizardFrame::addStep(WizardPage* page, bool optional) {
    addPage(page);
    steps_->add(page->objectName(), page->title(), optional);
}

WizardPage* WizardFrame::step(const QString& id) const {
    for (const int page : pageIds()) {
        if (QWizard::page(page)->objectName() == id) {
            return static_cast<WizardPage*>(QWizard::page(page));
        }
    }
    return nullptr;
}

void WizardFrame::goTo(const QString& id) {
    if (busy_) return;
    const WizardPage* target = step(id);
    if (!target) return;
    for (const int visited : visitedIds()) {
        if (page(visited) != target) continue;
        while (currentPage() != target) back();
        return;
    }
}

void WizardFrame::showSteps() {
    if (!currentPage()) return;
    QStringList visited;
    for (const int id : visitedIds()) visited << page(id)->objectName();
    steps_->show(currentPage()->objectName(), visited);
    auto* current = static_cast<WizardPage*>(currentPage());
    if (!current->fields().isEmpty())
        current->fields().first()->focusInput();
    else if (button(FinishButton)->isVisible())
        button(FinishButton)->setFocus();
}

void WizardFrame::setRemark(const QString& text) {
    steps_->setRemark(text);
}

void WizardFrame::setBusy(bool busy, const QString& text) {
    busy_ = busy;
    setRemark(busy ? text : QString());
    if (busy) {
        for (const auto which : {NextButton, BackButton, FinishButton}) {
            button(which)->setEnabled(false);
        }
    } else if (currentPage()) {
        emit currentPage()->completeChanged();  // lets QWizard work out its buttons again
        button(BackButton)->setEnabled(true);
    }
}

void WizardFrame::fail(const QList<FieldError>& errors) {
    setBusy(false);
    const auto concerns = [&](const WizardPage* page) {
        const QList<FormField*> fields = page->fields();
        return std::any_of(fields.cbegin(), fields.cend(), [&](const FormField* field) {
            return std::any_of(errors.begin(), errors.end(), [field](const FieldError& error) {
                return error.field == field->key();
            });
        });
    };
    for (const int id : visitedIds()) {
        auto* target = static_cast<WizardPage*>(page(id));
        if (!concerns(target)) continue;
        goTo(target->objectName());
        target->showFieldErrors(errors);
        return;
    }
    static_cast<WizardPage*>(currentPage())->showFieldErrors(errors);
}

void WizardFrame::accept() {
    if (busy_ || !validateCurrentPage()) return;
    submit();
}

void WizardFrame::reject() {
    if (draftTimer_.isActive()) storeDraft();
    QWizard::reject();
}

void WizardFrame::finish() {
    dropDraft();
    // QWizard::accept would ask the last page once more.
    QDialog::done(Accepted);
}

void WizardFrame::draftChanged() {
    draftTimer_.start();
}

void WizardFrame::storeDraft() {
    draftTimer_.stop();
    const QJsonObject draft = saveDraft();
    if (!draft.isEmpty()) leaveDraft(key_, draft);
}

void WizardFrame::leaveDraft(const QString& key, const QJsonObject& draft) {
    QSettings().setValue(QStringLiteral("drafts/") + key,
                         QJsonDocument(draft).toJson(QJsonDocument::Compact));
}

bool WizardFrame::restoreDraft() {
    const QByteArray stored = QSettings().value(QStringLiteral("drafts/") + key_).toByteArray();
    const QJsonDocument draft = QJsonDocument::fromJson(stored);
    if (draft.isObject()) loadDraft(draft.object());
    draftTimer_.stop();
    return draft.isObject();
}

void WizardFrame::dropDraft() {
    draftTimer_.stop();
    QSettings().remove(QStringLiteral("drafts/") + key_);
}

}  // namespace foretaste::widgets
