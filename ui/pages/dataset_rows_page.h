// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/dataset_rows_model.h"
#include "ui/pages/resource_page.h"
#include "ui/pages/row_stories.h"

namespace foretaste::widgets {
class Card;
class DataTable;
}  // namespace foretaste::widgets

namespace foretaste::pages {

class ItemStoryCard;
class RowFilterBar;
class UserStoryCard;

/// The rows of a dataset, of millions as of ten: searched and sorted by the service, a page at a
/// time; beside them whom and what the chosen row is about.
class DatasetRowsPage : public ResourcePage {
    Q_OBJECT

public:
    explicit DatasetRowsPage(bridge::Console& console, QWidget* parent = nullptr);

protected:
    void open() override;

private:
    struct Shown {
        service::Dataset dataset;
        service::DatasetStatistics statistics;
        QStringList eventTypes;
        std::string newestImport;
    };
    static Shown fetch(service::Service& service, const std::string& datasetArn);
    void show(Shown shown);
    QWidget* makeTable();
    QWidget* makeStories();
    void countRows();
    /// Tells what the row under the cursor is about.
    void tell();
    void showStories(const std::optional<UserStory>& user, const std::optional<ItemStory>& item);

    service::Dataset dataset_;
    std::int64_t rowsInAll_ = 0;
    std::string importedBy_;  ///< the rows that are shown
    RowFilterBar* filter_;
    models::DatasetRowsModel* rows_;
    widgets::DataTable* table_;
    widgets::Card* card_;
    UserStoryCard* user_;
    ItemStoryCard* item_;
    widgets::Card* none_;  ///< in place of both while no row is chosen
    QTimer resting_;       ///< the cursor stays on a row
    quint64 told_ = 0;     ///< answers for earlier rows are dropped
};

}  // namespace foretaste::pages
