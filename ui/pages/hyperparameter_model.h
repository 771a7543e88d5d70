// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/service.h"
#include "ui/models/resource_table_model.h"

namespace foretaste::pages {

/// One setting of a recipe: what it is set to, and whether the user or the engine decided that.
struct HyperparameterRow {
    QString name, value, decidedBy, help;
};

/// The settings of a solution's recipe. `chosen`: what the engine used in the newest version, empty
/// before there is one.
std::vector<HyperparameterRow> hyperparameterRows(const service::Solution& solution,
                                                  const std::map<std::string, std::string>& chosen);

class HyperparameterModel : public models::ResourceTableModel<HyperparameterRow> {
    Q_OBJECT
public:
    enum { Name, Value, DecidedBy, Help };
    explicit HyperparameterModel(QObject* parent = nullptr);
};

}  // namespace foretaste::pages
