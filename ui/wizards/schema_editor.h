// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/service/service.h"

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;

namespace foretaste::widgets {
class DataTable;
}

namespace foretaste::wizards {

class SchemaTableModel;

/// A schema as a table and as JSON, two tabs on one document. What is wrong with it is known at
/// once, in the words of the core's own checks; the table shows the last document that could be
/// read.
class SchemaEditor : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString json READ json WRITE setJson NOTIFY jsonChanged USER true)

public:
    explicit SchemaEditor(QWidget* parent = nullptr);

    /// The rules to hold the document against. Keeps the document.
    void setKind(service::DatasetType type, service::Domain domain);
    void setReadOnly(bool readOnly);
    QString json() const;
    void setJson(const QString& json);
    void setSchema(const schema::Schema& schema);
    /// What is wrong with the document; empty: nothing.
    QString problem() const { return problem_; }
    /// Names of the fields, as far as the document can be read.
    QStringList fieldNames() const;

    /// Shown at the right of the tabs, as "Infer from CSV…".
    void setCornerButton(QPushButton* button);

signals:
    void jsonChanged(const QString& json);

private:
    void tableEdited();
    void textEdited();
    void check();
    void enableButtons();

    service::DatasetType type_ = service::DatasetType::Interactions;
    service::Domain domain_ = service::Domain::None;
    bool readOnly_ = false;
    bool readable_ = true;  ///< the text is JSON of a schema, and the table shows it
    QString problem_;
    SchemaTableModel* model_;
    QTabWidget* tabs_;
    widgets::DataTable* table_;
    QPlainTextEdit* text_;
    QPushButton* add_;
    QPushButton* remove_;
    QLabel* stale_;
};

}  // namespace foretaste::wizards
