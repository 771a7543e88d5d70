// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/dataset_rows_model.h"
#include "ui/models/resource_models.h"
#include "ui/pages/resource_page.h"
#include "ui/pages/sorted_table.h"

namespace foretaste::widgets {
class Card;
class KeyValuePanel;
}  // namespace foretaste::widgets
namespace foretaste::wizards {
class SchemaEditor;
}

namespace foretaste::pages {

class JobCard;

/// One dataset: its facts, its imports, its rows and its schema.
class DatasetPage : public ResourcePage {
    Q_OBJECT

public:
    explicit DatasetPage(bridge::Console& console, QWidget* parent = nullptr);

protected:
    void open() override;

private:
    struct Shown {
        service::Dataset dataset;
        service::DatasetStatistics statistics;
        service::DatasetSchema schema;
        std::vector<models::ImportJobRow> imports;  ///< newest first
        std::optional<service::JobInfo> running;    ///< of them
    };
    static Shown fetch(service::Service& service, const std::string& datasetArn);
    void show(Shown shown);
    void showFacts(const Shown& shown);
    void showUpdate();
    void showRows(const Shown& shown);
    void addImportsCard();
    void addRowsCard();
    void addSchemaCard();
    void import();
    void exportRows();
    void replaceSchema();
    void remove();
    void stopImport(const QString& job);

    service::Dataset dataset_;
    QString rowsOf_;  ///< what the rows that are shown were imported by
    QPushButton* delete_;
    QPushButton* export_;
    QPushButton* browse_;
    QPushButton* import_;
    JobCard* job_;
    widgets::KeyValuePanel* facts_;
    models::ImportJobModel* imports_;
    SortedTable* importsTable_;
    models::DatasetRowsModel* rows_;
    widgets::DataTable* rowsTable_;
    widgets::Card* rowsCard_;
    QLabel* rowsRemark_;
    wizards::SchemaEditor* schema_;
    QPushButton* replaceSchema_;
    QLabel* schemaRemark_;
};

}  // namespace foretaste::pages
