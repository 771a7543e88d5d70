// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/filter/filters_page.h"

#include "ui/bridge/words.h"
#include "ui/pages/deletions.h"
#include "ui/pages/pages.h"
#include "ui/widgets/card.h"
#include "ui/wizards/open.h"

namespace foretaste::pages {

using service::ResourceKind;
using widgets::FlashKind;

FiltersPage::FiltersPage(bridge::Console& console, QWidget* parent)
    : ResourcePage(kFilters, console, parent),
      model_(new models::FilterModel(this)),
      table_(new SortedTable(tr("Filters"), *model_)),
      card_(new widgets::Card),
      empty_(new widgets::EmptyState(
          theme::Icon::Filter, tr("No filter yet"),
          tr("A filter keeps items out of lists, or lets only some in: what somebody has bought "
             "already, what is not for children, one genre alone. A request names the filter it "
             "wants."))),
      create_(addPrimary(tr("Create filter"), QStringLiteral("createFilterButton"))),
      clone_(addAction(tr("Create another like it"), QStringLiteral("cloneFilterButton"))),
      delete_(addAction(tr("Delete"), QStringLiteral("deleteFilterButton"))) {
    setTitle(tr("Filters"));
    constexpr int kRows = 16;
    table_->setObjectName(QStringLiteral("filtersTable"));
    table_->setStatusColumn(models::FilterModel::State);
    table_->setStretchColumn(models::FilterModel::Expression);
    table_->setFitRows(kRows);
    table_->setSettingsKey(QStringLiteral("filters"));
    card_->body()->addWidget(table_);
    content()->addWidget(card_);
    content()->addWidget(empty_, 4);
    content()->addStretch(1);
    empty_->setAction(tr("Create filter"));

    connect(table_, &SortedTable::currentKeyChanged, this, [this](const QString& key) {
        delete_->setEnabled(!key.isEmpty());
        clone_->setEnabled(!key.isEmpty());
    });
    connect(table_, &SortedTable::keyOpened, this, &FiltersPage::create);
    connect(table_, &SortedTable::deletePressed, this, &FiltersPage::removeCurrent);
    connect(create_, &QPushButton::clicked, this, [this] { create({}); });
    connect(empty_, &widgets::EmptyState::actionTriggered, this, [this] { create({}); });
    connect(clone_, &QPushButton::clicked, this, [this] { create(table_->currentKey()); });
    connect(delete_, &QPushButton::clicked, this, &FiltersPage::removeCurrent);
}

void FiltersPage::open() {
    header().setBreadcrumb(
        {{bridge::shortId(arn()), kOverview, argument()}, {tr("Filters"), {}, {}}});
    setGone(tr("This dataset group is gone"), tr("All dataset groups"), kDatasetGroups, {});
    follow(
        {ResourceKind::Filter, ResourceKind::DatasetGroup},
        [group = arn()](service::Service& service) {
            service.describeDatasetGroup(group);  // throws where it is gone
            auto filters = models::allOf(
                [&](const service::Page& page) { return service.listFilters(group, page); });
            for (auto& filter : filters) filter = service.describeFilter(filter.filterArn);
            return filters;
        },
        [this](std::vector<service::Filter> filters) { show(std::move(filters)); });
}

void FiltersPage::show(std::vector<service::Filter> filters) {
    const bool any = !filters.empty();
    model_->setRows(std::move(filters));
    card_->setVisible(any);
    empty_->setVisible(!any);
    create_->show();
    for (auto* button : {clone_, delete_}) {
        button->setVisible(any);
        button->setEnabled(!table_->currentKey().isEmpty());
    }
}

void FiltersPage::create(const QString& like) {
    wizards::createFilter(
        console(), window(), argument(), like, [here = QPointer(this)](const QString& filter) {
            if (here)
                emit here->flash(
                    FlashKind::Success,
                    tr("Filter %1 was created.").arg(bridge::shortId(filter.toStdString())));
        });
}

void FiltersPage::removeCurrent() {
    const auto filter = table_->currentKey().toStdString();
    if (filter.empty()) return;
    deleteFilter(console(), this, filter,
                 {[this](const QString& name) {
                      emit flash(FlashKind::Success, tr("Filter %1 was deleted.").arg(name));
                  },
                  [this](const QString& why) { emit flash(FlashKind::Error, why); }});
}

}  // namespace foretaste::pages
