// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/data_insights_page.h"

#include <QGridLayout>

#include "ui/charts/chart_card.h"
#include "ui/models/resource_models.h"
#include "ui/pages/column_statistics.h"
#include "ui/pages/finding_card.h"
#include "ui/pages/insight_charts.h"
#include "ui/pages/listings.h"
#include "ui/pages/pages.h"
#include "ui/theme/theme.h"
#include "ui/widgets/metric_tile.h"
#include "ui/widgets/small_parts.h"
#include "ui/wizards/open.h"

namespace foretaste::pages {

using bridge::countText;
using bridge::text;
using ingest::Fix;
using service::DatasetType;
using service::ResourceKind;
using widgets::MetricTile;

namespace {

constexpr int kColumns = 2;

/// A grid of two columns of equal width.
QGridLayout* makeGrid(QWidget* box) {
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(theme::kSpaceM);
    for (int column = 0; column < kColumns; ++column) grid->setColumnStretch(column, 1);
    return grid;
}

void clear(QGridLayout& grid) {
    while (QLayoutItem* item = grid.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

/// Cards side by side whatever they hold; an ignored width keeps both columns equal.
void place(QGridLayout& grid, QWidget* card, int at) {
    card->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    grid.addWidget(card, at / kColumns, at % kColumns);
}

}  // namespace

DataInsightsPage::DataInsightsPage(bridge::Console& console, QWidget* parent)
    : ResourcePage(kDataInsights, console, parent),
      rows_(new MetricTile(tr("Interactions"))),
      users_(new MetricTile(tr("Users"))),
      items_(new MetricTile(tr("Items"))),
      span_(new MetricTile(tr("Time"))),
      search_(new widgets::SearchField(tr("Find insight"))),
      dataset_(new QComboBox),
      count_(theme::makeLabel({}, theme::TextRole::Section)),
      findingsBox_(new QWidget),
      findings_(makeGrid(findingsBox_)),
      figuresBox_(new QWidget),
      figures_(makeGrid(figuresBox_)),
      columns_(new ColumnStatistics) {
    setTitle(tr("Data insights"));
    content()->addWidget(makeTiles());
    content()->addWidget(makeFilter());
    content()->addWidget(findingsBox_);
    content()->addWidget(figuresBox_);
    content()->addWidget(columns_);
    content()->addStretch(1);
}

DataInsightsPage::~DataInsightsPage() {
    stop_.requestStop();
}

QWidget* DataInsightsPage::makeTiles() {
    auto* box = new QWidget;
    auto* tiles = new QHBoxLayout(box);
    tiles->setContentsMargins(0, 0, 0, 0);
    tiles->setSpacing(theme::kSpaceM);
    rows_->setObjectName(QStringLiteral("rowsTile"));
    users_->setObjectName(QStringLiteral("usersTile"));
    items_->setObjectName(QStringLiteral("itemsTile"));
    span_->setObjectName(QStringLiteral("spanTile"));
    for (auto* tile : {rows_, users_, items_, span_}) tiles->addWidget(tile, 1);
    return box;
}

QWidget* DataInsightsPage::makeFilter() {
    auto* box = new QWidget;
    auto* line = new QHBoxLayout(box);
    line->setContentsMargins(0, theme::kSpaceS, 0, 0);
    line->setSpacing(theme::kSpaceS);
    search_->setObjectName(QStringLiteral("insightSearchInput"));
    search_->setAccessibleName(tr("Find insight"));
    dataset_->setObjectName(QStringLiteral("insightDatasetInput"));
    dataset_->setAccessibleName(tr("Dataset"));
    dataset_->addItem(tr("All datasets"), -1);
    for (const auto type : {DatasetType::Interactions, DatasetType::Items, DatasetType::Users})
        dataset_->addItem(models::typeWord(schema::typeName(type)), static_cast<int>(type));
    count_->setObjectName(QStringLiteral("insightCount"));
    line->addWidget(count_, 1);
    line->addWidget(search_, 1);
    line->addWidget(dataset_);
    connect(search_, &QLineEdit::textChanged, this, &DataInsightsPage::filterFindings);
    connect(dataset_, &QComboBox::currentIndexChanged, this, [this] {
        filterFindings();
        if (shown_.insights) columns_->show(*shown_.insights, chosenDataset());
    });
    return box;
}

void DataInsightsPage::open() {
    stop_.requestStop();
    stop_ = {};
    shown_ = {};
    header().setBreadcrumb(
        {{bridge::shortId(arn()), kOverview, argument()}, {tr("Data insights"), {}, {}}});
    setGone(tr("This dataset group is gone"), tr("All dataset groups"), kDatasetGroups, {});
    follow(
        {ResourceKind::DatasetGroup, ResourceKind::Dataset, ResourceKind::DatasetImportJob,
         ResourceKind::Solution, ResourceKind::Campaign},
        [group = arn(), stop = stop_](service::Service& service) {
            return fetch(service, group, base::JobContext(stop, {}));
        },
        [this](Shown shown) { show(std::move(shown)); });
}

DataInsightsPage::Shown DataInsightsPage::fetch(service::Service& service,
                                                const std::string& groupArn,
                                                const base::JobContext& job) {
    Shown shown;
    shown.insights = service.dataInsights(groupArn, job);
    shown.datasets = datasetsOf(service, groupArn);
    if (const auto solutions = solutionsOf(service, groupArn); !solutions.empty())
        shown.solution = solutions.back().solutionArn;
    if (const auto campaigns = campaignsOfGroup(service, groupArn); !campaigns.empty())
        shown.campaign = campaigns.back().campaignArn;
    return shown;
}

void DataInsightsPage::show(Shown shown) {
    const bool counted = shown.insights != shown_.insights;
    shown_ = std::move(shown);
    if (!counted) return;  // the same figures: what is read stays where it is
    showTiles();
    showFindings();
    showFigures();
    columns_->show(*shown_.insights, chosenDataset());
}

void DataInsightsPage::showTiles() {
    const auto& insights = *shown_.insights;
    const auto* events = insights.datasets.empty() ? nullptr : &insights.datasets.front();
    const bool any = insights.interactions && events;
    for (auto* tile : {rows_, users_, items_, span_}) tile->setVisible(any);
    if (!any) return;
    const auto& interactions = *insights.interactions;
    rows_->setValue(countText(events->rows));
    rows_->setDelta(tr("repeats dropped: %1").arg(countText(interactions.duplicates)));
    users_->setValue(countText(events->users));
    users_->setDelta(tr("%1 with two or more").arg(countText(interactions.usersWithTwo)));
    items_->setValue(countText(events->items));
    items_->setDelta(tr("the most popular tenth has %1")
                         .arg(bridge::percentText(interactions.popularity.topTenPercent)));
    constexpr std::int64_t kDay = 86400;
    const auto days = (interactions.newest - interactions.oldest) / kDay + 1;
    span_->setValue(days == 1 ? tr("1 day") : tr("%1 days").arg(countText(days)));
    span_->setDelta(
        tr("%1 to %2")
            .arg(bridge::dateText(interactions.oldest), bridge::dateText(interactions.newest)));
}

void DataInsightsPage::showFindings() {
    clear(*findings_);
    cards_.clear();
    for (const auto& finding : shown_.insights->findings) {
        auto* card = makeFindingCard(finding, findingChart(finding, *shown_.insights),
                                     [this, finding] { fix(finding); });
        cards_.append({finding, card});
    }
    filterFindings();
}

std::optional<DatasetType> DataInsightsPage::chosenDataset() const {
    const int chosen = dataset_->currentData().toInt();
    return chosen < 0 ? std::nullopt : std::optional(static_cast<DatasetType>(chosen));
}

void DataInsightsPage::filterFindings() {
    const auto words = search_->text().trimmed();
    const auto dataset = chosenDataset();
    int found = 0;
    for (const auto& [finding, card] : cards_) {
        const bool fits = (!dataset || finding.dataset == *dataset) && says(finding, words);
        findings_->removeWidget(card);
        if (fits) place(*findings_, card, found++);
        card->setParent(findingsBox_);
        card->setVisible(fits);
    }
    const auto all = static_cast<int>(cards_.size());
    count_->setText(all == 0       ? tr("Nothing stands out: the data are fine")
                    : found == all ? tr("%1 insights").arg(all)
                                   : tr("%1 of %2 insights").arg(found).arg(all));
    findingsBox_->setVisible(found > 0);
}

void DataInsightsPage::showFigures() {
    clear(*figures_);
    QList<Figure> told;
    for (const auto& finding : shown_.insights->findings)
        if (const auto figure = figureOf(finding)) told << *figure;
    int at = 0;
    for (const auto figure : kFigures) {
        if (told.contains(figure)) continue;
        auto* chart = figureChart(figure, *shown_.insights);
        if (!chart) continue;
        auto* card = new charts::ChartCard(figureTitle(figure), {}, chart);
        card->setObjectName(QStringLiteral("figureCard"));
        card->setProtocol(figureText(figure));
        place(*figures_, card, at++);
    }
    figuresBox_->setVisible(at > 0);
}

void DataInsightsPage::fix(const ingest::Finding& finding) {
    const auto here = QPointer(this);
    switch (finding.fix) {
        case Fix::Import:
            wizards::importDataset(console(), window(), argument(), finding.dataset,
                                   [here](const QString& dataset) {
                                       if (here) emit here->navigate(kDataset, dataset);
                                   });
            return;
        case Fix::ReplaceSchema:
            for (const auto& dataset : shown_.datasets)
                if (schema::typeFromName(dataset.datasetType) == finding.dataset)
                    wizards::replaceSchema(console(), window(), text(dataset.datasetArn),
                                           [here](const QString& arn) {
                                               if (here) emit here->navigate(kDataset, arn);
                                           });
            return;
        case Fix::RaiseExploration:
            if (shown_.campaign.empty())
                emit navigate(kCampaigns, argument());
            else
                wizards::updateCampaign(console(), window(), text(shown_.campaign), {},
                                        [here](const QString& campaign) {
                                            if (here) emit here->navigate(kCampaign, campaign);
                                        });
            return;
        case Fix::Train:
            if (shown_.solution.empty())
                emit navigate(kSolutions, argument());
            else
                wizards::createSolutionVersion(
                    console(), window(), text(shown_.solution), [here](const QString& version) {
                        if (here) emit here->navigate(kSolutionVersion, version);
                    });
            return;
        case Fix::None: return;
    }
}

}  // namespace foretaste::pages
