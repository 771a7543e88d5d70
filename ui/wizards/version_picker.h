// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "core/service/service.h"
#include "ui/models/resource_table_model.h"

namespace foretaste::widgets {
class DataTable;
}

namespace foretaste::wizards {

/// A version that can be deployed.
struct VersionChoice {
    service::SolutionVersion version;
    std::optional<double> ndcgAt10;
    QStringList deployedIn;  ///< names of campaigns

    const recipes::RecipeFacts& recipe() const {
        return recipes::findRecipe(version.recipeArn)->facts();
    }
};

/// Active versions of a group, newest first. To be called in the background.
std::vector<VersionChoice> deployableVersions(service::Service& service,
                                              const std::string& groupArn);

/// One of the versions that can be deployed, chosen from a table.
class VersionPicker : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString value READ value WRITE setValue NOTIFY valueChanged USER true)

public:
    explicit VersionPicker(QWidget* parent = nullptr);

    /// Keeps the choice; at first it is the one asked for by setValue(), else the newest.
    void setVersions(std::vector<VersionChoice> versions);
    /// Null where there is none.
    const VersionChoice* chosen() const;
    QString value() const;  ///< its ARN
    void setValue(const QString& arn);

signals:
    void valueChanged(const QString& arn);

private:
    models::ResourceTableModel<VersionChoice> model_;
    widgets::DataTable* table_;
    QString value_;  ///< may be asked for before it is there
};

}  // namespace foretaste::wizards
