// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dataset_groups_page.h"

#include "ui/pages/deletions.h"
#include "ui/pages/pages.h"
#include "ui/widgets/card.h"
#include "ui/wizards/open.h"

namespace foretaste::pages {

using models::DatasetGroupModel;
using widgets::FlashKind;

DatasetGroupsPage::DatasetGroupsPage(bridge::Console& console, QWidget* parent)
    : ResourcePage(kDatasetGroups, console, parent),
      groups_(new DatasetGroupModel(this)),
      table_(new SortedTable(tr("Dataset groups"), *groups_)),
      card_(new widgets::Card),
      empty_(new widgets::EmptyState(
          theme::Icon::Database, tr("Make your first recommendations"),
          tr("A dataset group holds one catalogue and the people who use it: their data, the "
             "models trained on them and what answers with recommendations. Bring a CSV of who "
             "chose what and when, or look around in a film club that comes with the program."))),
      delete_(addAction(tr("Delete"), QStringLiteral("deleteDatasetGroupButton"))),
      create_(addPrimary(tr("Create dataset group"), QStringLiteral("createDatasetGroupButton"))) {
    setTitle(tr("Dataset groups"));
    header().setBreadcrumb({{tr("Workspace"), {}, {}}});
    table_->setObjectName(QStringLiteral("datasetGroupsTable"));
    table_->setStatusColumn(DatasetGroupModel::State);
    table_->setStretchColumn(DatasetGroupModel::Name);
    constexpr int kMostRows = 16;
    table_->setFitRows(kMostRows);
    card_->body()->addWidget(table_);
    empty_->setAction(tr("Create dataset group"));
    empty_->setSecondAction(tr("Try the sample"));
    empty_->secondButton()->setObjectName(QStringLiteral("trySampleButton"));
    content()->addWidget(card_);
    content()->addWidget(empty_, 1);
    content()->addStretch(1);

    connect(create_, &QPushButton::clicked, this, &DatasetGroupsPage::create);
    connect(delete_, &QPushButton::clicked, this, &DatasetGroupsPage::removeCurrent);
    connect(table_, &SortedTable::deletePressed, this, &DatasetGroupsPage::removeCurrent);
    connect(empty_, &widgets::EmptyState::actionTriggered, this, &DatasetGroupsPage::create);
    connect(empty_, &widgets::EmptyState::secondActionTriggered, this,
            &DatasetGroupsPage::sampleRequested);
    connect(table_, &SortedTable::keyOpened, this,
            [this](const QString& arn) { emit navigate(kOverview, arn); });
    connect(table_, &SortedTable::currentKeyChanged, this,
            [this](const QString& arn) { delete_->setEnabled(!arn.isEmpty()); });
}

void DatasetGroupsPage::open() {
    follow(
        {service::ResourceKind::DatasetGroup},
        [](service::Service& service) {
            return models::allOf([&](const auto& page) { return service.listDatasetGroups(page); });
        },
        [this](std::vector<service::DatasetGroup> groups) { show(std::move(groups)); });
}

void DatasetGroupsPage::show(std::vector<service::DatasetGroup> groups) {
    const bool none = groups.empty();
    groups_->setRows(std::move(groups));
    card_->setVisible(!none);
    empty_->setVisible(none);
    // The empty state offers the same at the place where the eye is.
    create_->setVisible(!none);
    delete_->setVisible(!none);
    delete_->setEnabled(!table_->currentKey().isEmpty());
}

void DatasetGroupsPage::create() {
    wizards::createDatasetGroup(console(), window(), [here = QPointer(this)](const QString& arn) {
        if (here) emit here->navigate(kOverview, arn);
    });
}

void DatasetGroupsPage::removeCurrent() {
    const auto arn = table_->currentKey().toStdString();
    if (arn.empty()) return;
    deleteDatasetGroup(console(), this, arn,
                       {[this](const QString& name) {
                            emit flash(FlashKind::Success,
                                       tr("Dataset group %1 was deleted.").arg(name));
                        },
                        [this](const QString& why) { emit flash(FlashKind::Error, why); }});
}

}  // namespace foretaste::pages
