// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/resource_models.h"
#include "ui/pages/resource_page.h"
#include "ui/pages/sorted_table.h"

namespace foretaste::widgets {
class Card;
}

namespace foretaste::pages {

/// The filters of a dataset group.
class FiltersPage : public ResourcePage {
    Q_OBJECT
public:
    explicit FiltersPage(bridge::Console& console, QWidget* parent = nullptr);

protected:
    void open() override;

private:
    void show(std::vector<service::Filter> filters);
    void create(const QString& like);
    void removeCurrent();

    models::FilterModel* model_;
    SortedTable* table_;
    widgets::Card* card_;
    widgets::EmptyState* empty_;
    QPushButton* create_;
    QPushButton* clone_;
    QPushButton* delete_;
};

}  // namespace foretaste::pages
