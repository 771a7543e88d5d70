// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/create_solution_version_dialog.h"

#include "ui/bridge/words.h"
#include "ui/models/live_list.h"
#include "ui/theme/theme.h"
#include "ui/widgets/dialogs.h"
#include "ui/widgets/form_field.h"
#include "ui/wizards/choice_cards.h"
#include "ui/wizards/refusals.h"

namespace foretaste::wizards {

using namespace theme;
using bridge::text;
using service::ResourceKind;
using service::TrainingMode;

namespace {

constexpr int kWidth = 520;
const QString kFull = QStringLiteral("full");
const QString kUpdate = QStringLiteral("update");

}  // namespace

CreateSolutionVersionDialog::CreateSolutionVersionDialog(bridge::Console& console,
                                                         const QString& solutionArn,
                                                         QWidget* parent)
    : QDialog(parent),
      console_(console),
      solutionArn_(solutionArn),
      mode_(new ChoiceCards),
      field_(new widgets::FormField(QStringLiteral("trainingMode"), tr("Training"), mode_)),
      train_(new QPushButton(tr("Train"))) {
    setObjectName(QStringLiteral("createSolutionVersionDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Create solution version"));
    setMinimumWidth(kWidth);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpaceXl, kSpaceXl, kSpaceXl, kSpaceL);
    layout->setSpacing(kSpaceL);
    // The cards' words wrap, so that their height follows from the width and not from the layout.
    layout->setSizeConstraint(QLayout::SetNoConstraint);
    layout->addWidget(makeLabel(
        tr("New version of %1").arg(bridge::shortId(solutionArn.toStdString())), TextRole::Title));
    layout->addWidget(field_);
    layout->addStretch(1);
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelButton"));
    cancel->setAutoDefault(false);
    setButtonKind(*cancel, ButtonKind::Quiet);
    train_->setObjectName(QStringLiteral("trainButton"));
    train_->setDefault(true);
    setButtonKind(*train_, ButtonKind::Primary);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(train_);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(train_, &QPushButton::clicked, this, &CreateSolutionVersionDialog::train);
    connect(mode_, &ChoiceCards::valueChanged, field_, [this] { field_->setError({}); });

    auto* live = new models::LiveList(
        console, {ResourceKind::SolutionVersion},
        [arn = solutionArn.toStdString()](service::Service& service) {
            return lookAround(service, arn);
        },
        [this](const Surroundings& found) { take(found); }, this);
    connect(live, &models::LiveList::failed, this, [this](const QString& message) {
        if (std::exchange(appeared_, true)) return;  // training tells what is wrong
        deleteLater();
        widgets::inform(parentWidget(), windowTitle(), message);
    });
}

CreateSolutionVersionDialog::Surroundings CreateSolutionVersionDialog::lookAround(
    service::Service& service, const std::string& solutionArn) {
    Surroundings found{service.describeSolution(solutionArn), {}, 0};
    for (const auto& version : models::allOf([&](const service::Page& page) {
             return service.listSolutionVersions(solutionArn, page);
         })) {
        if (version.status != service::Status::Active) continue;
        if (version.trainingMode == TrainingMode::Full)
            found.seconds = service.trainingReport(version.solutionVersionArn).seconds;
        found.base = version;
    }
    return found;
}

void CreateSolutionVersionDialog::take(const Surroundings& found) {
    Choice full{kFull, tr("Full training"),
                tr("Learns anew from all the interactions there are now.")};
    if (found.seconds > 0) {
        full.remark = tr("The last one took %1").arg(bridge::durationText(found.seconds));
        full.kind = Choice::Remark::Note;
    }
    Choice update{
        kUpdate, tr("Update"),
        tr("Keeps what was learnt and brings in new items, with what people did with them "
           "since. Takes seconds; the metrics stay those of the version it goes on from.")};
    const auto* recipe = recipes::findRecipe(found.solution.recipeArn);
    const bool updates = recipe && recipe->facts().updates;
    update.available = updates && found.base;
    if (!updates)
        update.remark = tr("%1 has no update").arg(bridge::recipeTitle(found.solution.recipeArn));
    else if (!found.base)
        update.remark = tr("Needs a version that is trained in full and active");
    else {
        update.remark = tr("Goes on from version %1, trained %2")
                            .arg(bridge::shortId(found.base->solutionVersionArn),
                                 bridge::momentText(found.base->creationDateTime));
        update.kind = Choice::Remark::Note;
    }
    mode_->setChoices({full, update});
    if (!std::exchange(appeared_, true)) {
        mode_->setFocus();
        open();
    }
    resize(kWidth, layout()->totalHeightForWidth(kWidth));
}

void CreateSolutionVersionDialog::train() {
    service::CreateSolutionVersionRequest request;
    request.solutionArn = solutionArn_.toStdString();
    request.trainingMode = mode_->value() == kUpdate ? TrainingMode::Update : TrainingMode::Full;
    train_->setEnabled(false);
    console_.call(
        this,
        [request](service::Service& service) { return service.createSolutionVersion(request); },
        [this](const std::string& arn) {
            versionArn_ = text(arn);
            accept();
        },
        [this](const bridge::CallError& error) {
            train_->setEnabled(true);
            field_->setError(asFieldError(error).message);
        });
}

}  // namespace foretaste::wizards
