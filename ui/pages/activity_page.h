// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/activity_models.h"
#include "ui/pages/resource_page.h"
#include "ui/pages/sorted_table.h"

namespace foretaste::widgets {
class Card;
class SearchField;
}  // namespace foretaste::widgets

namespace foretaste::pages {

/// What has happened in the workspace, newest first; a line opens the page of what it is about.
class ActivityPage : public ResourcePage {
    Q_OBJECT

public:
    explicit ActivityPage(bridge::Console& console, QWidget* parent = nullptr);

protected:
    void open() override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void show(std::vector<service::Activity> lines);
    void openLine(const QString& key);

    models::ActivityModel* lines_;
    SortedTable* table_;
    widgets::SearchField* filter_;
    widgets::Card* card_;
    widgets::EmptyState* empty_;
    QTimer again_;
};

}  // namespace foretaste::pages
