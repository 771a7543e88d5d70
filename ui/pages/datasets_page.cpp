// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/datasets_page.h"

#include "ui/pages/card_row.h"
#include "ui/pages/deletions.h"
#include "ui/pages/listings.h"
#include "ui/pages/pages.h"
#include "ui/widgets/card.h"
#include "ui/wizards/open.h"

namespace foretaste::pages {

using bridge::text;
using models::DatasetModel;
using models::DatasetRow;
using service::DatasetType;
using widgets::FlashKind;

DatasetsPage::DatasetsPage(bridge::Console& console, QWidget* parent)
    : ResourcePage(kDatasets, console, parent),
      datasets_(new DatasetModel(this)),
      table_(new SortedTable(tr("Datasets"), *datasets_)),
      card_(new widgets::Card),
      delete_(addAction(tr("Delete"), QStringLiteral("deleteDatasetButton"))),
      import_(addPrimary(tr("Import data"), QStringLiteral("importDataButton"))) {
    setTitle(tr("Datasets"));
    constexpr int kMostRows = 5;
    constexpr int kNarrowestOffer = 240;
    table_->setObjectName(QStringLiteral("datasetsTable"));
    table_->setStatusColumn(DatasetModel::State);
    table_->setStretchColumn(DatasetModel::Name);
    table_->setFitRows(kMostRows);
    card_->body()->addWidget(table_);
    content()->addWidget(card_);
    auto* offers = new CardRow(kNarrowestOffer);
    offers->add(makeOffer(DatasetType::Interactions,
                          tr("Who chose what, and when: the one thing that training needs. A CSV "
                             "with a user, an item and a time in each row."),
                          tr("Add interactions"), QStringLiteral("addInteractionsButton")));
    offers->add(makeOffer(DatasetType::Items,
                          tr("Titles, genres and dates of the catalogue. With them, items that "
                             "nobody has chosen yet can be recommended, and lists show titles."),
                          tr("Add items"), QStringLiteral("addItemsButton")));
    offers->add(makeOffer(DatasetType::Users,
                          tr("What is known of people, such as a membership or an age group. Helps "
                             "those most who have not chosen much yet."),
                          tr("Add users"), QStringLiteral("addUsersButton")));
    content()->addWidget(offers);
    content()->addStretch(1);

    connect(import_, &QPushButton::clicked, this, &DatasetsPage::importCurrent);
    connect(delete_, &QPushButton::clicked, this, &DatasetsPage::removeCurrent);
    connect(table_, &SortedTable::deletePressed, this, &DatasetsPage::removeCurrent);
    connect(table_, &SortedTable::keyOpened, this,
            [this](const QString& dataset) { emit navigate(kDataset, dataset); });
}

widgets::Card* DatasetsPage::makeOffer(DatasetType type, const QString& purpose,
                                       const QString& verb, const QString& button) {
    auto* card = new widgets::Card(models::typeWord(schema::typeName(type)));
    card->body()->addWidget(
        theme::makeLabel(purpose, theme::TextRole::Table, theme::Tone::Muted, card, true));
    card->body()->addStretch();
    auto* add = new QPushButton(verb);
    add->setObjectName(button);
    card->body()->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, [this, type] { import(type); });
    offers_ << std::pair{type, card};
    return card;
}

void DatasetsPage::open() {
    header().setBreadcrumb(
        {{bridge::shortId(arn()), kOverview, argument()}, {tr("Datasets"), {}, {}}});
    setGone(tr("This dataset group is gone"), tr("All dataset groups"), kDatasetGroups, {});
    using service::ResourceKind;
    follow(
        {ResourceKind::DatasetGroup, ResourceKind::Dataset, ResourceKind::DatasetImportJob},
        [group = arn()](service::Service& service) {
            service.describeDatasetGroup(group);  // throws where it is gone
            std::vector<DatasetRow> rows;
            for (auto& dataset : datasetsOf(service, group)) {
                auto statistics = service.datasetStatistics(dataset.datasetArn);
                rows.push_back({std::move(dataset), statistics});
            }
            return rows;
        },
        [this](std::vector<DatasetRow> datasets) { show(std::move(datasets)); });
}

void DatasetsPage::show(std::vector<DatasetRow> datasets) {
    for (const auto& [type, card] : offers_)
        card->setVisible(
            std::none_of(datasets.begin(), datasets.end(), [type = type](const DatasetRow& row) {
                return schema::typeFromName(row.dataset.datasetType) == type;
            }));
    const bool any = !datasets.empty();
    datasets_->setRows(std::move(datasets));
    if (any && !table_->currentIndex().isValid())
        table_->setCurrentKey(text(datasets_->at(0)->dataset.datasetArn));
    card_->setVisible(any);
    delete_->setVisible(any);
    import_->show();
    import_->setText(any ? tr("Import data") : tr("Add interactions"));
}

void DatasetsPage::importCurrent() {
    const auto* row = datasets_->at(datasets_->rowOf(table_->currentKey()));
    const auto type = row ? schema::typeFromName(row->dataset.datasetType) : std::nullopt;
    import(type.value_or(DatasetType::Interactions));
}

void DatasetsPage::import(DatasetType type) {
    wizards::importDataset(console(), window(), argument(), type,
                           [here = QPointer(this)](const QString& dataset) {
                               if (here) emit here->navigate(kDataset, dataset);
                           });
}

void DatasetsPage::removeCurrent() {
    const auto dataset = table_->currentKey().toStdString();
    if (dataset.empty()) return;
    deleteDataset(console(), this, dataset,
                  {[this](const QString& name) {
                       emit flash(FlashKind::Success, tr("Dataset %1 was deleted.").arg(name));
                   },
                   [this](const QString& why) { emit flash(FlashKind::Error, why); }});
}

}  // namespace foretaste::pages
