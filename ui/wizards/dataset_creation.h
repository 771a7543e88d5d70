// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/bridge/words.h"
#include "ui/wizards/import_page.h"
#include "ui/wizards/resource_wizard.h"
#include "ui/wizards/schema_page.h"

namespace foretaste::wizards {

/// A wizard that makes schema, dataset and import job: with a new group or in one that is there.
class DatasetCreation : public ResourceWizard {
    Q_OBJECT

public:
    using ResourceWizard::ResourceWizard;

    /// What has been made so far; empty before.
    QString groupArn() const { return bridge::text(made_->group); }
    QString schemaArn() const { return bridge::text(made_->schema); }
    QString datasetArn() const { return bridge::text(made_->dataset); }

protected:
    /// ARNs, each kept when its step is done and read by the steps that follow.
    struct Made {
        std::string group, schema, dataset, importJob;
    };
    std::shared_ptr<std::string> kept(std::string Made::*arn) const {
        return {made_, &(made_.get()->*arn)};
    }

    /// The steps that come once there is a group.
    std::vector<Step> datasetSteps(const SchemaPage& schema, const ImportPage& import) const;
    /// What they are going to make; `edits`: the schema is a step of the wizard.
    void reviewDataset(widgets::ReviewPage& review, const SchemaPage& schema,
                       const ImportPage& import, bool edits) const;
    /// Schema and dataset that have been made cannot be edited any more.
    void lock(SchemaPage& schema) const;

private:
    std::shared_ptr<Made> made_ = std::make_shared<Made>();
};

}  // namespace foretaste::wizards
