// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/dataset_rows_page.h"

#include <QHeaderView>
#include <QItemSelectionModel>

#include "ui/models/resource_models.h"
#include "ui/pages/pages.h"
#include "ui/pages/row_filter_bar.h"
#include "ui/pages/story_cards.h"
#include "ui/pages/studio_calls.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/data_table.h"

namespace foretaste::pages {

using bridge::countText;
using bridge::text;
using service::DatasetType;
using service::ResourceKind;

namespace {

constexpr int kRestingMs = 120;
constexpr int kStoriesWidth = 320;
constexpr int kLeastHeight = 560;

const QLatin1String kUserId("USER_ID");
const QLatin1String kItemId("ITEM_ID");

QString searchHint(DatasetType type) {
    switch (type) {
        case DatasetType::Items: return RowFilterBar::tr("A part of an item id");
        case DatasetType::Users: return RowFilterBar::tr("A part of a user id");
        case DatasetType::Actions: return RowFilterBar::tr("A part of an action id");
        default: return RowFilterBar::tr("A part of a user or item id");
    }
}

}  // namespace

DatasetRowsPage::DatasetRowsPage(bridge::Console& console, QWidget* parent)
    : ResourcePage(kDatasetRows, console, parent),
      filter_(new RowFilterBar),
      rows_(new models::DatasetRowsModel(console, this)),
      table_(new widgets::DataTable(tr("Rows"))),
      card_(new widgets::Card(tr("Rows"))),
      user_(new UserStoryCard),
      item_(new ItemStoryCard),
      none_(new widgets::Card) {
    setNavigationId(kDatasets);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(theme::kSpaceM);
    columns->addWidget(makeTable(), 1);
    columns->addWidget(makeStories());
    content()->addLayout(columns, 1);
    resting_.setSingleShot(true);
    resting_.setInterval(kRestingMs);
    connect(&resting_, &QTimer::timeout, this, &DatasetRowsPage::tell);
    connect(filter_, &RowFilterBar::queryChanged, this,
            [this] { rows_->setQuery(filter_->query()); });
    connect(user_, &UserStoryCard::onlyRequested, filter_, &RowFilterBar::setUser);
    connect(item_, &ItemStoryCard::onlyRequested, filter_, &RowFilterBar::setItem);
}

QWidget* DatasetRowsPage::makeTable() {
    table_->setObjectName(QStringLiteral("datasetRowsTable"));
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setEmptyText(tr("No row is like this."));
    table_->setModel(rows_);
    table_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    table_->horizontalHeader()->setSortIndicatorClearable(true);
    table_->setSortingEnabled(true);
    card_->body()->addWidget(filter_);
    card_->body()->addWidget(table_, 1);
    card_->setMinimumHeight(kLeastHeight);
    connect(rows_, &models::DatasetRowsModel::loaded, this, &DatasetRowsPage::countRows);
    connect(rows_, &models::DatasetRowsModel::failed, this, [this](const QString& why) {
        emit flash(widgets::FlashKind::Error, bridge::sentenceText(why));
    });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, &resting_,
            qOverload<>(&QTimer::start));
    return card_;
}

QWidget* DatasetRowsPage::makeStories() {
    auto* stories = new QWidget;
    stories->setFixedWidth(kStoriesWidth);
    auto* layout = new QVBoxLayout(stories);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme::kSpaceM);
    none_->body()->addWidget(theme::makeLabel(tr("Choose a row to see whom and what it is about."),
                                              theme::TextRole::Table, theme::Tone::Muted, none_,
                                              true));
    layout->addWidget(none_);
    layout->addWidget(item_);
    layout->addWidget(user_, 1);
    layout->addStretch();
    showStories({}, {});
    return stories;
}

