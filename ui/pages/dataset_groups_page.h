// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/resource_models.h"
#include "ui/pages/resource_page.h"
#include "ui/pages/sorted_table.h"

namespace foretaste::widgets {
class Card;
}

namespace foretaste::pages {

/// Every dataset group of the workspace; where there is none, the way to the first.
class DatasetGroupsPage : public ResourcePage {
    Q_OBJECT

public:
    explicit DatasetGroupsPage(bridge::Console& console, QWidget* parent = nullptr);

signals:
    /// The bundled sample is wanted as a new group.
    void sampleRequested();

protected:
    void open() override;

private:
    void show(std::vector<service::DatasetGroup> groups);
    void create();
    void removeCurrent();

    models::DatasetGroupModel* groups_;
    SortedTable* table_;
    widgets::Card* card_;
    widgets::EmptyState* empty_;
    QPushButton* delete_;
    QPushButton* create_;
};

}  // namespace foretaste::pages
