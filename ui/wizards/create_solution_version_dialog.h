// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "core/service/service.h"
#include "ui/bridge/console.h"

namespace foretaste::widgets {
class FormField;
}

namespace foretaste::wizards {

class ChoiceCards;

/// Another version of a solution: full training, or an update of what was learnt.
class CreateSolutionVersionDialog : public QDialog {
    Q_OBJECT

public:
    CreateSolutionVersionDialog(bridge::Console& console, const QString& solutionArn,
                                QWidget* parent = nullptr);

    QString versionArn() const { return versionArn_; }

private:
    struct Surroundings {
        service::Solution solution;
        std::optional<service::SolutionVersion> base;  ///< what an update goes on from
        double seconds = 0;                            ///< that the last full training took
    };
    static Surroundings lookAround(service::Service& service, const std::string& solutionArn);
    void take(const Surroundings& found);
    void train();

    bridge::Console& console_;
    QString solutionArn_;
    QString versionArn_;
    ChoiceCards* mode_;
    widgets::FormField* field_;
    QPushButton* train_;
    bool appeared_ = false;
};

}  // namespace foretaste::wizards
