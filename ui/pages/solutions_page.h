// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/resource_models.h"
#include "ui/pages/resource_page.h"
#include "ui/pages/sorted_table.h"

namespace foretaste::widgets {
class Card;
}

namespace foretaste::pages {

/// The solutions of a dataset group.
class SolutionsPage : public ResourcePage {
    Q_OBJECT
public:
    explicit SolutionsPage(bridge::Console& console, QWidget* parent = nullptr);

protected:
    void open() override;

private:
    struct Shown {
        std::vector<service::Solution> solutions;
        bool trainable = false;  ///< there are interactions
    };
    static Shown fetch(service::Service& service, const std::string& groupArn);
    void show(Shown shown);
    void create();
    void removeCurrent();

    models::SolutionModel* model_;
    SortedTable* table_;
    widgets::Card* card_;
    widgets::EmptyState* empty_;
    QPushButton* create_;
    QPushButton* delete_;
    bool trainable_ = false;
};

}  // namespace foretaste::pages
