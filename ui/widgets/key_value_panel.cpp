// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/key_value_panel.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QToolButton>

#include "ui/theme/icons.h"

namespace foretaste::widgets {

using namespace theme;

namespace {

// A value that is cut in the middle where it does not fit, whole in its tool tip.
class Value : public QLabel {
public:
    explicit Value(QWidget* parent) : QLabel(parent) {
        setTextFormat(Qt::PlainText);
        setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        setFocusPolicy(Qt::ClickFocus);
        setMinimumWidth(40);
    }
    void setFull(const QString& text) {
        full_ = text;
        fit();
    }
    QString full() const { return full_; }
    QSize sizeHint() const override {
        return {fontMetrics().horizontalAdvance(full_) + 2, QLabel::sizeHint().height()};
    }

protected:
    void resizeEvent(QResizeEvent*) override { fit(); }

private:
    void fit() {
        const QString cut = fontMetrics().elidedText(full_, Qt::ElideMiddle, width());
        setToolTip(cut == full_ ? QString() : full_);
        setText(full_.isEmpty() ? QStringLiteral("–") : cut);
    }
    QString full_;
};

}  // namespace

KeyValuePanel::KeyValuePanel(int columns, QWidget* parent)
    : QWidget(parent), columns_(std::max(1, columns)), grid_(new QGridLayout(this)) {
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setHorizontalSpacing(kSpaceXl);
    grid_->setVerticalSpacing(kSpaceM);
    for (int column = 0; column < columns_; ++column) grid_->setColumnStretch(column, 1);
}

void KeyValuePanel::setRows(const QList<Row>& rows) {
    const bool sameKeys = std::equal(
        rows.begin(), rows.end(), rows_.begin(), rows_.end(),
        [](const Row& a, const Row& b) { return a.key == b.key && a.copyable == b.copyable; });
    if (sameKeys) {  // focus and selection stay
        for (const Row& row : rows) setValue(row.key, row.value);
        return;
    }
    rows_ = rows;
    while (QLayoutItem* item = grid_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < rows.size(); ++i) {
        const Row& row = rows[i];
        auto* cell = new QWidget(this);
        auto* layout = new QGridLayout(cell);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setHorizontalSpacing(kSpaceXs);
        layout->setVerticalSpacing(kSpaceXxs);
        layout->setRowMinimumHeight(1, 20);
        QLabel* key = makeLabel(row.key, TextRole::Small, Tone::Muted, cell);
        auto* value = new Value(cell);
        setText(*value, TextRole::Body);
        value->setObjectName(QStringLiteral("value/") + row.key);
        value->setFull(row.value);
        key->setBuddy(value);
        value->setAccessibleName(row.key);
        value->setAccessibleDescription(row.value);
        layout->addWidget(key, 0, 0, 1, 2);
        layout->addWidget(value, 1, 0);
        if (row.copyable) {
            auto* copy = new QToolButton(cell);
            copy->setIcon(icon(Icon::Copy, Tone::Muted));
            copy->setIconSize(QSize(14, 14));
            copy->setFixedSize(20, 20);
            copy->setAutoRaise(true);
            copy->setFocusPolicy(Qt::TabFocus);
            copy->setToolTip(tr("Copy"));
            copy->setAccessibleName(tr("Copy %1").arg(row.key));
            connect(copy, &QToolButton::clicked, value,
                    [value] { QGuiApplication::clipboard()->setText(value->full()); });
            layout->addWidget(copy, 1, 1);
            value->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        }
        layout->setColumnStretch(0, row.copyable ? 0 : 1);
        if (row.copyable) layout->setColumnStretch(2, 1);
        grid_->addWidget(cell, i / columns_, i % columns_, Qt::AlignTop);
        cell->show();
    }
}

bool KeyValuePanel::setValue(const QString& key, const QString& value) {
    for (Row& row : rows_) {
        if (row.key != key) continue;
        row.value = value;
        auto* label = static_cast<Value*>(findChild<QLabel*>(QStringLiteral("value/") + key));
        label->setFull(value);
        label->setAccessibleDescription(value);
        return true;
    }
    return false;
}

QString KeyValuePanel::value(const QString& key) const {
    for (const Row& row : rows_) {
        if (row.key == key) return row.value;
    }
    return {};
}

}  // namespace foretaste::widgets
