// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/service/service.h"
#include "ui/wizards/filter/filter_draft.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QStringListModel;
class QToolButton;

namespace foretaste::wizards {

/// One comparison: a field, how it is compared, and with what; values are offered as they are
/// typed.
class ConditionRow : public QWidget {
    Q_OBJECT
public:
    /// `lead` is the word before it: "where", "and", "only if".
    ConditionRow(const QString& lead, const std::vector<service::FilterField>& fields,
                 QWidget* parent = nullptr);

    ConditionDraft draft() const;
    void setDraft(const ConditionDraft& draft);
    void setRemovable(bool removable);

signals:
    void changed();
    void removed();

private:
    void fieldChosen();

    std::vector<service::FilterField> fields_;
    QComboBox* field_;
    QComboBox* comparison_;
    QLineEdit* values_;
    QStringListModel* offers_;
    QToolButton* remove_;
};

}  // namespace foretaste::wizards