void DatasetRowsPage::open() {
    setTitle(tr("Rows"));
    header().setBreadcrumb({});
    setGone(tr("This dataset is gone"), tr("All dataset groups"), kDatasetGroups, {});
    importedBy_.clear();
    filter_->reset();
    table_->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    rows_->setQuery({});
    showStories({}, {});
    follow(
        {ResourceKind::Dataset, ResourceKind::DatasetImportJob},
        [dataset = arn()](service::Service& service) { return fetch(service, dataset); },
        [this](Shown shown) { show(std::move(shown)); });
}

DatasetRowsPage::Shown DatasetRowsPage::fetch(service::Service& service,
                                              const std::string& datasetArn) {
    Shown shown;
    shown.dataset = service.describeDataset(datasetArn);
    shown.statistics = service.datasetStatistics(datasetArn);
    if (schema::typeFromName(shown.dataset.datasetType) == DatasetType::Interactions)
        shown.eventTypes = eventTypesOf(service, shown.dataset.datasetGroupArn);
    for (const auto& job : models::allOf(
             [&](const auto& page) { return service.listDatasetImportJobs(datasetArn, page); }))
        if (job.status == service::Status::Active) shown.newestImport = job.arn();
    return shown;
}

void DatasetRowsPage::show(Shown shown) {
    dataset_ = shown.dataset;
    const auto group = text(dataset_.datasetGroupArn);
    const auto type =
        schema::typeFromName(dataset_.datasetType).value_or(DatasetType::Interactions);
    setTitle(tr("Rows of %1").arg(text(dataset_.name)));
    header().setPill(models::typeWord(dataset_.datasetType));
    header().setBreadcrumb({{bridge::shortId(dataset_.datasetGroupArn), kOverview, group},
                            {tr("Datasets"), kDatasets, group},
                            {text(dataset_.name), kDataset, argument()},
                            {tr("Rows"), {}, {}}});
    filter_->setSearchHint(searchHint(type));
    filter_->setEventTypes(shown.eventTypes);
    filter_->setRange(shown.statistics.oldest, shown.statistics.newest);
    user_->setNarrows(type == DatasetType::Interactions);
    item_->setNarrows(type == DatasetType::Interactions);
    rowsInAll_ = shown.statistics.bulkRows;
    if (std::exchange(importedBy_, shown.newestImport) == shown.newestImport) {
        countRows();
        return;
    }
    if (rows_->dataset() == argument())
        rows_->reload();
    else
        rows_->setDataset(argument());
}

void DatasetRowsPage::countRows() {
    if (rows_->isLoading()) return;
    const auto found = rows_->rowCount();
    card_->setSubtitle(found == rowsInAll_
                           ? tr("%1, as imported").arg(countText(rowsInAll_))
                           : tr("%1 of %2").arg(countText(found), countText(rowsInAll_)));
    if (found > 0 && !table_->currentIndex().isValid()) table_->setCurrentIndex(rows_->index(0, 0));
    if (found == 0) showStories({}, {});
}

void DatasetRowsPage::tell() {
    const int row = table_->currentIndex().row();
    const auto userId = rows_->cell(row, kUserId);
    const auto itemId = rows_->cell(row, kItemId);
    const auto number = ++told_;
    using Stories = std::pair<std::optional<UserStory>, std::optional<ItemStory>>;
    act(
        [group = dataset_.datasetGroupArn, userId, itemId](service::Service& service) {
            Stories stories;
            if (!userId.isEmpty()) stories.first = userStory(service, group, userId);
            if (!itemId.isEmpty()) stories.second = itemStory(service, group, itemId);
            return stories;
        },
        [this, number](const Stories& stories) {
            if (number == told_) showStories(stories.first, stories.second);
        });
}

void DatasetRowsPage::showStories(const std::optional<UserStory>& user,
                                  const std::optional<ItemStory>& item) {
    if (user) user_->show(*user);
    if (item) item_->show(*item);
    user_->setVisible(user.has_value());
    item_->setVisible(item.has_value());
    none_->setVisible(!user && !item);
}

}  // namespace foretaste::pages
