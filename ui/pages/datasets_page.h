// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/resource_models.h"
#include "ui/pages/resource_page.h"
#include "ui/pages/sorted_table.h"

namespace foretaste::widgets {
class Card;
}

namespace foretaste::pages {

/// The datasets of a group, and the kinds that it could have besides.
class DatasetsPage : public ResourcePage {
    Q_OBJECT

public:
    explicit DatasetsPage(bridge::Console& console, QWidget* parent = nullptr);

protected:
    void open() override;

private:
    void show(std::vector<models::DatasetRow> datasets);
    /// A card that says what a kind is good for, with a button that adds it.
    widgets::Card* makeOffer(service::DatasetType type, const QString& purpose, const QString& verb,
                             const QString& button);
    void import(service::DatasetType type);
    void importCurrent();
    void removeCurrent();

    models::DatasetModel* datasets_;
    SortedTable* table_;
    widgets::Card* card_;
    QPushButton* delete_;
    QPushButton* import_;
    QList<std::pair<service::DatasetType, widgets::Card*>> offers_;
};

}  // namespace foretaste::pages
