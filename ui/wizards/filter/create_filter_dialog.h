// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QMap>
#include <QTimer>

#include "ui/bridge/console.h"

class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace foretaste::widgets {
class FormField;
}

namespace foretaste::wizards {

class FilterBuilder;

/// A new filter: built by choosing or written by hand, tried on the group's items as it grows.
class CreateFilterDialog : public QDialog {
    Q_OBJECT
public:
    /// `like`: a filter whose expression it begins with; empty: none.
    CreateFilterDialog(bridge::Console& console, const QString& groupArn, const QString& like,
                       QWidget* parent = nullptr);

    QString filterArn() const { return filterArn_; }

private:
    struct Surroundings {
        std::vector<service::FilterField> fields;
        std::string busiestUser, expression, name;
    };
    struct Tried {
        service::FilterTrialResult result;
        QStringList titles;
    };
    void build();
    void take(const Surroundings& found);
    void rebuildText();
    void tryIt();
    void show(const Tried& tried);
    void showPlaceholders(const std::vector<std::string>& names);
    void create();

    bridge::Console& console_;
    QString groupArn_, like_, filterArn_;
    int asked_ = 0;
    widgets::FormField* name_;
    FilterBuilder* builder_;
    QPlainTextEdit* text_;
    widgets::FormField* expression_;
    QLineEdit* user_;
    QFormLayout* trial_;
    QMap<QString, QLineEdit*> placeholders_;
    QLabel* outcome_;
    QPushButton* create_;
    QTimer settle_;
};

}  // namespace foretaste::wizards
