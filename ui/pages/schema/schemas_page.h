// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/resource_models.h"
#include "ui/pages/resource_page.h"
#include "ui/pages/sorted_table.h"

namespace foretaste::widgets {
class Card;
class ProtocolLine;
}  // namespace foretaste::widgets

namespace foretaste::wizards {
class SchemaEditor;
}

namespace foretaste::pages {

/// All schemas of the workspace: what is in each, and which datasets use it.
class SchemasPage : public ResourcePage {
    Q_OBJECT
public:
    explicit SchemasPage(bridge::Console& console, QWidget* parent = nullptr);

protected:
    void open() override;

private:
    static std::vector<models::SchemaRow> fetch(service::Service& service);
    void show(std::vector<models::SchemaRow> rows);
    void showCurrent();
    void removeCurrent();

    models::SchemaModel* model_;
    SortedTable* table_;
    widgets::Card* list_;
    widgets::Card* detail_;
    widgets::ProtocolLine* usedBy_;
    wizards::SchemaEditor* editor_;
    widgets::EmptyState* empty_;
    QPushButton* delete_;
};

}  // namespace foretaste::pages
