// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QWidget>

#include "core/recipes/recipe.h"
#include "ui/widgets/form_field.h"

class QGridLayout;

namespace foretaste::wizards {

/// An input for every hyperparameter of a recipe, made from the recipe's own table. What is left
/// empty is chosen by the engine.
class ParameterInputs : public QWidget {
    Q_OBJECT

public:
    explicit ParameterInputs(QWidget* parent = nullptr);

    void setRecipe(const recipes::RecipeFacts& facts);
    const QList<widgets::FormField*>& fields() const { return fields_; }
    /// Those that the user named.
    QMap<QString, QString> values() const;
    void setValues(const QMap<QString, QString>& values);

private:
    QGridLayout* grid_;
    QList<widgets::FormField*> fields_;
};

}  // namespace foretaste::wizards
