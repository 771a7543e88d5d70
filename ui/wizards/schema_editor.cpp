// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/schema_editor.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTabWidget>

#include "ui/bridge/words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"
#include "ui/wizards/schema_table_model.h"

namespace foretaste::wizards {

using namespace theme;
using bridge::text;

namespace {

/// Cells with a list of choices get a combo box that takes its choice at once.
class ChoiceDelegate : public widgets::TableDelegate {
public:
    explicit ChoiceDelegate(SchemaTableModel& model, QObject* parent)
        : TableDelegate(parent), model_(model) {}

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override {
        const auto choices = model_.choices(index);
        if (choices.isEmpty()) {
            auto* edit = new QLineEdit(parent);
            edit->setAccessibleName(
                model_.headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
            return edit;
        }
        auto* box = new QComboBox(parent);
        box->addItems(choices);
        box->setAccessibleName(
            model_.headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
        auto* self = const_cast<ChoiceDelegate*>(this);
        connect(box, &QComboBox::activated, self, [self, box] {
            emit self->commitData(box);
            emit self->closeEditor(box);
        });
        Q_UNUSED(option);
        return box;
    }
    void setEditorData(QWidget* editor, const QModelIndex& index) const override {
        if (auto* box = qobject_cast<QComboBox*>(editor)) {
            box->setCurrentText(index.data(Qt::EditRole).toString());
            return;
        }
        TableDelegate::setEditorData(editor, index);
    }
    void setModelData(QWidget* editor, QAbstractItemModel* model,
                      const QModelIndex& index) const override {
        if (auto* box = qobject_cast<QComboBox*>(editor)) {
            model->setData(index, box->currentText(), Qt::EditRole);
            return;
        }
        TableDelegate::setModelData(editor, model, index);
    }
    /// The whole cell is the check box: a target of 16 pixels is none.
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override {
        if (!(model->flags(index) & Qt::ItemIsUserCheckable))
            return TableDelegate::editorEvent(event, model, option, index);
        const bool clicked = event->type() == QEvent::MouseButtonRelease;
        const bool typed = event->type() == QEvent::KeyPress &&
                           static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space;
        if (!clicked && !typed) return false;
        const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        return model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex&) const override {
        editor->setGeometry(option.rect);
    }

private:
    SchemaTableModel& model_;
};

}  // namespace

SchemaEditor::SchemaEditor(QWidget* parent)
    : QWidget(parent),
      model_(new SchemaTableModel(this)),
      tabs_(new QTabWidget),
      table_(new widgets::DataTable(tr("Schema as a table"))),
      text_(new QPlainTextEdit),
      add_(new QPushButton(tr("Add column"))),
      remove_(new QPushButton(tr("Remove column"))),
      stale_(makeLabel(tr("The table shows the last schema that could be read."), TextRole::Small,
                       Tone::Muted, nullptr, true)) {
    table_->setObjectName(QStringLiteral("schemaTable"));
    table_->setModel(model_);
    table_->setItemDelegate(new ChoiceDelegate(*model_, this));
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                            QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    table_->setFitRows(8);
    table_->setStretchColumn(SchemaTableModel::Use);
    connect(table_, &widgets::DataTable::opened, table_, [this](const QModelIndex& index) {
        // The Enter that ends an edit arrives here, too.
        const bool editing = table_->isPersistentEditorOpen(index);
        if (!editing && (model_->flags(index) & Qt::ItemIsEditable)) table_->edit(index);
    });

    text_->setObjectName(QStringLiteral("schemaJson"));
    text_->setAccessibleName(tr("Schema as JSON"));
    text_->setFont(theme::font(TextRole::Code));
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setTabChangesFocus(true);
    text_->setMinimumHeight(240);

    add_->setObjectName(QStringLiteral("addColumnButton"));
    add_->setIcon(icon(Icon::Plus, Tone::Accent));
    remove_->setObjectName(QStringLiteral("removeColumnButton"));
    setButtonKind(*add_, ButtonKind::Quiet);
    setButtonKind(*remove_, ButtonKind::Quiet);
    auto* first = new QWidget;
    auto* column = new QVBoxLayout(first);
    column->setContentsMargins(0, kSpaceXs, 0, 0);
    column->setSpacing(kSpaceXs);
    column->addWidget(table_);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(add_);
    buttons->addWidget(remove_);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addStretch(1);
    auto* second = new QWidget;
    auto* room = new QVBoxLayout(second);
    room->setContentsMargins(0, kSpaceS, 0, 0);
    room->addWidget(text_);
    tabs_->setObjectName(QStringLiteral("schemaTabs"));
    tabs_->setAccessibleName(tr("Columns of the data"));
    tabs_->addTab(first, tr("Table"));
    tabs_->addTab(second, tr("JSON"));

    stale_->setObjectName(QStringLiteral("schemaStale"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceXs);
    layout->addWidget(tabs_);
    layout->addWidget(stale_);
    setFocusProxy(tabs_);

    connect(model_, &SchemaTableModel::edited, this, &SchemaEditor::tableEdited);
    connect(text_, &QPlainTextEdit::textChanged, this, &SchemaEditor::textEdited);
    connect(add_, &QPushButton::clicked, this, [this] {
        const auto index = model_->index(model_->addField(), SchemaTableModel::Name);
        table_->setCurrentIndex(index);
        table_->scrollTo(index);
        table_->edit(index);
    });
    connect(remove_, &QPushButton::clicked, this,
            [this] { model_->removeField(table_->currentRow()); });
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SchemaEditor::enableButtons);
    enableButtons();
}

void SchemaEditor::setCornerButton(QPushButton* button) {
    tabs_->setCornerWidget(button, Qt::TopRightCorner);
}

void SchemaEditor::setKind(service::DatasetType type, service::Domain domain) {
    type_ = type;
    domain_ = domain;
    model_->setKind(type, domain);
    check();
}

void SchemaEditor::setReadOnly(bool readOnly) {
    readOnly_ = readOnly;
    model_->setReadOnly(readOnly);
    text_->setReadOnly(readOnly);
    add_->setVisible(!readOnly);
    remove_->setVisible(!readOnly);
    if (auto* corner = tabs_->cornerWidget(Qt::TopRightCorner)) corner->setVisible(!readOnly);
    enableButtons();
}

QString SchemaEditor::json() const {
    return text_->toPlainText();
}

void SchemaEditor::setJson(const QString& json) {
    if (json != text_->toPlainText()) text_->setPlainText(json);
}

void SchemaEditor::setSchema(const schema::Schema& schema) {
    setJson(text(schema::printSchema(schema)));
}

QStringList SchemaEditor::fieldNames() const {
    QStringList names;
    for (const auto& field : model_->schema().fields) names << text(field.name);
    return names;
}

void SchemaEditor::tableEdited() {
    {
        const QSignalBlocker quiet(text_);
        text_->setPlainText(text(schema::printSchema(model_->schema())));
    }
    readable_ = true;
    check();
    enableButtons();
    emit jsonChanged(json());
}

void SchemaEditor::textEdited() {
    try {
        model_->setSchema(schema::parseSchema(json().toStdString()));
        readable_ = true;
    } catch (const base::ServiceError&) {
        readable_ = false;
    }
    check();
    enableButtons();
    emit jsonChanged(json());
}

void SchemaEditor::check() {
    problem_.clear();
    try {
        const auto schema = schema::parseSchema(json().toStdString());
        schema::validateSchema(schema, domain_);
        if (schema::typeOf(schema) != type_)
            problem_ = tr("The schema's name is %1: this dataset needs one named %2.")
                           .arg(text(schema.recordName),
                                text(schema::starterSchema(type_, domain_).recordName));
    } catch (const base::ServiceError& error) {
        problem_ = bridge::sentenceText(QString::fromUtf8(error.what()));
    }
    stale_->setVisible(!readable_);
    table_->setEnabled(readable_);
}

void SchemaEditor::enableButtons() {
    add_->setEnabled(readable_ && !readOnly_);
    remove_->setEnabled(readable_ && model_->canRemove(table_->currentRow()));
}

}  // namespace foretaste::wizards
