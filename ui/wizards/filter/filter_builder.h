// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/service/service.h"
#include "ui/wizards/filter/filter_draft.h"

class QVBoxLayout;

namespace foretaste::wizards {

class RuleCard;

/// Makes a filter expression by choosing: rules that include or exclude items, each with conditions
/// and an "only if" about the user.
class FilterBuilder : public QWidget {
    Q_OBJECT
public:
    explicit FilterBuilder(QWidget* parent = nullptr);

    /// Begins anew with one rule.
    void setFields(const std::vector<service::FilterField>& fields);
    QList<RuleDraft> rules() const;

signals:
    void changed();

private:
    void addRule();

    std::vector<service::FilterField> fields_;
    QList<RuleCard*> rules_;
    QVBoxLayout* layout_;
};

}  // namespace foretaste::wizards
