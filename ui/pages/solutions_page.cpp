// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/solutions_page.h"

#include "ui/bridge/words.h"
#include "ui/pages/deletions.h"
#include "ui/pages/listings.h"
#include "ui/pages/pages.h"
#include "ui/widgets/card.h"
#include "ui/wizards/open.h"

namespace foretaste::pages {

using service::ResourceKind;
using widgets::FlashKind;

SolutionsPage::SolutionsPage(bridge::Console& console, QWidget* parent)
    : ResourcePage(kSolutions, console, parent),
      model_(new models::SolutionModel(this)),
      table_(new SortedTable(tr("Solutions"), *model_)),
      card_(new widgets::Card),
      empty_(new widgets::EmptyState(theme::Icon::Wand, {}, {})),
      create_(addPrimary(tr("Create solution"), QStringLiteral("createSolutionButton"))),
      delete_(addAction(tr("Delete"), QStringLiteral("deleteSolutionButton"))) {
    setTitle(tr("Solutions"));
    constexpr int kRows = 16;
    table_->setObjectName(QStringLiteral("solutionsTable"));
    table_->setStatusColumn(models::SolutionModel::State);
    table_->setStretchColumn(models::SolutionModel::Name);
    table_->setFitRows(kRows);
    table_->setSettingsKey(QStringLiteral("solutions"));
    card_->body()->addWidget(table_);
    content()->addWidget(card_);
    content()->addWidget(empty_, 4);
    content()->addStretch(1);

    connect(table_, &SortedTable::keyOpened, this,
            [this](const QString& key) { emit navigate(kSolution, key); });
    connect(table_, &SortedTable::currentKeyChanged, this,
            [this](const QString& key) { delete_->setEnabled(!key.isEmpty()); });
    connect(create_, &QPushButton::clicked, this, &SolutionsPage::create);
    connect(delete_, &QPushButton::clicked, this, &SolutionsPage::removeCurrent);
    connect(empty_, &widgets::EmptyState::actionTriggered, this, [this] {
        if (trainable_)
            create();
        else
            emit navigate(kDatasets, argument());
    });
    connect(table_, &SortedTable::deletePressed, this, &SolutionsPage::removeCurrent);
}

void SolutionsPage::open() {
    header().setBreadcrumb(
        {{bridge::shortId(arn()), kOverview, argument()}, {tr("Solutions"), {}, {}}});
    setGone(tr("This dataset group is gone"), tr("All dataset groups"), kDatasetGroups, {});
    follow(
        {ResourceKind::Solution, ResourceKind::SolutionVersion, ResourceKind::Dataset,
         ResourceKind::DatasetImportJob, ResourceKind::DatasetGroup},
        [group = arn()](service::Service& service) { return fetch(service, group); },
        [this](Shown shown) { show(std::move(shown)); });
}

SolutionsPage::Shown SolutionsPage::fetch(service::Service& service, const std::string& groupArn) {
    Shown shown;
    service.describeDatasetGroup(groupArn);  // throws where it is gone
    for (const auto& solution : solutionsOf(service, groupArn))
        shown.solutions.push_back(service.describeSolution(solution.arn()));
    shown.trainable = hasInteractions(service, groupArn);
    return shown;
}

void SolutionsPage::show(Shown shown) {
    trainable_ = shown.trainable;
    const bool any = !shown.solutions.empty();
    model_->setRows(std::move(shown.solutions));
    card_->setVisible(any);
    empty_->setVisible(!any);
    if (trainable_) {
        empty_->setIcon(theme::Icon::Wand);
        empty_->setText(tr("No solution yet"),
                        tr("A solution is a recipe with your settings. Each training makes a "
                           "version with its own metrics beside a popularity baseline; a campaign "
                           "then serves one of them."));
        empty_->setAction(tr("Create solution"));
    } else {
        empty_->setIcon(theme::Icon::Database);
        empty_->setText(tr("No interactions to learn from yet"),
                        tr("A solution learns from who chose what, and when. Import interactions "
                           "first: a CSV with user, item and time is enough."));
        empty_->setAction(tr("Go to datasets"));
    }
    create_->show();
    create_->setEnabled(trainable_);
    create_->setToolTip(trainable_ ? QString() : tr("Import interactions first"));
    delete_->setVisible(any);
    delete_->setEnabled(!table_->currentKey().isEmpty());
}

void SolutionsPage::create() {
    wizards::createSolution(
        console(), window(), argument(),
        [here = QPointer(this)](const QString& solution, const QString& version) {
            if (!here) return;
            if (version.isEmpty())
                emit here->navigate(kSolution, solution);
            else
                emit here->navigate(kSolutionVersion, version);
        });
}

void SolutionsPage::removeCurrent() {
    const auto solution = table_->currentKey().toStdString();
    if (solution.empty()) return;
    deleteSolution(console(), this, solution,
                   {[this](const QString& name) {
                        emit flash(FlashKind::Success, tr("Solution %1 was deleted.").arg(name));
                    },
                    [this](const QString& why) { emit flash(FlashKind::Error, why); }});
}

}  // namespace foretaste::pages
