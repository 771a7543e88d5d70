// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/service/service.h"
#include "ui/widgets/wizard_frame.h"
#include "ui/wizards/refusals.h"

namespace foretaste::wizards {

class ChoiceCards;

/// The step that names a dataset group and chooses its domain.
class GroupDetailsPage : public widgets::WizardPage {
    Q_OBJECT

public:
    explicit GroupDetailsPage(QWidget* parent = nullptr);

    QString name() const;
    service::Domain domain() const;
    void set(const QString& name, service::Domain domain);
    void setTaken(const TakenNames& taken) { taken_ = taken.groups; }
    /// The group exists: nothing here can change any more.
    void lock();

    QList<widgets::FieldError> check() override;

private:
    bool locked_ = false;
    QSet<QString> taken_;
    QLineEdit* name_;
    ChoiceCards* domain_;
};

}  // namespace foretaste::wizards
